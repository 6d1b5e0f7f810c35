"""Where the named tuples of the stages hold their values."""

# `newsclean.segment.blocks.Node`
cdef enum:
    NODE_PARENT, NODE_TAG, NODE_IDENT, NODE_CLASSES, NODE_OWN, NODE_HINTS, NODE_DOCUMENT

# `newsclean.segment.blocks.RawBlock`
cdef enum:
    BLOCK_INDEX, BLOCK_KIND, BLOCK_TEXT, BLOCK_NODE, BLOCK_LEVEL, BLOCK_ORDERED, BLOCK_LINK_CHARS
    BLOCK_LINKS, BLOCK_PIECES, BLOCK_ROWS, BLOCK_HEADER, BLOCK_CONTINUES, BLOCK_BOLD
    BLOCK_LANGUAGE

# `newsclean.segment.blocks.Piece`
cdef enum:
    PIECE_TEXT, PIECE_HREF, PIECE_MARKS

# `newsclean.segment.blocks.RawImage`
cdef enum:
    IMAGE_BEFORE, IMAGE_NODE, IMAGE_SRC, IMAGE_ALT, IMAGE_WIDTH, IMAGE_HEIGHT

# `newsclean.label.features.Measure`
cdef enum:
    MEASURE_WEIGHT, MEASURE_DENSITY, MEASURE_CLAUSES, MEASURE_SENTENCE, MEASURE_PROSE

# `newsclean.verdicts.Verdict`
cdef enum:
    VERDICT_KEEP, VERDICT_REASON, VERDICT_RULE, VERDICT_SCORE

# `newsclean.clean.chain.Chain`
cdef enum:
    CHAIN_TEXT, CHAIN_PHRASES, CHAIN_LINE

# `newsclean.label.phrases.Match`
cdef enum:
    MATCH_VERDICT, MATCH_STOP, MATCH_LINKED, MATCH_WORDS_ONLY

"""What the segmenter hands on: the page as a flat list of blocks, and the elements they stand in.

Later stages see these values only, never the tree. Text is conserved: the blocks' texts joined are
the page's visible text, apart from white space.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

    from newsclean.model import BlockKind, Note


class Hint:
    """What the tag, class, id, role or style of an element says about its text.

    Bits of an int: a set of hints is their sum. Plain integers, because combining members of an
    `enum.Flag` costs a microsecond each time and a page has thousands of elements.
    """

    NAV: Final = 1 << 0
    HEADER: Final = 1 << 1
    FOOTER: Final = 1 << 2
    SIDEBAR: Final = 1 << 3
    AD: Final = 1 << 4
    RELATED: Final = 1 << 5
    NEWSLETTER: Final = 1 << 6
    SHARE: Final = 1 << 7
    COMMENTS: Final = 1 << 8
    CONSENT: Final = 1 << 9
    PAYWALL: Final = 1 << 10
    AUTHOR_BIO: Final = 1 << 11
    TAGS: Final = 1 << 12
    LEGAL: Final = 1 << 13
    UI: Final = 1 << 14
    HIDDEN: Final = 1 << 15
    CAPTION: Final = 1 << 16
    BYLINE: Final = 1 << 17
    DATE: Final = 1 << 18
    TITLE: Final = 1 << 19
    LEDE: Final = 1 << 20
    ARTICLE: Final = 1 << 21
    BODY: Final = 1 << 22
    TEASER: Final = 1 << 23
    JAMMER: Final = 1 << 24
    # What a caller's selectors say of an element (`newsclean.segment.marked`).
    MARKED: Final = 1 << 25
    DROPPED: Final = 1 << 26


def hint_names(hints: int) -> tuple[str, ...]:
    """Return the names of a set of hints in lower case.

    >>> hint_names(Hint.NAV | Hint.AD)
    ('nav', 'ad')
    """
    known = ((name, bit) for name, bit in vars(Hint).items() if name.isupper())
    return tuple(name.lower() for name, bit in known if hints & bit)


class Piece(NamedTuple):
    """A stretch of raw text (white space as on the page) with its link and marks."""

    text: str
    href: str | None
    marks: tuple[str, ...]


class Node(NamedTuple):
    """An element of the page that has blocks in it.

    Attributes:
        parent: index of the element around it in `Segments.nodes`; -1 for a document's root.
        tag: lower-case name.
        ident: value of its id attribute, or "".
        classes: value of its class attribute, or "".
        own: hints of this element alone.
        hints: its own and all inherited hints.
        document: 0 for the page itself; 1, 2 ... for documents that follow it in the same input.
    """

    parent: int
    tag: str
    ident: str
    classes: str
    own: int
    hints: int
    document: int


class RawBlock(NamedTuple):
    r"""A paragraph-like unit of the page, before anything is decided about it.

    Attributes:
        index: its place in `Segments.blocks`.
        kind: what its markup says it is.
        text: its text with white space folded ("\\n" kept in code, between table rows).
        node: index of the innermost element around it in `Segments.nodes`.
        level: heading level 1 to 6, or list nesting depth from 1, else 0.
        ordered: whether it is an item of a numbered list.
        link_chars: how many characters of its text are links.
        links: how many links are in it.
        pieces: its text in stretches with links and marks; joined and folded they are `text`.
        rows: cells of a table.
        header: whether the first row of a table is its header.
        continues: whether only one ``<br>`` (or one line end of a text dump) stands before it.
        bold: whether all of it is in bold type.
        language: the language of a code block.
    """

    index: int  # type: ignore[assignment] # nobody searches a block as a tuple
    kind: BlockKind
    text: str
    node: int
    level: int = 0
    ordered: bool = False
    link_chars: int = 0
    links: int = 0
    pieces: tuple[Piece, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    header: bool = False
    continues: bool = False
    bold: bool = False
    language: str | None = None


class RawImage(NamedTuple):
    """An image as the page has it: before which block it stands, and in which element."""

    before: int
    node: int
    src: str
    alt: str
    width: int | None
    height: int | None


class Mark(NamedTuple):
    """What a caller's selector says of an element: whether its text is kept, and the selector."""

    keep: bool
    selector: str


class Segments(NamedTuple):
    """The whole page, segmented, and what was unusual about it.

    Attributes:
        boxes: how many boxes were never closed, so that what follows seems in them; below 0, how
            many end tags were too many, so that the boxes around them ended early.
        marks: what a caller's selectors say, by index of the element.
        titled: the element that a caller's selector takes for the title, or -1 where it is in the
            head; the selector; its text.
    """

    nodes: tuple[Node, ...]
    blocks: tuple[RawBlock, ...]
    images: tuple[RawImage, ...] = ()
    notes: tuple[Note, ...] = ()
    boxes: int = 0
    marks: Mapping[int, Mark] = {}
    titled: tuple[int, str, str] | None = None

"""Link farms that readers see: paragraphs of nothing but keywords, each linked to another host.

Lists of sources, partners and other papers look like that too. What gives a farm away is that its
words are nowhere else on the page, and two more of these signs: they begin and end alike, they have
no capitals or are in another script, they have names of letters and digits.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsclean.clean import chain, keywords
from newsclean.clean.prose import Prose
from newsclean.clean.script import scripts
from newsclean.clean.vocabulary import Vocabulary
from newsclean.label.features import weight
from newsclean.model import Reason
from newsclean.verdicts import Verdict

if TYPE_CHECKING:
    from newsclean.clean.draft import Draft
    from newsclean.segment.blocks import RawBlock

# So many links lead to so many hosts, and hardly any text is no link.
_LINKS = 8
_HOSTS = 8
_DENSITY = 0.8
# Keywords are no longer, in Latin characters.
_LONGEST = 54
_NEW = 0.5
_SIGNS = 2
_MOST = 0.7
_SAMPLE = 400
_HOST = re.compile(r"https?://([\w.-]{3,200})", re.ASCII)
_VERDICT = Verdict(
    False, Reason.SPAM_LINK_FARM, "farm.keywords", 0.9, "foreign keywords, each linked elsewhere"
)


def step(draft: Draft) -> Draft:
    """Return the draft with verdicts on visible link farms."""
    found = [block for block in draft.open if block.links >= _LINKS and _is_list(block)]
    if not found:
        return draft
    places = {block.index for block in found}
    prose = Prose.of([b for b in draft.open if b.index not in places]).text
    rest, near = Vocabulary(prose), scripts(prose[:_SAMPLE])
    farms = [
        block.index
        for block in found
        if keywords.signs(words := _words(block), near) >= _SIGNS
        and rest.share_missing(chain.tokens("\n".join(words))) >= _NEW
    ]
    return draft.judging((index, _VERDICT) for index in farms) if farms else draft


def _words(block: RawBlock) -> list[str]:
    """Return the words of each link."""
    return [text for piece in block.pieces if piece.href and (text := piece.text.strip())]


def _is_list(block: RawBlock) -> bool:
    """Tell whether a block is a list of links to many hosts."""
    hosts = {found[1] for p in block.pieces if p.href and (found := _HOST.match(p.href))}
    if len(hosts) < _HOSTS:
        return False
    words = _words(block)
    if len(words) < _LINKS:
        return False  # the others are pictures
    linked = block.link_chars >= _DENSITY * sum(map(str.isalnum, block.text))
    return linked and len(hosts) >= _MOST * len(words) and max(map(weight, words)) <= _LONGEST

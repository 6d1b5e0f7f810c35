"""Keyword chains that are shown as lines: above the article, after its paragraphs, in its heading.

Such a line is not spliced into anything. Two signs beside its form give it away: its words, and
first of all the brand that its phrases share, occur nowhere in the running text; and it comes back,
in the page's title or again and again as a line.
"""

from __future__ import annotations

import itertools
from collections import Counter
from typing import TYPE_CHECKING, Final

from newsclean import core
from newsclean.clean import chain
from newsclean.clean.script import scripts
from newsclean.clean.signs import is_foreign
from newsclean.clean.vocabulary import Vocabulary

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsclean.clean.chain import Chain
    from newsclean.clean.prose import Prose

# Longer chains are lists of tags or of links.
MOST_PHRASES: Final = 12
# A line that is in no title comes back so often.
LEAST_LINES: Final = 3
_NEW = 0.9
# So many signs are needed beside its words; a brand counts as two, one in capitals as one: a
# company and a club have names like that.
_SIGNS = 3
# The script of a page is seen from so many characters.
_SAMPLE = 400
# Less running text than this, in characters, has not got the words that it should know.
_LEAST_PROSE = 300
# Marks of prose and of code; quotes, brackets, colons and sentence ends do not occur in keywords.
_PROSE_MARKS = frozenset('"“”„«»‘()（）《》:：.!?。！？…<>={}')


def phrases(chains: Sequence[Chain], prose: Prose, title: str) -> set[str]:
    """Return the phrases of lines that advertise something foreign.

    Args:
        chains: the chains of the page, as often as they occur.
        prose: its running text.
        title: the title in its head.
    """
    found: set[str] = set()
    for one, met, alike in shown(chains, prose.text, title):
        if not found.issuperset(one.phrases):
            found.update(_foreign(met, one, prose, alike))
    return found


def _shown(
    chains: Sequence[Chain], text: str, title: str
) -> list[tuple[Chain, list[str], list[str]]]:
    """Return the chains that come back, those of their phrases that do, and lines of their brand.

    Args:
        chains: the chains of the page, as often as they occur.
        text: its running text.
        title: the title in its head.
    """
    lines = Counter(phrase for one in chains if one.line for phrase in one.phrases)
    named = {one: _brand(one) for one in dict.fromkeys(chains) if one.line}
    brands: dict[str, list[str]] = {}
    for one in chains:
        if one.line and named[one]:
            brands.setdefault(named[one], []).append(one.text)
    out = []
    for one in dict.fromkeys(chains):
        if len(one.phrases) > MOST_PHRASES:
            continue
        if one.line:
            alike = brands.get(named[one], [])
            often = len(alike) >= LEAST_LINES
            met = [p for p in one.phrases if often or p in title or lines[p] >= LEAST_LINES]
        else:
            alike, met = [], _again(one, text) if one.text in title else []
        if len(met) > 1:
            out.append((one, met, alike))
    return out


shown: Final = core.chosen("shown", _shown)


def _brand(one: Chain) -> str:
    """Return the word that all phrases of a chain begin with, parted by bars, "" if there is none.

    Days, figures with their unit and names in capitals are lists too.
    """
    if one.phrases[0][0].isupper() or not all(
        map(chain.is_hard, chain.gaps(one.text, one.phrases))
    ):
        return ""
    brand = chain.brand(one.phrases)
    begun = brand and all(phrase.startswith(brand) for phrase in one.phrases)
    return brand if begun and not brand.isdigit() else ""


def _again(one: Chain, text: str) -> list[str]:
    """Return the phrases of the title that stand in the prose too, parted by the same signs."""
    met = []
    for first, second in itertools.pairwise(one.phrases):
        start, end = one.text.find(first), one.text.find(second) + len(second)
        if one.text[start:end] in text:
            met += [first, second]
    return list(dict.fromkeys(met))


def _foreign(met: Sequence[str], one: Chain, prose: Prose, alike: Sequence[str]) -> list[str]:
    """Return those of some phrases of a chain that have nothing to do with the page.

    Args:
        met: the phrases.
        one: the chain.
        prose: the running text.
        alike: all lines of their brand.
    """
    brand = chain.brand(met)
    mine = [p for p in met if brand in p.casefold() and _PROSE_MARKS.isdisjoint(p)]
    hard = all(map(chain.is_hard, chain.gaps(one.text, one.phrases)))
    names = all(phrase[0].isupper() for phrase in mine)
    signs = (
        (1 if names else 2) * bool(brand)
        + chain.is_mixed(mine)
        + (len(mine) > 2)
        + hard
        + (len(alike) >= LEAST_LINES)
    )
    if len(mine) < 2 or signs < _SIGNS - 1:
        return []
    rest = prose.text
    for text in (one.text, *alike, *mine):
        rest = rest.replace(text, "\n")
    if len(rest) < _LEAST_PROSE:
        return []
    text = "\n".join(mine)
    other = is_foreign(text, scripts(rest[:_SAMPLE]))
    if signs + other < _SIGNS or not (brand or other):
        return []  # without a brand: a site's name, a label
    words = Vocabulary(rest)
    if words.share_missing(chain.tokens(brand)) < bool(brand):
        return []
    return mine if words.share_missing(chain.tokens(text)) >= _NEW else []

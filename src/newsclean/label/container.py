"""Which element of the page holds *the* article."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from newsclean import core
from newsclean.label.trust import around
from newsclean.model import BlockKind
from newsclean.segment.blocks import Hint

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsclean.label.trust import Trusted
    from newsclean.segment.blocks import Segments

# While one child holds this share of its parent's prose, the parent adds nothing but frame.
_DESCEND = 0.75
# On a damaged page text of this share beside a child is the article's beginning or its end.
_BEGUN = 0.01
# A child with this share that says it is the article's body is taken even when others have prose.
_DESCEND_MARKED = 0.5
_MARKED = Hint.BODY | Hint.ARTICLE
# A child that is not one of a row of its like is taken from this share on.
_DESCEND_LONE = 0.5
_KIN = 0.7
_LEAVES = frozenset(("p", "li", "blockquote", "ul", "ol", "td", "tr", "dd", "pre", "span", "font"))
# An element around the heading holds the article when it has so much prose, in Latin characters,
# and is called an article; any other element must have this share of the page's.
_WHOLE = 300
_WHOLE_SHARE = 0.3
# Another document has the article's text when it has this share of the prose of all.
_ELSEWHERE = 0.5
# Elements that hold one article each, when several of them stand side by side.
_MIN_SHARE = 0.1


def _choose(segments: Segments, trusted: Trusted, title: int | None) -> int:
    """Return the node that holds the article, or -1 when the page has no prose and no article.

    Args:
        segments: the page.
        trusted: the prose below each node.
        title: index of the block that holds the article's heading, if known.
    """
    mass = trusted.mass
    children: dict[int, list[int]] = {}
    for index in trusted.heavy:
        children.setdefault(segments.nodes[index].parent, []).append(index)
    roots = children.get(-1)
    if not roots:
        return _lone_article(segments)
    heading = around(segments, title)
    here = around_heading(segments, trusted, heading)
    if here is None:
        here = max(roots, key=lambda index: mass[index])
    while True:
        inner = _inner(segments, mass, children.get(here, []), heading, here)
        if inner is None:
            return here
        here = inner


def _lone_article(segments: Segments) -> int:
    """Return the page's only ``<article>``, or -1."""
    found = [index for index, node in enumerate(segments.nodes) if node.tag == "article"]
    return found[0] if len(found) == 1 else -1


def around_heading(segments: Segments, trusted: Trusted, heading: frozenset[int]) -> int | None:
    """Return the innermost element around the heading that may hold the whole article, or None."""
    nodes = segments.nodes
    mass, whole = trusted.mass, trusted.whole
    inner = sorted((index for index in heading if mass[index] >= _WHOLE), reverse=True)
    if inner and _elsewhere(segments, trusted, nodes[inner[0]].document) > _ELSEWHERE * whole:
        return None  # the text is in another document, or was added from a script
    for tag, least in (("article", 0.0), ("main", _MIN_SHARE), ("", _WHOLE_SHARE)):
        for index in inner:
            if nodes[index].tag.startswith(tag) and mass[index] >= least * whole:
                return None if _goes_on(segments, trusted, index) else index
    return None


def _elsewhere(segments: Segments, trusted: Trusted, document: int) -> float:
    """Return the prose of other documents that stand in the page's tree."""
    nodes = segments.nodes
    if nodes[0].document == nodes[-1].document:
        return 0.0  # documents stand one after another
    others = [index for index in trusted.heavy if nodes[index].document != document]
    return sum(
        trusted.mass[index]
        for index in others
        if nodes[index].parent < 0 or nodes[nodes[index].parent].document != nodes[index].document
    )


def _goes_on(segments: Segments, trusted: Trusted, inner: int) -> bool:
    """Tell whether bare paragraphs stand beside an element, as where it was closed too early."""
    nodes = segments.nodes
    outer = set()
    node = nodes[inner].parent
    while node >= 0:
        outer.add(node)
        node = nodes[node].parent
    beside = sum(
        trusted.mass[index]
        for index in trusted.heavy
        if index != inner
        and index not in outer
        and nodes[index].parent in outer
        and nodes[index].tag in _LEAVES
    )
    least = _BEGUN if segments.boxes < 0 else _MIN_SHARE
    return beside >= least * trusted.mass[inner]


def _inner(
    segments: Segments,
    mass: Sequence[float],
    children: list[int],
    heading: frozenset[int],
    here: int,
) -> int | None:
    """Return the child of a node that holds the article alone, or None."""
    if not children:
        return None
    best = children[0] if len(children) == 1 else max(children, key=lambda index: mass[index])
    share = mass[best] / mass[here]
    beside = _beside(segments, mass, children, heading, best) / mass[here]
    if share >= _DESCEND and beside <= _BEGUN:
        return None if _is_part(segments, mass, children, best) else best
    own = _own_article(segments, mass, children, heading)
    if own is not None:
        return own
    if share >= _DESCEND_MARKED and beside <= _BEGUN and segments.nodes[best].own & _MARKED:
        return best
    if segments.nodes[best].tag in _LEAVES or share < _DESCEND_LONE or beside > _BEGUN:
        return None
    kin = sum(mass[c] for c in children if _alike(segments, c, best))
    lone = kin < _KIN * mass[here] and _first(mass, children, heading, here) == best
    return best if lone else None


def _is_part(segments: Segments, mass: Sequence[float], children: list[int], best: int) -> bool:
    """Tell whether the text goes on in later elements of the same class, as below an advert.

    One of a row of articles has a heading of its own.
    """
    if len(children) == 1:
        return False
    nodes = segments.nodes
    one = nodes[best]
    later = [
        c
        for c in children
        if c > best
        and mass[c] >= _WHOLE
        and nodes[c].tag == one.tag
        and nodes[c].classes == one.classes
    ]
    if not later or not one.classes or one.tag == "article":
        return False
    return not _headed(segments, min(later), max(later))


def _headed(segments: Segments, first: int, last: int) -> bool:
    """Tell whether a heading that is a link stands between two elements or in the last one."""
    return any(
        block.kind is BlockKind.HEADING and block.links and first <= block.node
        for block in segments.blocks
        if block.node <= last or _within(segments, block.node, last)
    )


def _within(segments: Segments, node: int, outer: int) -> bool:
    """Tell whether an element is in another one."""
    while node > outer:
        node = segments.nodes[node].parent
    return node == outer


def _beside(
    segments: Segments,
    mass: Sequence[float],
    children: list[int],
    heading: frozenset[int],
    best: int,
) -> float:
    """Return the prose beside a child of a damaged page that may be the article's as well.

    Where boxes are left open the text begins before the one that holds most of it: paragraphs, and
    boxes like it, below the heading. Where they ended early it goes on in bare paragraphs.
    """
    nodes = segments.nodes
    if segments.boxes < 0:
        return sum(mass[c] for c in children if c > best and nodes[c].tag == "p")
    if not segments.boxes or best in heading:
        return 0.0
    place = max(heading, default=-1)
    before = (c for c in children if c < best and (c > place or c in heading))
    return sum(mass[c] for c in before if nodes[c].tag in _LEAVES or _alike(segments, c, best))


def _own_article(
    segments: Segments, mass: Sequence[float], children: list[int], heading: frozenset[int]
) -> int | None:
    """Return the one of several ``<article>`` side by side that holds the heading, or None."""
    whole = sum(mass[c] for c in children)
    some = [c for c in children if mass[c] > _MIN_SHARE * whole]
    articles = [c for c in some if segments.nodes[c].tag == "article"]
    own = next((c for c in articles if c in heading), None)
    return own if len(articles) >= 2 else None


def _first(
    mass: Sequence[float], children: list[int], heading: frozenset[int], here: int
) -> int | None:
    """Return the first child with some prose that holds the heading or stands after it."""
    place = max(heading, default=-1)
    some = [c for c in children if mass[c] >= _MIN_SHARE * mass[here]]
    return next((c for c in some if c in heading or c > place), None)


def _alike(segments: Segments, a: int, b: int) -> bool:
    """Tell whether two elements are parts of a row: same name, and a class in common or none."""
    one, other = segments.nodes[a], segments.nodes[b]
    if one.tag != other.tag:
        return False
    classes = set(one.classes.split())
    return bool(classes & set(other.classes.split())) or not (one.classes or other.classes)


def _inside(segments: Segments, home: int) -> list[bool]:
    """Return for each element whether it is the article's or in it."""
    found: list[bool] = []
    for index, node in enumerate(segments.nodes):
        found.append(index == home or (node.parent >= 0 and found[node.parent]))
    return found


choose: Final = core.chosen("home", _choose)
inside: Final = core.chosen("inside", _inside)

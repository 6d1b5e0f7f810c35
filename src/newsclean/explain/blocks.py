"""The left side of the report: the page's text in order, each block with its verdicts."""

from __future__ import annotations

import unicodedata
from collections import Counter
from itertools import groupby
from typing import TYPE_CHECKING, Final

from newsclean.assemble import paths
from newsclean.explain.view import count, cut, foreign, left_out, spelled
from newsclean.render.markup import Markup, tag, together
from newsclean.segment.blocks import hint_names

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from newsclean.explain.style import Look
    from newsclean.explain.view import View
    from newsclean.model import Reason
    from newsclean.segment.blocks import RawBlock
    from newsclean.verdicts import Cut, Verdict

MAX_CUTS: Final = 100
MAX_INVISIBLE: Final = 12
_FIELD: Final = "field."


def section(view: View, looks: dict[Reason, Look]) -> Markup:
    """Return the page's blocks."""
    places = paths(view.trace.segments)
    parts: list[Markup] = []
    grouped = groupby(view.trace.segments.blocks, lambda block: block.index in view.room)
    for shown, group in grouped:
        if shown:
            parts += [_block(view, looks, block, places[block.node]) for block in group]
        else:
            parts.append(_gap(view, group))
    if not parts:
        parts.append(tag("p", "The page has no text.", class_="none"))
    return tag(
        "section",
        tag("h2", "The page, in order", id="page-title"),
        *parts,
        id="page",
        aria_labelledby="page-title",
    )


def _gap(view: View, blocks: Iterable[RawBlock]) -> Markup:
    """Return what stands for blocks that are not shown."""
    reasons = Counter(view.removed.get(block.index) for block in blocks)
    named = ", ".join(
        f"{number:,} {spelled(reason) if reason else 'kept'}"
        for reason, number in reasons.most_common()
    )
    return tag("p", left_out(reasons.total(), "block"), f" {named}", class_="gap")


def _block(view: View, looks: dict[Reason, Look], block: RawBlock, path: str) -> Markup:
    """Return one block: its label and text, and below them, when opened, why."""
    reason = view.removed.get(block.index)
    verdict = view.trace.ledger.final(block.index)
    cuts = sorted(view.trace.ledger.cuts.get(block.index, ()))
    family = looks[reason].family if reason else "kept"
    summary = tag(
        "summary",
        tag(
            "span",
            tag("b", _label(reason, verdict)),
            " ",
            tag("i", str(block.index)),
            class_="label",
        ),
        " ",
        foreign("span", *_text(view, looks, block, cuts), lang=view.lang, class_="text"),
        _tip(verdict),
    )
    return tag(
        "details",
        summary,
        _why(view, block, path, cuts),
        id=f"b{block.index}",
        class_=f"block {f'gone r-{reason}' if reason else 'kept'} f-{family}",
        open=block.index in view.wanted,
    )


def _label(reason: Reason | None, verdict: Verdict | None) -> str:
    """Return what became of a block in a word or two: a field's line is used, not lost."""
    if reason is None:
        return "✓ kept"
    if verdict is not None and verdict.rule.startswith(_FIELD):
        return f"→ {spelled(verdict.rule.removeprefix(_FIELD))}"
    return f"− {spelled(reason)}"


def _tip(verdict: Verdict | None) -> Markup:
    """Return what is shown when the pointer rests on a block."""
    if verdict is None:
        return tag("span", "no rule spoke", class_="tip")
    said = [tag("b", verdict.rule), f" · score {verdict.score:.2f}"]
    if verdict.why:
        said += [" · ", cut(verdict.why)]
    return tag("span", *said, class_="tip")


def _text(
    view: View, looks: dict[Reason, Look], block: RawBlock, cuts: list[Cut]
) -> Iterator[Markup | str]:
    """Yield a block's text with the phrases marked that were cut from it."""
    room = view.room[block.index]
    done = 0
    for phrase in cuts[:MAX_CUTS]:
        end = phrase.start + len(phrase.text)
        if phrase.start < done or end > room or block.text[phrase.start : end] != phrase.text:
            continue
        yield block.text[done : phrase.start]
        yield _mark(phrase, looks[phrase.reason])
        done = end
    yield cut(block.text[done:], max(room - done, 0))


def _mark(phrase: Cut, look: Look) -> Markup:
    """Return a phrase that was cut, with its reason for who does not see its colour."""
    return foreign(
        "mark",
        tag("del", *_visible(phrase.text)),
        tag("small", spelled(phrase.reason), dir="ltr"),
        class_=f"r-{phrase.reason} f-{look.family}",
    )


def _visible(text: str) -> Iterator[Markup | str]:
    """Yield a text, or, where nothing of it can be seen, the numbers of its characters."""
    if any(unicodedata.category(char)[0] not in "CZ" for char in text):
        yield text
        return
    codes = " ".join(f"U+{ord(char):04X}" for char in text[:MAX_INVISIBLE])
    yield tag("code", codes + " …" * (len(text) > MAX_INVISIBLE))


def _why(view: View, block: RawBlock, path: str, cuts: list[Cut]) -> Markup:
    """Return all verdicts on a block, its cuts and where it stands."""
    verdicts = view.trace.ledger.verdicts.get(block.index, ())
    rows = [_verdict(verdict) for verdict in verdicts] + [_cut(c) for c in cuts[:MAX_CUTS]]
    if len(cuts) > MAX_CUTS:
        rows.append(tag("li", left_out(len(cuts) - MAX_CUTS, "phrase")))
    node = view.trace.segments.nodes[block.node]
    hints = ", ".join(hint_names(node.hints))
    facts = {
        "block": f"{block.index}, {spelled(block.kind)}",
        "where": foreign("bdi", path),
        "hints": hints or "none",
        "links": f"{block.link_chars:,} of {count(len(block.text), 'character')}",
    }
    home = view.home.get(block.index)
    to = tag("p", tag("a", "in the article →", href=f"#a{home}")) if home is not None else ""
    listed = tag("ol", *rows) if rows else tag("p", "No rule spoke about it.")
    return tag("div", listed, defined(facts), to, class_="why")


def defined(facts: dict[str, str]) -> Markup:
    """Return names and values as a list."""
    return tag("dl", *(together([tag("dt", k), tag("dd", v)]) for k, v in facts.items()))


def _verdict(verdict: Verdict) -> Markup:
    """Return a verdict as a line."""
    word = "keep" if verdict.keep else spelled(verdict.reason or "remove")
    why = [tag("span", cut(verdict.why), class_="evidence")] if verdict.why else []
    return tag("li", tag("b", word), " by ", tag("code", verdict.rule), _score(verdict.score), *why)


def _cut(phrase: Cut) -> Markup:
    """Return a cut as a line."""
    return tag(
        "li",
        tag("b", f"cut: {spelled(phrase.reason)}"),
        " by ",
        tag("code", phrase.rule),
        _score(phrase.score),
        tag("span", f"at character {phrase.start:,}: ", class_="evidence"),
        foreign("q", cut(phrase.text)),
    )


def _score(score: float) -> Markup:
    """Return a score as a number and a bar."""
    return together([" ", bar(score), f" {score:.2f} "])


def bar(share: float) -> Markup:
    """Return a share from 0 to 1 as a bar that says nothing the number beside it does not."""
    filled = tag("rect", width=f"{min(max(share, 0.0), 1.0) * 100:.0f}", height="10")
    return tag("svg", filled, class_="bar", viewBox="0 0 100 10", aria_hidden="true")

"""The head of the report: what the page is, how its text was divided, and the legend."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from newsclean.explain.blocks import bar, defined
from newsclean.explain.view import count, foreign, spelled
from newsclean.render.markup import Markup, tag, together

if TYPE_CHECKING:
    from newsclean.explain.style import Look
    from newsclean.explain.view import View
    from newsclean.model import Reason


def head(view: View, looks: dict[Reason, Look]) -> Markup:
    """Return the head of the report."""
    article = view.trace.article
    title = article.title or "A page without a title"
    jumps = {"page": "The page", "article": "The article", "fields": "Fields"}
    if article.notes:
        jumps["notes"] = "Notes"
    return together(
        [
            tag(
                "header",
                tag("p", "newsclean why", class_="brand"),
                foreign("h1", title, lang=view.lang),
                defined(_facts(view)),
                _share(view),
                _legend(view, looks),
            ),
            tag(
                "nav",
                *(tag("a", name, href=f"#{to}") for to, name in jumps.items()),
                aria_label="Parts of this report",
            ),
        ]
    )


def _facts(view: View) -> dict[str, str]:
    """Return what holds for the page as a whole."""
    article, decoded = view.trace.article, view.trace.decoded
    phrases = len(article.removed) - len(view.removed)
    blocks = len(view.trace.segments.blocks)
    cut = f", {count(phrases, 'phrase')} cut from sentences" if phrases else ""
    return {
        "status": tag("b", article.status.value, class_=f"status s-{article.status.value}"),
        "confidence": together([f"{article.confidence:.2f} ", bar(article.confidence)]),
        "blocks": f"{blocks - len(view.removed):,} kept, {len(view.removed):,} removed{cut}",
        "charset": f"{decoded.charset or 'given as text'} ({decoded.how})",
    }


def _characters(view: View) -> tuple[Counter[Reason | None], int]:
    """Return how many characters were removed for each reason, under None kept; and all of them."""
    sums: Counter[Reason | None] = Counter()
    for block in view.trace.segments.blocks:
        sums[view.removed.get(block.index)] += len(block.text)
    for removal in view.trace.article.removed:
        if removal.where.start is not None:
            sums[removal.reason] += len(removal.text)
            sums[None] -= len(removal.text)
    return sums, sums.total()


def _share(view: View) -> Markup:
    """Return a bar that divides the page's text by verdict."""
    sums, total = _characters(view)
    if not total:
        return Markup()
    pieces = []
    x = 0.0
    for reason, number in sorted(sums.items(), key=lambda item: (item[0] is not None, -item[1])):
        width = 1000 * number / total
        kind = f"r-{reason}" if reason else "kept"
        pieces.append(tag("rect", x=f"{x:.1f}", width=f"{width:.1f}", height="10", class_=kind))
        x += width
    kept = f"{sums[None]:,} of {total:,} characters kept ({100 * sums[None] / total:.0f} %)"
    return tag(
        "figure",
        tag(
            "svg",
            *pieces,
            viewBox="0 0 1000 10",
            preserveAspectRatio="none",
            aria_hidden="true",
        ),
        tag("figcaption", kept),
        class_="share",
    )


def _legend(view: View, looks: dict[Reason, Look]) -> Markup:
    """Return the verdicts of this page, each with a switch that shows or hides its blocks."""
    kept = len(view.trace.segments.blocks) - len(view.removed)
    found = Counter(view.removed.values())
    phrases = [r.reason for r in view.trace.article.removed if r.where.start is not None]
    found.update(phrases)
    switches = [_switch("kept", kept, "in the article", "f-kept")]
    for reason, look in looks.items():
        if found[reason]:
            name = f"c-{reason} f-{look.family}"
            switches.append(_switch(reason.value, found[reason], look.means, name))
    return tag(
        "fieldset",
        tag("legend", "Show"),
        *switches,
        class_="legend",
    )


def _switch(name: str, number: int, means: str, class_: str) -> Markup:
    """Return one verdict of the legend."""
    return tag(
        "label",
        tag("input", type="checkbox", checked=True, id=f"s-{name}"),
        tag("span", spelled(name), class_=f"label {class_}"),
        tag("span", f" {number:,}", class_="number"),
        title=means,
    )

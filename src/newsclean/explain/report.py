"""Why, as one page of HTML: the page's text by verdict beside the article that came out.

The page is safe to open whatever was read: its policy allows its own style sheet and nothing else,
no script, no picture, no request; all text of the page is escaped, and no address is a link.
"""

from __future__ import annotations

from string import Template
from typing import TYPE_CHECKING

from newsclean._version import __version__
from newsclean.explain import article, blocks, fields, style, summary
from newsclean.explain.lines import squeeze
from newsclean.explain.view import view as viewed
from newsclean.render.markup import together

if TYPE_CHECKING:
    from newsclean.pipeline import Trace


def report(trace: Trace, snippet: str | None = None) -> str:
    """Return the report of a page, one file of HTML in UTF-8.

    Args:
        trace: the page.
        snippet: blocks with this text, white space aside, are shown open.
    """
    view = viewed(trace, squeeze(snippet) if snippet else None)
    looks = style.looks()
    css = style.sheet(looks)
    title = f"Why: {(trace.article.title or 'a page without a title')[:200]}"
    return Template(style.template()).substitute(
        policy=style.policy(css),
        version=__version__,
        title=together([title]),
        style=css,
        header=summary.head(view, looks),
        blocks=blocks.section(view, looks),
        article=article.section(view),
        fields=fields.section(view),
        notes=fields.notes(view),
    )

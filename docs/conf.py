"""The documentation site: ``sphinx-build -W docs OUT`` (extra ``docs``: Sphinx, furo, myst-parser).

When the site is built, the page of rules is made from src/newsclean/data/, the plot of quality from
the tables beside it, the reference from the docstrings; all else is written by hand.
"""

import re
import tomllib
from importlib import resources
from pathlib import Path

from newsclean import __version__

project = "newsclean"
author = project_copyright = "The newsclean developers"
version = release = __version__
extensions = ["myst_parser", "sphinx.ext.autodoc", "sphinx.ext.napoleon"]
exclude_patterns = ["plugin-example", "_build"]
html_theme = "furo"
html_title = f"newsclean {version}"
myst_heading_anchors = 4
napoleon_use_ivar = True
autodoc_member_order = "bysource"
autodoc_default_options = {"members": True}
# newsclean.Article and newsclean.compat.newspaper.Article share a name.
suppress_warnings = ["ref.python"]

_LANGUAGES = {
    "any": "any language", "ar": "Arabic", "de": "German", "en": "English", "es": "Spanish",
    "fr": "French", "it": "Italian", "ja": "Japanese", "ko": "Korean", "pt": "Portuguese",
    "ru": "Russian", "zh": "Chinese", "zh-hant": "Chinese, traditional",
}  # fmt: skip
# So many of the lines that a rule knows are shown.
_SHOWN = 12


def setup(app):
    """Put what is made from data into its pages."""
    app.connect("source-read", _filled)


def _filled(_app, name, source):
    """Put tables and plots in place of comments."""
    if name == "rules":
        source[0] = source[0].replace("<!-- rules -->", rules())
    if name == "index":
        source[0] += others(source[0])
    if name == "quality":
        source[0] = source[0].replace("<!-- plot: body F1 -->", plot(source[0]))


def others(contents):
    """Return a list of the pages that the contents leave out, so that none is out of reach."""
    listed = {"index", *re.findall(r"^[a-z-]+$", contents, re.MULTILINE)}
    left = sorted({page.stem for page in Path(__file__).parent.glob("*.md")} - listed)
    lines = ("", "```{toctree}", ":caption: More", ":maxdepth: 1", "", *left, "```", "")
    return "\n".join(lines) if left else ""


def rules():
    """Return the tables of all rules that are data, as Markdown."""
    data = resources.files("newsclean") / "data"
    reasons = tomllib.loads((data / "report" / "reasons.toml").read_text("utf-8"))
    lines = ["## Reasons", "", "| reason | meaning |", "|---|---|"]
    lines += [f"| `{name}` | {_cell(reason['means'])} |" for name, reason in reasons.items()]
    for file in sorted((data / "phrases").iterdir(), key=lambda file: file.name):
        tongue = file.name.removesuffix(".toml")
        known = tomllib.loads(file.read_text("utf-8"))["phrase"]
        lines += [
            "",
            f"## Lines in {_LANGUAGES.get(tongue, tongue)}",
            "",
            *_table(known, "phrase."),
        ]
    pages = tomllib.loads((data / "pages.toml").read_text("utf-8"))["page"]
    lines += ["", "## Pages that are no article", "", *_table(pages, "")]
    return "\n".join(lines)


def plot(page):
    """Return the body F1 of newsclean and of the others in a page's tables, as bars in SVG."""
    own = re.search(r"^\| combined \| \d+ \| ([\d.]+) ", page, re.MULTILINE)
    others = page.partition("| extractor | F1 |")[2].partition("\n\n")[0]
    found = [("newsclean", float(own[1]))]
    for name, value in re.findall(r"^\| ([^|]+) \| \**([\d.]+)", others, re.MULTILINE):
        found.append((name, float(value)))
    bars = "".join(
        f'<text x="190" y="{y + 14}" text-anchor="end">{name}</text>'
        f'<rect x="200" y="{y}" width="{420 * value:.0f}" height="18" rx="2" '
        f'fill="{"#2f6b3a" if y == 0 else "#9aa0a6"}"/>'
        f'<text x="{206 + 420 * value:.0f}" y="{y + 14}">{value:.3f}</text>'
        for y, (name, value) in zip(range(0, 24 * len(found), 24), found, strict=True)
    )
    label = "Body F1 on article pages: " + ", ".join(f"{name} {value}" for name, value in found)
    return (
        f'<svg viewBox="0 0 690 {24 * len(found)}" role="img" aria-label="{label}" '
        f'font-size="13" fill="currentColor" style="max-width:690px">{bars}</svg>'
    )


def _table(known, prefix):
    """Return the rules of one file, a row each."""
    yield "| rule | says | knows, among others | leaves alone |"
    yield "|---|---|---|---|"
    for rule in known:
        lines = [line for name in ("text", "head", "body") for line in rule.get(name, ())]
        shown = "; ".join(map(_cell, lines[:_SHOWN]))
        more = f" and {len(lines) - _SHOWN} more" if len(lines) > _SHOWN else ""
        misses = "; ".join(map(_cell, rule.get("misses", ())[:2]))
        says = rule.get("reason") or rule["status"]
        yield f"| `{prefix}{rule['id']}` | `{says}` | {shown}{more} | {misses} |"


def _cell(text):
    """Return a text for a cell of a table."""
    return "".join(f"\\{c}" if c in "\\`*_[]<>|#~&$" else c for c in " ".join(text.split()))

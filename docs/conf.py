"""The documentation site: ``sphinx-build -W docs OUT`` (extra ``docs``: Sphinx, furo, myst-parser).

The page of rules is made from src/newsclean/data/ when the site is built, the reference from the
docstrings; all other pages are written by hand.
"""

import tomllib
from importlib import resources

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
    """Put the tables of rules into their page."""
    app.connect("source-read", _filled)


def _filled(_app, name, source):
    """Put the tables in place of a comment."""
    if name == "rules":
        source[0] = source[0].replace("<!-- rules -->", rules())


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

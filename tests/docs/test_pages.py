"""The pages of the documentation: the picture shows what is true, the rules are all there."""

import re
import runpy
from pathlib import Path

import newsclean
from newsclean import Reason

DOCS = Path(__file__).resolve().parents[2] / "docs"
# The page in the picture of the README.
SHOWN = """<sup id="k3x"></sup><menuitem id="k3x"></menuitem><delect id="k3x"></delect>
1.
2.
•
•

Ace88 Casino_Ace88 App_Ace88 Login

Home > Valley > News

Old mill to be repaired

Source: Valley Courier   5 May 2024, 08:30

Larger text   Smaller text   Print

The council met on Monday, and after a long debate it agreed Ace88 Casino_Ace88 App_Ace88 Login to repair the mill, he said.

Work is to begin in autumn, once the herons have left, and to end Ace88 Casino_Ace88 App_Ace88 Login two years later.

Related articles

Newsletter

Imprint
"""


def test_the_picture_shows_what_newsclean_does() -> None:
    article = newsclean.parse(SHOWN)
    picture = re.sub(r"<[^>]+>", "\n", (DOCS / "before-after.svg").read_text("utf-8"))
    right = picture.partition("newsclean.parse(page)")[2]
    assert article.title is not None
    assert article.title in right
    assert f"{article.source} | {article.date:%Y-%m-%d %H:%M}" in right
    words = " ".join(right.split())
    for paragraph in article.paragraphs:
        assert paragraph in words
    assert {removal.reason.value for removal in article.removed} == {
        reason.value for reason in Reason if re.search(rf"^{reason.value}$", right, re.MULTILINE)
    }
    assert sum(removal.rule == "banner.in-sentence" for removal in article.removed) == 2


def test_the_page_of_rules_has_every_rule() -> None:
    text = runpy.run_path(str(DOCS / "conf.py"))["rules"]()
    data = DOCS.parent / "src" / "newsclean" / "data"
    for file in (*(data / "phrases").glob("*.toml"), data / "pages.toml"):
        for name in re.findall(r'^id = "(.+)"$', file.read_text("utf-8"), re.MULTILINE):
            assert f"{name}`" in text
    assert all(f"| `{reason.value}` |" in text for reason in Reason)


def test_the_plot_shows_the_figures_of_the_page() -> None:
    plot = runpy.run_path(str(DOCS / "conf.py"))["plot"]((DOCS / "quality.md").read_text("utf-8"))
    assert plot.count("<rect") > 10
    assert re.search(r"newsclean 0\.9\d+, trafilatura 0\.913, ", plot)


def test_a_page_that_the_contents_leave_out_is_added() -> None:
    others = runpy.run_path(str(DOCS / "conf.py"))["others"]
    contents = (DOCS / "index.md").read_text("utf-8")
    assert "hints" not in others(contents)
    assert "\nhints\n" in others(contents.replace("\nhints\n", "\n"))

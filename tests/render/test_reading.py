"""An article in a REPL and in a notebook reads like an article."""

import re

import pytest
from bs4 import BeautifulSoup

import newsclean
from hostile.vectors import EVERY, page
from newsclean import Article, Block, BlockKind, Place, Reason, Removal, Status

BLOCKS = (
    Block(BlockKind.HEADING, "Why", 2),
    Block(BlockKind.PARAGRAPH, "The mill is old."),
    Block(BlockKind.LIST_ITEM, "First", 1, ordered=True),
    Block(BlockKind.LIST_ITEM, "inner", 2),
    Block(BlockKind.LIST_ITEM, "Second", 1, ordered=True),
    Block(BlockKind.QUOTE, "It was here\nbefore us."),
    Block(BlockKind.TABLE, "a\tb\nc\td", rows=(("a", "b"), ("c", "d"))),
    Block(BlockKind.CAPTION, "The mill"),
)
ARTICLE = Article(
    Status.OK,
    0.91,
    title="Old mill",
    source="Courier",
    authors=("Ada Brook", "Bo Lind"),
    blocks=BLOCKS,
    removed=(Removal("Home", Reason.NAV, "label.nav", Place(0)),),
)
TAGS = set("article h3 h4 p bdi details summary ul ol li code span blockquote pre".split())  # noqa: SIM905 - shorter
ATTRIBUTES = {"style", "dir", "lang"}


def test_printed_it_reads_like_an_article() -> None:
    assert str(ARTICLE) == (
        "Old mill\n\nCourier | Ada Brook, Bo Lind\n\nWhy\n\nThe mill is old.\n\n"
        "1. First\n  • inner\n2. Second\n\n    It was here\n    before us.\n\na | b\nc | d"
    )


def test_its_repr_is_one_line() -> None:
    assert repr(ARTICLE) == (
        "<Article ok 0.91: 'Old mill', Courier, Ada Brook, Bo Lind; 8 blocks; removed 1 nav>"
    )
    long = Article(Status.SPAM, title="x\n\x1b[1m" * 500, authors=("A B",) * 500)
    assert len(repr(long)) < 300
    assert repr(long).isprintable()


def test_without_text_it_says_what_the_page_is() -> None:
    assert str(newsclean.parse('{"a": 1}')) == "[not_article] The input is JSON, not a page."


def test_terminals_are_left_alone() -> None:
    article = newsclean.parse(
        "<h1>A&#27;[31m</h1><p>" + "It rained\x1b]0;x\x07 all day, he said. " * 9
    )
    assert "rained" in str(article)
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f]", str(article))


def shown(article: Article) -> BeautifulSoup:
    """Return what a notebook shows, if it can neither run nor load anything."""
    soup = BeautifulSoup(article._repr_html_(), "html.parser")
    for element in soup.find_all(True):
        assert element.name in TAGS
        assert set(element.attrs) <= ATTRIBUTES
        assert "url" not in str(element.get("style", ""))
    return soup


def test_a_notebook_shows_an_article() -> None:
    soup = shown(ARTICLE)
    assert soup.h3 is not None
    assert soup.h3.get_text() == "Old mill"
    assert "1 removed: 1 nav" in soup.get_text()
    assert soup.select("ol > li")[0].get_text() == "First"
    assert "before us." in soup.select("blockquote")[0].get_text()


@pytest.mark.parametrize("vector", EVERY, ids=ascii)
def test_a_notebook_runs_nothing(vector: str) -> None:
    shown(newsclean.parse(page(vector)))
    block = Block(BlockKind.PARAGRAPH, vector)
    shown(Article(Status.OK, title=vector, source=vector, blocks=(block,), language=vector))


def test_a_notebook_is_not_flooded() -> None:
    block = Block(BlockKind.PARAGRAPH, "<" * 100_000)
    gone = Removal("<" * 100_000, Reason.NAV, "x", Place(0))
    article = Article(
        Status.OK, title="<" * 100_000, blocks=(block,) * 2000, removed=(gone,) * 2000
    )
    assert len(article._repr_html_()) < 2_000_000
    assert "1,950 more in article.removed" in article._repr_html_()

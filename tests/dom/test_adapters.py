"""Every kind of input that the contract names, and no other."""

import io
from pathlib import Path

import bs4
import lxml.etree
import lxml.html
import pytest

import newsclean

HTML = "<html><body><h1>Bridge opens</h1><p>The bridge opened on Monday, the mayor said.</p></body></html>"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "page.html"
    path.write_text(HTML, encoding="utf-8")
    return path


def test_every_kind_of_input_gives_the_same_article(file: Path) -> None:
    tree = lxml.html.fromstring(HTML)
    kinds = (
        HTML,
        HTML.encode(),
        bytearray(HTML.encode()),
        memoryview(HTML.encode()),
        file,
        io.BytesIO(HTML.encode()),
        io.StringIO(HTML),
        tree,
        tree.getroottree(),
        bs4.BeautifulSoup(HTML, "html.parser"),
        bs4.BeautifulSoup(HTML, "html.parser").html,
    )
    for data in kinds:
        article = newsclean.parse(data)  # type: ignore[arg-type] # find() may give None
        assert article.title == "Bridge opens"
        assert article.paragraphs == ("The bridge opened on Monday, the mayor said.",)


def test_a_given_tree_is_not_changed() -> None:
    tree = lxml.html.fromstring(HTML)
    before = lxml.etree.tostring(tree)
    newsclean.parse(tree)
    assert lxml.etree.tostring(tree) == before


def test_text_is_never_a_path(file: Path) -> None:
    assert newsclean.parse(str(file)).title != "Bridge opens"


@pytest.mark.parametrize("data", [None, 5, ["<p>x</p>"], {"html": HTML}, object()])
def test_another_type_is_refused_by_name(data: object) -> None:
    with pytest.raises(newsclean.UnsupportedInput, match=type(data).__name__) as caught:
        newsclean.parse(data)  # type: ignore[arg-type] # is what is tested
    assert isinstance(caught.value, TypeError)
    assert isinstance(caught.value, newsclean.NewscleanError)
    assert "bytes" in str(caught.value)


def test_a_file_object_that_gives_something_else_is_refused() -> None:
    class Odd:
        def read(self, size: int) -> int:
            return size

    with pytest.raises(newsclean.UnsupportedInput, match="Odd gave a int"):
        newsclean.parse(Odd())  # type: ignore[arg-type] # is what is tested


def test_a_missing_file_is_the_callers_error(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        newsclean.parse(tmp_path / "none.html")

"""Common mistakes in calling parse() are said in a note."""

import pytest

import newsclean
from newsclean import Status


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ("page.html", "input.path"),
        (" /var/pages/1 \n", "input.path"),
        ("C:\\pages\\page.htm", "input.path"),
        ("~/my pages/page.html", "input.path"),
        ("https://news.example/story?id=1", "input.url"),
        ("www.news.example", "input.url"),
        ("news.example/story", "input.url"),
    ],
)
def test_names_of_pages_are_no_pages(given: str, code: str) -> None:
    article = newsclean.parse(given)
    assert article.status is Status.EMPTY
    assert [note.code for note in article.notes] == [code]
    assert given.strip() in article.removed[0].text
    assert not newsclean.parse(given.encode()).notes


@pytest.mark.parametrize(
    "given",
    [
        "It rained.",
        "<p>page.html</p>",
        "See https://news.example/story",
        "page.html\nother.html",
        "1/2",
        "and/or",
    ],
)
def test_text_is_not_taken_for_a_name(given: str) -> None:
    codes = {note.code for note in newsclean.parse(given).notes}
    assert not codes & {"input.path", "input.url"}


def test_an_address_without_scheme_is_noted() -> None:
    article = newsclean.parse("<p>It rained.</p>", url="news.example/story")
    assert [note.code for note in article.notes] == ["input.scheme"]
    assert not newsclean.parse("<p>It rained.</p>", url="https://news.example/story").notes


def test_what_a_client_answered_is_named() -> None:
    class Response:
        """Like that of requests: the page is in it."""

        content = b"<p>It rained.</p>"

    with pytest.raises(newsclean.UnsupportedInput, match=r"a Response; .*\.content\."):
        newsclean.parse(Response())  # type: ignore[arg-type] # is what is tested

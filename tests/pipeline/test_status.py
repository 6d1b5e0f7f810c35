"""What kind of page it was."""

import pytest

import newsclean
from newsclean import Status

SENTENCES = "".join(
    f"<p>On {day} the council met again, and the members agreed to repair the mill, the mayor said.</p>"
    for day in ("Monday", "Tuesday", "Wednesday", "Thursday")
)
LINKS = "".join(f"<li><a href='/{n}'>A headline of story number {n}</a></li>" for n in range(60))


@pytest.mark.parametrize(
    ("data", "status"),
    [
        (b"", Status.EMPTY),
        ("   ", Status.EMPTY),
        ("<html><body></body></html>", Status.EMPTY),
        (f"<h1>Mill</h1>{SENTENCES}", Status.OK),
        (
            "<h1>Mill</h1><p>The mill will be repaired, the council said on Monday, after a long debate.</p>",
            Status.OK,
        ),
        ("<title>404</title><h1>Page not found</h1><p>Try the search.</p>", Status.ERROR_PAGE),
        ("<h1>One more step</h1><p>Please solve the captcha to go on.</p>", Status.BLOCKED),
        (
            "<div id=root></div><noscript>Please enable JavaScript.</noscript><script src=a.js></script>",
            Status.SCRIPT_SHELL,
        ),
        (f"<h1>News</h1><ul>{LINKS}</ul>", Status.LISTING),
        (b"%PDF-1.4\n%\xe2\xe3", Status.UNDECODABLE),
        ('{"a": 1}', Status.NOT_ARTICLE),
        ("<?xml version='1.0'?><rss><channel><title>x</title></channel></rss>", Status.NOT_ARTICLE),
    ],
)
def test_status(data: bytes | str, status: Status) -> None:
    article = newsclean.parse(data)
    assert article.status is status
    assert 0 <= article.confidence <= 1
    if status is not Status.OK:
        assert article.paragraphs == ()


def test_too_large_is_not_read() -> None:
    article = newsclean.parse("x" * 101, options=newsclean.Options(max_bytes=100))
    assert article.status is Status.TOO_LARGE
    assert article.notes[0].code == "input.too-large"


def test_what_is_no_page_says_so_in_a_note() -> None:
    assert newsclean.parse('[{"a": 1}]').notes[0].code == "input.json"
    assert newsclean.parse("<rss><channel/></rss>").notes[0].code == "input.feed"


@pytest.mark.parametrize(
    "data",
    [
        "\ud800",
        "<p>a\udfffb</p>",
        b"\xff\xfe\x00",
        "<" * 5000,
        "<div>" * 100_000,
        bytes(range(256)),
    ],
)
def test_no_input_raises(data: bytes | str) -> None:
    assert isinstance(newsclean.parse(data), newsclean.Article)


def test_a_reason_can_be_switched_off() -> None:
    page = f"<h1>Mill</h1><article>{SENTENCES}</article><footer><p>Imprint and contact</p></footer>"
    keep = frozenset((newsclean.Reason.FOOTER,))
    assert "Imprint and contact" not in newsclean.parse(page).text
    assert "Imprint and contact" in newsclean.parse(page, options=newsclean.Options(keep=keep)).text

"""Links and boxes that are never closed end where they must."""

import pytest

from newsclean import dom
from newsclean.dom import unclosed

SENTENCE = " and the council then agreed to repair the mill before the next winter comes."


def closed(markup: str) -> str:
    return unclosed.close(markup.encode(), []).data.decode()


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ("<li><a href=1>One<li><a href=2>Two</a>", "<li><a href=1>One</a><li><a href=2>Two</a>"),
        ("<p>See <a href=1>here</p><p>More</p>", "<p>See <a href=1>here</a></p><p>More</p>"),
        ("<p><a href=1><b>One</b></p>", "<p><a href=1><b>One</b></a></p>"),
    ],
)
def test_a_link_left_open_ends_with_its_line(markup: str, expected: str) -> None:
    assert closed(markup) == expected


def test_of_a_link_left_open_in_a_long_sentence_no_words_are_linked() -> None:
    markup = f"<p>On Monday <a href=1>the mayor{SENTENCE}</p>"
    assert closed(markup) == f"<p>On Monday <a href=1></a>the mayor{SENTENCE}</p>"


def test_a_box_left_open_ends_with_the_element_around_it_at_the_latest() -> None:
    markup = "<section><div>One<div>Two</section><div>Three</div>"
    expected = "<section><div>One<div>Two</div></div></section><div>Three</div>"
    found = unclosed.close(markup.encode(), [])
    assert (found.data.decode(), found.boxes) == (expected, 2)


def test_where_another_box_ends_nobody_knows_which_was_left_open() -> None:
    markup = b"<div>One<div>Two</div>"
    assert unclosed.close(markup, []) == (markup, 1)


def test_scripts_and_comments_are_neither_counted_nor_changed() -> None:
    markup = "<script>x = '<div><a href=1>';</script><!-- <div> --><p><a href=2>Two</a></p>"
    assert unclosed.close(markup.encode(), []) == (markup.encode(), 0)
    assert closed("<p><a href=3>Three</p>" + markup) == "<p><a href=3>Three</a></p>" + markup


def test_what_is_closed_is_noted() -> None:
    page = dom.load("<ul><li><a href=1>One</ul><div>")
    assert [note.code for note in page.notes] == ["source.links", "source.boxes"]


@pytest.mark.parametrize("tag", [b"<a ", b"<div ", b"<script ", b"<!--", b"</a>", b"</section>"])
def test_many_of_one_tag_are_no_trouble(tag: bytes) -> None:
    data = b"<div >" + tag * 20_000
    assert unclosed.close(data, []).data.startswith(b"<div >")

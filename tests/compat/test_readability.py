"""Calls found in the documentation of readability-lxml (README)."""

import pytest

from newsclean.compat import CompatWarning, UnsupportedArgument
from newsclean.compat.readability import Document

from .page import PAGE, URL


def test_title_and_summary_of_bytes_and_text() -> None:
    for page in (PAGE, PAGE.encode()):
        doc = Document(page)
        assert doc.title() == doc.short_title() == "Old mill to be repaired"
        assert doc.author() == "Ada Brook, Ben Hill"
        assert doc.summary().startswith("<html><body><div><p>The council met")
        assert "<h1>" not in doc.summary()


def test_a_part_to_put_into_a_page() -> None:
    part = Document(PAGE, url=URL).summary(html_partial=True)
    assert part.startswith("<div><p>The council met")
    assert part.endswith("</p></div>")
    assert 'href="https://news.example/long"' in part
    assert "<figure>" in part
    assert "<figure>" not in Document(PAGE).summary(keep_all_images=False)


def test_a_page_that_is_no_article() -> None:
    page = """<html><head><title>Example Domain</title></head><body><div><h1>Example Domain</h1>
    <p>This domain is for use in examples in documents. You may use it without asking.</p>
    <p><a href="https://iana.example/">More information...</a></p></div></body></html>"""
    doc = Document(page)
    assert doc.title() == "Example Domain"
    assert "You may use it without asking" in doc.summary()
    empty = Document("")
    assert (empty.title(), empty.author(), empty.short_title()) == ("[no-title]", "[no-author]", "")
    assert empty.summary() == "<html><body><div></div></body></html>"


def test_settings() -> None:
    with pytest.warns(CompatWarning, match="'positive_keywords'"):
        Document(PAGE, positive_keywords=["intro"])
    with pytest.raises(UnsupportedArgument, match=r"'nonsense'.*retry_length"):
        Document(PAGE, nonsense=1)
    assert Document(PAGE, min_text_length=0).newsclean.title == "Old mill to be repaired"

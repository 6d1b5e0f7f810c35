"""Nothing that libxml2 would lose is lost."""

import pytest

from newsclean import dom
from newsclean.dom import dump


def text_of(page: dom.Page) -> str:
    return "|".join(" ".join("".join(root.itertext()).split()) for root in page.roots)


def codes(page: dom.Page) -> list[str]:
    return [note.code for note in page.notes]


def test_text_after_the_end_of_the_document_stays() -> None:
    page = dom.load("<html><body><p>One.</p></body></html><p>Two.</p>")
    assert text_of(page) == "One.Two."
    assert codes(page) == ["source.after-end"]


def test_documents_in_a_row_are_parted() -> None:
    one = "<!DOCTYPE html><html><head><title>A</title></head><body><p>One.</p></body></html>"
    page = dom.load(one + "\n<!-- cache -->" + one.replace("One", "Two"))
    assert text_of(page) == "AOne.|ATwo."
    assert codes(page) == ["source.documents"]


def test_very_many_documents_are_read_as_a_hundred_and_lose_nothing() -> None:
    page = dom.load("".join(f"<html><body><p>N{i}.</p></body></html>" for i in range(300)))
    assert len(page.roots) == 100
    assert codes(page)[:2] == ["source.documents", "source.documents-many"]
    assert text_of(page).replace("|", "") == "".join(f"N{i}." for i in range(300))


def test_a_document_pasted_into_another_does_not_part_it() -> None:
    page = dom.load(
        "<html><body><p>A.</p><html><body><p>B.</p></body></html><p>C.</p></body></html>"
    )
    assert text_of(page) == "A.B.C."


@pytest.mark.parametrize("depth", [300, 3000, 20_000])
def test_deeply_nested_text_and_what_follows_stay(depth: int) -> None:
    page = dom.load("<div>" * depth + "deep" + "</div>" * depth + "<p>after</p>")
    assert text_of(page) == "deepafter"
    assert ("dom.flattened" in codes(page)) == (depth > 2000)


def test_an_unclosed_comment_hides_nothing() -> None:
    page = dom.load("<p>One.</p><!-- ad slot <p>Two.</p>")
    assert "Two." in text_of(page)
    assert codes(page) == ["source.comment"]


def test_a_script_hidden_the_old_way_is_no_unclosed_comment() -> None:
    page = dom.load("<script><!--\nvar a = 1;\n</script><p>One.</p>")
    assert codes(page) == []


def test_nul_bytes_cut_nothing() -> None:
    page = dom.load("<p>One\x00 and\x00 two.</p>")
    assert text_of(page) == "One and two."
    assert codes(page) == ["source.controls"]


@pytest.mark.parametrize("tag", ["title", "textarea", "xmp", "iframe", "plaintext"])
def test_an_element_that_never_closes_swallows_nothing(tag: str) -> None:
    page = dom.load(f"<{tag}>One <p>Two, three.</p>")
    assert "<p>" not in text_of(page)
    assert "Two, three." in text_of(page)


def test_a_giant_text_stays_whole() -> None:
    page = dom.load("<p>" + "word " * 2_400_000 + "</p>")
    assert len("".join(page.roots[0].itertext())) == 12_000_000


DUMP = """<sup id="q7"></sup><dl id="q7"></dl>
  • <menuitem id="q7"></menuitem>

        The bridge over the Linde opened on Monday after three years of work.

        "We have waited long for this day," the mayor said at the ceremony.
        Print  Save
"""


def test_a_text_dump_is_read_by_its_lines() -> None:
    page = dom.load(DUMP)
    assert page.text_dump
    tags = [element.tag for element in page.roots[0].iter()]
    assert tags == ["html", "body", "p", "p", "p", "br"]


@pytest.mark.parametrize(
    "markup",
    [
        "<p>The bridge opened on Monday.</p>\n" * 8,
        "<script>\nvar a = 'a long line of code, that is not prose at all';\n\nvar b = 2;\n</script>",
        '{"text": "A long line of JSON that is certainly no page, is it."}\n' * 4,
    ],
)
def test_pages_scripts_and_json_are_no_dumps(markup: str) -> None:
    assert not dump.is_dump(markup.encode())


def test_wrapped_lines_are_joined() -> None:
    lines = "The bridge over the Linde opened on Monday after three years\n"
    lines += "of work, and the mayor was there to cut the ribbon with her\nown scissors."
    assert "<br>" not in dump.to_markup(lines)


def test_preformatted_prose_becomes_paragraphs_and_code_stays() -> None:
    prose = "The bridge over the Linde opened on Monday, said the mayor.\n\n" * 2
    code = "def f(x):\n    return {k: v[0] for k, v in x.items()}  # a comment here\n" * 3
    page = dom.load(f"<pre>{prose}</pre><pre>{code}</pre>")
    assert [element.tag for element in page.roots[0].iter("p", "pre")] == ["p", "p", "pre"]


def test_markup_escaped_twice_in_preformatted_text_is_markup() -> None:
    page = dom.load('<pre>&amp;lt;sup id="q7"&amp;gt;&amp;lt;/sup&amp;gt;\nOne line of text.</pre>')
    assert text_of(page) == "One line of text."


@pytest.mark.parametrize("text", ["<!-- -->", "<", "<!doctype html>"])
def test_a_page_without_text_gives_no_error(text: str) -> None:
    dom.load(text)


def test_controls_by_number_are_no_text() -> None:
    page = dom.load("<p>The m&#2;ill &#X1f;stands&#127 &#310; &#10;here&#x85;</p>")
    assert text_of(page) == "The mill stands \u0136 here\u2026"
    assert page.notes[0].text == "3 control characters were taken out."


def test_a_title_that_never_closes_is_cut_between_characters() -> None:
    line = "\u8239\u5728\u6cb3\u4e0a\uff0c" * 8 + "\u6c34\u8f66\u8fd8\u5728\u8f6c\u3002\n"
    page = dom.load("<title>ab" + 20 * line)
    assert codes(page) == ["source.unclosed", "dump.page"]
    assert text_of(page).count(line.strip()) >= 20

"""Calls found in trafilatura's documentation (README, quickstart, usage with Python, settings)."""

import csv
import io
import json
import warnings
from typing import Any
from xml.etree import ElementTree

import pytest
from lxml import html

import newsclean
from newsclean.compat import CompatWarning, NeedsNetwork, UnsupportedArgument
from newsclean.compat.trafilatura import (
    Document,
    bare_extraction,
    baseline,
    extract,
    extract_metadata,
    extract_with_metadata,
    fetch_response,
    fetch_url,
    html2txt,
)

from .page import PAGE, URL

DEBATE = "The council met on Monday, and after a long debate it agreed to repair the mill, he said."


def test_extract_gives_the_text() -> None:
    text = extract(PAGE)
    assert text is not None
    assert text.split("\n")[:3] == [
        DEBATE,
        "The plan",
        "- A new wheel, made of oak from the forest",
    ]
    assert "| Wheel | 100 |" in text
    assert "What a fine mill" not in text
    assert "The mill in May" not in text


def test_a_parsed_tree_is_taken() -> None:
    tree = html.fromstring(
        "<html><body><article><p>\n Here is the main text.\n</p></article></body></html>"
    )
    assert extract(tree) == "Here is the main text."


def test_a_very_short_page_gives_its_line() -> None:
    assert extract("<html><body><p>Text.</p></body></html>") == "Text."


@pytest.mark.parametrize("nothing", [None, "", b"", "<html></html>"])
def test_nothing_gives_none(nothing: Any) -> None:
    assert extract(nothing) is None
    assert bare_extraction(nothing) is None


def test_json_has_their_keys() -> None:
    plain = json.loads(extract(PAGE, output_format="json", include_comments=False) or "")
    assert list(plain) == ["text", "comments"]
    assert plain["comments"] == ""
    whole = json.loads(extract(PAGE, output_format="json", with_metadata=True, url=URL) or "")
    assert whole["title"] == "Old mill to be repaired"
    assert whole["author"] == "Ada Brook; Ben Hill"
    assert whole["date"] == "2024-05-05"
    assert whole["source"] == URL
    assert len(whole["fingerprint"]) == 16
    assert whole["hostname"] == "news.example"
    assert whole["source-hostname"] == "Valley Courier"
    assert whole["excerpt"] == "The council will repair the mill."
    assert "What a fine mill" in whole["comments"]


def test_xml_keeps_the_structure() -> None:
    root = ElementTree.fromstring(  # noqa: S314 - our own text
        extract(PAGE, output_format="xml", include_links=True, with_metadata=True, url=URL) or ""
    )
    assert root.get("title") == "Old mill to be repaired"
    main = root.find("main")
    assert main is not None
    assert [child.tag for child in main] == ["p", "head", "list", "table", "p"]
    assert [ref.get("target") for ref in main.iter("ref")] == ["https://news.example/long"]
    assert [cell.text for cell in main.iter("cell")] == ["Part", "Cost", "Wheel", "100"]
    assert "".join(main[0].itertext()) == DEBATE


def test_markdown_has_marks_and_links_as_asked() -> None:
    assert "**mill**" in (extract(PAGE, output_format="markdown") or "")
    assert "long debate" in (extract(PAGE, output_format="markdown") or "")
    assert "[long debate]" not in (extract(PAGE, output_format="markdown") or "")
    assert "[long debate](<https://news.example/long>)" in (
        extract(PAGE, include_links=True, url=URL) or ""
    )
    headed = extract(PAGE, output_format="markdown", with_metadata=True) or ""
    assert headed.startswith('---\ntitle: "Old mill to be repaired"\n')


def test_csv_is_one_row_of_eleven_values() -> None:
    text = extract(PAGE, output_format="csv", with_metadata=True, url=URL) or ""
    (row,) = csv.reader(io.StringIO(text), delimiter="\t")
    assert len(row) == 11
    assert row[0] == URL
    assert row[4] == "Old mill to be repaired"


def test_html_is_a_document() -> None:
    text = extract(PAGE, output_format="html", with_metadata=True) or ""
    assert '<meta name="author" content="Ada Brook; Ben Hill">' in text
    assert "<h1>Old mill to be repaired</h1>" in text


def test_what_is_included_can_be_chosen() -> None:
    assert "Wheel | 100" not in (extract(PAGE, include_tables=False) or "")
    images = extract(PAGE, output_format="markdown", include_images=True, url=URL) or ""
    assert "![The mill](<https://news.example/mill.jpg>)" in images


def test_bare_extraction_gives_a_document_or_a_dictionary() -> None:
    found = bare_extraction(PAGE, with_metadata=True)
    assert isinstance(found, Document)
    assert found.title == "Old mill to be repaired"
    assert found.text == extract(PAGE)
    assert found.body is not None
    assert found.article is not None
    assert found.article.status is newsclean.Status.OK
    record = bare_extraction(PAGE, as_dict=True, output_format="python")
    assert isinstance(record, dict)
    assert record["author"] == "Ada Brook; Ben Hill"


def test_an_answer_with_data_is_taken() -> None:
    class Answer:
        data = PAGE.encode()
        url = URL

    assert bare_extraction(Answer(), url=Answer.url) is not None


def test_metadata_alone() -> None:
    found = extract_metadata(PAGE, default_url=URL, author_blacklist={"ben hill"})
    assert (found.title, found.author, found.text) == ("Old mill to be repaired", "Ada Brook", None)


def test_metadata_and_formatted_text() -> None:
    found = extract_with_metadata(PAGE, output_format="markdown")
    assert found is not None
    assert found.text == extract(PAGE, output_format="markdown")


def test_pages_can_be_refused() -> None:
    assert extract(PAGE, URL, target_language="de") is None
    assert extract(PAGE, URL, target_language="en") is not None
    assert extract(PAGE, url_blacklist={URL}, url=URL) is None
    assert (
        extract("<p>The council met, and agreed to repair the mill, he said.</p>" * 3) is not None
    )
    assert (
        extract(
            "<p>The council met, and agreed to repair the mill, he said.</p>" * 3,
            only_with_metadata=True,
        )
        is None
    )


def test_all_text_of_the_page() -> None:
    text = html2txt(PAGE)
    assert "Home" in text
    assert "What a fine mill" in text
    assert DEBATE in text


def test_the_baseline() -> None:
    body, text, length = baseline(PAGE)
    assert text == extract(PAGE)
    assert length == len(text)
    assert body.tag == "body"
    assert "".join(body[0].itertext()) == DEBATE


def test_settings_without_counterpart_are_named() -> None:
    with pytest.warns(CompatWarning, match="'favor_precision'"):
        extract(PAGE, URL, favor_precision=True)
    with pytest.warns(CompatWarning, match="'date_extraction_params'"):
        extract(PAGE, date_extraction_params={"extensive_search": True, "max_date": "2018-07-01"})
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        extract(PAGE, include_comments=False, include_tables=False, no_fallback=True, fast=True)
        extract(PAGE, favor_recall=False)


def test_a_warning_points_at_the_caller() -> None:
    with pytest.warns(CompatWarning) as caught:
        extract(PAGE, favor_precision=True)
    assert caught[0].filename == __file__
    with pytest.warns(CompatWarning) as caught:
        extract(PAGE, options=object())
    assert caught[0].filename == __file__


def test_what_cannot_be_honoured_is_an_error() -> None:
    with pytest.raises(UnsupportedArgument, match=r"'nonsense'.*include_links"):
        extract(PAGE, nonsense=1)
    with pytest.raises(UnsupportedArgument, match=r"prune_xpath.*Options\(drop"):
        extract(PAGE, prune_xpath="//div")
    with pytest.raises(ValueError, match="'xmltei' is not one of txt, markdown"):
        extract(PAGE, output_format="xmltei")


def test_nothing_is_fetched() -> None:
    with pytest.raises(NeedsNetwork, match=r"fetch_url.*does not go to the network"):
        fetch_url("https://news.example/")
    with pytest.raises(NeedsNetwork):
        fetch_response("https://news.example/")

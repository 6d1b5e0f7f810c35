"""Where bylines stand, and what in them is a name."""

from __future__ import annotations

import json

import pytest

from newsclean import dom, segment
from newsclean.fields import authors, names, person, structured, title
from newsclean.fields.base import View
from newsclean.verdicts import Ledger

BODY = (
    "The ferry between the two islands sails again from Monday, the harbour office said. "
    "It had been out of service since a storm damaged the northern pier in the autumn."
)


def people(
    line: str = "", head: str = "", end: str = "", url: str | None = None
) -> tuple[str, ...]:
    html = (
        f"<html><head>{head}</head><body><h1>Ferry sails again</h1>{line}"
        f"<p>{BODY}</p><p>{BODY}</p>{end}</body></html>"
    )
    page = dom.load(html)
    view = View(structured.read(page), segment.split(page), Ledger(), url)
    heading = next((index for index, _ in title.find(view).claims), None)
    return authors.find(view._replace(title_block=heading)).value


def jsonld(*authors: str) -> str:
    item = {"@type": "NewsArticle", "author": [{"@type": "Person", "name": n} for n in authors]}
    return f'<script type="application/ld+json">{json.dumps(item)}</script>'


def meta(name: str, content: str) -> str:
    return f'<meta name="{name}" content="{content}">'


@pytest.mark.parametrize("around", ["teaser", "sidebar"])
def test_a_marked_byline_right_below_the_heading_counts_wherever_it_stands(around: str) -> None:
    line = f'<div class="{around}"><p class="byline">By Jane Doe</p></div>'
    assert people(line) == ("Jane Doe",)


def test_a_marked_byline_in_a_caption_is_that_of_the_picture() -> None:
    line = '<figure><figcaption><span class="byline">By Jane Doe</span></figcaption></figure>'
    assert people(line) == ()


@pytest.mark.parametrize(
    "line",
    [
        "11.12.2019 - Jane Doe",
        "04.02.2022 | 13:10 Uhr | Jane Doe",
        "Jane Doe | April 13, 2020",
        "Jane Doe•October 3, 2016",
    ],
)
def test_a_name_parted_from_the_date_is_the_authors(line: str) -> None:
    assert people(f"<p>{line}</p>") == ("Jane Doe",)


@pytest.mark.parametrize(
    "line",
    [
        "<p>Harbour News 23.01.2020</p>",
        "<p>Winter Games | 2022 in Northtown</p>",
        '<p><a href="/harbour">Harbour News</a> | 23.01.2020</p>',
        "<h3>Harbour Days | 23.01.2020</h3>",
    ],
)
def test_what_else_stands_by_a_date_is_no_author(line: str) -> None:
    assert people(line) == ()


@pytest.mark.parametrize("line", ["Leasing von Fahrzeugen", "Sort by Brand", "Bild von Pexels"])
def test_one_word_behind_a_byline_word_inside_a_line_is_no_author(line: str) -> None:
    assert people(f"<p>{line}</p>") == ()


def test_a_line_with_the_label_of_something_else_names_no_author() -> None:
    line = '<div class="byline"><p>Tags: Georg von Below, Jane Roe</p></div>'
    assert people(line, jsonld("Jane Doe")) == ("Jane Doe",)


def test_the_foot_of_an_article_names_its_author() -> None:
    end = (
        "<footer>Posted by <a href='/author/jd/'>Jane Doe</a> at 18:52 Tagged with: "
        "islands, ferries, harbours, piers, storms</footer>"
    )
    line = f"<article><p>{BODY}</p><p>{BODY}</p><p>{BODY}</p>{end}</article>"
    assert people(line) == ("Jane Doe",)


def test_links_of_the_interface_are_no_authors() -> None:
    line = '<a class="btn" href="/member/login">Neu Anmelden</a>'
    assert people(line) == ()


def test_reporters_in_neighbouring_lines_belong_together() -> None:
    assert people("<p>배윤경 기자</p><p>이상현 기자</p>") == ("배윤경", "이상현")


def test_a_card_names_the_author_when_its_label_says_so() -> None:
    head = meta("twitter:label1", "Written by") + meta("twitter:data1", "Jane Doe @jane")
    assert people(head=head) == ("Jane Doe",)
    head = meta("twitter:label1", "Time to read") + meta("twitter:data1", "Four Minutes")
    assert people(head=head) == ()


def test_a_name_that_begins_with_the_familys_is_turned() -> None:
    assert people(head=meta("citation_author", "Doe, Jane R.")) == ("Jane R. Doe",)


def test_a_full_name_wins_over_a_first_name() -> None:
    line = "<p>Posted by Jane Doe</p>"
    assert people(line, jsonld("Jane") + meta("author", "Jane")) == ("Jane Doe",)


def test_the_sites_host_is_no_author_beside_people() -> None:
    url = "https://www.nordpost.example/a"
    assert people(head=jsonld("Jane Doe", "Nordpost.example"), url=url) == ("Jane Doe",)


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("Jane Doe, Jan Roe und April Poe", ["Jane Doe", "Jan Roe", "April Poe"]),
        ("Jane Doe April 13, 2020", ["Jane Doe"]),
        ("Loïc Le Clerc", ["Loïc Le Clerc"]),
        ("Jane Doe Illustration von John Roe", ["Jane Doe"]),
    ],
)
def test_where_names_end(line: str, wanted: list[str]) -> None:
    assert names.leading(line) == wanted


def test_pieces_are_names_without_bylines_and_accounts() -> None:
    assert names.pieces("By Jane Doe • March 4, 2021") == ["Jane Doe"]
    assert names.pieces("Jane Doe, @janedoe") == ["Jane Doe"]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Post-Reporter Jane Doe", "Jane Doe"),
        ("Jean-Luc Doe", "Jean-Luc Doe"),
        ('Jane "Jay" Doe', 'Jane "Jay" Doe'),
        ("Jane D.", "Jane D."),
        ("Jane Doe.", "Jane Doe"),
        ('name":"Jane Doe" }', ""),
        ("Written by", ""),
        ("Editor: Jane Doe", ""),
    ],
)
def test_a_clean_name(text: str, wanted: str) -> None:
    assert person.clean(text) == wanted

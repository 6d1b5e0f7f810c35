"""The title where origins differ: which heading counts, and which stated title is whole."""

from __future__ import annotations

import pytest

from newsclean import dom, segment
from newsclean.fields import sifted, site, structured, title
from newsclean.fields.base import View
from newsclean.fields.title import running
from newsclean.verdicts import Ledger

BODY = (
    "The ferry between the two islands sails again from Monday, the harbour office said. "
    "It had been out of service since a storm damaged the northern pier in the autumn."
)
ARCHIVE = "https://web.archive.org/web/20150102030405/http://www.harbournews.example/ferry-sails"


def value(html: str, url: str | None = None) -> str | None:
    page = dom.load(html)
    view = View(structured.read(page), segment.split(page), Ledger(), url)
    return title.find(view).value


def page(head: str, body: str, end: str = "") -> str:
    return f"<html><head>{head}</head><body>{body}<p>{BODY}</p><p>{BODY}</p>{end}</body></html>"


def og(text: str) -> str:
    return f'<meta property="og:title" content="{text}">'


def test_a_heading_of_one_word_that_nothing_repeats_is_a_sections() -> None:
    head = "<title>The ferry sails again on Monday</title>"
    assert value(page(head, "<h1>Islands</h1>")) == "The ferry sails again on Monday"


@pytest.mark.parametrize("stated", ["History", "Harbour News"])
def test_a_heading_of_one_word_stays_when_what_is_stated_says_no_more(stated: str) -> None:
    head = f'<title>{stated}</title><meta property="og:site_name" content="Harbour News">'
    assert value(page(head, "<h1>Ferries</h1>")) == "Ferries"


def test_a_heading_below_all_text_that_nothing_repeats_is_not_the_articles() -> None:
    head = "<title>Northern ferry sails again on Monday</title>"
    end = "<h1>Original text</h1><p>Rate it</p>"
    assert value(page(head, "", end)) == "Northern ferry sails again on Monday"


def test_a_hint_that_all_of_the_page_stands_in_says_nothing() -> None:
    head = f"<title>Ferries: all you must know</title>{og('Ferries: all you must know')}"
    body = f"<h1>Why the northern ferry sails again</h1><p>{BODY}</p><p>{BODY}</p>"
    html = f'<html><head>{head}</head><body><div class="teaser">{body}</div></body></html>'
    assert value(html) == "Why the northern ferry sails again"


def test_a_teasers_heading_beside_the_text_still_loses() -> None:
    head = "<title>Ferry sails again</title>"
    body = '<div class="teaser"><h2>Bakery closes at last</h2></div><h2>Ferry sails again</h2>'
    assert value(page(head, body)) == "Ferry sails again"


@pytest.mark.parametrize("body", ["", f"<p>{BODY}</p><aside><p>{BODY}</p></aside>"])
def test_hints_that_not_all_text_stands_in_speak_against_a_place(body: str) -> None:
    html = dom.load(f"<html><body><nav>Menu</nav>{body}</body></html>")
    view = View(structured.read(html), segment.split(html), Ledger(), None)
    assert sifted.of(view).running.away == running.AWAY


def test_a_sites_name_is_known_on_a_page_from_a_web_archive() -> None:
    head = "<title>Harbour News » Blog » Ferry sails again</title>"
    body = "<h1>Harbour News</h1><h2>Ferry sails again</h2>"
    assert value(page(head, body), ARCHIVE) == "Ferry sails again"


@pytest.mark.parametrize(
    ("address", "wanted"),
    [
        ("https://web.archive.org/web/2015/http://example.com/a", "http://example.com/a"),
        ("/web/20150102030405im_/https://example.com/a", "https://example.com/a"),
        ("https://example.com/web/2015/a", "https://example.com/web/2015/a"),
    ],
)
def test_the_address_in_an_archives_address(address: str, wanted: str) -> None:
    assert site.original(address) == wanted


def test_a_stated_title_cut_short_gives_way_to_the_whole() -> None:
    cut, whole = "Senator calls the ferry plan", "Senator calls the ferry plan unfit for the isles"
    data = f'{{"@type": "NewsArticle", "headline": "{cut}"}}'
    head = f"<title>{whole}</title>{og(cut)}<script type='application/ld+json'>{data}</script>"
    assert value(page(head, f"<h2>Politics</h2><h3>{whole}</h3>")) == whole


@pytest.mark.parametrize("kicker", ["", "<span>Island transport </span>"])
def test_the_headline_shown_below_one_for_search_engines_wins(kicker: str) -> None:
    engines = "Ferry north: why the ferry sails again"
    data = f'{{"@type": "NewsArticle", "headline": "{engines}"}}'
    head = (
        f"<title>{engines}</title>{og('Islands cheer as their ferry comes back at last')}"
        f"<script type='application/ld+json'>{data}</script>"
    )
    shown = f"<h2>{kicker}Islands cheer as their ferry comes back at last</h2>"
    body = f"<nav class='breadcrumb'><a href='/n'>News</a><h1>{engines}</h1></nav>{shown}"
    assert value(page(head, body)) == "Islands cheer as their ferry comes back at last"


def test_a_heading_among_menus_stays_when_the_next_one_is_not_stated() -> None:
    engines = "Ferry north: why the ferry sails again"
    head = f"<title>{engines}</title>{og(engines)}"
    body = f"<nav class='breadcrumb'><h1>{engines}</h1></nav><h2>Why the ferry is late</h2>"
    assert value(page(head, body)) == engines


def test_a_date_in_front_of_a_heading_goes() -> None:
    head = f"<title>Statistics of ferries</title>{og('Ferry figures of the year')}"
    body = "<h1><span>27.01.2022</span>Ferry figures of the year</h1>"
    assert value(page(head, body)) == "Ferry figures of the year"


def test_a_year_in_front_of_a_heading_stays() -> None:
    head = f"<title>Ferry news and rates</title>{og('Ferry guide and rates')}"
    assert value(page(head, "<h1>2022 Ferry guide and rates</h1>")) == "2022 Ferry guide and rates"


def test_a_heading_of_two_stated_titles_keeps_the_second() -> None:
    data = '{"@type": "NewsArticle", "headline": "How to board the ferry rightly"}'
    head = (
        f"<title>Ferry boarding: times; price</title>{og('Ferry boarding: times; price')}"
        f'<script type="application/ld+json">{data}</script>'
    )
    body = "<h1>Ferry boarding: times; price <br>How to board the ferry rightly</h1>"
    assert value(page(head, body)) == "How to board the ferry rightly"


def test_character_references_in_a_heading_are_read() -> None:
    assert value(page("", "<h1>Ferries &amp;#x26; piers</h1>")) == "Ferries & piers"


def test_a_line_that_is_a_date_alone_is_no_title() -> None:
    assert value("<body><div>2014-11-23T16:00:00+04:00</div></body>") is None

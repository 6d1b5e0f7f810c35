"""Which of a page's dates is the article's."""

from __future__ import annotations

import datetime as dt

import pytest

from newsclean import dom, segment
from newsclean.fields import dates, structured
from newsclean.fields.base import View
from newsclean.model import BlockKind, Reason
from newsclean.verdicts import Ledger, Verdict

TITLE = "<h1>The old bridge opens again</h1>"
TEXT = "<p>" + "The bridge over the river was opened to walkers again, the town said. " * 4 + "</p>"


def view(html: str, url: str | None = None) -> View:
    page = dom.load(html)
    segments = segment.split(page)
    title = next((b.index for b in segments.blocks if b.kind is BlockKind.HEADING), None)
    return View(structured.read(page), segments, Ledger(), url, title)


def published(html: str, url: str | None = None) -> str:
    value = dates.find(view(html, url)).published.value
    return value.isoformat() if value else ""


def modified(html: str) -> str:
    value = dates.find(view(html)).modified.value
    return value.isoformat() if value else ""


def ld(text: str) -> str:
    return f'<script type="application/ld+json">{text}</script>'


def meta(name: str, content: str) -> str:
    return f'<meta name="{name}" content="{content}">'


@pytest.mark.parametrize(
    "html",
    [
        ld('{"@type": "NewsArticle", "datePublished": "2022-08-15"}') + TITLE + TEXT,
        '<meta property="article:published_time" content="2022-08-15">' + TITLE + TEXT,
        meta("parsely-pub-date", "2022-08-15") + TITLE + TEXT,
        meta("acme-published-date", "2022-08-15") + TITLE + TEXT,
        TITLE + '<span itemprop="datePublished" content="2022-08-15">last week</span>' + TEXT,
        TITLE + '<time datetime="2022-08-15">last week</time>' + TEXT,
        TITLE + "<p>Published on 15 August 2022</p>" + TEXT,
        TITLE + "<p>发布时间：2022-08-15　来源：某报</p>" + TEXT,
        TITLE + "<p>By Ann Lee, 15 August 2022</p>" + TEXT,
        "<p>15 August 2022</p>" + TITLE + TEXT,
        TITLE + TEXT + "<p>Published: 15 August 2022</p>",
        '<script id="__NEXT_DATA__" type="application/json">{"publishedAt": "2022-08-15", "a": "'
        + "word " * 300
        + '"}</script>'
        + TITLE,
    ],
)
def test_a_single_date_is_found_wherever_it_is(html: str) -> None:
    assert published(html) == "2022-08-15"


@pytest.mark.parametrize(
    "url",
    [
        "https://example.org/2022/08/15/bridge",
        "https://example.org/news/2022-08-15-bridge.html",
        "https://example.org/202208/15/t20220815_1.html",
        "https://example.org/bridge-20220815.html",
    ],
)
def test_the_address_dates_a_page_that_does_not(url: str) -> None:
    assert published(TITLE + TEXT, url) == "2022-08-15"


def test_numbers_in_an_address_that_are_no_date_date_nothing() -> None:
    assert published(TITLE + TEXT, "https://example.org/202213450/99999-99-99") == ""


def test_published_is_kept_apart_from_modified() -> None:
    html = TITLE + "<p>Published 15 August 2022, last updated 17 August 2022 09:00</p>" + TEXT
    assert published(html) == "2022-08-15"
    assert modified(html) == "2022-08-17T09:00:00"


def test_a_page_that_only_says_when_it_was_updated_is_dated_by_that() -> None:
    html = TITLE + "<p>Last updated: 17 August 2022</p>" + TEXT
    found = dates.find(view(html))
    assert found.published.value == found.modified.value == dt.date(2022, 8, 17)
    assert found.published.candidates[0].origin == "visible:modified"


def test_the_most_exact_form_of_the_day_is_taken() -> None:
    html = (
        ld('{"@type": "Article", "datePublished": "2022-08-15"}')
        + TITLE
        + "<p>15 August 2022 16:30</p>"
        + TEXT
    )
    assert published(html) == "2022-08-15T16:30:00"


def test_a_machines_midnight_yields_to_a_time() -> None:
    html = meta("article:published_time", "2022-08-15T00:00:00") + TITLE + "<p>2022-08-15 16:30</p>"
    assert published(html + TEXT) == "2022-08-15T16:30:00"


def test_time_and_zone_stay_as_given() -> None:
    html = meta("article:published_time", "2022-08-15T16:30:00+08:00") + TITLE + TEXT
    value = dates.find(view(html)).published.value
    assert isinstance(value, dt.datetime)
    assert value.utcoffset() == dt.timedelta(hours=8)


def test_a_moment_in_utc_keeps_the_day_that_the_page_shows() -> None:
    post = "<blockquote>The Northern Post (@north) August 14, 2022</blockquote>"
    html = (
        meta("article:published_time", "2022-08-15T09:55:00+00:00")
        + TITLE
        + f"<p>15.08.2022, 11:55</p>{post}{TEXT}"
    )
    assert published(html).startswith("2022-08-15")


def test_a_date_that_a_heading_begins_with_counts() -> None:
    html = f"<h1><span>27.01.2022</span>The old bridge opens</h1>{TEXT}"
    assert published(html) == "2022-01-27"


def test_a_date_further_on_in_a_heading_does_not() -> None:
    assert published(f"<h1>The old bridge opens on 27.01.2022</h1>{TEXT}") == ""


def test_a_moment_in_utc_is_given_as_the_page_shows_it() -> None:
    html = meta("article:published_time", "2022-08-14T22:30:00Z") + TITLE
    assert published(html + "<p>15 August 2022 00:30</p>" + TEXT) == "2022-08-15T00:30:00"
    assert published(html + "<p>19 August 2022 11:11</p>" + TEXT) == "2022-08-14T22:30:00+00:00"


def test_an_ambiguous_date_is_settled_by_the_other_dates() -> None:
    html = TITLE + "<p>Published 08/05/2022 16:30</p>" + TEXT
    assert published(html) == "2022-05-08T16:30:00"
    assert published(html, "https://example.org/2022/08/05/x") == "2022-08-05T16:30:00"
    assert published('<html lang="en-US">' + html) == "2022-08-05T16:30:00"


def test_the_articles_own_object_beats_the_page_and_other_articles() -> None:
    objects = [
        '{"@type": "WebPage", "datePublished": "2015-01-01"}',
        '{"@type": "NewsArticle", "headline": "Something else", "datePublished": "2016-01-01"}',
        '{"@type": "NewsArticle", "headline": "The old bridge", "datePublished": "2022-08-15"}',
    ]
    html = "<title>The old bridge opens again</title>" + "".join(map(ld, objects)) + TITLE + TEXT
    assert published(html) == "2022-08-15"


def test_a_date_that_is_only_the_last_change_yields_to_one_beside_the_title() -> None:
    both = '{"@type": "Article", "datePublished": "2024-03-01", "dateModified": "2024-03-01"}'
    assert published(ld(both) + TITLE + "<p>15 August 2022</p>" + TEXT) == "2022-08-15"
    older = both.replace('Published": "2024', 'Published": "2021')
    assert published(ld(older) + TITLE + "<p>15 August 2022</p>" + TEXT) == "2021-03-01"


def test_places_that_agree_beat_a_single_surer_one() -> None:
    html = meta("dc.date", "2019-01-01") + TITLE + "<p>15 August 2022</p>" + TEXT
    assert published(html, "https://example.org/2022/08/15/bridge") == "2022-08-15"


@pytest.mark.parametrize("name", ["related", "sidebar", "comments", "footer"])
def test_dates_of_other_parts_of_the_page_lose(name: str) -> None:
    foreign = f'<div class="{name}"><p>16 August 2022</p><p>Another story of the week</p></div>'
    assert (
        published(foreign + TITLE + TEXT * 3 + "<p>Published: 15 August 2022</p>") == "2022-08-15"
    )
    assert published(TITLE + "<p>15 August 2022</p>" + TEXT * 3 + foreign * 5) == "2022-08-15"


def test_times_of_other_articles_lose() -> None:
    html = (
        TITLE
        + TEXT
        + '<div class="related"><time datetime="2022-08-16">16 Aug</time></div>'
        + '<p><time datetime="2022-08-15">15 Aug</time></p>'
    )
    assert published(html) == "2022-08-15"


def test_a_time_that_the_page_calls_an_update_is_one() -> None:
    html = TITLE + '<p>Updated: <time datetime="2022-08-17">17 August 2022</time></p>' + TEXT
    html += "<p>Published: 15 August 2022</p>"
    assert published(html) == "2022-08-15"
    assert modified(html) == "2022-08-17"


@pytest.mark.parametrize(
    "line", ["Copyright 15 August 2022", "Member since 15 August 2022", "报名截止日期：2022-08-15"]
)
def test_dates_of_other_things_are_none(line: str) -> None:
    assert published(TITLE + f"<p>{line}</p>" + TEXT) == ""


def test_the_caption_of_a_picture_does_not_beat_a_later_dateline() -> None:
    html = (
        TITLE
        + "<p>The old bridge seen from the southern bank of the river, 3 May 2021</p>"
        + "<p>By Ann Lee</p><p>15 August 2022</p>"
        + TEXT
    )
    assert published(html) == "2022-08-15"


def test_a_class_can_say_what_a_date_is() -> None:
    html = TITLE + '<p class="meta-updated">17 August 2022</p><p>15 August 2022</p>' + TEXT
    assert published(html) == "2022-08-15"
    assert modified(html) == "2022-08-17"


def test_a_block_that_cleaning_removed_is_no_evidence() -> None:
    page = view(TITLE + "<p>Published 15 August 2022</p>" + TEXT)
    verdict = Verdict(False, Reason.SPAM_BANNER, "clean.banner")
    page = page._replace(ledger=Ledger().adding([(1, verdict)]))
    assert dates.find(page).published.value is None


def test_candidates_tell_where_each_date_was_found_and_why() -> None:
    html = meta("article:published_time", "2022-08-15") + TITLE + "<p>3 May 2021</p>" + TEXT
    chosen, other = dates.find(view(html)).published.candidates
    assert (chosen.value, chosen.origin, chosen.chosen) == (
        "2022-08-15",
        "meta:article:published_time",
        True,
    )
    assert (other.value, other.origin, other.raw) == ("2021-05-03", "visible:title", "3 May 2021")
    assert chosen.why
    assert other.why


def test_only_lines_that_date_the_article_are_claimed() -> None:
    html = (
        TITLE
        + "<p>Published: 15 August 2022, 16:30</p>"
        + "<p>The road was closed on 15 August 2022 by a storm.</p>"
        + TEXT
    )
    assert dates.find(view(html)).published.claims == ((1, "date.line"),)


def test_pages_without_anything_have_no_date() -> None:
    assert published("") == ""
    assert published(TITLE + TEXT) == ""
    assert dates.find(view(TITLE + TEXT)).published.candidates == ()

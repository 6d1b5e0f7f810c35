"""The title: the page's own heading first, corrected by what agrees, never by a hijacker."""

from __future__ import annotations

import pytest

import newsclean
from newsclean import dom, segment
from newsclean.fields import structured, title
from newsclean.fields.base import View
from newsclean.model import Reason
from newsclean.verdicts import Cut, Ledger, Verdict

BODY = (
    "The ferry between the two islands sails again from Monday, the harbour office said. "
    "It had been out of service since a storm damaged the northern pier in the autumn."
)
HAN = "近日,北江县港务局表示,两岛之间的渡轮将于下周一恢复通航。" * 3


def view(html: str, url: str | None = None, ledger: Ledger | None = None) -> View:
    page = dom.load(html)
    return View(structured.read(page), segment.split(page), ledger or Ledger(), url)


def value(html: str, url: str | None = None) -> str | None:
    return title.find(view(html, url)).value


def page(head: str, body: str) -> str:
    return f"<html><head>{head}</head><body>{body}<p>{BODY}</p></body></html>"


@pytest.mark.parametrize(
    "head",
    [
        (
            "<title>Ferry sails again | Northern Post</title>"
            '<meta property="og:site_name" content="Northern Post">'
        ),
        (
            "<title>Northern Post - Ferry sails again</title>"
            '<meta property="og:site_name" content="Northern Post">'
        ),
        "<title>Ferry sails again · northernpost</title>",
        "<title>Ferry sails again « Harbour News | More of it</title>",
    ],
)
def test_the_site_part_of_a_title_goes(head: str) -> None:
    assert value(page(head, "<div>Menu</div>"), "https://www.northernpost.example/a") == (
        "Ferry sails again"
    )


def test_a_chinese_chain_keeps_its_first_part() -> None:
    html = f"<title>北江渡轮下周一恢复通航_新闻频道_北江网</title><body><p>{HAN}</p>"
    assert value(html) == "北江渡轮下周一恢复通航"


def test_honest_hyphens_and_underscores_stay() -> None:
    head = "<title>Harbour - pier - and ferry: what is next in north_pier_bay</title>"
    assert value(page(head, "")) == "Harbour - pier - and ferry: what is next in north_pier_bay"


def test_a_quotation_in_guillemets_is_not_cut() -> None:
    head = "<title>Le maire parle d'une « catastrophe pour le port » et appelle au calme</title>"
    wanted = "Le maire parle d'une « catastrophe pour le port » et appelle au calme"
    assert value(page(head, "")) == wanted


def test_the_pages_heading_keeps_its_punctuation() -> None:
    head = '<title>"Ferry" sails again - Post</title>'
    body = "<h1>“Ferry”  sails\n again</h1>"
    assert value(page(head, body)) == "“Ferry” sails again"


def test_not_the_first_heading_but_the_one_that_is_confirmed() -> None:
    head = '<title>Ferry sails again</title><meta property="og:title" content="Ferry sails again">'
    body = "<h1>Northern harbour</h1><h1>Ferry sails again</h1>"
    assert value(page(head, body)) == "Ferry sails again"


def test_a_heading_that_is_the_sites_name_loses() -> None:
    body = '<h1><a href="/">Northern Star</a></h1><h2>Ferry sails again on Monday</h2>'
    assert value(page("", body)) == "Ferry sails again on Monday"


def test_a_heading_in_a_teaser_loses() -> None:
    body = '<div class="related"><h2>Ten more piers</h2></div><h2>Ferry sails again on Monday</h2>'
    assert value(page("", body)) == "Ferry sails again on Monday"


def test_a_hijacked_title_and_meta_lose_against_the_heading() -> None:
    spam = "cheap pills online - buy pills now - pills overnight"
    head = f'<title>{spam}</title><meta property="og:title" content="{spam}">'
    body = "<h2>Ferry sails again from Monday</h2>"
    found = title.find(view(page(head, body)))
    assert found.value == "Ferry sails again from Monday"
    assert any(candidate.value.startswith("cheap pills") for candidate in found.candidates)


def test_the_heading_of_the_longer_document_wins() -> None:
    words = "win big casino bonus"
    spam = f"<html><head><title>{words}</title></head><body><h1>{words}</h1></body></html>"
    assert value(spam + page("", "<h1>Ferry sails again</h1>")) == "Ferry sails again"


def test_a_kicker_in_the_heading_goes_when_the_stated_titles_do_without_it() -> None:
    head = (
        "<title>Ferry sails again on Monday | Post</title>"
        '<meta property="og:title" content="Ferry sails again on Monday">'
    )
    body = "<h1><span>North Sea</span> Ferry sails again on Monday</h1>"
    assert value(page(head, body)) == "Ferry sails again on Monday"


def test_a_heading_is_not_cut_to_a_shortened_title() -> None:
    head = (
        "<title>Ferry sails again on Monday | Post</title>"
        '<meta property="og:title" content="Ferry sails again on Monday">'
    )
    body = "<h1>Ferry sails again on Monday after a long winter</h1>"
    assert value(page(head, body)) == "Ferry sails again on Monday after a long winter"


def test_a_kicker_set_apart_by_its_look_gets_its_colon_back() -> None:
    head = '<meta property="og:title" content="North Sea: Ferry sails again">'
    body = "<h1><span>North Sea</span><span>Ferry sails again</span></h1>"
    assert value(page(head, body)) == "North Sea: Ferry sails again"


def test_lines_of_one_heading_are_joined() -> None:
    assert value(page("", "<h1>Ferry sails again<br>from Monday</h1>")) == (
        "Ferry sails again from Monday"
    )


def test_two_headings_that_are_stated_as_one_are_one() -> None:
    head = '<meta property="og:title" content="Ferry sails again: pier is mended">'
    body = "<h1>Ferry sails again</h1><h1>Pier is mended</h1>"
    assert value(page(head, body)) == "Ferry sails again: pier is mended"


def test_structured_data_gives_the_title_of_a_page_without_heading() -> None:
    item = '{"@type":"NewsArticle","headline":"Ferry sails"}'
    head = f'<script type="application/ld+json">{item}</script>'
    found = title.find(view(page(head, "")))
    assert found.value == "Ferry sails"
    assert found.candidates[0].origin == "jsonld:headline"


def test_in_a_dump_the_line_above_the_date_is_the_title() -> None:
    lines = [
        "甲乙丙_甲乙客户端_甲乙邮箱",
        "北江渡轮下周一恢复通航",
        "来源:北江日报 发布时间: 2021-03-04 09:00",
        HAN,
    ]
    html = "<body>" + "".join(f"<p>{line}</p>" for line in lines)
    found = title.find(view(html))
    assert found.value == "北江渡轮下周一恢复通航"
    assert found.claims == ((1, "field.title"),)


def test_a_year_in_the_line_does_not_make_it_a_date_line() -> None:
    lines = [
        "Buy one get one free today",
        "Harbour days 2025: the ferry sails",
        "Published: 2025-03-04",
        BODY,
    ]
    html = "<body>" + "".join(f"<p>{line}</p>" for line in lines)
    assert value(html) == "Harbour days 2025: the ferry sails"


def test_a_line_that_repeats_a_part_of_the_title_is_the_heading() -> None:
    html = page(
        "<title>Ferry sails again on Monday - Home</title>", "<p>Ferry sails again on Monday</p>"
    )
    found = title.find(view(html))
    assert found.value == "Ferry sails again on Monday"
    assert found.claims == ((0, "field.title"),)


def test_a_block_that_cleaning_removed_is_no_evidence() -> None:
    html = page("<title>Ferry sails again</title>", "<h1>win big casino bonus</h1>")
    spam = Verdict(False, Reason.SPAM_BANNER, "banner.line")
    found = title.find(view(html, ledger=Ledger().adding([(0, spam)])))
    assert found.value == "Ferry sails again"


def test_a_banner_that_was_cut_from_the_page_is_no_part_of_its_title() -> None:
    banner = "foxbet lounge - tigris palace"
    html = page(f"<title>{banner}_Ferry sails again</title>", "<p>The harbour</p>")
    cut = Cut(3, banner, Reason.SPAM_BANNER, "banner.in-sentence")
    assert title.find(view(html, ledger=Ledger().cutting([(1, cut)]))).value == "Ferry sails again"


def test_keywords_that_a_hijacker_writes_into_title_and_heading_do_not_back_each_other() -> None:
    spam = "fox77 login | fox77 app | fox77 bonus"
    text = f"<p>{BODY}</p>" * 3
    html = f"<title>{spam}</title><title>Ferry sails again</title>{text}<h1>{spam}</h1>"
    assert value(html) == "Ferry sails again"


def test_the_heading_is_claimed_when_another_origin_gives_the_title() -> None:
    item = '{"@type":"Article","headline":"Ferry sails again on Monday"}'
    head = (
        '<meta property="og:title" content="Ferry sails again on Monday">'
        f'<script type="application/ld+json">{item}</script>'
        "<title>Ferry sails again on Monday</title>"
    )
    found = title.find(view(page(head, "<h2>Monday: the ferry sails</h2>")))
    assert found.value == "Ferry sails again on Monday"
    assert found.claims == ((0, "field.title"),)


def test_a_page_without_any_text_has_no_title() -> None:
    assert title.find(view("<html></html>")) == (None, (), ())


def test_a_template_without_a_title_is_no_title() -> None:
    head = (
        "<html><head><title>- Harbour Courier</title></head><body><nav><h1>Ferry sails</h1></nav>"
    )
    text = "<p>The ferry between the town and the island went back into service on Tuesday.</p>"
    assert value(head + text * 5 + "</body></html>") == "Ferry sails"


def test_on_a_page_of_short_paragraphs_the_last_one_is_no_title() -> None:
    texts = [f"On {day} the members of the council met again." for day in ("Monday", "Tuesday")]
    page = "<article>" + "".join(f"<p>{text}</p>" for text in texts) + "</article>"
    assert newsclean.parse(page).title not in texts

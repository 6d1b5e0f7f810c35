"""Language, address, image, section, tags, description, site name, and all fields together."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsclean import dom, segment
from newsclean.budget import Budget
from newsclean.fields import description, images, language, resolve, structured, tidy, topics, url
from newsclean.fields.base import View
from newsclean.model import Reason
from newsclean.verdicts import Ledger, Verdict

ENGLISH = (
    "The bridge over the river was opened to walkers again, and it was the first for the town. "
)
GERMAN = "Die Brücke über den Fluss ist wieder offen, und das ist für die Stadt ein großer Tag. "
CHINESE = "这座横跨河流的老桥今天重新向行人开放，市民纷纷前来参观，场面十分热闹。"
JAPANESE = "川にかかる古い橋がきょう再び歩行者に開放され、多くの市民が訪れました。"
UKRAINIAN = (
    "Старий міст через річку знову відкрито для пішоходів, і це є перший такий міст у місті. "
)
PERSIAN = "پل قدیمی روی رودخانه امروز دوباره به روی عابران گشوده شد و گروهی از مردم از آن گذشتند. "


def view(html: str, address: str | None = None, ledger: Ledger | None = None) -> View:
    page = dom.load(html)
    return View(structured.read(page), segment.split(page), ledger or Ledger(), address)


def page(text: str, lang: str = "", head: str = "") -> View:
    attribute = f' lang="{lang}"' if lang else ""
    return view(f"<html{attribute}><head>{head}</head><body><p>{text * 4}</p></body></html>")


@pytest.mark.parametrize(
    ("text", "lang", "expected"),
    [
        (ENGLISH, "en-us", "en-US"),
        (ENGLISH, "", "en"),
        (ENGLISH, "zh-CN", "en"),
        (GERMAN, "en-US", "de"),
        (GERMAN, "de_at", "de-AT"),
        (CHINESE, "en", "zh"),
        (CHINESE, "zh-hant-tw", "zh-Hant-TW"),
        (CHINESE, "cn", "zh"),
        (JAPANESE, "", "ja"),
        (UKRAINIAN, "", "uk"),
        (UKRAINIAN, "ru", "uk"),
        (PERSIAN, "", "fa"),
        ("", "pt-br", "pt-BR"),
        ("", "utf-8", None),
        ("", "", None),
    ],
)
def test_language_is_what_the_page_says_unless_its_text_is_plainly_another(
    text: str, lang: str, expected: str | None
) -> None:
    assert language.find(page(text, lang)).value == expected


def test_language_of_the_open_graph_and_its_evidence() -> None:
    found = language.find(page("", "", '<meta property="og:locale" content="pt_BR">'))
    assert found.value == "pt-BR"
    assert found.candidates[0].origin == "meta:og:locale"
    wrong = language.find(page(GERMAN, "en"))
    assert [c.value for c in wrong.candidates] == ["de", "en"]
    assert "another language" in wrong.candidates[1].why


@given(st.text(max_size=30))
def test_no_text_breaks_the_spelling_of_a_language(text: str) -> None:
    tag = language.normal(text)
    assert tag is None or language.normal(tag) == tag


@pytest.mark.parametrize(
    ("href", "expected"),
    [
        ("https://example.org/a?id=1&utm_source=x&fbclid=2#top", "https://example.org/a?id=1"),
        ("/b", "https://example.org/b"),
        ("//cdn.example.org/c", "https://cdn.example.org/c"),
        ("HTTP://Example.org", "http://example.org/"),
        ("https://user:secret@example.org/d", "https://example.org/d"),
        ("https://example.org:8080/e f", "https://example.org:8080/e%20f"),
        ("http://[::1]/g", "http://[::1]/g"),
        ("javascript:alert(1)", None),
        ("data:text/html,x", None),
        ("http://", None),
        ("http://[::1", None),
        ("http://example.org:99999999/", None),
        ("https://exa mple.org/", None),
        ("https://example.org/\u202e\x07", None),
        ('https://example.org/"><script>', None),
        ("", None),
        ("https://example.org/" + "x" * 3000, None),
    ],
)
def test_addresses_are_absolute_and_harmless(href: str, expected: str | None) -> None:
    assert url.absolute(href, "https://example.org/base/") == expected


def test_the_canonical_address_wins_unless_it_is_the_front_page() -> None:
    head = (
        '<link rel="canonical" href="{}"><meta property="og:url" content="https://example.org/o">'
    )
    given_url = "https://example.org/a?utm_medium=y"
    canonical = view(head.format("https://example.org/c"), given_url)
    assert url.find(canonical).value == "https://example.org/c"
    front = view(head.format("https://example.org/"), given_url)
    assert url.find(front).value == "https://example.org/o"
    hostile = view('<link rel="canonical" href="javascript:x">', given_url)
    found = url.find(hostile)
    assert found.value == "https://example.org/a"
    assert [c.chosen for c in found.candidates] == [True, False]
    assert url.find(view("<p>x</p>")).value is None


def test_the_image_is_the_one_the_page_names_and_no_logo() -> None:
    html = (
        '<meta property="og:image" content="/img/site-logo.png">'
        '<script type="application/ld+json">{"@type": "Article", "image":'
        ' [{"@type": "ImageObject", "url": "https://example.org/bridge.jpg"}]}</script>'
    )
    assert (
        images.find(view(html, "https://example.org/a")).value == "https://example.org/bridge.jpg"
    )
    only = view('<meta property="og:image" content="/img/site-logo.png">', "https://example.org/")
    assert images.find(only).value == "https://example.org/img/site-logo.png"
    assert images.find(view('<meta property="og:image" content="javascript:x">')).value is None


def test_section_and_tags_come_from_the_surest_place() -> None:
    html = (
        '<meta property="article:section" content="World &amp; City">'
        '<meta property="article:tag" content="Bridges">'
        '<meta property="article:tag" content="bridges">'
        '<meta property="article:tag" content="Rivers"><meta name="keywords" content="spam, eggs">'
    )
    assert topics.section(view(html)).value == "World & City"
    assert topics.tags(view(html)).value == ("Bridges", "Rivers")


@pytest.mark.parametrize(
    "html",
    [
        '<meta name="keywords" content="桥，河流、城市">',
        '<meta name="news_keywords" content="桥;河流;城市; 桥">',
        (
            '<script type="application/ld+json">{"@type": "NewsArticle", "keywords": ["桥",'
            ' "河流", {"@type": "DefinedTerm", "name": "城市"}, 7]}</script>'
        ),
    ],
)
def test_tags_are_parted_and_each_comes_once(html: str) -> None:
    assert topics.tags(view(html)).value == ("桥", "河流", "城市")


def test_an_address_is_no_section() -> None:
    html = '<meta property="article:section" content="https://example.org/world">'
    assert topics.section(view(html)).value is None


def test_a_description_of_something_else_is_refused() -> None:
    head = (
        '<meta property="og:description" content="Casino bonus jackpot slots poker bets win cash">'
        '<meta name="description" content="The bridge over the river was opened again.">'
    )
    found = description.find(page(ENGLISH, "", head))
    assert found.value == "The bridge over the river was opened again."
    assert "hardly a word" in found.candidates[1].why


def test_a_description_is_not_measured_by_what_cleaning_removed() -> None:
    html = f"<p>Casino bonus jackpot slots poker bets win cash</p><p>{ENGLISH * 4}</p>"
    head = '<meta name="description" content="Casino bonus jackpot slots poker bets win cash">'
    spam = Ledger().adding([(0, Verdict(False, Reason.SPAM_BANNER, "clean.banner"))])
    assert description.find(view(head + html, None, spam)).value is None
    assert description.find(view(head + html)).value is not None


def test_the_sites_name_is_never_guessed_from_its_address() -> None:
    named = view('<meta property="og:site_name" content="The &amp; Star">', "https://example.org/")
    assert description.site_name(named).value == "The & Star"
    assert description.site_name(view("<p>x</p>", "https://example.org/")).value is None


def test_all_fields_together() -> None:
    html = (
        '<html lang="en"><head><title>The old bridge opens again | The Star</title>'
        '<meta property="og:site_name" content="The Star"></head><body>'
        "<h1>The old bridge opens again</h1><p>Published: 15 August 2022, 16:30</p>"
        f"<p>{ENGLISH * 3}</p><p>{ENGLISH * 2}</p></body></html>"
    )
    tree = dom.load(html)
    found = resolve.resolve(
        View(structured.read(tree), segment.split(tree), Ledger(), None), Budget()
    )
    assert found.title == "The old bridge opens again"
    assert found.title_block == 0
    assert found.date is not None
    assert found.date.isoformat() == "2022-08-15T16:30:00"
    assert found.site_name == "The Star"
    assert found.language == "en"
    assert found.claims[0] == "field.title"
    assert found.claims[1] == "date.line"
    assert {"title", "date", "language", "site_name"} <= set(found.evidence)
    assert all(candidates[0].chosen for candidates in found.evidence.values())


def test_an_empty_page_has_no_fields() -> None:
    tree = dom.load("")
    found = resolve.resolve(
        View(structured.read(tree), segment.split(tree), Ledger(), None), Budget()
    )
    assert not any((found.title, found.date, found.authors, found.description, found.url))
    assert found.title_block is None


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("a\x00b\x1fc", "ab c"),
        ("<b>bold</b> a < b > c", "bold a < b > c"),
        ("&lt;i&gt;x&lt;/i&gt; &amp;amp; y", "x & y"),
        ("zero\u200bwidth\ufeff soft\u00adhyphen", "zerowidth softhyphen"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("lone \ud800 half", "lone half"),
        (None, ""),
        (["x"], ""),
    ],
)
def test_lines_come_out_clean(value: object, expected: str) -> None:
    assert tidy.line(value) == expected


def test_lines_are_bounded() -> None:
    assert len(tidy.line("word " * 10_000)) <= tidy.MAX_LINE
    assert tidy.line("abcdef", 3) == "abc"

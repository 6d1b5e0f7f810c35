"""What is read from the tree as machine-readable data."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsclean import dom
from newsclean.fields import jsonld, structured


def read(html: str) -> structured.Structured:
    return structured.read(dom.load(html))


def ld(text: str) -> structured.Structured:
    return read(f'<html><head><script type="application/ld+json">{text}</script></head></html>')


def test_metas_are_named_by_name_property_or_http_equiv_in_lower_case() -> None:
    head = read(
        '<meta name="Author" content=" Ann  Lee "><meta property="og:Title" content="A &amp; B">'
        '<meta http-equiv="Content-Language" content="fr"><meta name="empty" content="">'
    )
    assert [tuple(m) for m in head.metas] == [
        ("author", "Ann Lee"),
        ("og:title", "A & B"),
        ("content-language", "fr"),
    ]
    assert head.meta("og:title", "author") == ("A & B", "Ann Lee")


def test_control_characters_never_come_out() -> None:
    head = read('<title>Rain&#x1;\u200b to\u202ecome</title><meta name="a" content="x\x8fy">')
    assert head.title == "Rain tocome"
    assert head.meta("a") == ("xy",)


def test_title_of_a_drawing_is_not_the_title_of_the_page() -> None:
    assert read("<body><svg><title>Logo</title></svg><title>News</title>").title == "News"


def test_language_base_and_links() -> None:
    head = read(
        '<html lang="pt-BR"><head><base href="https://example.org/a/">'
        '<link rel="stylesheet" href="x.css"><link rel="Canonical" href="/b"></head></html>'
    )
    assert head.language == "pt-BR"
    assert head.base == "https://example.org/a/"
    assert [tuple(link) for link in head.links] == [("canonical", "/b")]


def test_times_carry_value_text_and_the_names_around_them() -> None:
    head = read(
        '<div class="related"><p id="when"><time class="d" datetime="2022-08-15">15 Aug</time></p>'
        '</div><abbr title="2022-08-16">yesterday</abbr><abbr>etc</abbr>'
    )
    first, second = head.times
    assert (first.value, first.text) == ("2022-08-15", "15 Aug")
    assert first.classes.split() == ["d", "when", "related"]
    assert (second.value, second.text) == ("2022-08-16", "yesterday")


def test_items_know_the_type_and_the_role_of_what_they_belong_to() -> None:
    head = read(
        '<body><div itemscope itemtype="https://schema.org/NewsArticle">'
        '<h1 itemprop="headline">Rain</h1>'
        '<span itemprop="publisher" itemscope itemtype="https://schema.org/Organization">'
        '<b itemprop="name">The Star</b></span>'
        '<meta itemprop="datePublished" content="2022-08-15"></div>'
    )
    found = {(i.name, i.value, i.type, i.owner) for i in head.items}
    assert ("headline", "Rain", "NewsArticle", "") in found
    assert ("name", "The Star", "Organization", "publisher") in found
    assert ("datepublished", "2022-08-15", "NewsArticle", "") in found
    assert not head.metas


def test_only_scripts_that_hold_state_are_kept() -> None:
    body = "word " * 400
    head = read(
        f'<script id="__NEXT_DATA__" type="application/json">{{"a": "{body}"}}</script>'
        f'<script>window.__INITIAL_STATE__ = {{"a": "{body}"}}</script>'
        f"<script>{'run();' * 400}</script>"
        '<script type="application/json">{"small": 1}</script>'
    )
    assert [s.ident for s in head.scripts] == ["__NEXT_DATA__", ""]


def test_every_document_of_the_input_is_read() -> None:
    head = read(
        "<html><head><title>One</title></head><body>a</body></html>"
        '<html><head><title>Two</title><meta name="x" content="2"></head><body>b</body></html>'
    )
    assert head.title == "One"
    assert head.meta("x") == ("2",)


@pytest.mark.parametrize(
    "text",
    [
        '{"@type": "Article", "headline": "Rain"}',
        '[{"@type": "Article", "headline": "Rain"}]',
        '{"@context": "x", "@graph": [{"@type": "Article", "headline": "Rain"}]}',
        '{"@type": "WebPage", "mainEntity": {"@type": "Article", "headline": "Rain"}}',
        '<!-- {"@type": "Article", "headline": "Rain"} -->',
        '//<![CDATA[\n{"@type": "Article", "headline": "Rain"}\n//]]>',
        '/*<![CDATA[*/ {"@type": "Article", "headline": "Rain"} /*]]>*/',
        '{"@type": "Article", "headline": "Rain",};',
        '{"@type": "Article", "tags": ["a", "b", ], "headline": "Rain"}',
        '{"@type": "Article", "text": "two\nlines", "headline": "Rain"}',
        '{"@type": "Article", "text": "it\\\'s \\&", "headline": "Rain"}',
        '{"@type": "Article", "n": NaN, "m": -Infinity, "x": 1e999, "headline": "Rain"}',
        '{"@type": "Article", "n": ' + "9" * 9000 + ', "headline": "Rain"}',
        "{&quot;@type&quot;: &quot;Article&quot;, &quot;headline&quot;: &quot;Rain&quot;}",
        '{"@type": "Other"}{"@type": "Article", "headline": "Rain"}',
    ],
)
def test_json_ld_is_read_however_it_is_written(text: str) -> None:
    assert "Rain" in [item.get("headline") for item in ld(text).jsonld]


def test_commas_and_brackets_in_strings_are_left_alone() -> None:
    assert jsonld.objects('{"a": "one, ] two, }", "b": [1, 2,],}')[0]["a"] == "one, ] two, }"


def test_dates_are_saved_from_json_that_no_repair_mends() -> None:
    broken = (
        '{"@type": "NewsArticle", "headline": "A "quoted" word", "datePublished": "2022-08-15"}'
    )
    (item,) = jsonld.objects(broken)
    assert jsonld.types(item) == ("NewsArticle",)
    assert item["datePublished"] == "2022-08-15"


def test_escaped_control_characters_and_lone_surrogates_become_spaces() -> None:
    (item,) = jsonld.objects(r'{"a": "x\u0000y\ud800z \ud83d\ude00 C:\\u0041"}')
    assert item["a"] == "x y z \U0001f600 C:\\u0041"


@pytest.mark.parametrize(
    "text",
    [
        "[" * 100_000,
        '{"a":' * 50_000,
        '"' * 50_000,
        "\\" * 50_000,
        '{"a":1' + "," * 50_000,
        "{",
        "]",
    ],
)
def test_hostile_json_gives_nothing_and_no_error(text: str) -> None:
    assert jsonld.objects(text) == []


@given(st.text(alphabet='{}[]":,\\@typeaurl \n0123456789.-<!>&;') | st.text())
def test_json_ld_never_raises(text: str) -> None:
    assert isinstance(jsonld.objects(text), list)


def test_an_empty_page_has_no_data() -> None:
    assert read("") == structured.Structured()


def test_a_parsely_page_is_an_article() -> None:
    content = '{"type": "post", "title": "Rain", "pub_date": "2021-03-04T05:06:07Z", "author": "Jane Doe"}'
    head = read(f"<meta name='parsely-page' content='{content}'>")
    assert head.jsonld == (
        {
            "@type": "Article",
            "headline": "Rain",
            "datePublished": "2021-03-04T05:06:07Z",
            "author": "Jane Doe",
        },
    )
    assert read("<meta name='parsely-page' content='{\"type\": \"index\"}'>").jsonld == ()

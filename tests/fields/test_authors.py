"""The authors: better none than wrong ones."""

from __future__ import annotations

import json

import pytest

from newsclean import dom, segment
from newsclean.fields import authors, structured, title
from newsclean.fields.base import View
from newsclean.verdicts import Ledger

BODY = (
    "The ferry between the two islands sails again from Monday, the harbour office said. "
    "It had been out of service since a storm damaged the northern pier in the autumn."
)
HAN = "近日,北江县港务局表示,两岛之间的渡轮将于下周一恢复通航,届时每日往返六班。" * 3


def view(html: str, url: str | None = None) -> View:
    page = dom.load(html)
    found = View(structured.read(page), segment.split(page), Ledger(), url)
    heading = next((index for index, _ in title.find(found).claims), None)
    return found._replace(title_block=heading)


def people(html: str, url: str | None = None) -> tuple[str, ...]:
    return authors.find(view(html, url)).value


def page(line: str = "", head: str = "", end: str = "", body: str = BODY) -> str:
    return (
        f"<html><head>{head}</head><body><h1>Ferry sails again</h1>{line}"
        f"<p>{body}</p><p>{body}</p>{end}</body></html>"
    )


def jsonld(**fields: object) -> str:
    item = {"@type": "NewsArticle", **fields}
    return f'<script type="application/ld+json">{json.dumps(item)}</script>'


@pytest.mark.parametrize(
    ("author", "wanted"),
    [
        ({"@type": "Person", "name": "Jane Doe"}, ("Jane Doe",)),
        ([{"@type": "Person", "name": "Jane Doe"}, {"name": "John Roe"}], ("Jane Doe", "John Roe")),
        ("Jane Doe and John Roe", ("Jane Doe", "John Roe")),
        ({"@type": "Person", "name": "Jane Doe, John Roe"}, ("Jane Doe", "John Roe")),
        ([{"name": "Jane Doe"}, {"name": "JANE DOE"}], ("Jane Doe",)),
        ("https://www.post.example/jane-doe", ()),
        ({"@type": "Person", "name": "Staff Writer"}, ()),
        ({"@type": "Person", "name": "jane@post.example"}, ()),
        ({"@type": "Organization", "name": "Northern Post"}, ("Northern Post",)),
        (
            [{"@type": "Person", "name": "Jane Doe"}, {"@type": "Organization", "name": "NPA"}],
            ("Jane Doe", "NPA"),
        ),
    ],
)
def test_jsonld_authors(author: object, wanted: tuple[str, ...]) -> None:
    assert people(page(head=jsonld(author=author))) == wanted


def test_a_reference_in_a_graph_is_followed() -> None:
    graph = {
        "@graph": [
            {"@type": "Article", "author": {"@id": "#jane"}},
            {"@type": "Person", "@id": "#jane", "name": "Jane Doe"},
        ]
    }
    head = f'<script type="application/ld+json">{json.dumps(graph)}</script>'
    assert people(page(head=head)) == ("Jane Doe",)


@pytest.mark.parametrize(
    "name", ["author", "article:author", "dc.creator", "parsely-author", "byl"]
)
def test_metas_name_authors(name: str) -> None:
    assert people(page(head=f'<meta name="{name}" content="By Jane Doe">')) == ("Jane Doe",)


def test_an_address_in_a_meta_is_no_name() -> None:
    head = '<meta property="article:author" content="https://social.example/jane">'
    assert people(page(head=head)) == ()


def test_microdata_names_authors() -> None:
    line = '<span itemprop="author" itemscope><b itemprop="name">Jane Doe</b></span>'
    html = f'<article itemscope itemtype="http://schema.org/NewsArticle">{page(line)}</article>'
    assert people(html) == ("Jane Doe",)


@pytest.mark.parametrize(
    "line",
    [
        "<p>By Jane Doe</p>",
        "<p>Von Jane Doe</p>",
        "<p>Par Jane Doe</p>",
        "<p>Por Jane Doe</p>",
        "<p>Di Jane Doe</p>",
        "<p>Av Jane Doe</p>",
        "<p>Door Jane Doe</p>",
        "<p>Author: Jane Doe</p>",
        "<p>Автор: Jane Doe</p>",
        "<p>March 4, 2021 by Jane Doe | News</p>",
        "<p>Written by Jane Doe on March 4, 2021</p>",
        "<p>By Jane Doe, Staff Writer</p>",
        '<p>March 4, 2021 <a href="/author/jane-doe/">Jane Doe</a> 3 comments</p>',
        '<p class="byline">March 4, 2021 • Jane Doe • 3 minutes</p>',
    ],
)
def test_bylines_by_the_heading(line: str) -> None:
    assert people(page(line)) == ("Jane Doe",)


@pytest.mark.parametrize(
    "line",
    [
        "<p>By 4 March 2021</p>",
        "<p>2 hours ago</p>",
        "<p>Edited by Jane Doe</p>",
        "<p>Photo: Jane Doe</p>",
        "<figcaption>By Jane Doe</figcaption>",
        '<nav><a href="/author/jane-doe/">Jane Doe</a></nav>',
        '<div class="comments"><p>By Jane Doe</p></div>',
        '<p class="byline"><a href="/author/jane/">View profile</a></p>',
        '<p class="byline">Politics</p>',
    ],
)
def test_lines_that_name_no_author(line: str) -> None:
    assert people(page(line)) == ()


def test_names_in_a_list_belong_together() -> None:
    line = '<ul><li><a href="/author/j">Jane Doe</a></li><li><a href="/author/r">John Roe</a></li></ul>'
    assert people(page(line)) == ("Jane Doe", "John Roe")


def test_a_byline_below_the_text_counts() -> None:
    assert people(page(end="<p>By Jane Doe</p>")) == ("Jane Doe",)


def test_a_byline_wins_over_the_sites_own_name() -> None:
    head = jsonld(author={"@type": "Organization", "name": "Northern Post"})
    head += '<meta property="og:site_name" content="Northern Post">'
    assert people(page("<p>By Jane Doe</p>", head)) == ("Jane Doe",)


def test_two_origins_that_agree_win_over_one() -> None:
    head = jsonld(author={"name": "Jane Doe"}) + '<meta name="author" content="Web Master">'
    assert people(page('<p class="byline">Jane Doe</p>', head)) == ("Jane Doe",)


def test_the_fuller_list_wins() -> None:
    head = jsonld(author=[{"name": "Jane Doe"}, {"name": "John Roe"}])
    assert people(page("<p>By Jane Doe</p>", head)) == ("Jane Doe", "John Roe")


def test_a_byline_glued_to_what_follows_it_is_mended() -> None:
    head = '<meta name="author" content="Jane Doe">'
    assert people(page("<p>By Jane Doe<b>In Travel</b></p>", head)) == ("Jane Doe",)


@pytest.mark.parametrize(
    ("line", "end", "wanted"),
    [
        ("<p>作者:李甲 来源:北江日报</p>", "", ("李甲",)),
        ("<p>来源:北江日报 作者:李甲 王乙丙</p>", "", ("李甲", "王乙丙")),
        ("<p>本报记者 李甲 王 乙</p>", "", ("李甲", "王乙")),
        ("<p>文/李甲</p>", "", ("李甲",)),
        ("<p>李甲/北江日报</p>", "", ("李甲",)),
        ("<p>2021-03-04 来源:北江日报 李甲</p>", "", ("李甲",)),
        ("", f"<p>{HAN}(记者 李甲 王乙丙)</p>", ("李甲", "王乙丙")),
        ("", f"<p>{HAN}(李甲)</p>", ("李甲",)),
        ("", "<p>作者:李甲</p>", ("李甲",)),
        ("<p>责任编辑:赵丙</p>", "", ()),
        ("<p>编辑:赵丙 来源:北江日报</p>", "", ()),
        ("<p>摄影记者 赵丙 摄</p>", "", ()),
    ],
)
def test_chinese_credits(line: str, end: str, wanted: tuple[str, ...]) -> None:
    assert people(page(line, end=end, body=HAN)) == wanted


def test_a_chinese_dateline_names_the_reporters() -> None:
    body = f"北江社甲市3月4日电(记者李甲、王乙丙){HAN}"
    assert people(page(body=body)) == ("李甲", "王乙丙")


def test_a_korean_reporter() -> None:
    assert people(page("<p>김민수 기자</p>")) == ("김민수",)


def test_claims_are_lines_of_names_alone() -> None:
    found = authors.find(view(page("<p>By Jane Doe</p>")))
    assert found.claims == ((1, "field.authors"),)


def test_candidates_name_their_origin() -> None:
    found = authors.find(view(page("<p>By Jane Doe</p>", jsonld(author={"name": "John Roe"}))))
    assert [c.origin for c in found.candidates] == ["byline:By", "jsonld:author"]
    assert [c.chosen for c in found.candidates] == [True, False]

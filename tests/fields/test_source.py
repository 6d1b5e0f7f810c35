"""The source: what the page credits comes before what the site is called."""

from __future__ import annotations

import pytest

from newsclean import dom, segment
from newsclean.fields import site, source, structured, title
from newsclean.fields.base import View
from newsclean.model import Reason
from newsclean.verdicts import Ledger, Verdict

BODY = (
    "The ferry between the two islands sails again from Monday, the harbour office said. "
    "It had been out of service since a storm damaged the northern pier in the autumn."
)
HAN = "近日,北江县港务局表示,两岛之间的渡轮将于下周一恢复通航,届时每日往返六班。" * 3
NAMED = '<meta property="og:site_name" content="北江网">'


def view(html: str, url: str | None = None) -> View:
    page = dom.load(html)
    found = View(structured.read(page), segment.split(page), Ledger(), url)
    heading = next((index for index, _ in title.find(found).claims), None)
    return found._replace(title_block=heading)


def value(html: str, url: str | None = None) -> str | None:
    return source.find(view(html, url)).value


def chinese(line: str, end: str = "", head: str = NAMED) -> str:
    return (
        f"<html><head>{head}</head><body><h1>渡轮下周一恢复通航</h1><p>{line}</p>"
        f"<p>{HAN}</p><p>{HAN}</p>{end}</body></html>"
    )


def latin(head: str, line: str = "", end: str = "") -> str:
    body = f"<h1>Ferry sails again</h1>{line}<p>{BODY}</p>{end}"
    return f"<html><head>{head}</head><body>{body}</body></html>"


@pytest.mark.parametrize(
    "line",
    [
        "来源:南山日报 发布时间: 2021-03-04 09:00",
        "2021-03-04 09:00 来源: 南山日报(甲市)",
        "2021年03月04日09:00 | 来源:南山日报",
        "稿源:南山日报 作者:李甲",
        "2021-03-04 09:00来源:南山日报作者:李甲",
        "转自:南山日报",
        "出處:南山日报",
    ],
)
def test_a_credit_line_by_the_heading_wins(line: str) -> None:
    assert value(chinese(line)) == "南山日报"


@pytest.mark.parametrize(
    "end", ["<p>(来源:南山日报)</p>", "<p>本文来源:南山日报 责任编辑:赵丙</p>"]
)
def test_a_credit_line_behind_the_text_wins_over_the_site(end: str) -> None:
    assert value(chinese("2021-03-04 09:00", end)) == "南山日报"


def test_a_credit_at_the_end_of_the_last_paragraph_counts() -> None:
    assert value(chinese("2021-03-04", f"<p>{HAN}(来源:南山日报)</p>")) == "南山日报"


@pytest.mark.parametrize("line", ["图片来源:南山图库", "来源:本站", "来源:", "数据来源:南山研究院"])
def test_other_credits_do_not_count(line: str) -> None:
    assert value(chinese(line)) == "北江网"


def test_a_word_in_a_sentence_is_no_credit() -> None:
    assert value(chinese("2021-03-04", "<p>他说,能量的来源:太阳。</p>")) == "北江网"


def test_an_outlet_beside_the_date_needs_no_label() -> None:
    assert value(chinese("2021-03-04 09:00:12 <a href='/x'>南山日报</a>")) == "南山日报"


def test_a_person_beside_the_date_is_no_outlet() -> None:
    assert value(chinese("2021-03-04 09:00:12 李甲")) == "北江网"


def test_the_line_is_claimed() -> None:
    found = source.find(view(chinese("来源:南山日报 发布时间: 2021-03-04 09:00")))
    assert found.claims == ((1, "field.source"),)


def test_a_line_with_more_than_credits_is_not_claimed() -> None:
    line = "来源:南山日报 渡轮恢复之后两岸居民都十分高兴，纷纷表示将来还要多坐几次"
    assert source.find(view(chinese(line))).claims == ()


def test_a_meta_names_the_source() -> None:
    assert (
        value(chinese("2021-03-04", head='<meta name="source" content="来源:南山网">')) == "南山网"
    )


def test_the_site_ending_of_a_chinese_title_is_its_outlet() -> None:
    head = "<title>渡轮下周一恢复通航_北江网_交通</title>"
    assert value(chinese("2021-03-04", head=head)) == "北江网"


def test_who_supplied_the_text_comes_before_who_published_it() -> None:
    head = (
        '<script type="application/ld+json">{"@type":"NewsArticle","publisher":{"name":"Portal"},'
        '"provider":{"name":"Northern Post"}}</script>'
    )
    assert value(latin(head)) == "Northern Post"


def test_a_credit_in_letters_by_the_heading_counts() -> None:
    html = latin('<meta property="og:site_name" content="Portal">', "<p>Source: Northern Post</p>")
    assert value(html) == "Northern Post"


@pytest.mark.parametrize(
    ("line", "end"),
    [
        ("<figcaption>Source: Picture Desk</figcaption>", ""),
        ("", "<p>Source: Picture Desk</p>"),
        ("<p>Photo source: Picture Desk</p>", ""),
    ],
)
def test_a_pictures_credit_is_not_the_articles(line: str, end: str) -> None:
    head = '<meta property="og:site_name" content="Northern Post">'
    assert value(latin(head, line, end)) == "Northern Post"


@pytest.mark.parametrize(
    ("head", "wanted"),
    [
        ('<meta property="og:site_name" content="Northern Post">', "Northern Post"),
        (
            (
                '<meta property="og:site_name" content="northernpost.example">'
                '<script type="application/ld+json">{"@type":"NewsArticle",'
                '"publisher":{"@type":"Organization","name":"Northern Post"}}</script>'
            ),
            "Northern Post",
        ),
        (
            (
                '<meta property="og:site_name" content="Northern Post">'
                '<script type="application/ld+json">{"@type":"NewsArticle",'
                '"publisher":{"@type":"Organization","name":"Big Media GmbH"}}</script>'
            ),
            "Northern Post",
        ),
        ('<meta name="application-name" content="Northern Post">', "Northern Post"),
        ('<meta name="twitter:site" content="@post_north">', "post_north"),
        ("<title>Ferry sails again | Northern Post</title>", "Northern Post"),
        ("<title>Ferry sails again</title>", "northernpost.example"),
    ],
)
def test_the_sites_best_name(head: str, wanted: str) -> None:
    assert value(latin(head), "https://www.northernpost.example/a") == wanted


def test_nothing_known_is_none() -> None:
    assert value(latin("")) is None


def test_candidates_name_their_origin() -> None:
    found = source.find(view(chinese("来源:南山日报")))
    assert [c.origin for c in found.candidates] == ["credit:来源", "meta:og:site_name"]
    assert [c.chosen for c in found.candidates] == [True, False]


def test_a_removed_block_is_no_evidence() -> None:
    page = view(chinese("来源:南山日报"))
    spam = Verdict(False, Reason.SPAM_BANNER, "banner.line")
    assert source.find(page._replace(ledger=Ledger().adding([(1, spam)]))).value == "北江网"


@pytest.mark.parametrize(
    ("host", "name"),
    [
        ("www.example.com", "example.com"),
        ("news.example.co.uk", "example.co.uk"),
        ("example.com.cn", "example.com.cn"),
        ("192.0.2.7", "192.0.2.7"),
    ],
)
def test_registrable_names(host: str, name: str) -> None:
    assert site.registrable(host) == name

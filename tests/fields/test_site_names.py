"""The site's name where the page states none in plain words, and accounts of outlets."""

from __future__ import annotations

import pytest

from newsclean import dom, segment
from newsclean.fields import source, structured, title
from newsclean.fields.base import View
from newsclean.verdicts import Ledger

TEXT = (
    "The ferry between the two islands sails again from Monday, the harbour office said. "
    "It had been out of service since a storm damaged the northern pier in the autumn."
)
HAN = "近日,北江县港务局表示,两岛之间的渡轮将于下周一恢复通航,届时每日往返六班。" * 3


def value(head: str, body: str, url: str | None = None) -> str | None:
    page = dom.load(f"<html><head>{head}</head><body>{body}</body></html>")
    view = View(structured.read(page), segment.split(page), Ledger(), url)
    heading = next((index for index, _ in title.find(view).claims), None)
    return source.find(view._replace(title_block=heading)).value


@pytest.mark.parametrize(
    ("url", "end", "wanted"),
    [
        (
            "https://www.koelner-nordpost.example/a",
            "© 2024 Kölner Nordpost – alle",
            "Kölner Nordpost",
        ),
        ("https://www.nfp.example/a", '<a href="/">NFP</a>', "NFP"),
        ("https://nordpost.example/a", '<img src="l.png" alt="Nordpost Logo">', "Nordpost"),
        ("https://nordpost.example/a", "<p>The nordpost says so.</p>", "nordpost.example"),
    ],
)
def test_a_host_is_spelled_as_the_page_writes_it(url: str, end: str, wanted: str) -> None:
    assert value("", f"<h1>Ferry sails again</h1><p>{TEXT}</p><p>{end}</p>", url) == wanted


def test_an_accounts_name_is_spelled_as_the_page_writes_it() -> None:
    head = '<meta name="twitter:site" content="https://twitter.com/kuzeyajansi">'
    body = f"<h1>Ferry sails again</h1><p>{TEXT}</p><p>Kuzey Ajansı © 2021</p>"
    assert value(head, body, "https://www.ka.example/a") == "Kuzey Ajansı"


def test_a_name_in_plain_words_needs_no_other_spelling() -> None:
    head = '<meta property="og:site_name" content="The North Post">'
    body = f"<h1>Ferry sails again</h1><p>{TEXT}</p><p>© 2024 Nordpost</p>"
    assert value(head, body, "https://nordpost.example/a") == "The North Post"


NAMED = '<meta property="og:site_name" content="北江网">'


@pytest.mark.parametrize(
    "line",
    [
        '<div class="author">甲眼</div><a class="author">百家号</a>',
        '<div class="index_sourceText_x">在人</div><p>2021-03-04 09:00</p>',
        '<div class="author">甲眼看天下</div><p>2021-03-04 09:00 来自北江市</p>',
    ],
)
def test_an_account_beside_the_date_is_the_source(line: str) -> None:
    body = f"<h1>渡轮下周一恢复通航</h1>{line}<p>{HAN}</p>"
    wanted = line.partition('">')[2].partition("<")[0]
    assert value(NAMED, body) == wanted


def test_where_a_post_was_sent_from_is_no_outlet() -> None:
    body = f"<h1>渡轮下周一恢复通航</h1><p class='author'>2021-03-04 来自北江市区</p><p>{HAN}</p>"
    assert value(NAMED, body) == "北江网"

"""Walls, errors and shells in every language; articles about them are articles."""

from collections.abc import Mapping
from typing import Any

import pytest

import newsclean
from newsclean import Status, signs

LANGUAGES = {"ar", "de", "en", "es", "fr", "it", "ja", "ko", "pt", "ru", "zh", "zh-hant"}
KINDS = {"denied", "cookies", "login", "subscribers", "error", "script"}
MENU = "<nav><a href='/'>News</a> <a href='/s'>Sport</a></nav>"
SENTENCES = "".join(
    f"<p>On {day} the council met again, and the members agreed to repair the mill, the mayor said.</p>"
    for day in ("Monday", "Tuesday", "Wednesday", "Thursday")
)


@pytest.mark.parametrize("record", signs.records(), ids=lambda record: record["id"])
def test_hits_and_misses(record: Mapping[str, Any]) -> None:
    table = signs.load()
    status = Status(record["status"])
    for text in record["hits"]:
        assert table.head(text) is status or status in table.body(text), text
    assert record["misses"]
    for text in record["misses"]:
        assert table.head(text) is None, text
        assert not table.body(text), text


def test_every_language_has_every_kind() -> None:
    found = {record["id"] for record in signs.records()}
    assert found == {f"{language}.{kind}" for language in LANGUAGES for kind in KINDS}


@pytest.mark.parametrize("record", signs.records(), ids=lambda record: record["id"])
def test_a_page_that_says_no_more(record: Mapping[str, Any]) -> None:
    said = record["hits"][-1]
    page = f"<title>Der Bote</title>{MENU}<div><p>{said}</p></div><script>go()</script>"
    article = newsclean.parse(page)
    assert article.status is Status(record["status"])
    assert article.paragraphs == ()
    assert any(said in removal.text for removal in article.removed)


CLOUD = """<title>Just a moment...</title><h1>courier.example</h1><p>Verify you are human by completing
the action below. courier.example needs to review the security of your connection before proceeding.
Why do I have to do this? Completing it proves you are human and gives you temporary access to the
site. It is done once an hour, and it takes some seconds; please stay on this page.</p><p>Ray ID</p>
"""
CONSENT = """<title>Wir brauchen Ihre Zustimmung - Der Bote</title><h2>Willkommen</h2><p>Wir und unsere
Partner speichern Informationen auf einem Gerät und rufen sie ab, messen die Leistung von Anzeigen
und Inhalten und erfahren mehr über das Publikum. Sie können frei entscheiden und Ihre Wahl jederzeit
ändern, am Ende jeder Seite, sagt der Hinweis.</p><button>Zustimmen</button>
"""
GONE = """<title>Страница не найдена | Вестник</title><h1>404</h1>
<p>Запрашиваемая страница была удалена или перемещена.</p>
"""


@pytest.mark.parametrize(
    ("page", "status"),
    [
        (CLOUD, Status.BLOCKED),
        (CONSENT, Status.BLOCKED),
        (GONE, Status.ERROR_PAGE),
        ("<title>会員ログイン</title><form><p>パスワードをお忘れの方</p></form>", Status.BLOCKED),
        ("<div id=app></div><script src=a.js></script>", Status.SCRIPT_SHELL),
        ("<html><head><title></title></head><body><div></div></body></html>", Status.EMPTY),
    ],
)
def test_pages_in_full(page: str, status: Status) -> None:
    article = newsclean.parse(page)
    assert article.status is status
    assert article.paragraphs == ()


@pytest.mark.parametrize(
    "title",
    ["Page not found", "Access denied", "Please enable JavaScript", "404", "Log in"],
)
def test_an_article_with_such_a_title_is_one(title: str) -> None:
    assert newsclean.parse(f"<h1>{title}</h1>{SENTENCES}").status is Status.OK


def test_a_short_article_about_captchas_is_one() -> None:
    text = "The mill's site, which asked everyone to solve a captcha, is back, the council said."
    date = "<time datetime='2024-05-01'>1 May 2024</time>"
    page = f"<h1>Mill's site back</h1>{date}<article><p>{text}</p></article>"
    assert newsclean.parse(page).status is Status.OK

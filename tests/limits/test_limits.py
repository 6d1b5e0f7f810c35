"""Limits of one parse: what is cut is noted, and the rest is as it was."""

import datetime as dt

import pytest

import newsclean
from newsclean import Limits, Options, Status

PROSE = "The council met on Tuesday evening and voted for the new bridge over the river, he said. "
BODY = "".join(f"<p>{PROSE * 2}Part {number}.</p>" for number in range(200))
PAGE = f"<title>Council votes for a bridge</title><h1>Council votes for a bridge</h1>{BODY}"


def codes(article: newsclean.Article) -> list[str]:
    return [note.code for note in article.notes]


def limited(page: str, **limits: int) -> newsclean.Article:
    return newsclean.parse(page, options=Options(limits=Limits(**limits)))


def everything(article: newsclean.Article) -> str:
    return "\n".join((article.text, *(removal.text for removal in article.removed)))


def test_an_ordinary_page_reaches_no_limit() -> None:
    assert not [code for code in codes(newsclean.parse(PAGE)) if code.startswith("limit.")]


def test_elements_beyond_the_limit_are_not_read() -> None:
    article = limited(PAGE, elements=100)
    assert "limit.elements" in codes(article)
    assert "Part 50." in everything(article)
    assert "Part 199." not in everything(article)


def test_text_beyond_the_most_blocks_runs_together() -> None:
    article = limited(PAGE, blocks=50)
    assert "limit.blocks" in codes(article)
    assert "Part 199." in everything(article)
    assert len(article.blocks) + len(article.removed) <= 52


def test_characters_beyond_the_limit_are_not_read() -> None:
    article = limited(PAGE, characters=5000)
    assert "limit.characters" in codes(article)
    assert "Part 1." in everything(article)
    assert "Part 199." not in everything(article)


def test_deep_elements_are_left_out_and_their_text_stays() -> None:
    page = "<b><i>" * 3000 + f"<p>{PROSE * 5}</p>" + "</i></b>" * 3000 + f"<p>After. {PROSE}</p>"
    article = limited(page, nesting=20)
    assert "dom.flattened" in codes(article)
    assert PROSE.strip() in everything(article)
    assert "After." in everything(article)


def test_jsonld_beyond_the_limit_is_not_read() -> None:
    script = '<script type="application/ld+json">{"@type": "NewsArticle", "author": "Anna Bell"}</script>'
    assert limited(script + PAGE).authors == ("Anna Bell",)
    article = limited(script + PAGE, jsonld_characters=20)
    assert article.authors == ()
    assert "limit.jsonld" in codes(article)


def test_deep_jsonld_is_not_read() -> None:
    deep = '{"a":' * 100_000 + "1" + "}" * 100_000
    article = newsclean.parse(f'<script type="application/ld+json">{deep}</script>{PAGE}')
    assert "limit.jsonld-nesting" in codes(article)
    assert article.title == "Council votes for a bridge"


def test_values_beyond_the_most_candidates_are_not_read() -> None:
    metas = "".join(f'<meta property="article:tag" content="rain {n}">' for n in range(300))
    article = limited(metas + PAGE, candidates=10)
    assert "limit.candidates" in codes(article)
    assert all(len(found) <= 10 for found in article.evidence.values())


def test_without_time_an_article_is_partial() -> None:
    article = newsclean.parse(PAGE, options=Options(max_seconds=0))
    assert article.status is Status.PARTIAL
    assert "limit.time" in codes(article)


def test_no_time_limit_is_a_choice() -> None:
    article = newsclean.parse(PAGE, options=Options(max_seconds=None))
    assert article == newsclean.parse(PAGE)


def test_attributes_beyond_a_thousand_are_left_out() -> None:
    many = " ".join(f'a{n}="<>"' for n in range(3000))
    article = newsclean.parse(f"<div {many}>{PAGE}</div>")
    assert "source.attributes" in codes(article)
    assert "Part 199." in article.text


@pytest.mark.parametrize(
    "name",
    [
        "utf-7",
        "rot13",
        "zip",
        "unicode_escape",
        "idna",
        "punycode",
        "../../etc/passwd",
        "undefined",
        "hex",
        "mbcs",
        "\x00",
        "a" * 10_000,
    ],
)
@pytest.mark.parametrize("where", ["http", "meta"])
def test_a_charset_that_is_none_of_the_web_is_ignored_with_a_note(name: str, where: str) -> None:
    text = f"<p>Le café est à côté +ADw-b+AD4- {PROSE * 3}</p>".encode("cp1252")
    declared = f'<meta charset="{name}">'.encode() if where == "meta" else b""
    header = f"text/html; charset={name}" if where == "http" else None
    article = newsclean.parse(declared + text, content_type=header)
    assert "Le café est à côté +ADw-b+AD4-" in everything(article)
    if where == "http" and name != "\x00":
        assert "charset.unknown" in codes(article)


@pytest.mark.parametrize(
    "data",
    [
        b"<p>\xc0\xaf overlong \xe0\x80\xaf \xf0\x80\x80\xaf plain text of the page</p>",
        b"<p>\xed\xa0\x80 surrogate in bytes, plain text of the page</p>",
        b"<p>plain text of the page, cut \xe4\xb8",
        b"\x00<\x00p\x00>\x00p\x00l\x00a\x00i\x00n\x00 \x00t\x00e\x00x\x00t\x00 \x00o\x00f\x00 \x00t\x00h\x00e\x00 \x00p\x00a\x00g\x00e",
        "<p>plain text of the page".encode("utf-16-le"),
        "<p>plain text of the page".encode("utf-32-le"),
        "<p>plain text of the page".encode("utf-32-be"),
        "<p>\ud800 plain text of the page \udfff</p>",
        "<p>\x00plain text\x00 of the page</p>",
    ],
)
def test_damaged_bytes_give_text(data: bytes | str) -> None:
    assert "plain text of the page" in everything(newsclean.parse(data))


HOSTILE = {
    "nan": '{"@type":"NewsArticle","headline":NaN,"datePublished":Infinity}',
    "huge number": '{"@type":"NewsArticle","headline":1' + "0" * 400 + ',"datePublished":1e999}',
    "long integer": '{"@type":"NewsArticle","datePublished":' + "9" * 100_000 + "}",
    "cycle": '{"@graph":[{"@id":"a","@type":"NewsArticle","author":{"@id":"b"}},{"@id":"b","author":{"@id":"a"}}]}',
    "duplicate keys": '{"@type":"NewsArticle","headline":"One","headline":"Two","headline":null}',
    "types": '{"@type":["NewsArticle",{"a":1},null],"headline":{"a":["b"]},"author":[[[["x"]]]],"image":1}',
    "date 99999": '{"@type":"NewsArticle","datePublished":"99999-99-99"}',
    "date year 0": '{"@type":"NewsArticle","datePublished":"0000-01-01T00:00:00Z"}',
    "date offset": '{"@type":"NewsArticle","datePublished":"2020-01-01T00:00:00+99:99"}',
    "date stamp": '{"@type":"NewsArticle","datePublished":99999999999999999999}',
    "date edge": '{"@type":"NewsArticle","datePublished":"9999-12-31T23:59:59-23:59"}',
    "controls": '{"@type":"NewsArticle","headline":"A\\u0000b\\u0007\\u001b[31m\\u202e\\nline\\r\\n","author":{"name":"An\\u0000na\\nBell"}}',
    "markup": '{"@type":"NewsArticle","headline":"<b onclick=x>Rain</b><script>1</script>","author":"<i>Anna Bell</i>"}',
    "long": '{"@type":"NewsArticle","headline":"'
    + "rain " * 50_000
    + '","author":"'
    + "Anna " * 50_000
    + '"}',
}


@pytest.mark.parametrize("script", HOSTILE.values(), ids=HOSTILE)
@pytest.mark.parametrize("body", ["", PAGE])
def test_hostile_metadata_gives_clean_fields_or_none(script: str, body: str) -> None:
    article = newsclean.parse(f'<script type="application/ld+json">{script}</script>{body}')
    check_fields(article)
    if body:
        assert article.title == "Council votes for a bridge"


@pytest.mark.parametrize(
    "value",
    [
        "a\nb\x01c\x7f\x9b",
        "\u202eabc\u2066",
        "99999-99-99",
        "<svg onload=x>",
        "x" * 100_000,
        "\ufeff",
        "&lt;script&gt;alert(1)&lt;/script&gt;",
        "2020-13-45T99:99:99+99:00",
        "\ud800",
    ],
)
def test_hostile_metas_give_clean_fields_or_none(value: str) -> None:
    names = (
        "og:title",
        "author",
        "article:published_time",
        "date",
        "og:site_name",
        "description",
        "keywords",
        "article:section",
        "og:image",
        "og:url",
        "og:locale",
        "article:tag",
    )
    metas = "".join(f'<meta property="{name}" content="{value}">' for name in names)
    check_fields(
        newsclean.parse(f"<html lang='{value}'><title>{value}</title>{metas}<p>{PROSE}</p>")
    )


def check_fields(article: newsclean.Article) -> None:
    for moment in (article.date, article.modified):
        assert moment is None or isinstance(moment, dt.date)
    fields = (
        article.title,
        article.source,
        article.description,
        article.language,
        article.url,
        article.site_name,
        article.section,
        article.image,
        *article.authors,
        *article.tags,
    )
    for value in filter(None, fields):
        assert len(value) <= 5000
        assert not any(ord(char) < 32 or 127 <= ord(char) < 160 for char in value)
        assert not any(char in "\u202e\u2066\ufeff" for char in value)
        assert "<script" not in value
        assert "<svg" not in value
        value.encode()
    article.to_json()

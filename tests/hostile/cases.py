"""Attacks by name, made by code at any size: what is read must come out, and quickly.

`tests/hostile/test_cases.py` reads each when small, `tests/attacks.py` when large.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import NamedTuple

from newsclean import Status

PROSE = "The council met on Tuesday evening and voted for the new bridge over the river, he said."
HEADLINE = "Council votes for a bridge"
Make = Callable[[int], bytes]
# Beyond this many levels a page is deeper, not larger.
DEEPEST = 100_000
_LEVELS = 1900
_TAGS = "div span b font a ul li blockquote section nav form pre code table select object ruby dl x"
_CODECS = (
    "utf-7 rot13 zip unicode_escape idna punycode undefined mbcs ../../etc/passwd utf-16"
    " iso-2022-kr hz-gb-2312 x-user-defined"
)


class Case(NamedTuple):
    """One attack.

    Attributes:
        name: what it is called.
        group: size, depth, entities, encodings, regex, metadata, structure or output.
        make: returns the page for a size in bytes (about).
        kept: a text that must be in the article or in what was held back; None: none is promised.
        status: the status it must have; None: any.
    """

    name: str
    group: str
    make: Make
    kept: str | None = PROSE
    status: Status | None = None


def page(body: str, head: str = "") -> str:
    """Return a page with an article before what is hostile."""
    article = f"<article><h1>{HEADLINE}</h1><p>{PROSE}</p><p>{PROSE} {PROSE} {PROSE}</p></article>"
    title = f"<title>{HEADLINE}</title>"
    return f"<html><head>{title}{head}</head><body>{article}{body}</body></html>"


def body(piece: str, before: str = "", after: str = "") -> Make:
    """Return pages of one piece again and again in the body; ``#`` is counted."""
    return lambda n: page(before + many(piece, n) + after).encode()


def head(piece: str, before: str = "", after: str = "") -> Make:
    """Return pages of one piece again and again in the head; ``#`` is counted."""
    return lambda n: page("", before + many(piece, n) + after).encode()


def deep(opening: str, closing: str = "") -> Make:
    """Return pages of elements in each other, with a text in the innermost."""

    def make(n: int) -> bytes:
        levels = max(1, min(DEEPEST, n // (len(opening) + len(closing))))
        return page(opening * levels + "<p>Innermost words remain.</p>" + closing * levels).encode()

    return make


def wide(opening: str, piece: str) -> Make:
    """Return pages of one piece again and again in as many elements as libxml2 reads."""
    levels = _LEVELS // opening.count("<")
    return lambda n: page(opening * min(levels, n) + many(piece, n)).encode()


def bare(piece: bytes, before: bytes = b"", after: bytes = b"") -> Make:
    """Return inputs of one piece again and again and no page around it."""
    return lambda n: before + piece * max(1, n // len(piece)) + after


def many(piece: str, n: int) -> str:
    """Return a piece as often as fits in ``n`` characters, its ``#`` counted."""
    times = max(1, n // (len(piece) + (4 if "#" in piece else 0)))
    if "#" not in piece:
        return piece * times
    return "".join(piece.replace("#", str(i)) for i in range(times))


def spelled(charset: str, declared: str | None = None, mark: bytes = b"") -> Make:
    """Return pages in one encoding, with another or the same declared, or a byte order mark."""

    def make(n: int) -> bytes:
        text = page(many(f"<p># {PROSE}</p>", n // 2), f'<meta charset="{declared or charset}">')
        return mark + text.encode(charset)

    return make


def salted(piece: bytes) -> Make:
    """Return pages whose bytes after the article are no text of any encoding."""
    return lambda n: page("<p>@</p>").encode().replace(b"@", piece * max(1, n // len(piece)))


def jsonld(inner: Callable[[int], str]) -> Make:
    """Return pages with one JSON-LD script."""
    return lambda n: page("", f'<script type="application/ld+json">{inner(n)}</script>').encode()


def news(key: str, value: str) -> Make:
    """Return pages whose JSON-LD gives one key a value (as it stands in JSON)."""
    return jsonld(lambda n: f'{{"@type":"NewsArticle","{key}":{value.replace("@", "9" * n)}}}')


def meta(name: str, content: str) -> Make:
    """Return pages with a meta element whose content has a piece (``@``) again and again."""
    piece = content.partition("@")[2] or "x"
    before = content.partition("@")[0]
    return lambda n: page(
        "", f'<meta property="{name}" content="{before}{piece * (n // len(piece))}">'
    ).encode()


def _group(group: str, cases: dict[str, Make], kept: str | None = PROSE) -> tuple[Case, ...]:
    return tuple(Case(f"{group}: {name}", group, make, kept) for name, make in cases.items())


_SIZE: dict[str, Make] = {
    "attributes on one tag": lambda n: page(f"<p {many('a#=1 ', n)}>words</p>").encode(),
    "one attribute value": lambda n: page(f'<p class="{many("c# ", n)}">words</p>').encode(),
    "siblings": body("<p>rain falls #</p>"),
    "inline siblings": body("<b>a</b>", "<p>", "</p>"),
    "line breaks": body("rain #<br>", "<p>", "</p>"),
    "one word": body("a", "<p>", "</p>"),
    "one sentence": body("rain falls and ", "<p>", "</p>"),
    "one Chinese sentence": body("中国人民银行昨日宣布", "<p>", "</p>"),
    "spaces": body(" ", "<p>rain", "falls</p>"),
    "comments in a paragraph": body("a<!-- b -->", "<p>", "</p>"),
    "one comment": body("a - ", "<!--", "-->"),
    "links": body('<a href="https://a#.example/">rain falls</a> '),
    "table cells": body("<td>rain #</td>", "<table><tr>", "</tr></table>"),
    "pictures": body('<img src="/#.jpg" alt="rain">'),
    "scripts": body("<script>var a = #;</script>"),
    "style rules": head(".a#{display:none}", "<style>", "</style>"),
    "options": body("<option>rain #</option>", "<select>", "</select>"),
    "a data address": body("QUJD", '<img src="data:image/png;base64,', '">'),
}
_DEPTH: dict[str, Make] = {f"{tag}": deep(f"<{tag}>", f"</{tag}>") for tag in _TAGS.split()} | {
    "ul li": deep("<ul><li>", "</li></ul>"),
    "table cells": deep("<table><tr><td>", "</td></tr></table>"),
    "open div": deep("<div>"),
    "open b": deep("<b>"),
    "open a": deep('<a href="/">'),
    "open b and p": deep("<b><p>"),
    "svg": deep("<svg>", "</svg>"),
    "math": deep("<math><mi>", "</mi></math>"),
    "closed only": deep("</div>"),
}
_ENTITIES: dict[str, Make] = {
    "named": body("&eacute;", "<p>", "</p>"),
    "numeric": body("&#233;", "<p>", "</p>"),
    "beyond Unicode": body("&#99999999999;", "<p>", "</p>"),
    "surrogates": body("&#xD800;&#xDFFF;", "<p>", "</p>"),
    "NUL": body("&#0;", "<p>rain ", "</p>"),
    "controls": body("&#1;&#27;&#159;", "<p>rain ", "</p>"),
    "open ampersands": body("&", "<p>", "</p>"),
    "one endless name": body("a", "<p>&", "</p>"),
    "one endless number": body("9", "<p>&#", ";</p>"),
    "escaped again": body("&amp;amp;amp;lt;", "<p>", "</p>"),
    "billion laughs": lambda n: (
        '<?xml version="1.0"?><!DOCTYPE html [<!ENTITY a "ha">'
        + "".join(f'<!ENTITY a{i} "{f"&a{i - 1};" * 10}">' for i in range(1, n // 90 + 2))
        + "]>"
        + page("<p>&a9;&a10;</p>")
    ).encode(),
    "external": lambda n: (
        '<!DOCTYPE html [<!ENTITY f SYSTEM "file:///etc/hostname">]>'
        + page("<p>" + "&f;" * (n // 3) + "</p>")
    ).encode(),
    "document types": body("<!DOCTYPE html>"),
}
_ENCODINGS: dict[str, Make] = {
    "NULs": salted(b"\0"),
    "overlong forms": salted(b"\xc0\xaf\xe0\x80\xaf"),
    "lone continuations": salted(b"\x80"),
    "cut sequences": salted(b"\xe4\xb8 "),
    "surrogates": salted(b"\xed\xa0\x80"),
    "beyond Unicode": salted(b"\xf7\xbf\xbf\xbf"),
    "no encoding": salted(bytes(range(128, 256))),
    "utf-8": spelled("utf-8", mark=b"\xef\xbb\xbf"),
    "utf-16 with a mark": spelled("utf-16-le", mark=b"\xff\xfe"),
    "utf-16 without a mark": spelled("utf-16-le"),
    "utf-32 with a mark": spelled("utf-32-le", mark=b"\xff\xfe\0\0"),
    "utf-32 without a mark": spelled("utf-32-be"),
    "windows-1252": spelled("cp1252"),
    "gbk": spelled("gbk"),
    **{f"declared {name}": spelled("utf-8", name) for name in _CODECS.split()},
    "a declaration without end": head("u", '<meta charset="', '">'),
    "many declarations": head('<meta charset="gbk#">'),
    "two marks": spelled("utf-8", mark=b"\xef\xbb\xbf\xff\xfe"),
}
_REGEX: dict[str, Make] = {
    "spaces in a date": body(" ", "<p>2 May", "2020</p>"),
    "digits": body("1", "<p>", "</p>"),
    "digits and dots": body("1.", "<p>", "</p>"),
    "digits and slashes": body("1/", "<p>", "</p>"),
    "dates": body("2020-01-02 ", "<p>", "</p>"),
    "brackets": body("(", "<p>", "</p>"),
    "square brackets": body("[", "<p>", "</p>"),
    "bars": body("rain# | ", "<p>", "</p>"),
    "underscores": body("_", "<p>rain", "falls</p>"),
    "dashes": body("-", "<p>rain", "falls</p>"),
    "addresses": body("http://", "<p>", "</p>"),
    "domains": body("a.", "<p>", "com</p>"),
    "mail": body("a@", "<p>", "</p>"),
    "names": body("Anna Bell and ", "<p>By ", "</p>"),
    "capitals": body("A", "<p>By ", "</p>"),
    "less than": body("<", "<p>", ""),
    "spaced less than": body("< ", "<p>", "</p>"),
    "comments begun": body("<!-", "<p>", "</p>"),
    "backslashes": body("\\", "<p>", "</p>"),
    "combining marks": body("\u0301", "<p>a", "</p>"),
    "zero width": body("\u200b", "<p>a", "b</p>"),
    "broken encoding": body("Ã©", "<p>", "</p>"),
    "spaces in a title": head(" ", '<meta property="og:title" content="a', 'b">'),
    "spaces in a style": body(" ", '<p style="font-size:', 'px">words</p>'),
}
_METADATA: dict[str, Make] = {
    "levels of JSON-LD": jsonld(lambda n: '{"a":' * (n // 6) + "1" + "}" * (n // 6)),
    "lists of JSON-LD": jsonld(lambda n: "[" * n),
    "JSON-LD without end": jsonld(lambda n: '{"a":"' + "\\" * n),
    "cycles": jsonld(
        lambda n: json.dumps(
            {"@graph": [{"@id": str(i), "author": {"@id": str(i - 1)}} for i in range(n // 40)]}
        )
    ),
    "keys twice": jsonld(lambda n: "{" + '"headline":"a",' * (n // 15) + '"@type":"NewsArticle"}'),
    "a number without end": news("headline", "@"),
    "not a number": news("datePublished", "NaN"),
    "ten to the 400th": news("datePublished", "1e400"),
    "ten to the 400th in full": news("datePublished", "1" + "0" * 400),
    "a year of five digits": news("datePublished", '"99999-99-99"'),
    "year nought": news("datePublished", '"0000-00-00T00:00:00Z"'),
    "an offset of days": news("datePublished", '"2020-01-02T00:00:00+99:99"'),
    "the last day": news("datePublished", '"9999-12-31T23:59:59-12:00"'),
    "a date of digits": news("datePublished", '"@"'),
    "controls in a headline": news("headline", '"a\\u0000b\\u001bc\\nd\\u202ee"'),
    "lone surrogates": news("headline", '"\\ud800 rain \\udfff"'),
    "an author in an author": jsonld(
        lambda n: '{"@type":"NewsArticle","author":' * (n // 40) + "1" + "}" * (n // 40)
    ),
    "many authors": jsonld(
        lambda n: json.dumps(
            {"@type": "NewsArticle", "author": [{"name": f"A{i} B"} for i in range(n // 20)]}
        )
    ),
    "many dates": head('<meta property="article:published_time" content="2020-01-02">'),
    "a long title": meta("og:title", "@rain "),
    "a title of bars": meta("og:title", "a@ | a"),
    "a long author": meta("article:author", "@Anna Bell, "),
    "a long date": meta("article:published_time", "2020-01-0@1"),
    "a long address": meta("og:url", "https://news.example/@a/"),
    "an address of dots": meta("og:image", "https://news.example/@../"),
    "a host of brackets": meta("og:url", "http://[@:"),
}
_STRUCTURE: dict[str, Make] = {
    "pages in pages": body("<html><head></head><body>rain #</body></html>"),
    "end after end": body("</html></body>"),
    "bodies": body('<body class="a#">'),
    "heads": body("<head><title>rain #</title></head>"),
    "frames": body("<frameset><frame></frameset>"),
    "forms": body("<form>"),
    "misnested": body("<b><i></b></i>"),
    "adoption": body("<a><p><b></a>"),
    "fostered": body("<table>rain #<tr>"),
    "tables never closed": body("<table><tr><td>rain #"),
    "selects never closed": body("<select><option>rain #"),
    "textareas": body("<textarea>"),
    "plain texts": body("<plaintext>"),
    "templates": body("<template><p>rain #"),
    "foreign": body("<svg><foreignObject><p>rain #</p>"),
    "processing": body("<?xml # ?>"),
    "sections of data": body("<![CDATA[ # ]]>"),
    "names never used": body("<x#>rain</x#>"),
    "tags without end": body("<p ", "<p>words</p>"),
    "marks in cells": body(
        "<tr><td>rain#\u200bfalls</td><td>rain#\u200bfalls</td></tr>", "<table>", "</table>"
    ),
    "paragraphs in spans": wide("<span>", "<p>rain #</p>"),
    "bold and plain in spans": wide("<p>rain<span>", "<b>falls #</b> and "),
    "hidden text in buttons": wide("<button>", '<p style="display:none">rain #</p>'),
    "credits in objects": wide("<object>", "<p>来源：中国改革报#</p>"),
    "headings in bylines": wide('<i class="byline">', "<h2>rain #</h2>"),
    "sentences in open boxes": wide("<div>", f"<p>{PROSE}</p>"),
    "classes in open boxes": wide("<div>", '<p class="c#">rain falls</p>'),
    "text in preformatted": wide("<pre>", "<pre>rain #</pre>"),
    "spans in menus": wide('<div class="nav"><ul>', "<span>rain #</span>"),
    "links in links": wide('<ul class="nav"><a href="/"><b>', "<span>rain #</span>"),
    "text in times": wide("<time>", "<p>rain #</p>"),
    "properties in properties": wide('<b itemprop="author">', '<b itemprop="author"></b>'),
    "one name for many": body("<b id=a></b><i id=a></i><u id=a></u><s id=a></s><p>rain #</p>"),
    "pictographs of many kinds": lambda n: page(
        "".join(
            f"<p>{PROSE[:30]}{chr(0x1F300 + i % 700)}{PROSE[30:]}</p>"
            for i in range(max(1, n // 100))
        )
    ).encode(),
    "lists of keywords": body(f"<p>{PROSE}</p>" + "<p>abc# login page</p>" * 6),
    "spans of thousands": body('<td colspan="99999">#', "<table><tr>"),
}
_OUTPUT: dict[str, Make] = {
    "scripts written out": body("&lt;script&gt;alert(#)&lt;/script&gt; ", "<p>", "</p>"),
    "links that run": body('<a href="javascript:alert(#)">rain</a> ', "<p>", "</p>"),
    "links in disguise": body('<a href="java&#9;script:alert(#)">rain</a> ', "<p>", "</p>"),
    "credentials": body('<a href="https://u:p@news.example/#">rain</a> ', "<p>", "</p>"),
    "pictures that run": body('<img src=x onerror="alert(#)">'),
    "Markdown links": body("[rain](javascript:alert(#)) ", "<p>", "</p>"),
    "Markdown brackets": body("![[", "<p>", "</p>"),
    "Markdown stars": body("**a ", "<p>", "</p>"),
    "Markdown ticks": body("` `` ", "<p>", "</p>"),
    "ticks in code": body("```\n", "<pre><code>", "</code></pre>"),
    "bars in tables": body("<tr><td>a|b\\|#</td><td>c</td></tr>", "<table>", "</table>"),
    "quotes in alt": body("&quot;&gt;&lt;b&gt;", '<img src="/a.jpg" alt="', '">'),
    "direction": body("\u202erain\u2066", "<p>", "</p>"),
}

CASES: tuple[Case, ...] = (
    *_group("size", _SIZE),
    *_group("depth", _DEPTH, "Innermost words remain."),
    *_group("entities", _ENTITIES),
    *_group("encodings", _ENCODINGS),
    *_group("regex", _REGEX),
    *_group("metadata", _METADATA),
    *_group("structure", _STRUCTURE),
    *_group("output", _OUTPUT),
    Case("size: nothing", "size", lambda n: b"", None, Status.EMPTY),  # noqa: ARG005 - has no size
    Case("size: spaces only", "size", bare(b" "), None, Status.EMPTY),
    Case("size: letters only", "size", bare(b"a"), None),
    Case("size: less than only", "size", bare(b"<"), None),
    Case("encodings: NULs only", "encodings", bare(b"\0"), None),
    Case("encodings: zip", "encodings", bare(b"\x14\0\x08", b"PK\x03\x04"), None),
    Case("encodings: gzip", "encodings", bare(b"\xa5\x17\0", b"\x1f\x8b\x08\0"), None),
    Case("encodings: pdf", "encodings", bare(b"1 0 obj <<>> ", b"%PDF-1.7\n"), None),
)

"""Measures how the time of a parse grows with the size of hostile pages.

    python tests/scaling.py [NAME ...] [--size BYTES] [--quick]

Each shape is parsed at an eighth, a quarter, half and the whole of a size (1 MB), each in a process
of its own, in CPU seconds. Exit code 1 names the shapes that grow faster than linearly or are slow.
"""

from __future__ import annotations

import argparse
import json
import math
import multiprocessing
import multiprocessing.connection
import resource
import sys
import time
from collections.abc import Callable
from types import MappingProxyType

import newsclean

Shape = Callable[[int], str]
# The fitted exponent of a linear shape; noise and caches of the processor make it more than 1.
MOST_EXPONENT = 1.2
MOST_SECONDS = 2.0
# Below this many seconds the clock says little; such a shape is fast enough at any rate.
_NOISE = 0.25
_BASE_MEMORY = 100 * 2**20
_MEMORY_PER_BYTE = 15
_TIME_OUT = 30
# Other work on the machine only makes a shape slower: the best of so many tries counts.
_TRIES = 3
_BRACKETS = "".join(f"b{number}x# " for number in range(600)) + "c#='>' "
_PROSE = "The council met on Tuesday evening and voted for the new bridge over the river, he said. "
_ARTICLE = f"<h1>Council votes for a bridge</h1><p>{_PROSE * 4}</p><p>{_PROSE * 5}</p>"


def page(body: str, head: str = "") -> str:
    """Return a page with an ordinary article before what is hostile."""
    title = "<title>Council votes for a bridge</title>"
    return (
        f"<html><head>{title}{head}</head><body><article>{_ARTICLE}</article>{body}</body></html>"
    )


def run(piece: str, before: str = "", after: str = "") -> Shape:
    """Return a shape of one piece again and again in the body."""
    return lambda n: page(before + piece * max(1, n // len(piece)) + after)


def numbered(piece: str, before: str = "", after: str = "") -> Shape:
    """Return a shape of pieces with a number each (``#``) in the body."""
    return lambda n: page(before + _count(piece, n) + after)


def head(piece: str, before: str = "", after: str = "") -> Shape:
    """Return a shape of pieces with a number each (``#``) in the head."""
    return lambda n: page("", before + _count(piece, n) + after)


def nested(opening: str, closing: str = "", text: str = "") -> Shape:
    """Return a shape of elements in each other, with a text in the innermost and after them."""

    def shape(n: int) -> str:
        depth = max(1, n // (len(opening) + len(closing) + len(text)))
        return page((opening + text) * depth + f"<p>{_PROSE}</p>" + closing * depth + _PROSE)

    return shape


def _count(piece: str, n: int) -> str:
    return "".join(piece.replace("#", str(i)) for i in range(max(1, n // (len(piece) + 4))))


def _jsonld(inner: Callable[[int], str]) -> Shape:
    return lambda n: page("", f'<script type="application/ld+json">{inner(n)}</script>')


def _state(inner: Callable[[int], str]) -> Shape:
    def shape(n: int) -> str:
        script = f'<script id="__NEXT_DATA__" type="application/json">{inner(n)}</script>'
        return f"<html><head><title>Council votes for a bridge</title></head><body>{script}</body></html>"

    return shape


def _bare(text: str) -> Shape:
    return lambda n: text * max(1, n // len(text))


def _fill(begin: str, piece: str, end: str) -> Shape:
    """Return a shape that is not on a page: a piece again and again between two others."""
    return lambda n: begin + _count(piece, n) + end


_ZH = "中国人民银行昨日宣布下调存款准备金率以支持实体经济发展市场反应积极"
SHAPES = MappingProxyType(
    {
        "attributes": lambda n: page(f"<p {_count('a#=1 ', n)}>{_PROSE}</p>"),
        "attributes with brackets": lambda n: page(f"<p {_count(_BRACKETS, n)}>{_PROSE}</p>"),
        "attributes same": lambda n: page(f"<p {'a=1 ' * (n // 4)}>{_PROSE}</p>"),
        "attributes on body": lambda n: f"<body {_count('a#=1 ', n)}>{_ARTICLE}",
        "attributes on meta": lambda n: page("", f"<meta {_count('a#=1 ', n)}>"),
        "attribute value": lambda n: page(f'<p class="{_count("c# ", n)}">{_PROSE}</p>'),
        "class name": lambda n: page(f'<p class="{"a-" * (n // 2)}">{_PROSE}</p>'),
        "style value": lambda n: page(f'<p style="{_count("color:red;", n)}">{_PROSE}</p>'),
        "style brackets": lambda n: page(f'<p style="clip:{"rect(" * (n // 5)}">{_PROSE}</p>'),
        "style digits": lambda n: page(f'<p style="font-size:{"1" * n}px">{_PROSE}</p>'),
        "style spaces": lambda n: page(f'<p style="font-size:{" " * n}px">{_PROSE}</p>'),
        "unclosed tag": lambda n: page("<p " * (n // 3)),
        "unclosed attribute": lambda n: page('<p a="' * (n // 6)),
        "title spaces": lambda n: f"<title>a{' ' * n}b</title>{_ARTICLE}",
        "title words": lambda n: f"<title>{'rain ' * (n // 5)}</title>{_ARTICLE}",
        "title bars": lambda n: f"<title>{'a | ' * (n // 4)}</title>{_ARTICLE}",
        "title dashes": lambda n: f"<title>{'-' * n}</title>{_ARTICLE}",
        "title brackets": lambda n: f"<title>{'(' * n}</title>{_ARTICLE}",
        "title entities": lambda n: f"<title>{'&amp;' * (n // 5)}</title>{_ARTICLE}",
        "title zh": lambda n: f"<title>{_ZH * (n // 96)}</title>{_ARTICLE}",
        "titles": head("<title>Rain # falls</title>"),
        "heading long": lambda n: page(f"<h1>{_PROSE * (n // len(_PROSE))}</h1>"),
        "headings": numbered("<h1>Rain # falls again</h1>"),
        "headings and text": numbered(f"<h2>Rain # falls again</h2><p>{_PROSE}</p>"),
        "metas": head('<meta name="a#" content="rain falls #">'),
        "metas title": head('<meta property="og:title" content="rain falls #">'),
        "metas date": head(
            '<meta property="article:published_time" content="2020-01-02T03:04:05Z">'
        ),
        "metas author": head('<meta name="author" content="Anna Bell #">'),
        "metas tag": head('<meta property="article:tag" content="rain #">'),
        "metas image": head('<meta property="og:image" content="https://a.example/#.jpg">'),
        "metas keywords": lambda n: page(
            "", f'<meta name="keywords" content="{_count("rain #, ", n)}">'
        ),
        "metas site": head('<meta property="og:site_name" content="The Star #">'),
        "links rel": head('<link rel="canonical" href="https://a.example/#">'),
        "style rules": head(".a#{display:none}", "<style>", "</style>"),
        "style sheets": head("<style>.a#.b{display:none} p.c#{display:none}</style>"),
        "style sheets and elements": lambda n: page(
            _count('<p class="a b c d#">x</p>', n // 2),
            _count("<style>.a#.b{display:none} p.c#{display:none}</style>", n // 2),
        ),
        "style comments": head("/*#", "<style>", "</style>"),
        "style braces": head("{", "<style>", "</style>"),
        "style selectors": head(".a#,", "<style>", "{display:none}</style>"),
        "jsonld scripts": head(
            '<script type="application/ld+json">{"@type":"NewsArticle","headline":"Rain #"}</script>'
        ),
        "jsonld items": _jsonld(
            lambda n: "[" + _count('{"@type":"NewsArticle","headline":"Rain #"},', n) + "0]"
        ),
        "jsonld graph ids": _jsonld(
            lambda n: (
                '{"@graph":['
                + _count('{"@id":"#","author":{"@id":"#"}},', n)
                + '{"@type":"NewsArticle","author":{"@id":"1"}}]}'
            )
        ),
        "jsonld nested": _jsonld(lambda n: '{"a":' * (n // 6) + "1" + "}" * (n // 6)),
        "jsonld lists": _jsonld(lambda n: "[" * n),
        "jsonld commas": _jsonld(lambda n: "[" + "," * n + "]"),
        "jsonld comma runs": _jsonld(lambda n: '{"a":1' + ", " * (n // 2)),
        "jsonld quotes": _jsonld(lambda n: '{"a":' + '"' * n),
        "jsonld backslashes": _jsonld(lambda n: '{"a":"' + "\\" * n),
        "jsonld spaces": _jsonld(lambda n: '{"datePublished"' + " " * n),
        "jsonld salvage": _jsonld(lambda n: '{"datePublished": ' * (n // 18)),
        "jsonld number": _jsonld(lambda n: '{"@type":"NewsArticle","headline":' + "9" * n + "}"),
        "jsonld body": _jsonld(
            lambda n: '{"@type":"NewsArticle","articleBody":"' + _PROSE * (n // len(_PROSE)) + '"}'
        ),
        "jsonld body markup": _jsonld(
            lambda n: '{"@type":"NewsArticle","articleBody":"' + "<p>a" * (n // 4) + '"}'
        ),
        "jsonld authors": _jsonld(
            lambda n: (
                '{"@type":"NewsArticle","author":[' + _count('{"name":"Anna Bell #"},', n) + "0]}"
            )
        ),
        "jsonld keywords": _jsonld(
            lambda n: '{"@type":"NewsArticle","keywords":[' + _count('"rain #",', n) + "0]}"
        ),
        "jsonld images": _jsonld(
            lambda n: (
                '{"@type":"NewsArticle","image":[' + _count('"https://a.example/#.jpg",', n) + "0]}"
            )
        ),
        "jsonld headline": _jsonld(
            lambda n: '{"@type":"NewsArticle","headline":"' + "a - " * (n // 4) + '"}'
        ),
        "jsonld wrappers": _jsonld(lambda n: "<!--" * (n // 4)),
        "jsonld entities": _jsonld(lambda n: "{&quot;a&quot;:" * (n // 14)),
        "state nested": _state(lambda n: '{"a":' * (n // 6) + '"b"' + "}" * (n // 6)),
        "state lists": _state(lambda n: "[" * n),
        "state strings": _state(lambda n: "[" + f'"{_PROSE}",' * (n // 92) + "0]"),
        "state objects": _state(
            lambda n: "[" + _count(f'{{"title":"Rain #","body":"{_PROSE}"}},', n) + "0]"
        ),
        "state backslashes": _state(lambda n: '{"body":"' + "\\" * n),
        "state quotes": _state(lambda n: '{"' * (n // 2)),
        "state escaped": _state(lambda n: '{"body":"' + "\\u003cp\\u003erain" * (n // 16) + '"}'),
        "state many": lambda n: page(
            "",
            _count(
                f'<script>window.__INITIAL_STATE__={{"a":"{_PROSE}#","b":"{_PROSE * 6}"}}</script>',
                n,
            ),
        ),
        "state flight": lambda n: (
            "<title>Rain</title>"
            + _count(f'<script>self.__next_f.push([1,"#:{_PROSE}"])</script>', n)
        ),
        "state flight lines": lambda n: (
            '<title>Rain</title><script>self.__next_f.push([1,"'
            + _count("#:T,", n)
            + '"])</script>'
        ),
        "scripts": numbered("<script>a#</script>"),
        "itemprop": numbered('<span itemprop="author">Anna Bell #</span>'),
        "itemscope": nested('<div itemscope itemprop="author" itemtype="Person">', "</div>"),
        "times": numbered('<time datetime="2020-01-02">2 January 2020</time> '),
        "time nested": nested("<time>", "</time>", "2 May 2020 "),
        "comments in p": run("a<!-- b -->", "<p>", "</p>"),
        "comment open": run("<!--"),
        "comment close": run("-->"),
        "comments": numbered("<!-- # -->"),
        "siblings div": run("<div>a</div>"),
        "siblings p": numbered("<p>rain falls #</p>"),
        "siblings long p": numbered(f"<p># {_PROSE}</p>"),
        "siblings span": run("<span>a</span>"),
        "siblings in span": run("<b>a</b>", "<span>", "</span>"),
        "siblings br": run("<br>"),
        "br text": run("rain<br>", "<p>", "</p>"),
        "br br text": numbered("rain falls #<br><br>", "<p>", "</p>"),
        "images": numbered('<img src="/#.jpg" alt="rain">'),
        "figures": numbered(
            '<figure><img src="/#.jpg"><figcaption>Rain falls #</figcaption></figure>'
        ),
        "links": numbered('<a href="/#">rain falls</a> '),
        "links in p": numbered('<a href="/#">rain falls</a> ', "<p>", "</p>"),
        "links hosts": numbered('<a href="https://a#.example/">rain falls</a> '),
        "links unclosed": numbered('<a href="/#">rain '),
        "links in list": numbered('<li><a href="/#">rain falls</a></li>', "<ul>", "</ul>"),
        "lists": numbered("<ul><li>rain #</li></ul>"),
        "nav": numbered('<a href="/#">rain</a>', "<nav>", "</nav>"),
        "navs": numbered('<nav><ul><li><a href="/#">rain</a></ul></nav>'),
        "tables": numbered("<table><tr><td>rain #</td></tr></table>"),
        "table rows": numbered("<tr><td>rain #</td><td>1</td></tr>", "<table>", "</table>"),
        "table cells": numbered("<td>rain #</td>", "<table><tr>", "</tr></table>"),
        "table colspan": numbered('<td colspan="1000">#</td>', "<table><tr>", "</tr></table>"),
        "selects": numbered("<option>rain #</option>", "<select>", "</select>"),
        "pre": run("rain falls\n", "<pre>", "</pre>"),
        "pres": run(
            "<pre>rain falls again and again in the north\nof the country, he said to the news\n</pre>"
        ),
        "textarea open": run("<textarea>"),
        "plaintext": run("<plaintext>"),
        "xmp": run("<xmp>"),
        "iframes": run("<iframe>"),
        "noscript": run("<noscript>"),
        "title in body": run("<title>"),
        "script open": run("<script>"),
        "style open": run("<style>"),
        "svg": run("<svg><path d='M0 0'></svg>"),
        "svg open": run("<svg>"),
        "math open": run("<math>"),
        "html tags": run("<html>"),
        "html pages": run("<html><head></head><body>rain</body></html>"),
        "documents": run("</html><!doctype html><html><body><p>rain falls</p>"),
        "bodies": run("<body>"),
        "heads": run("<head>"),
        "end tags p": run("</p>"),
        "end tags div": run("</div>"),
        "end tags html": run("</html>"),
        "end tags unknown": run("</x>"),
        "unknown tags": numbered("<x#>rain</x#>"),
        "forms": run("<form>"),
        "frameset": run("<frameset><frame>"),
        "options open": run("<option>"),
        "entities": run("&eacute;"),
        "entities numeric": run("&#233;"),
        "entities open": run("&"),
        "entities open text": run("&a", "<p>", "</p>"),
        "entities number open": run("&#"),
        "entities long": run("a", "<p>&", "</p>"),
        "double escaped": run("&amp;eacute;", "<p>", "</p>"),
        "double escaped tags": run("&lt;p&gt;rain falls&lt;/p&gt;"),
        "double escaped many": run("&amp;amp;amp;lt;", "<p>", "</p>"),
        "less than": run("<"),
        "less than spaces": run("< "),
        "less than bang": run("<!"),
        "less than slash": run("</"),
        "question": run("<?"),
        "cdata": run("<![CDATA["),
        "doctypes": run("<!doctype html>"),
        "nul": run("\x00", "<p>rain ", "</p>"),
        "controls": run("\x01a"),
        "text node": run("a", "<p>", "</p>"),
        "text prose": run(_PROSE, "<p>", "</p>"),
        "text prose numbered": numbered(_PROSE + "# ", "<p>", "</p>"),
        "text words numbered": numbered("word# ", "<p>", "</p>"),
        "text spaces": run(" ", "<p>rain", "falls</p>"),
        "text nbsp": run("\xa0", "<p>rain", "falls</p>"),
        "text lines": run("\n", "<p>rain", "falls</p>"),
        "text zh": run(_ZH, "<p>", "</p>"),
        "text zh sentences": numbered(_ZH + "#。", "<p>", "</p>"),
        "text zh lines": numbered(_ZH + "#<br>", "<p>", "</p>"),
        "text zh paragraphs": numbered(f"<p>{_ZH}#。</p>"),
        "text thai": run("ประเทศไทยรวมเลือดเนื้อชาติเชื้อไทย", "<p>", "</p>"),
        "text arabic": run("اجتمع المجلس مساء الثلاثاء ", "<p>", "</p>"),
        "text emoji": run("😀", "<p>", "</p>"),
        "combining": run("\u0301", "<p>a", "</p>"),
        "combining pairs": run("a\u0301", "<p>", "</p>"),
        "combining mixed": run("\u0301\u0323", "<p>a", "</p>"),
        "zero width": run("\u200b", "<p>a", "b</p>"),
        "zero width words": run("a\u200b", "<p>", "</p>"),
        "soft hyphens": run("\u00ad", "<p>a", "b</p>"),
        "bidi": run("\u202e", "<p>a", "b</p>"),
        "bidi words": run("\u202erain", "<p>", "</p>"),
        "replacement": run("\ufffd", "<p>a", "b</p>"),
        "www": run("www.", "<p>", "</p>"),
        "www spaces": run("www. ", "<p>", "</p>"),
        "domains": numbered("rain#.com ", "<p>", "</p>"),
        "domains chained": run("a.", "<p>", "com</p>"),
        "addresses": run("http://", "<p>", "</p>"),
        "mail": run("a@", "<p>", "</p>"),
        "underscores": run("_", "<p>rain", "falls</p>"),
        "underscored": run("rain_", "<p>", "</p>"),
        "bars": run("|", "<p>rain", "falls</p>"),
        "barred": numbered("rain# | ", "<p>", "</p>"),
        "barred zh": run("娱乐城_", "<p>", "</p>"),
        "barred zh numbered": numbered("娱乐城#|", "<p>", "</p>"),
        "bar paragraphs": numbered("<p>rain|wind|snow #|</p>"),
        "banner in paragraphs": numbered(
            f"<p>The council met 娱乐城_开户_网址 on # days. {_PROSE}</p>"
        ),
        "banner phrases": run("best casino online|free slots|", "<p>", "</p>"),
        "dashes": run("-", "<p>rain", "falls</p>"),
        "dashed": run("rain - ", "<p>", "</p>"),
        "dots": run(".", "<p>rain", "falls</p>"),
        "dotted": run(". ", "<p>", "</p>"),
        "commas": run(",", "<p>", "</p>"),
        "colons": run(":", "<p>", "</p>"),
        "slashes": run("/", "<p>", "</p>"),
        "backslashes": run("\\", "<p>", "</p>"),
        "stars": run("*", "<p>", "</p>"),
        "stars spaced": run("* ", "<p>", "</p>"),
        "tildes": run("~", "<p>", "</p>"),
        "hashes": run("#", "<p>", "</p>"),
        "backticks": run("`", "<p>", "</p>"),
        "brackets": run("(", "<p>", "</p>"),
        "brackets pairs": run("()", "<p>", "</p>"),
        "brackets square": run("[", "<p>", "</p>"),
        "brackets zh": run("【", "<p>", "</p>"),
        "brackets zh pairs": run("（a）", "<p>", "</p>"),
        "brackets nested": lambda n: page(f"<p>{'(' * (n // 2)}a{')' * (n // 2)}</p>"),
        "quotes": run('"', "<p>", "</p>"),
        "quotes curly": run("“", "<p>", "</p>"),
        "guillemets": run("« ", "<p>", "</p>"),
        "apostrophes": run("a'", "<p>", "</p>"),
        "digits": run("1", "<p>", "</p>"),
        "digits spaced": run("1 ", "<p>", "</p>"),
        "digit lists": run("1.", "<p>", "</p>"),
        "digit commas": run("1,", "<p>", "</p>"),
        "digit dashes": run("1-", "<p>", "</p>"),
        "digit slashes": run("1/", "<p>", "</p>"),
        "digit colons": run("1:", "<p>", "</p>"),
        "dates": run("2020-01-02 ", "<p>", "</p>"),
        "dates joined": run("2020-01-02", "<p>", "</p>"),
        "dates words": run("2 May 2020, ", "<p>", "</p>"),
        "dates zh": run("2020年1月2日", "<p>", "</p>"),
        "dates lines": numbered("<p>2 May 2020 #</p>"),
        "dates blocks": numbered("<div>Published 2 May 2020 10:#</div>"),
        "date years": run("2020 ", "<p>", "</p>"),
        "date months": run("May ", "<p>", "</p>"),
        "date spaces": run(" ", "<p>2 May", "2020</p>"),
        "authors": numbered("Anna Bell#, ", "<p>By ", "</p>"),
        "authors and": run("Anna Bell and ", "<p>By ", "</p>"),
        "author lines": numbered("<p>By Anna Bell#</p>"),
        "author capitals": run("A", "<p>By ", "</p>"),
        "author words": run("Anna ", "<p>By ", "</p>"),
        "by by": run("By ", "<p>", "</p>"),
        "byline classes": numbered('<span class="author byline">By Anna Bell</span>'),
        "sources zh": run("来源：", "<p>", "</p>"),
        "source lines zh": numbered("<p>来源：中国改革报#</p>"),
        "credits": run("Source: Star. ", "<p>", "</p>"),
        "dateline": run("LONDON (Star) - ", "<p>", "</p>"),
        "phrases": run("<p>Share</p><p>Related articles</p>"),
        "phrases long": run("share ", "<p>", "</p>"),
        "repeated sentences": lambda n: page(f"<p>{_PROSE * 6}</p>" * (n // (6 * len(_PROSE)))),
        "repeated halves": run("ab", "<p>", "c</p>"),
        "mojibake": run("Ã©", "<p>", "</p>"),
        "mojibake words": run("cafÃ© â€œrainâ€\x9d ", "<p>", "</p>"),
        "mojibake paragraphs": run("<p>cafÃ© â€œrainâ€\x9d falls</p>"),
        "pinyin": run("银行(yínháng)", "<p>", "</p>"),
        "pinyin spaced": run("银 yín 行 háng ", "<p>", "</p>"),
        "ruby": run("<ruby>银<rt>yín</rt></ruby>", "<p>", "</p>"),
        "jammers": numbered('<p>rain<span style="display:none">x#</span> falls</p>'),
        "jammers inline": run('a<span style="font-size:0">x</span>', "<p>", "</p>"),
        "hidden blocks": numbered('<div style="display:none">rain falls #</div>'),
        "tag soup": run("<acronym></acronym><address></address>"),
        "tag soup names": run("<sup id='a'></sup><tt></tt><small></small><dfn></dfn>"),
        "soup boxes": numbered("<code id='a#'><tr id='b#'><td id='c#'></td></tr></code>"),
        "marquee": run("<marquee>rain</marquee>"),
        "data uri": lambda n: page(f'<img src="data:image/png;base64,{"QUJD" * (n // 4)}">'),
        "data uri css": lambda n: page(
            "", f"<style>.a{{background:url(data:image/png;base64,{'QUJD' * (n // 4)})}}</style>"
        ),
        "base64": run("QUJDRA==", "<p>", "</p>"),
        "base64 joined": run("QUJD", "<p>", "</p>"),
        "href long": lambda n: page(f'<p><a href="/{"a/" * (n // 2)}">rain falls</a></p>'),
        "href dots": lambda n: page(f'<p><a href="/{"../" * (n // 3)}">rain falls</a></p>'),
        "alt long": lambda n: page(f'<img src="/a.jpg" alt="{_PROSE * (n // len(_PROSE))}">'),
        "listing": numbered(
            '<div class="item"><h3><a href="/#">Rain falls in the north #</a></h3><p>Teaser # of it.</p></div>'
        ),
        "articles": numbered(f"<article><h1>Rain #</h1><p># {_PROSE * 3}</p></article>"),
        "comments readers": numbered(f'<div class="comment"><p># {_PROSE}</p></div>'),
        "sections": numbered(f'<section class="a#"><h2>Rain #</h2><p>{_PROSE}</p></section>'),
        "class names": numbered('<p class="a#">rain</p>'),
        "ids": numbered('<p id="a#">rain</p>'),
        "dump lines": _bare("The council met on Tuesday evening and voted for the new bridge.\n"),
        "dump paragraphs": _bare(
            "The council met on Tuesday evening and voted for the bridge.\n\n"
        ),
        "dump breaks": _bare("\n"),
        "dump less": _fill("", f"{_PROSE} < #\n", ""),
        "dump comments": _fill("", f"{_PROSE}\n<!-- #\n", ""),
        "json": _fill("[", '{"a":#},', "0]"),
        "json open": _bare("["),
        "rss": _fill("<rss><channel>", "<item><title>#</title></item>", "</channel></rss>"),
        "only spaces": _bare(" "),
        "only less": _bare("<"),
        "only text": _bare("a"),
        "only zh": _bare(_ZH),
        "only entities": _bare("&amp;"),
        **{
            f"nested {tag}": nested(f"<{tag}>", f"</{tag}>")
            for tag in (
                "div",
                "span",
                "b",
                "font",
                "a",
                "p",
                "ul",
                "li",
                "blockquote",
                "table",
                "section",
                "article",
                "nav",
                "form",
                "h1",
                "pre",
                "small",
                "code",
                "x",
                "svg",
                "button",
                "label",
                "center",
                "dl",
                "dd",
                "select",
                "object",
                "main",
                "header",
                "aside",
                "figure",
                "ruby",
            )
        },
        **{
            f"nested {name}": nested(*parts)
            for name, parts in {
                "div text": ("<div>", "</div>", "rain falls "),
                "div p": ("<div><p>rain</p>", "</div>"),
                "div class": ('<div class="a b">', "</div>", "rain "),
                "div style": ('<div style="color:red">', "</div>", "rain "),
                "div open": ("<div>", ""),
                "span open text": ("<span>", "", "rain "),
                "ul li": ("<ul><li>", "</li></ul>", "rain "),
                "ul li link": ("<ul><li><a href='/'>rain</a>", "</li></ul>"),
                "nav ul": ("<nav><ul><li>", "</li></ul></nav>"),
                "table": ("<table><tr><td>", "</td></tr></table>", "rain "),
                "b i": ("<b><i>", "</i></b>", "rain "),
                "b open": ("<b>", "", "rain "),
                "font open": ("<font color=red>", "", "rain "),
                "a open": ("<a href='/'>", "", "rain "),
                "misnested": ("<b><p>", "</b></p>", "rain "),
                "misnested div": ("<a><div>", "</a></div>", "rain "),
                "blockquote p": ("<blockquote><p>rain falls</p>", "</blockquote>"),
                "mixed": ("<div><span><ul><li><b>", "</b></li></ul></span></div>", "rain "),
                "hidden": ("<div hidden>", "</div>", "rain "),
                "time": ("<p><time>", "</time></p>", "May "),
                "noscript": ("<noscript>", "</noscript>", "rain "),
                "template": ("<template>", "</template>", "rain "),
            }.items()
        },
    }
)


def _measure(text: str, pipe: multiprocessing.connection.Connection) -> None:
    """Parse once and send CPU seconds and bytes of memory on top."""
    resource.setrlimit(resource.RLIMIT_CPU, (_TIME_OUT, _TIME_OUT))
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    begin = time.process_time()
    article = newsclean.parse(text)
    article.to_json()
    seconds = time.process_time() - begin
    memory = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) * 1024
    pipe.send((seconds, memory))


def measured(text: str) -> tuple[float, float]:
    """Return CPU seconds and bytes of memory of one parse in a process of its own."""
    context = multiprocessing.get_context("fork")
    ours, theirs = context.Pipe(duplex=False)
    process = context.Process(target=_measure, args=(text, theirs))
    process.start()
    theirs.close()
    process.join(_TIME_OUT * 4)  # beside other work a second of the clock is less of a processor
    if process.is_alive():
        process.kill()
        process.join()
        return math.inf, math.inf
    try:
        return ours.recv() if ours.poll() else (math.inf, math.inf)
    except EOFError:
        return math.inf, math.inf


def exponent(sizes: list[float], seconds: list[float]) -> float:
    """Return the slope of the least-squares line through the logarithms."""
    xs, ys = [math.log(x) for x in sizes], [math.log(max(y, 1e-6)) for y in seconds]
    mx, my = sum(xs) / len(xs), sum(ys) / len(ys)
    return sum((x - mx) * (y - my) for x, y in zip(xs, ys, strict=True)) / sum(
        (x - mx) ** 2 for x in xs
    )


def judge(name: str, size: int) -> tuple[bool, str]:
    """Return whether a shape is parsed in linear time and little memory, and a line about it."""
    sizes = [size // 8, size // 4, size // 2, size]
    texts = [SHAPES[name](n) for n in sizes]
    found = []
    for text in texts:
        found.append(measured(text))
        if math.isinf(found[-1][0]):
            return False, f"{name:30} over {_TIME_OUT} s at {len(text)} characters"
    seconds, memory = [f[0] for f in found], found[-1][1]
    slope = exponent([float(n) for n in sizes], seconds)
    most = _BASE_MEMORY + _MEMORY_PER_BYTE * len(texts[-1].encode())
    is_linear = slope <= MOST_EXPONENT or seconds[-1] <= _NOISE
    good = is_linear and seconds[-1] <= MOST_SECONDS and memory <= most
    line = f"{name:30} {slope:5.2f} {seconds[-1]:7.3f} s {memory / 2**20:7.0f} MB"
    return good, line + ("" if good else "  !")


def main() -> int:
    """Measure the shapes named, or all."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("names", nargs="*")
    parser.add_argument("--size", type=int, default=1_000_000)
    arguments = parser.parse_args()
    newsclean.parse(page("<p>warm</p>"))
    bad = []
    for name in arguments.names or SHAPES:
        good = False
        for _ in range(_TRIES):
            good, line = judge(name, arguments.size)
            print(line, flush=True)
            if good:
                break
        if not good:
            bad.append(name)
    print(json.dumps(bad))
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())

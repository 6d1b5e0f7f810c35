"""Makes broken pages of whole ones."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from random import Random

_MAX_BYTES = 60_000
# What parsers, charsets, dates and rules stumble over.
_TEXTS = tuple(
    token.encode("utf-8", "surrogatepass")
    for token in (
        *("<!--", "-->", "<![CDATA[", "]]>", "<script>", "</script>", "<style>", "</style>"),
        *("<plaintext>", "<xmp>", "<textarea>", "<title>", "<template>", "<noscript>", "<svg>"),
        *("<math>", "<table>", "<tr><td>", "<select><option>", "<frameset>", "<body>", "</body>"),
        *("</html>", "<html>", "<ruby>a<rt>b", "<b><i></b></i>", "<p><table><p>", "<a><a>"),
        *("<iframe>", "<pre>\n", "<code>", "<li>", "<h1>", "<br>", "<hr>", "<article>", "<div>"),
        *("<p style='display:none'>", "<p hidden>", "<base href='javascript:x'>", "<q>", "<wbr>"),
        *("&#0;", "&#xD800;", "&#x110000;", "&lt;script&gt;", "&amp;amp;", "&nbsp;", "&#128;", "&"),
        *("\x00", "\ufeff", "\u200b", "\u202e", "\ufffd", "\ud800", "\u2028", "\r", "\x0b", "\x85"),
        *("javascript:alert(1)", "[x](javascript:y)", "```", "| a |", "99999-99-99", "0000-00-00"),
        *("<javascript:x>", "&lt;javascript:x&gt;", "\n[x]: javascript:y\n", "[x][y]", "![x](y)"),
        *(
            "https://u:p@x.example/",
            "www.x.example",
            "&lt;b onclick=x&gt;",
            "\\",
            "`",
            "\\`",
            "[`](",
        ),
        *('<a href="', "<img src='x' onerror=y>", '{"@type":"NewsArticle","headline":', "[" * 80),
        *("<meta charset=utf-7>", "<meta charset=utf-16>", "<meta charset=gbk>", "Ã©Ã¨", "锟斤拷"),
    )
)
TOKENS = (*_TEXTS, b"\xff\xfe", b"\xc0\x80", b"\xf5", b"\x1b$B", b"\x81", b"\xed\xa0\x80")


def mutated(page: bytes, other: bytes, random: Random) -> bytes:
    """Return a page with one to six things done to it; ``other`` is a page to splice from."""
    for _ in range(random.randint(1, 6)):
        page = random.choice(_CHANGES)(page, other, random)[:_MAX_BYTES]
    return page


def _flip(page: bytes, other: bytes, random: Random) -> bytes:  # noqa: ARG001 - one signature
    """Change some bytes."""
    out = bytearray(page)
    for _ in range(random.randint(1, 8) if out else 0):
        out[random.randrange(len(out))] = random.randrange(256)
    return bytes(out)


def _insert(page: bytes, other: bytes, random: Random) -> bytes:  # noqa: ARG001 - one signature
    """Put in a token once or some times, anywhere or where a tag begins."""
    token = random.choice(TOKENS) * random.choice((1, 1, 1, 3, 40))
    at = _tag(page, random) if random.random() < 0.5 else random.randint(0, len(page))
    return page[:at] + token + page[at:]


def _cut(page: bytes, other: bytes, random: Random) -> bytes:  # noqa: ARG001 - one signature
    """Take a stretch out, or the end off."""
    start, end = _stretch(page, random)
    return page[:start] + (page[end:] if random.random() < 0.8 else b"")


def _double(page: bytes, other: bytes, random: Random) -> bytes:  # noqa: ARG001 - one signature
    """Repeat a stretch."""
    start, end = _stretch(page, random)
    return page[:start] + page[start:end] * random.choice((2, 2, 3, 30)) + page[end:]


def _splice(page: bytes, other: bytes, random: Random) -> bytes:
    """Put in a stretch of another page."""
    start, end = _stretch(other, random)
    at = _tag(page, random)
    return page[:at] + other[start:end] + page[at:]


def _nest(page: bytes, other: bytes, random: Random) -> bytes:  # noqa: ARG001 - one signature
    """Wrap a stretch in many elements."""
    start, end = _stretch(page, random)
    name = random.choice((b"div", b"b", b"table", b"ul", b"span", b"blockquote", b"section", b"x"))
    times = random.choice((1, 5, 60, 400))
    return page[:start] + b"<%s>" % name * times + page[start:end] + page[end:]


def _attribute(page: bytes, other: bytes, random: Random) -> bytes:  # noqa: ARG001 - one signature
    """Give a tag an attribute of noise."""
    at = page.find(b">", _tag(page, random))
    names = (b"class", b"id", b"style", b"href", b"src", b"hidden", b"alt", b"content", b"rel")
    value = random.choice((*TOKENS, b"comments nav", b"article-body", b"display:none", b"sidebar"))
    return page[:at] + b" %s='%s'" % (random.choice(names), value) + page[at:]


def _tag(page: bytes, random: Random) -> int:
    """Return where a tag begins, or the page's end."""
    at = page.find(b"<", random.randint(0, len(page)))
    return at if at >= 0 else len(page)


def _stretch(page: bytes, random: Random) -> tuple[int, int]:
    """Return the bounds of a stretch, often from tag to tag."""
    if random.random() < 0.6:
        return tuple(sorted((_tag(page, random), _tag(page, random))))  # type: ignore[return-value] # it has two
    start = random.randint(0, len(page))
    return start, min(len(page), start + random.randint(0, 200))


_CHANGES = (_flip, _insert, _insert, _cut, _double, _splice, _nest, _attribute)

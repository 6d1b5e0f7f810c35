"""Whether an article is safe to show, told by readers that are not ours."""

from __future__ import annotations

import json
import re
import unicodedata
from html.parser import HTMLParser
from urllib.parse import urlsplit

import nh3
from bs4 import BeautifulSoup
from markdown_it import MarkdownIt

from newsclean import Article

TAGS = frozenset(
    [
        "article",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "p",
        "ul",
        "ol",
        "li",
        "blockquote",
        "pre",
        "code",
        "table",
        "thead",
        "tbody",
        "tr",
        "th",
        "td",
        "figure",
        "img",
        "figcaption",
        "a",
        "strong",
        "em",
        "sub",
        "sup",
        "del",
        "br",
    ]
)
ATTRIBUTES = {"a": {"href"}, "img": {"src", "alt"}, "code": {"class"}}
SCHEMES = frozenset(("http", "https", "mailto", ""))
# What never stands before the first slash of an address that comes out.
_ACTIVE = re.compile(r"^[^/?#]{0,40}?(?:script|data|file|blob)(?::|%3a|&#|&colon)", re.IGNORECASE)


def assert_safe(article: Article) -> None:
    """Fail unless everything that can be made of an article is safe to show."""
    assert_safe_html(article)
    assert_safe_markdown(article)
    assert_safe_fields(article)


def assert_safe_html(article: Article) -> None:
    html = article.to_html()
    soup = BeautifulSoup(html, "html.parser")
    for element in soup.find_all(True):
        assert element.name in TAGS
        assert set(element.attrs) <= ATTRIBUTES.get(element.name, set()), element
        for name in ("href", "src"):
            if name in element.attrs:
                assert_address(str(element[name]))
    cleaned = nh3.clean(
        html, tags=set(TAGS), attributes=ATTRIBUTES, url_schemes=set(SCHEMES - {""}), link_rel=None
    )
    assert events(cleaned) == events(html)
    assert events(str(article.to_soup())) == events(html)


def assert_safe_markdown(article: Article) -> None:
    reader = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
    reader.validateLink = lambda url: True  # type: ignore[method-assign]  # noqa: ARG005 - nothing is caught for us
    tokens = reader.parse(article.to_markdown())
    for token in (inner for outer in tokens for inner in (outer, *(outer.children or ()))):
        assert token.type not in ("html_block", "html_inline"), token.content
        for name in ("href", "src"):
            if name in token.attrs:
                assert_address(str(token.attrs[name]))
    own = {run.href for block in article.blocks for run in block.runs if run.href}
    links = sum(t.type == "link_open" for token in tokens for t in token.children or ())
    assert bool(links) <= bool(own)
    pictures = sum(t.type == "image" for token in tokens for t in token.children or ())
    assert pictures <= sum(block.image is not None for block in article.blocks)


def assert_safe_fields(article: Article) -> None:
    record = json.loads(article.to_json())
    pictures = [*record["images"], *(b["image"] for b in record["blocks"] if b["image"])]
    links = [run["href"] for b in record["blocks"] for run in b["runs"] if run["href"]]
    evidence = [c for name in ("url", "image") for c in record["evidence"].get(name, ())]
    shown = [value for c in evidence for value in (c["value"], c["raw"]) if value]
    for address in (*(p["src"] for p in pictures), *links, *shown):
        if address:
            assert_address(address)
    for address in (record["url"], record["image"]):
        if address is not None:
            assert_address(address)
            assert address.startswith(("http://", "https://"))
    for name in ("title", "source", "description", "site_name", "section"):
        assert_line(record[name] or "")
    for value in (*record["authors"], *record["tags"]):
        assert_line(value)
    assert Article.from_dict(article.to_dict()) == article


def assert_line(text: str) -> None:
    """Fail on control characters (ZWNJ, ZWJ and the like are letters' own)."""
    assert not [c for c in text if unicodedata.category(c) in ("Cc", "Cs")], ascii(text)


def assert_address(address: str) -> None:
    """Fail unless an address is http, https, mailto or relative, without credentials."""
    assert address.isprintable(), ascii(address)
    assert not _ACTIVE.match(address), address
    parts = urlsplit(address)
    assert parts.scheme in SCHEMES, address
    assert "@" not in parts.netloc, address
    assert "\\" not in address, address


def events(html: str) -> list[tuple[str, ...]]:
    """Return start tags with attributes, end tags and texts of HTML as a reader meets them."""
    reader = _Events()
    reader.feed(html)
    reader.close()
    return reader.found


class _Events(HTMLParser):
    """Collects what it reads."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[tuple[str, ...]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append(("<", tag, *(f"{k}={v}" for k, v in sorted(attrs))))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        self.found.append((">", tag))

    def handle_data(self, data: str) -> None:
        if not data.strip():
            return
        if self.found and self.found[-1][0] == "text":
            data = self.found.pop()[1] + data
        self.found.append(("text", data))

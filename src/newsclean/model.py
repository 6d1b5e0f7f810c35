"""The values newsclean gives back: an `Article`, its blocks, and what was held back and why.

Everything here is frozen, slotted, picklable and free of lxml. `Article` is the contract with the
user; docs/contract.md describes every field, and `newsclean.render` writes it as text, Markdown,
HTML and JSON.
"""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import bs4

    from newsclean.sites.hints import Known


class Status(StrEnum):
    """What kind of page it was, for filtering."""

    OK = "ok"
    PARTIAL = "partial"
    NOT_ARTICLE = "not_article"
    LISTING = "listing"
    SPAM = "spam"
    BLOCKED = "blocked"
    SCRIPT_SHELL = "script_shell"
    ERROR_PAGE = "error_page"
    EMPTY = "empty"
    UNDECODABLE = "undecodable"
    TOO_LARGE = "too_large"


class Reason(StrEnum):
    """Why a block or a phrase is not in the article."""

    NAV = "nav"
    HEADER = "header"
    FOOTER = "footer"
    SIDEBAR = "sidebar"
    AD = "ad"
    RELATED = "related"
    TEASER = "teaser"
    NEWSLETTER = "newsletter"
    SHARE = "share"
    COMMENTS = "comments"
    CONSENT = "consent"
    PAYWALL = "paywall"
    AUTHOR_BIO = "author_bio"
    TAGS = "tags"
    LEGAL = "legal"
    UI = "ui"
    HIDDEN = "hidden"
    LINKS = "links"
    SHORT = "short"
    OUTSIDE = "outside"
    DUPLICATE = "duplicate"
    CAPTION = "caption"
    SPAM_BANNER = "spam_banner"
    SPAM_LINK_FARM = "spam_link_farm"
    TAG_SOUP = "tag_soup"
    JAMMER = "jammer"
    REPEATED = "repeated"
    HINT = "hint"


class BlockKind(StrEnum):
    """What a block is on the page."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list_item"
    QUOTE = "quote"
    CODE = "code"
    TABLE = "table"
    CAPTION = "caption"


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of a block's text with one look.

    Attributes:
        text: the text; the runs of a block joined are its text.
        href: where it links to, absolute where the page's address is known.
        marks: any of "strong", "em", "code", "sub", "sup", "del", sorted.
    """

    text: str
    href: str | None = None
    marks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Image:
    """An image of the article: its address, its alternative text and its caption."""

    src: str
    alt: str = ""
    caption: str = ""


@dataclass(frozen=True, slots=True)
class Block:
    r"""One paragraph-like unit of the article.

    Attributes:
        kind: what it is.
        text: its text, white space folded; "\\n" only in code, in verse and between table rows.
        level: 1 to 6 for a heading; nesting depth from 1 for a list item; else 0.
        ordered: whether a list item is numbered.
        runs: the text in stretches of one look; empty for a table.
        rows: the cells of a table, row by row; the first row is the header if `header` is true.
        header: whether the first row of a table is its header.
        language: the language of a code block, as the page names it.
        image: the image a caption belongs to; such a block may have no text.
        index: the block's place on the page, counted over all blocks, kept and removed.
    """

    kind: BlockKind
    text: str
    level: int = 0
    ordered: bool = False
    runs: tuple[Run, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    header: bool = False
    language: str | None = None
    image: Image | None = None
    index: int = 0


@dataclass(frozen=True, slots=True)
class Place:
    """Where on the page something stood.

    Attributes:
        block: index of the block, counted over all blocks of the page.
        start: offset in that block's text, in characters; None when it is the whole block.
        path: the elements around it, outermost first, such as ``body > div#main > p``.
    """

    block: int
    start: int | None = None
    path: str = ""


@dataclass(frozen=True, slots=True)
class Removal:
    """A piece of the page that is not in the article, and why.

    Attributes:
        text: the text as it stood on the page.
        reason: why, in one word.
        rule: identifier of the rule that decided, such as ``phrase.zh.font-size-widget``.
        where: its place on the page.
    """

    text: str
    reason: Reason
    rule: str
    where: Place


@dataclass(frozen=True, slots=True)
class Candidate:
    """A value that a field could have had.

    Attributes:
        value: the value as text; dates in ISO 8601.
        origin: where it was found, such as ``jsonld:headline`` or ``meta:og:title``.
        chosen: whether the field has this value.
        why: why it was chosen or rejected, in a few words.
        raw: the text on the page it was read from, where that differs from `value`.
    """

    value: str
    origin: str
    chosen: bool = False
    why: str = ""
    raw: str | None = None


@dataclass(frozen=True, slots=True)
class Note:
    """Something that was repaired, recovered or guessed on the way.

    Attributes:
        code: a stable identifier, such as ``charset.detected``.
        text: what happened, in plain English.
    """

    code: str
    text: str

    def __str__(self) -> str:
        return self.text


@dataclass(frozen=True, slots=True)
class Limits:
    """How much of one page is taken in. What is cut is noted; no page made for readers reaches one.

    Attributes:
        elements: later elements are not read (note ``limit.elements``).
        nesting: where a page is nested deeper than libxml2 reads (2,048 levels), elements beyond
            this depth are left out and their text stays (note ``dom.flattened``).
        blocks: later text runs together in one block (note ``limit.blocks``).
        characters: text after so many characters is not read (note ``limit.characters``).
        jsonld_characters: of all JSON-LD of a page; later scripts of it are not read
            (note ``limit.jsonld``).
        jsonld_nesting: deeper JSON-LD is not read (note ``limit.jsonld-nesting``).
        candidates: values of one name in the page's head, and of one field in the evidence
            (note ``limit.candidates``).
    """

    elements: int = 500_000
    nesting: int = 200
    blocks: int = 20_000
    characters: int = 16 * 2**20
    jsonld_characters: int = 2_000_000
    jsonld_nesting: int = 60
    candidates: int = 100


@dataclass(frozen=True, slots=True)
class Options:
    """What a caller can change.

    Attributes:
        max_bytes: a longer input is not read: ``status=too_large``.
        max_seconds: after so much time no more work is begun: ``status=partial`` with what is known
            (note ``limit.time``). A page of 170 kB takes about 0.02 s. None: no limit, so that the
            result depends on the page alone.
        limits: how much of one page is taken in.
        keep: what shall stay: a `Reason` that shall not remove anything (such blocks stay in the
            article, and such phrases in their sentences), or a CSS selector of elements whose
            text is the article's. One, or a collection of them.
        drop: CSS selectors of elements whose text is not the article's.
        title: CSS selectors of the element that holds the title; the first that has text counts.
        hints: path of a TOML file with keep, drop and title per host (docs/hints.md). It is read
            once, here.
        plugins: rules of other packages to ask, by name, or True for all that are installed
            (docs/plugins.md).

    Raises:
        InvalidOptions: a selector, the hint file or a plug-in is wrong; the message says where.
    """

    max_bytes: int = 16 * 2**20
    max_seconds: float | None = 20.0
    limits: Limits = field(default_factory=Limits)
    keep: Collection[Reason | str] = frozenset()
    drop: Collection[str] = ()
    title: Collection[str] = ()
    hints: str | os.PathLike[str] | None = None
    plugins: Collection[str] | bool = ()
    known: Known | None = field(default=None, init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        if self.keep or self.drop or self.title or self.hints is not None or self.plugins:
            from newsclean.sites.hints import known

            object.__setattr__(self, "known", known(self))
            for name in ("keep", "drop", "title", "plugins"):
                object.__setattr__(self, name, _settled(getattr(self, name)))

    @property
    def reasons(self) -> frozenset[Reason]:
        """The reasons in `keep`."""
        return frozenset(value for value in self.keep if isinstance(value, Reason))


def _settled(values: Collection[str] | bool) -> Collection[str] | bool:
    """Return values that cannot change any more."""
    if isinstance(values, str):
        return (values,)
    return values if isinstance(values, (bool, tuple, frozenset)) else tuple(values)


@dataclass(frozen=True, slots=True, repr=False)
class Article:
    """A page as a careful reader would have typed it. docs/contract.md describes every field.

    ``str()`` of it is the text to read, ``repr()`` one line; notebooks show it as an article.
    """

    status: Status
    confidence: float = 0.0
    title: str | None = None
    source: str | None = None
    date: dt.datetime | dt.date | None = None
    modified: dt.datetime | dt.date | None = None
    authors: tuple[str, ...] = ()
    description: str | None = None
    language: str | None = None
    url: str | None = None
    site_name: str | None = None
    section: str | None = None
    tags: tuple[str, ...] = ()
    image: str | None = None
    images: tuple[Image, ...] = ()
    blocks: tuple[Block, ...] = ()
    removed: tuple[Removal, ...] = ()
    evidence: Mapping[str, tuple[Candidate, ...]] = field(default_factory=dict, hash=False)
    notes: tuple[Note, ...] = ()

    @property
    def paragraphs(self) -> tuple[str, ...]:
        """The body in reading order: text of every block but captions and tables."""
        left_out = (BlockKind.CAPTION, BlockKind.TABLE)
        return tuple(block.text for block in self.blocks if block.kind not in left_out)

    @property
    def text(self) -> str:
        """The body as plain text: paragraphs and table rows in reading order, no captions."""
        kept = (block.text for block in self.blocks if block.kind is not BlockKind.CAPTION)
        return "\n".join(kept)

    @property
    def fingerprint(self) -> int:
        """The 64-bit simhash of the body, worked out when asked for; 0 for one without words.

        Bodies that are nearly the same differ in few bits: ``(a ^ b).bit_count()``.
        """
        from newsclean.fingerprint import fingerprint

        return fingerprint(self.text)

    def __str__(self) -> str:
        from newsclean.render.reading import reading

        return reading(self)

    def __repr__(self) -> str:
        from newsclean.render.reading import line

        return line(self)

    def _repr_html_(self) -> str:
        """Return the article as a notebook shows it: no script, no link, no picture."""
        from newsclean.render.notebook import notebook

        return notebook(self)

    def to_dict(self) -> dict[str, Any]:
        """Return the article as plain values, keys always in the same order (docs/schema.md)."""
        from newsclean.render.plain import to_dict

        return to_dict(self)

    def to_json(self, *, indent: int | None = None) -> str:
        """Return the article as JSON: dates in ISO 8601, text not escaped to ASCII."""
        from newsclean.render.plain import to_json

        return to_json(self, indent=indent)

    def to_markdown(self) -> str:
        """Return title and body as Markdown (CommonMark with GitHub tables)."""
        from newsclean.render.markdown import to_markdown

        return to_markdown(self)

    def to_html(self) -> str:
        """Return title and body as HTML made from the blocks alone, safe to show."""
        from newsclean.render.html import to_html

        return to_html(self)

    def to_soup(self) -> bs4.BeautifulSoup:
        """Return the HTML of `to_html` as a BeautifulSoup object."""
        from newsclean.render.html import to_soup

        return to_soup(self)

    def restore(self, removal: Removal) -> Article:
        """Return the article with one removal undone: its text stands where it stood.

        A whole block comes back as a paragraph; a phrase comes back into its sentence, which loses
        its links and marks.

        Raises:
            ValueError: ``removal`` is not in `removed`.
        """
        from newsclean.restore import restore

        return restore(self, removal)

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Article:
        """Return the article that `to_dict` wrote as ``data``.

        Raises:
            InvalidRecord: a key is missing or holds a value of another type; the message names it.
        """
        from newsclean.render.plain import from_dict

        return from_dict(data)


class NewscleanError(Exception):
    """Base of every error newsclean raises. Bad pages raise none: they give an Article."""


class UnsupportedInput(NewscleanError, TypeError):  # noqa: N818 - the contract's name
    """`parse` was given something that is not a page."""


class InvalidOptions(NewscleanError, ValueError):  # noqa: N818 - named like UnsupportedInput
    """An option of `Options` is wrong; the message names it and says what is allowed."""


class InvalidRecord(NewscleanError, ValueError):  # noqa: N818 - named like UnsupportedInput
    """`Article.from_dict` was given something that `Article.to_dict` did not write."""


class WorkersFailed(NewscleanError, RuntimeError):  # noqa: N818 - named like UnsupportedInput
    """Processes that read pages could not be started."""

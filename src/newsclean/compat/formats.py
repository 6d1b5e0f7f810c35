"""Writes a document in the formats of trafilatura: txt, markdown, html, json, csv, xml."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from html import escape
from itertools import groupby
from types import MappingProxyType
from typing import TYPE_CHECKING
from xml.etree import ElementTree

from newsclean.model import BlockKind, Run
from newsclean.render.links import encodable, safe_url

if TYPE_CHECKING:
    from collections.abc import Callable

    from newsclean.compat.document import Document
    from newsclean.model import Article, Block

_HEADER = (
    "title", "author", "url", "hostname", "description", "sitename", "date", "categories", "tags",
    "id", "license", "fingerprint",
)  # fmt: skip
_RENDS = (("strong", "#b"), ("em", "#i"), ("code", "#t"), ("sub", "#sub"), ("sup", "#sup"))


def element(article: Article, name: str = "main") -> ElementTree.Element:
    """Return the body as an element tree in trafilatura's elements."""
    root = ElementTree.Element(name)
    for is_list, group in groupby(article.blocks, lambda b: b.kind is BlockKind.LIST_ITEM):
        if is_list:
            items = list(group)
            into = ElementTree.SubElement(root, "list", rend="ol" if items[0].ordered else "ul")
            for item in items:
                _inline(ElementTree.SubElement(into, "item"), item)
        else:
            for block in group:
                _block(root, block)
    return root


def shown(article: Article, *, links: bool, marks: bool) -> Article:
    """Return the article without its links or without its marks."""
    if links and marks:
        return article
    return replace(
        article,
        blocks=tuple(
            replace(block, runs=tuple(_bare(run, links=links, marks=marks) for run in block.runs))
            for block in article.blocks
        ),
    )


def _bare(run: Run, *, links: bool, marks: bool) -> Run:
    """Return a run without its link or its marks."""
    return Run(run.text, run.href if links else None, run.marks if marks else ())


def txt(document: Document, meta: bool) -> str:
    """Return the text, with a header of the metadata if wanted."""
    return _header(document) * meta + (document.text or "")


def markdown(document: Document, meta: bool) -> str:
    """Return title and text as Markdown."""
    article = document.article
    return _header(document) * meta + (article.to_markdown().strip() if article else "")


def html(document: Document, meta: bool) -> str:
    """Return title and text as an HTML document, safe to show."""
    article = document.article
    body = article.to_html().strip() if article else ""
    body = body.removeprefix("<article>").removesuffix("</article>").strip()
    metas = "".join(
        f'<meta name="{name}" content="{escape(value)}">' for name, value in _stated(document)
    )
    head = f"<head>{metas}</head>" if meta else ""
    return f"<html>{head}<body>{body}</body></html>"


def as_json(document: Document, meta: bool) -> str:
    """Return a JSON object: text and comments, and the metadata under trafilatura's keys."""
    if not meta:
        record = {"text": document.text, "comments": document.comments}
    else:
        record = document.as_dict()
        for name in ("body", "commentsbody"):
            del record[name]
        record["source"] = record.pop("url")
        record["source-hostname"] = record.pop("sitename")
        record["excerpt"] = record.pop("description")
        record["categories"] = ";".join(document.categories)
        record["tags"] = ";".join(document.tags)
    return encodable(json.dumps(record, ensure_ascii=False))


def as_csv(document: Document, meta: bool) -> str:
    """Return one line of values with tabs between them, "null" where there is none."""
    d = document
    front = (d.url, d.id, d.fingerprint, d.hostname, d.title, d.image, d.date)
    values = (*(front if meta else (None,) * 7), d.text, d.comments, d.license, d.pagetype)
    out = io.StringIO()
    csv.writer(out, delimiter="\t", lineterminator="\n").writerow(v or "null" for v in values)
    return out.getvalue()


def xml(document: Document, meta: bool) -> str:
    """Return ``<doc><main>...</main></doc>``, the metadata as attributes."""
    root = ElementTree.Element("doc", dict(_stated(document)) if meta else {})
    if document.body is not None:
        root.append(document.body)
    said = ElementTree.SubElement(root, "comments")
    for line in (document.comments or "").split("\n"):
        if line:
            ElementTree.SubElement(said, "p").text = line
    ElementTree.indent(root)
    return encodable(ElementTree.tostring(root, encoding="unicode"))


FORMATS: MappingProxyType[str, Callable[[Document, bool], str]] = MappingProxyType(
    {"txt": txt, "markdown": markdown, "html": html, "json": as_json, "csv": as_csv, "xml": xml}
)


def _stated(document: Document) -> list[tuple[str, str]]:
    """Return the metadata that is there, as text."""
    found = ((name, getattr(document, name)) for name in _HEADER)
    return [(name, "; ".join(v) if isinstance(v, list) else v) for name, v in found if v]


def _header(document: Document) -> str:
    """Return the metadata as YAML: JSON strings are YAML strings."""
    lines = [f"{name}: {json.dumps(v, ensure_ascii=False)}" for name, v in _stated(document)]
    return encodable("\n".join(("---", *lines, "---\n")))


def _block(root: ElementTree.Element, block: Block) -> None:
    """Add one block that is no list item."""
    if block.kind is BlockKind.TABLE:
        table = ElementTree.SubElement(root, "table")
        for number, row in enumerate(block.rows):
            line = ElementTree.SubElement(table, "row")
            role = {"role": "head"} if block.header and not number else {}
            for cell in row:
                ElementTree.SubElement(line, "cell", role).text = cell
    elif block.kind is BlockKind.HEADING:
        _inline(ElementTree.SubElement(root, "head", rend=f"h{max(block.level, 1)}"), block)
    elif block.image is not None:
        src = safe_url(block.image.src)
        if src:
            ElementTree.SubElement(root, "graphic", src=src, alt=block.image.alt, title=block.text)
    else:
        names = {BlockKind.QUOTE: "quote", BlockKind.CODE: "code"}
        _inline(ElementTree.SubElement(root, names.get(block.kind, "p")), block)


def _inline(into: ElementTree.Element, block: Block) -> None:
    """Put the text of a block into an element, with its links and marks."""
    last: ElementTree.Element | None = None
    for run in block.runs or (Run(block.text),):
        href = safe_url(run.href) if run.href else None
        rend = next((sign for mark, sign in _RENDS if mark in run.marks), None)
        if href:
            last = ElementTree.SubElement(into, "ref", target=href)
        elif rend:
            last = ElementTree.SubElement(into, "hi", rend=rend)
        elif last is None:
            into.text = (into.text or "") + run.text
            continue
        else:
            last.tail = (last.tail or "") + run.text
            continue
        last.text = run.text

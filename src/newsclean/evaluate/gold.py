"""The gold of a page: what is known of its article, read from a record of a corpus."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from newsclean.evaluate.errors import EvaluationError

if TYPE_CHECKING:
    from collections.abc import Mapping

_DAY: Final = re.compile(r"\s*(\d{4}-\d{1,2}-\d{1,2})")


@dataclass(frozen=True, slots=True)
class Gold:
    """What is known of a page's article. None and () mean unknown, never "there is none".

    Attributes:
        text: the body, one paragraph a line.
        paragraphs: the body in paragraphs.
        title: the title.
        date: the day of publication as YYYY-MM-DD, in the page's own time zone.
        authors: the names of the authors.
        source: the outlet.
        present: pieces that must be in the text.
        absent: pieces that must not be in the text.
        page_type: "article", or another word for what the page is.
    """

    text: str | None = None
    paragraphs: tuple[str, ...] = ()
    title: str | None = None
    date: str | None = None
    authors: tuple[str, ...] = ()
    source: str | None = None
    present: tuple[str, ...] = ()
    absent: tuple[str, ...] = ()
    page_type: str | None = None

    def is_article(self) -> bool | None:
        """Tell whether the page is an article; None where its type is unknown."""
        return None if self.page_type is None else self.page_type == "article"


def from_record(record: Mapping[str, Any], where: str) -> Gold:
    """Return the gold that a record of docs/corpus.md states.

    Args:
        record: the value of ``gold`` in a line of a corpus, or the content of a gold.json.
        where: what to name in an error, such as ``corpus.jsonl line 3``.

    Raises:
        EvaluationError: a field has a value of another type.
    """
    paragraphs = strings(record, "paragraphs", where)
    text = string(record, "text", where)
    return Gold(
        text=text if text is not None or not paragraphs else "\n".join(paragraphs),
        paragraphs=paragraphs,
        title=string(record, "title", where),
        date=day(record, "date", where),
        authors=strings(record, "authors", where),
        source=string(record, "source", where),
        present=strings(record, "with", where),
        absent=strings(record, "without", where),
        page_type=string(record, "page_type", where),
    )


def from_expectation(record: Mapping[str, Any], where: str) -> Gold:
    """Return the gold in an expected.json, the layout of this project's fixtures.

    Raises:
        EvaluationError: a field has a value of another type.
    """
    blocks = record.get("blocks") or []
    if not all(isinstance(pair, list) and [type(v) for v in pair] == [str, str] for pair in blocks):
        raise EvaluationError(f"{where}: blocks is not a list of [kind, text]")
    status = string(record, "status", where)
    return Gold(
        text="\n".join(text for kind, text in blocks if kind != "caption") or None,
        paragraphs=tuple(text for kind, text in blocks if kind not in ("caption", "table")),
        title=string(record, "title", where),
        date=day(record, "date", where),
        authors=strings(record, "authors", where),
        source=string(record, "source", where),
        absent=strings(record, "never", where),
        page_type="article" if status in ("ok", "partial") else status,
    )


def string(record: Mapping[str, Any], key: str, where: str) -> str | None:
    """Return a text of a record, None where it is null or missing.

    Raises:
        EvaluationError: it is of another type.
    """
    value = record.get(key)
    if value is None or isinstance(value, str):
        return value
    raise EvaluationError(f"{where}: {key} is not a string")


def strings(record: Mapping[str, Any], key: str, where: str) -> tuple[str, ...]:
    """Return a list of texts of a record, () where it is null or missing.

    Raises:
        EvaluationError: it is of another type.
    """
    value = record.get(key)
    if value is None:
        return ()
    if isinstance(value, list) and all(isinstance(item, str) for item in value):
        return tuple(value)
    raise EvaluationError(f"{where}: {key} is not a list of strings")


def day(record: Mapping[str, Any], key: str, where: str) -> str | None:
    """Return a day of a record; a time after it is left aside.

    Raises:
        EvaluationError: it does not begin with a date as YYYY-MM-DD.
    """
    value = string(record, key, where)
    if not value:
        return None
    match = _DAY.match(value)
    if match is None:
        raise EvaluationError(f"{where}: {key} is not a date as YYYY-MM-DD: {value}")
    return match[1]

"""Counts what came of a run: part by part, so that a continued run tells of the whole."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from newsclean.batch.entries import Bad, Entry, Found
from newsclean.batch.work import FIELDS

if TYPE_CHECKING:
    from newsclean.batch.work import Facts

# What is kept of a run of millions: the first bad entries, the slowest pages, so many hosts.
_BAD = 1000
_SLOWEST = 10
_HOSTS = 10_000
_OTHERS = "(other hosts)"
_NO_HOST = "(no address)"


@dataclass(slots=True)
class Host:
    """Pages of a host: how many, how many of them articles, how many of these lack a field."""

    pages: int = 0
    articles: int = 0
    missing: Counter[str] = field(default_factory=Counter)


@dataclass(slots=True)
class Tally:
    """Counts of a part or a run.

    Attributes:
        pages: rows written.
        failed: how many of the input's entries could not be read, those of `pages` included that
            have a row which says so.
        bad: the first of them, as place and reason.
        status, language, skipped: pages by status and language, what was passed over by reason.
        hosts: by host of the page's address.
        slowest: CPU seconds and place of the slowest pages, slowest first.
        seconds: CPU seconds of all pages.
    """

    pages: int = 0
    failed: int = 0
    bad: list[tuple[str, str]] = field(default_factory=list)
    status: Counter[str] = field(default_factory=Counter)
    language: Counter[str] = field(default_factory=Counter)
    skipped: Counter[str] = field(default_factory=Counter)
    hosts: dict[str, Host] = field(default_factory=dict)
    slowest: list[tuple[float, str]] = field(default_factory=list)
    seconds: float = 0.0

    def add(self, entry: Entry, facts: Facts) -> None:
        """Count an entry; facts are those of its page."""
        if not isinstance(entry, Found):
            if isinstance(entry, Bad):
                self.add_bad(str(entry.place), entry.why)
            else:
                self.skipped[entry.why] += 1
            return
        if facts.failed:
            self.add_bad(str(entry.place), facts.failed)
        self.pages += 1
        self.status[facts.status] += 1
        self.language[facts.language or "unknown"] += 1
        self.seconds += facts.seconds
        self._slow([(round(facts.seconds, 3), str(entry.place))])
        host = self._host(_host(entry.page.url))
        host.pages += 1
        if facts.missing is not None:
            host.articles += 1
            host.missing.update(facts.missing)

    def add_bad(self, place: str, why: str) -> None:
        """Count something that could not be read."""
        self.failed += 1
        if len(self.bad) < _BAD:
            self.bad.append((place, why))

    def merge(self, other: Tally) -> None:
        """Count another part."""
        self.pages += other.pages
        self.failed += other.failed
        self.bad += other.bad[: _BAD - len(self.bad)]
        self.status += other.status
        self.language += other.language
        self.skipped += other.skipped
        self.seconds += other.seconds
        self._slow(other.slowest)
        for name, more in other.hosts.items():
            host = self._host(name)
            host.pages += more.pages
            host.articles += more.articles
            host.missing += more.missing

    def totals(self) -> Host:
        """Return the counts of all hosts together."""
        whole = Host()
        for host in self.hosts.values():
            whole.pages += host.pages
            whole.articles += host.articles
            whole.missing += host.missing
        return whole

    def document(self) -> dict[str, Any]:
        """Return the counts as plain values."""
        return {
            "pages": self.pages,
            "failed": self.failed,
            "bad": self.bad,
            "status": self.status,
            "language": self.language,
            "skipped": self.skipped,
            "hosts": {
                name: {"pages": host.pages, "articles": host.articles, "missing": host.missing}
                for name, host in self.hosts.items()
            },
            "slowest": self.slowest,
            "seconds": round(self.seconds, 3),
        }

    @classmethod
    def of(cls, document: dict[str, Any]) -> Tally:
        """Return what `document` gave."""
        values = dict(document)
        for name in ("status", "language", "skipped"):
            values[name] = Counter(values[name])
        values["bad"] = [tuple(pair) for pair in values["bad"]]
        values["slowest"] = [tuple(pair) for pair in values["slowest"]]
        values["hosts"] = {
            name: Host(host["pages"], host["articles"], Counter(host["missing"]))
            for name, host in values["hosts"].items()
        }
        return cls(**values)

    def _slow(self, pages: list[tuple[float, str]]) -> None:
        """Keep the slowest pages."""
        if len(self.slowest) < _SLOWEST or any(page > self.slowest[-1] for page in pages):
            self.slowest = sorted([*self.slowest, *pages], reverse=True)[:_SLOWEST]

    def _host(self, name: str) -> Host:
        """Return the counts of a host; the last of very many share theirs."""
        if name not in self.hosts and len(self.hosts) >= _HOSTS:
            name = _OTHERS
        return self.hosts.setdefault(name, Host())


def _host(url: str | None) -> str:
    """Return the host of an address."""
    try:
        return (urlsplit(url).hostname if url else None) or _NO_HOST
    except ValueError:
        return _NO_HOST


def rates(host: Host) -> dict[str, float]:
    """Return for each field which share of a host's articles lacks it."""
    return {name: host.missing[name] / host.articles if host.articles else 0.0 for name in FIELDS}

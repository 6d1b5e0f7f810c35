"""The closing report of a run, in lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsclean.batch.tally import rates
from newsclean.batch.work import FIELDS

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Iterator

    from newsclean.batch.tally import Host, Tally

_SHOWN = 10
_SHORT = 40


def lines(tally: Tally, fresh: int, wall: float) -> Iterator[str]:
    """Yield the report.

    Args:
        tally: the counts of the whole run.
        fresh: pages read just now; the others were there before.
        wall: seconds that these took.
    """
    before = f", {tally.pages - fresh:,} of them before" if tally.pages > fresh else ""
    rate = f"; {fresh:,} in {wall:,.1f} s: {fresh / wall:,.1f} pages/s" if fresh and wall else ""
    yield f"{tally.pages:,} pages{before}{rate}"
    if tally.pages:
        yield f"CPU per page  {1000 * tally.seconds / tally.pages:,.1f} ms"
    yield from _counts("status", tally.status)
    yield from _counts("language", tally.language)
    yield from _counts("passed over", tally.skipped)
    yield from _nulls(tally)
    if tally.slowest:
        yield "slowest pages, CPU seconds"
        yield from (f"  {seconds:8.3f}  {place}" for seconds, place in tally.slowest)
    if tally.failed:
        yield f"could not be read: {tally.failed:,}"
        yield from (f"  {place}: {why}" for place, why in tally.bad[:_SHOWN])
        if tally.failed > _SHOWN:
            yield f"  and {tally.failed - _SHOWN:,} more"


def _counts(title: str, counted: Counter[str]) -> Iterator[str]:
    """Yield a line with the most frequent values."""
    if counted:
        most = sorted(counted.items(), key=lambda pair: (-pair[1], pair[0]))
        told = ", ".join(f"{name} {count:,}" for name, count in most[:_SHOWN])
        more = f", and {len(most) - _SHOWN} more" if len(most) > _SHOWN else ""
        yield f"{title:13} {told}{more}"


def _nulls(tally: Tally) -> Iterator[str]:
    """Yield a table: which share of a host's articles lacks a field."""
    whole = tally.totals()
    if not whole.articles:
        return
    yield "articles without a field, in %"
    yield f"  {'host':{_SHORT}} {'articles':>8} " + " ".join(f"{name[:8]:>8}" for name in FIELDS)
    yield _row("all", whole)
    hosts = sorted(tally.hosts.items(), key=lambda pair: (-pair[1].articles, pair[0]))
    yield from (_row(name, host) for name, host in hosts[:_SHOWN] if host.articles)
    if len(hosts) > _SHOWN:
        yield f"  and {len(hosts) - _SHOWN:,} more hosts"


def _row(name: str, host: Host) -> str:
    """Return a line of the table."""
    shares = " ".join(f"{100 * share:8.1f}" for share in rates(host).values())
    return f"  {name[:_SHORT]:{_SHORT}} {host.articles:8,} {shares}"

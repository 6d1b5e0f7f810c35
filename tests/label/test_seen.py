"""A rule that says where it was seen decides something there: without it the page reads otherwise."""

import functools
from collections.abc import Mapping
from typing import Any

import pytest

from cases import ROOT, Case, load
from newsclean.label import phrases

SEEN = [rule for rule in phrases.rules() if "seen" in rule]
# Of the rules that have no fixture yet another speaks against the same line; fewer is better.
MOST_UNSEEN = 90


def test_most_rules_are_seen() -> None:
    assert len(phrases.rules()) - len(SEEN) <= MOST_UNSEEN


@pytest.mark.parametrize("rule", SEEN, ids=lambda rule: rule["id"])
def test_without_it_the_page_reads_otherwise(
    rule: Mapping[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    slug = rule["seen"].removeprefix("fixtures/")
    before = with_all_rules(slug)
    rest = phrases.build(other for other in phrases.rules() if other["id"] != rule["id"])
    monkeypatch.setattr(phrases, "load", lambda: rest)
    assert outcome(load(ROOT / slug)) != before


@functools.cache
def with_all_rules(slug: str) -> list[tuple[object, ...]]:
    return outcome(load(ROOT / slug))


def outcome(case: Case) -> list[tuple[object, ...]]:
    trace = case.read()
    final = [trace.ledger.final(block.index) for block in trace.cleaned.blocks]
    return [(said.keep, said.reason) if said else () for said in final]

"""Every fixture gives the article a careful reader would type."""

import difflib
import json
import os
import subprocess
import sys
from typing import Any

import pytest

import newsclean
from cases import FIELDS, Case, all_cases, folded, plain, written

CASES = [
    pytest.param(
        case,
        id=case.slug,
        marks=[pytest.mark.xfail(reason=case.options["why"], strict=True)]
        if case.options["expect"] == "fail"
        else [],
    )
    for case in all_cases()
]


def test_there_are_enough_of_them() -> None:
    assert len(CASES) >= 25


@pytest.mark.parametrize("case", CASES)
def test_fixture(case: Case, request: pytest.FixtureRequest) -> None:
    article = case.read().article
    if request.config.getoption("--update"):
        update(case, article)
    if not case.expectation.exists():
        pytest.fail(
            f"{case.expectation} is missing; make it: pytest tests/test_fixtures.py --update"
        )
    expected = json.loads(case.expectation.read_text("utf-8"))
    expected["blocks"] = [[kind, folded(text)] for kind, text in expected["blocks"]]
    found = plain(article)
    wanted = {name: expected[name] for name in (*FIELDS, "blocks") if name in expected}
    assert {name: found[name] for name in wanted} == wanted
    check_removed(article, expected)


def check_removed(article: newsclean.Article, expected: dict[str, Any]) -> None:
    for text, reason in expected.get("removed", ()):
        reasons = {r.reason.value for r in article.removed if folded(text) in folded(r.text)}
        assert reasons, f"not among the removals: {text}"
        assert reason is None or reason in reasons, (text, reasons)
    kept = folded(f"{article.title} {article.text}")
    for text in expected.get("never", ()):
        assert folded(text) not in kept
    codes = {note.code for note in article.notes}
    assert codes >= set(expected.get("notes", ()))


def update(case: Case, article: newsclean.Article) -> None:
    """Rewrite an expectation and show what changed."""
    before = case.expectation.read_text("utf-8") if case.expectation.exists() else ""
    expected = json.loads(before) if before else {}
    after = written(expected | plain(article))
    name = str(case.expectation)
    lines = difflib.unified_diff(before.splitlines(), after.splitlines(), name, name, lineterm="")
    print("\n".join(lines))
    case.expectation.write_text(after, "utf-8")


def test_updating_is_refused_in_ci() -> None:
    command = [sys.executable, "-m", "pytest", "--update", "--collect-only", "-q", __file__]
    env = {**os.environ, "CI": "1"}
    done = subprocess.run(command, env=env, capture_output=True, text=True, check=False)
    assert done.returncode == 4
    assert "refused" in done.stderr


def test_every_fixture_says_what_it_is() -> None:
    for case in all_cases():
        assert case.options["what"].endswith("."), case.slug
        assert case.options["expect"] in ("pass", "fail"), case.slug

"""Every class in data/hints.toml that must fire fires, and no other."""

import tomllib
from importlib import resources
from typing import Any

import pytest

from newsclean.segment import Hint, hints

RULES: list[dict[str, Any]] = tomllib.loads(
    resources.files("newsclean.data").joinpath("hints.toml").read_text("utf-8")
)["hint"]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule["hint"])
def test_hits_and_misses(rule: dict[str, Any]) -> None:
    bit = getattr(Hint, rule["hint"])
    assert rule["hits"]
    assert rule["misses"]
    for name in rule["hits"]:
        assert hints.of_names(name) & bit, name
    for name in rule["misses"]:
        assert not hints.of_names(name) & bit, name

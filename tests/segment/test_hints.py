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


@pytest.mark.parametrize(
    "style",
    [
        "display: none",
        "VISIBILITY:hidden;",
        "position:absolute;left:-9999px",
        "opacity:0",
        "color:#fff;background:white",
        "color:rgb(0,0,0);background-color:#000",
        "font-size:1px",
        "color:transparent",
        "color:rgba(3,3,3,0)",
    ],
)
def test_hiding_styles(style: str) -> None:
    assert hints.hides(style)


@pytest.mark.parametrize(
    "style",
    [
        "display:block",
        "opacity:0.5",
        "margin-left:-3px",
        "color:#000",
        "color:#fff;background:#a00",
        "color:transparent;-webkit-background-clip:text",
        "background:#fff",
        "color:inherit;background:inherit",
    ],
)
def test_other_styles(style: str) -> None:
    assert not hints.hides(style)

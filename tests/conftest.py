"""The one switch of the tests: ``pytest --update`` rewrites what the fixtures expect."""

import os

import pytest

pytest.register_assert_rewrite("hostile.oracles")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update", action="store_true", help="rewrite fixtures/*/expected.json")


def pytest_configure(config: pytest.Config) -> None:
    if config.getoption("--update") and os.environ.get("CI"):
        raise pytest.UsageError("--update is for a person at a desk; it is refused where CI is set")

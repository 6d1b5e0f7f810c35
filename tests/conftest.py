"""The one switch of the tests: ``pytest --update`` rewrites what the fixtures expect."""

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

SOURCE = Path(__file__).resolve().parents[1] / "src"

pytest.register_assert_rewrite("hostile.oracles")
# A busy machine is slow: no test fails for how long an example took.
settings.register_profile("any speed", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("any speed")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update", action="store_true", help="rewrite fixtures/*/expected.json")


class _Doctests:
    """Of files of the package that are named on the command line, only doctests are run.

    Else pytest would import them as test modules, and those whose extra is missing would fail.
    """

    def pytest_pycollect_makemodule(
        self, module_path: Path, parent: pytest.Collector
    ) -> pytest.Module | None:
        named = SOURCE in module_path.parents
        return _NoTests.from_parent(parent, path=module_path) if named else None


class _NoTests(pytest.Module):
    def collect(self) -> list[pytest.Item | pytest.Collector]:
        return []


def pytest_configure(config: pytest.Config) -> None:
    config.pluginmanager.register(_Doctests())
    if config.getoption("--update") and os.environ.get("CI"):
        raise pytest.UsageError("--update is for a person at a desk; it is refused where CI is set")

"""The benchmark: its figures on small pages, never the times themselves."""

import json
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from newsclean import dom, parse
from newsclean.bench import bare, clock, figure, growth, memory, pages, stages
from newsclean.bench.__main__ import main
from newsclean.bench.clock import Cost
from newsclean.bench.pages import BenchPage

FIXTURES = Path(__file__).resolve().parents[2] / "fixtures"
PAGE = (
    b"<h1>Mill</h1>" + b"<p>The council met on Monday evening, he said, and again at noon.</p>" * 9
)


def page(data: bytes = PAGE) -> BenchPage:
    return BenchPage(data, None, None, "")


def test_a_run_prints_appends_and_draws(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(growth, "SIZES", (1, 2))
    line, drawing = tmp_path / "benchmarks.jsonl", tmp_path / "cost.svg"
    given = [str(FIXTURES), "--limit", "2", "--rounds", "1"]
    for _ in range(2):
        assert main([*given, "--append", str(line), "--figure", str(drawing)]) == 0
    found = [json.loads(text) for text in line.read_text("utf-8").splitlines()]
    assert [entry["pages"] for entry in found] == [2, 2]
    assert found[0]["costs"]["bare"]["mean"] == 1.0
    assert set(stages.NAMES) < set(found[0]["stages"])
    assert ET.fromstring(drawing.read_text("utf-8")).tag.endswith("svg")  # noqa: S314 - our own
    assert "bare" in capsys.readouterr().out


def test_a_folder_without_pages_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(tmp_path)]) == 1
    assert str(tmp_path) in capsys.readouterr().err


def test_any_folder_of_pages_will_do(tmp_path: Path) -> None:
    (tmp_path / "inner").mkdir()
    (tmp_path / "inner" / "one.html").write_bytes(PAGE)
    (tmp_path / "notes.md").write_text("no page")
    assert [found.data for found in pages.read(tmp_path, None, 0)] == [PAGE]


def test_a_contestant_that_raises_is_counted() -> None:
    def broken(_: BenchPage) -> object:
        raise ValueError

    costs = clock.race(
        [page(), page()], {clock.BARE: lambda one: bare.parse(one.data), "x": broken}, 1
    )
    assert costs["x"].failed == 2
    assert costs[clock.BARE].failed == 0


def test_the_clocks_are_taken_away_again() -> None:
    before = parse(PAGE)
    found = stages.spread(
        [page()], lambda one: parse(one.data), lambda one: bare.parse(one.data), 1
    )
    assert all(found[name] > 0 for name in stages.NAMES)
    assert dom.load.__module__ == "newsclean.dom"
    assert parse(PAGE) == before


def test_growth_of_the_square_is_seen() -> None:
    assert growth.exponent([1, 2, 4, 8], [5, 20, 80, 320]) == pytest.approx(2)
    sizes = [len(shape(8)) / len(shape(1)) for shape in growth.SHAPES.values()]
    assert all(5 < size < 9 for size in sizes)


def test_memory_is_told_by_the_size_of_the_page() -> None:
    data = b"x" * 20_000
    found = memory.peaks([page(data), page()], lambda one: bytearray(10 * len(one.data)))
    assert found.p99 == pytest.approx(10, rel=0.01)


def test_a_figure_holds_all_that_have_both_figures() -> None:
    costs = {name: Cost(cost, cost, cost, 1.0, 0) for name, cost in (("a<b", 2.0), ("c", 30.0))}
    drawing = figure.drawn(costs, {"a<b": 0.9, "c": 0.8, "d": 0.5}, "c")
    assert "a&lt;b" in drawing
    assert drawing.count("<circle") == 2
    assert 'class="own"' in drawing

"""Floors: figures that a run must reach. They go up by themselves and down only when told to."""

from __future__ import annotations

import math
import tomllib
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, Final

from newsclean.evaluate.corpus import lines
from newsclean.evaluate.errors import EvaluationError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from newsclean.evaluate.rows import Row

ANY: Final = "any"
_HEADER: Final = "# Floors of newsclean eval: see docs/corpus.md."
_MARGIN: Final = 0.01
# A figure over fewer pages swings too much to be held to.
_LEAST_PAGES: Final = 20
_NAMED: Final = ("dataset", "language", "site")
_KINDS: Final = ("combined", "article", "dataset", "confidence")
_MEASURES: Final = (
    "f1", "snip_f1", "paragraphs", "title", "title_relaxed", "date", "authors", "source",
    "type_f1", "calibration", "auroc",
)  # fmt: skip
_Key = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Floors:
    """The content of a floors file.

    Attributes:
        corpus: digest of the corpus that the floors are of, or "any" for one that grows.
        margin: how far below the measured figure a floor is set.
        rows: row -> measure -> floor.
        header: the comment at the top of the file.
    """

    corpus: str
    margin: float = _MARGIN
    rows: Mapping[_Key, Mapping[str, float]] = field(default_factory=dict)
    header: str = _HEADER

    def below(self, rows: Sequence[Row]) -> list[str]:
        """Return a line for each figure that is missing or below its floor."""
        found = {row.key: row.figures for row in rows}
        said = []
        for key, floors in self.rows.items():
            for measure, floor in floors.items():
                figure = found.get(key, {}).get(measure)
                label = f"{' '.join(key).rstrip()} {measure}"
                if figure is None:
                    said.append(f"{label}: there is none, the floor is {floor}")
                elif figure.value < floor:
                    said.append(f"{label}: {figure.value:.4f} is below the floor {floor}")
        return said

    def raised(self, rows: Sequence[Row], *, lower: bool) -> Floors:
        """Return the floors raised to the figures less the margin, and lowered if that is allowed.

        Only floors that are there are changed, so that a person can choose them; without any, all
        figures over enough pages get one. `lower` also drops floors without a figure.
        """
        made: dict[_Key, dict[str, float]] = {key: dict(old) for key, old in self.rows.items()}
        if lower:
            made = _with_figures(made, rows)
        for row in rows:
            for measure, floor in self._floors(row).items():
                old = made.setdefault(row.key, {}).get(measure, 0.0)
                # Only a figure below its floor lowers it; above it, the floor never goes down.
                if floor > old or (lower and row.figures[measure].value < old):
                    made[row.key][measure] = floor
        return replace(self, rows={key: held for key, held in made.items() if held})

    def _floors(self, row: Row) -> dict[str, float]:
        """Return the floors that a row's figures allow, of those that are wanted."""
        return {
            measure: max(0.0, math.floor(round((figure.value - self.margin) * 1000, 6)) / 1000)
            for measure, figure in row.figures.items()
            if self._wants(row, measure)
        }

    def _wants(self, row: Row, measure: str) -> bool:
        """Tell whether a figure is to have a floor."""
        if self.rows:
            return measure in self.rows.get(row.key, {})
        enough = row.figures[measure].pages >= _LEAST_PAGES
        return row.kind in _KINDS and measure in _MEASURES and enough

    def as_toml(self) -> str:
        """Return the content of the file."""
        parts = [self.header, f"corpus = {_quoted(self.corpus)}", f"margin = {self.margin}"]
        for (kind, name), floors in self.rows.items():
            parts.append(f"\n[{kind}.{_quoted(name)}]" if kind in _NAMED else f"\n[{kind}]")
            parts += [f"{measure} = {floor:.3f}" for measure, floor in floors.items()]
        return "\n".join(parts) + "\n"


def _with_figures(
    floors: Mapping[_Key, Mapping[str, float]], rows: Sequence[Row]
) -> dict[_Key, dict[str, float]]:
    """Return the floors for which there are figures."""
    known = {row.key: row.figures for row in rows}
    return {
        key: {measure: floor for measure, floor in held.items() if measure in known[key]}
        for key, held in floors.items()
        if key in known
    }


def read(path: Path) -> Floors:
    """Return the floors of a file.

    Raises:
        EvaluationError: it cannot be read, or is not a floors file.
    """
    text = lines(path)
    try:
        table = tomllib.loads("\n".join(text))
    except tomllib.TOMLDecodeError as error:
        raise EvaluationError(f"{path}: {error}") from None
    corpus, margin = table.pop("corpus", None), table.pop("margin", _MARGIN)
    if not isinstance(corpus, str) or not _is_number(margin):
        raise EvaluationError(f"{path}: a floors file has a corpus, a string, and a margin, 0 to 1")
    header = "\n".join(line for line in text if line.startswith("#"))
    return Floors(corpus, float(margin), dict(_rows(table, path)), header or _HEADER)


def _rows(table: Mapping[str, Any], path: Path) -> list[tuple[_Key, dict[str, float]]]:
    """Return the rows of a floors file.

    Raises:
        EvaluationError: a value in it is no floor.
    """
    found = []
    for kind, part in table.items():
        named = part if kind in _NAMED and isinstance(part, dict) else {"": part}
        for name, floors in named.items():
            if not isinstance(floors, dict) or not all(map(_is_number, floors.values())):
                raise EvaluationError(f"{path}: [{kind}] holds something else than floors, 0 to 1")
            found.append(((kind, name), {key: float(value) for key, value in floors.items()}))
    return found


def _is_number(value: object) -> bool:
    """Tell whether a value is a number from 0 to 1."""
    return isinstance(value, int | float) and not isinstance(value, bool) and 0 <= value <= 1


def _quoted(text: str) -> str:
    """Return a text as a TOML string."""
    import json

    # A JSON string without escapes above the ASCII range is a TOML one, but for DEL.
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")

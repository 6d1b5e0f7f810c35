"""Learns what pages are: articles or not, and how right their bodies will be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsclean.label.learned import kinds
from newsclean.training import trees
from newsclean.training.examples import Example
from newsclean.training.folds import fold, site
from newsclean.training.nametable import learn

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from newsclean.evaluate.corpus import Sample
    from newsclean.label import Model
    from newsclean.label.learned.forest import Forest
    from newsclean.label.learned.names import NameTable
    from newsclean.training.pages import Lesson

Taught = tuple["Sample", "Lesson"]


def with_pages(model: Model, taught: Sequence[Taught]) -> Model:
    """Return a model that knows pages too.

    The values of a page's words come from pages of other sites: else the trees would learn that
    these words are never wrong.
    """
    rows: dict[str, list[float]] = {}
    for part in sorted({fold(sample) for sample, _ in taught}):
        table = _table(pair for pair in taught if fold(pair[0]) != part)
        for sample, lesson in taught:
            if fold(sample) == part:
                rows[sample.id] = _row(lesson, table)
    typed = [
        (rows[sample.id], float(lesson.is_article))
        for sample, lesson in taught
        if lesson.is_article is not None
    ]
    scored = [(rows[sample.id], lesson.f1) for sample, lesson in taught if lesson.f1 is not None]
    return model._replace(articles=_forest(typed), bodies=_forest(scored), kinds=_table(taught))


def _table(taught: Iterable[Taught]) -> NameTable:
    """Return the log odds of the words of pages whose type is known."""
    return learn(
        (site(sample), Example([], lesson.template, lesson.stated, float(lesson.is_article), 1.0))
        for sample, lesson in taught
        if lesson.is_article is not None
    )


def _row(lesson: Lesson, table: NameTable) -> list[float]:
    """Return the values of a page, with those of its words."""
    words = kinds.scores(lesson.template, lesson.stated, table)
    return [*lesson.values[: -len(words)], *words]


def _forest(pairs: Sequence[tuple[list[float], float]]) -> Forest:
    """Return trees for (values, target) pairs that count alike."""
    rows, targets = [values for values, _ in pairs], [target for _, target in pairs]
    return trees.fit(rows, targets, [1.0] * len(rows), trees.PAGES)

"""Learns a model from a corpus, and reads each page with one that has not seen its site."""

from __future__ import annotations

import json
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from newsclean.label import Model
from newsclean.label.learned.names import score
from newsclean.training import trees
from newsclean.training.examples import Example, examples
from newsclean.training.folds import FOLDS, fold, site
from newsclean.training.nametable import learn as learn_names
from newsclean.training.outlooks import with_pages
from newsclean.training.pages import lesson

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from newsclean.evaluate.corpus import Sample
    from newsclean.label.learned.names import NameTable

_CHUNK = 16
# Longer blocks count more, but not by their length: 0.15 to 0.5 are alike in body F1, and the lower
# the better in paragraphs.
_POWER = 0.3
_Item = TypeVar("_Item")


class Learned(NamedTuple):
    """What came of training.

    Attributes:
        model: learned from all pages.
        records: of each page, as read by a model that has not seen its site (docs/corpus.md).
    """

    model: Model
    records: tuple[dict[str, Any], ...]


class _Taught(NamedTuple):
    """A page and its blocks."""

    sample: Sample
    examples: list[Example]


def train(samples: Sequence[Sample], workers: int, say: Callable[[str], None]) -> Learned:
    """Return the model learned from a corpus.

    Args:
        samples: the pages.
        workers: processes to use; the result does not depend on it.
        say: is told what is done next.
    """
    parts = list(map(fold, samples))
    with (
        TemporaryDirectory() as folder,
        ProcessPoolExecutor(workers, get_context("spawn")) as pool,
    ):
        say("reading pages")
        found = pool.map(examples, samples, chunksize=_CHUNK)
        taught = [_Taught(sample, each) for sample, each in zip(samples, found, strict=True)]
        say("learning blocks")
        labellers = [_labeller(_without(taught, parts, part)) for part in range(FOLDS)]
        whole = _labeller(taught)
        say("reading pages with models that have not seen their sites")
        files = _written(labellers, Path(folder, "blocks"))
        lessons = list(pool.map(lesson, samples, [files[p] for p in parts], chunksize=_CHUNK))
        say("learning pages")
        models = [
            with_pages(
                labellers[part], _without(list(zip(samples, lessons, strict=True)), parts, part)
            )
            for part in range(FOLDS)
        ]
        say("reading pages once more, with all models")
        files = _written(models, Path(folder, "pages"))
        final = pool.map(lesson, samples, [files[p] for p in parts], chunksize=_CHUNK)
        records = tuple(each.record for each in final)
    return Learned(with_pages(whole, list(zip(samples, lessons, strict=True))), records)


def _written(models: Sequence[Model], folder: Path) -> list[Path]:
    """Write models to files, for other processes to read."""
    folder.mkdir()
    files = [folder / f"{number}.json" for number in range(len(models))]
    for file, model in zip(files, models, strict=True):
        file.write_text(json.dumps(model.plain()), "utf-8")
    return files


def _without(items: Sequence[_Item], parts: Sequence[int], part: int) -> list[_Item]:
    """Return the items of all parts but one."""
    return [item for item, at in zip(items, parts, strict=True) if at != part]


def _labeller(taught: Sequence[_Taught]) -> Model:
    """Return a model that knows blocks only."""
    pages = [page for page in taught if page.sample.gold.is_article() is not False]
    blocks = [(site(page.sample), example) for page in pages for example in page.examples]
    names = learn_names(blocks)
    rows = [_row(example, names) for _, example in blocks]
    targets = [example.share for _, example in blocks]
    weights = [example.weight**_POWER for _, example in blocks]
    return Model(trees.fit(rows, targets, weights, trees.BLOCKS), names)


def _row(example: Example, names: NameTable) -> list[float]:
    """Return the values of a block, with those of the names around it."""
    own, outer = score(example.own, names.own), score(example.outer, names.outer)
    return [*example.values[: -len(own) - len(outer)], *own, *outer]

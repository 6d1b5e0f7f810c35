"""The command ``python -m newsclean.training``."""

from __future__ import annotations

import argparse
import json
import os
import sys
from importlib import resources
from pathlib import Path
from typing import Any

from newsclean.evaluate import corpus, predictions
from newsclean.evaluate.errors import EvaluationError
from newsclean.evaluate.run import Run, Task, measured

FORMAT = "newsclean-model-1"
# The figures that a model file holds.
_MEASURES = ("f1", "paragraphs", "snip_f1", "type_f1", "ece", "auroc")


def main(arguments: list[str] | None = None) -> int:
    """Train on a corpus; return the exit code."""
    given = _arguments().parse_args(arguments)
    try:
        samples = corpus.read(given.corpus)
        prints = corpus.fingerprints(samples)
    except EvaluationError as error:
        print(f"newsclean.training: {error}", file=sys.stderr)
        return 2
    try:
        import lightgbm  # noqa: F401 - whether it is there
    except (ImportError, OSError) as error:
        print(f"newsclean.training needs the extra 'train': {error}", file=sys.stderr)
        return 2
    from newsclean.training.learn import train

    learned = train(samples, given.workers, lambda text: print(text, file=sys.stderr, flush=True))
    if given.predictions:
        lines = [json.dumps(record, ensure_ascii=False) for record in learned.records]
        given.predictions.write_text("\n".join(lines) + "\n", "utf-8")
    by_id = {record["id"]: record for record in learned.records}
    task = Task(tuple(samples), "every page", prints, corpus.digest(prints))
    run = measured(task, predictions.outcomes(samples, by_id), None)
    document = {
        "format": FORMAT,
        "corpus": task.digest,
        "pages": len(samples),
        "cross_validated": _figures(run),
        **learned.model.plain(),
    }
    text = json.dumps(document, ensure_ascii=True, separators=(",", ":"))
    given.output.write_text(text + "\n", "utf-8")
    print(f"{given.output}: {len(text) // 1024} kB; cross-validated: {document['cross_validated']}")
    return 0


def _figures(run: Run) -> dict[str, Any]:
    """Return the figures of the rows of all pages and of those that are articles."""
    return {
        row.name or row.kind: {
            name: round(row.figures[name].value, 4) for name in _MEASURES if name in row.figures
        }
        for row in run.rows
        if row.kind in ("combined", "article", "dataset")
    }


def _arguments() -> argparse.ArgumentParser:
    """Return the reader of the command line."""
    parser = argparse.ArgumentParser(
        prog="python -m newsclean.training",
        description="Train the labeller on a corpus (docs/corpus.md) and write the model file.",
    )
    parser.add_argument("corpus", type=Path, help="a corpus: JSONL, or a folder")
    default = Path(str(resources.files("newsclean.data").joinpath("model.json")))
    parser.add_argument(
        "-o",
        "--output",
        type=Path,
        default=default,
        help="the model file (default: newsclean's own)",
    )
    parser.add_argument(
        "--predictions",
        type=Path,
        metavar="FILE",
        help="write what was found on each page by a model that has not seen its site",
    )
    parser.add_argument("--workers", type=int, default=os.cpu_count() or 1, help="processes to use")
    return parser


if __name__ == "__main__":
    sys.exit(main())

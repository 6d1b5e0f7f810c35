"""Fits boosted trees with LightGBM and takes them over as plain lists."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, NamedTuple

from newsclean.label.learned.forest import LEAF, Forest, Tree

if TYPE_CHECKING:
    from collections.abc import Sequence

_DIGITS: Final = 6


class Settings(NamedTuple):
    """How trees are grown.

    Attributes:
        trees: how many.
        leaves: of each.
        rate: how much of its answer each gives.
        least: how many examples a leaf must have.
    """

    trees: int
    leaves: int
    rate: float
    least: int


# Compared by site-wise cross-validation: 60 to 200 trees of 7 to 15 leaves are all within 0.001.
BLOCKS: Final = Settings(trees=100, leaves=8, rate=0.1, least=60)
PAGES: Final = Settings(trees=100, leaves=6, rate=0.06, least=12)
SEED: Final = 1


def fit(
    rows: Sequence[Sequence[float]],
    targets: Sequence[float],
    weights: Sequence[float],
    settings: Settings,
) -> Forest:
    """Return trees that give the log odds of the targets (probabilities, 0..1).

    The same input gives the same trees, whatever the number of threads.
    """
    import lightgbm
    import numpy as np

    parameters = {
        "objective": "cross_entropy",
        "learning_rate": settings.rate,
        "num_leaves": settings.leaves,
        "min_data_in_leaf": settings.least,
        "feature_fraction": 0.4,
        "bagging_fraction": 0.8,
        "bagging_freq": 1,
        "lambda_l2": 10.0,
        "seed": SEED,
        "deterministic": True,
        "force_row_wise": True,
        "num_threads": 1,
        "verbose": -1,
    }
    table = np.asarray(rows, dtype=np.float64)
    data = lightgbm.Dataset(table, np.asarray(targets), weight=np.asarray(weights))
    booster = lightgbm.train(parameters, data, num_boost_round=settings.trees)
    dumped = booster.dump_model()
    return Forest(tuple(_tree(info["tree_structure"]) for info in dumped["tree_info"]))


def _tree(root: dict[str, Any]) -> Tree:
    """Return a tree of LightGBM's as lists; a node's children come after it."""
    asks: list[int] = []
    limits: list[float] = []
    low: list[int] = []
    high: list[int] = []
    waiting: list[tuple[dict[str, Any], int, bool]] = [(root, -1, True)]
    while waiting:
        node, parent, is_low = waiting.pop(0)
        index = len(asks)
        if parent >= 0:
            (low if is_low else high)[parent] = index
        leaf = "leaf_value" in node
        asks.append(LEAF if leaf else node["split_feature"])
        limits.append(round(node["leaf_value"], _DIGITS) if leaf else _limit(node["threshold"]))
        low.append(0)
        high.append(0)
        if not leaf:
            waiting += [(node["left_child"], index, True), (node["right_child"], index, False)]
    return Tree(tuple(asks), tuple(limits), tuple(low), tuple(high))


def _limit(value: float) -> float:
    """Return a threshold in few digits; one a hair above a whole number stays above it."""
    return float(f"{value:.9g}") if abs(value) > 1e-30 else 0.0

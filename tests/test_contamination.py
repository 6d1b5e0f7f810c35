"""The gate on contaminated pages: its limits are named as its figures are."""

import tomllib

from contamination import LIMITS, figures


def test_every_limit_has_a_figure() -> None:
    limits = tomllib.loads(LIMITS.read_text("utf-8"))
    assert limits.pop("seeds") == [1, 2, 3]
    names = ("surv", "hid", "chr", "emit", "err", "lost", "lostc", "titl", "F1", "F1c")
    known = figures(dict.fromkeys(names, 0.5), {"titl": 1.0})
    assert len(limits) > 20
    for family, held in limits.items():
        assert set(held) <= set(known), family
        assert all(0 <= limit <= 1 for limit in held.values()), family


def test_losses_are_held_against_the_clean_pages() -> None:
    summary = {
        "surv": 0.1, "hid": None, "chr": None, "emit": 1.0, "err": 0,
        "lost": 0.3, "lostc": 0.1, "titl": 0.6, "F1": 0.7, "F1c": 0.9,
    }  # fmt: skip
    found = {
        name: value and round(value, 6) for name, value in figures(summary, {"titl": 0.8}).items()
    }
    assert found == {
        "surviving": 0.1, "hidden": None, "characters": None, "emitted": 1.0, "raised": 0,
        "collateral": 0.2, "title_loss": 0.25, "body_loss": 0.2,
    }  # fmt: skip

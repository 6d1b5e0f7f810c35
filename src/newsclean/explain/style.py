"""The look of the report: its style sheet, and what each reason is called and coloured."""

from __future__ import annotations

import base64
import hashlib
import tomllib
from importlib import resources
from typing import NamedTuple

from newsclean.model import Reason


class Look(NamedTuple):
    """How a reason is shown: the family whose pattern it has, its colour, what it means."""

    family: str
    hue: int
    saturation: int
    means: str


def looks() -> dict[Reason, Look]:
    """Return how each reason is shown, from ``data/report/reasons.toml``."""
    read = tomllib.loads(_data("reasons.toml"))
    return {reason: Look(**read[reason.value]) for reason in Reason}


def sheet(shown: dict[Reason, Look]) -> str:
    """Return the style sheet, with each reason's colour and its switch in the legend."""
    return _data("report.css") + "".join(
        f".r-{reason}, .c-{reason} {{ --hue: {look.hue}; --sat: {look.saturation}%; }}\n"
        f":root:has(#s-{reason}:not(:checked)) .r-{reason} {{ display: none; }}\n"
        for reason, look in shown.items()
    )


def policy(css: str) -> str:
    """Return the Content-Security-Policy under which a page has this style sheet and nothing else.

    >>> policy("")
    "default-src 'none'; style-src 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='; \
base-uri 'none'; form-action 'none'"
    """
    digest = base64.b64encode(hashlib.sha256(css.encode()).digest()).decode()
    return f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"


def template() -> str:
    """Return the page's frame."""
    return _data("report.html")


def _data(name: str) -> str:
    """Return a data file of the report."""
    return resources.files("newsclean.data").joinpath("report", name).read_text("utf-8")

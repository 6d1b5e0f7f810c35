"""Numbers given on the command line."""

from __future__ import annotations

import argparse


def number(text: str) -> int:
    """Return a whole number."""
    if text.isdecimal() and text.isascii() and len(text) < 10:
        return int(text)
    raise argparse.ArgumentTypeError(f"{text!r} is not a whole number")


def several(text: str) -> int:
    """Return a whole number of one or more."""
    if value := number(text):
        return value
    raise argparse.ArgumentTypeError("0 is too few")


def seconds(text: str) -> float:
    """Return a number of seconds above 0."""
    try:
        value = float(text)
    except ValueError:
        value = 0.0
    if not 0 < value < 86_400:
        raise argparse.ArgumentTypeError(f"{text!r} is not a number of seconds above 0")
    return value

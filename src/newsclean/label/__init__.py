"""Content or boilerplate: a verdict on every block of the page."""

from newsclean.label.judge import Anchors, judge

__all__ = ["Anchors", "judge"]

"""Content or boilerplate: a verdict on every block of the page."""

from newsclean.label.judge import Anchors, judge, survey
from newsclean.label.learned import Model, Scene, load, revise

__all__ = ["Anchors", "Model", "Scene", "judge", "load", "revise", "survey"]

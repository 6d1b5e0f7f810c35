"""The trained labeller: what it sees of a block, the model, and its verdicts."""

from newsclean.label.learned.model import Model, load
from newsclean.label.learned.scene import Scene
from newsclean.label.learned.verdicts import revise

__all__ = ["Model", "Scene", "load", "revise"]

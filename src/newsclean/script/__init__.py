"""Texts in the state objects of web frameworks, and the titles beside them."""

from newsclean.script.bodies import MIN_BODY, PARAGRAPH, Body, bodies
from newsclean.script.flight import SIGN
from newsclean.script.titles import Titles, titles

__all__ = ["MIN_BODY", "PARAGRAPH", "SIGN", "Body", "Titles", "bodies", "titles"]

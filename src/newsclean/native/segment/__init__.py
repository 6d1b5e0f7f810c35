"""Compiled twins of `newsclean.segment`: the walk over a tree, and what it reads there."""

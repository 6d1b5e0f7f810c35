"""Compiled twins of `newsclean.fields`."""

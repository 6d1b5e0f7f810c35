"""Compiled twins of `newsclean.fields.dates`."""

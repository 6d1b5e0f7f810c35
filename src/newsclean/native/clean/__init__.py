"""Compiled twins of `newsclean.clean`."""

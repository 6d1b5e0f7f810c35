"""Compiled twins of `newsclean.script`."""

"""Compiled twins of Python functions, built where there is a compiler (newsclean.core)."""

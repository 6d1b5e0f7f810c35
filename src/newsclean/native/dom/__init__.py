"""Compiled twins of what is asked of a source before it is parsed, and of a fresh tree."""

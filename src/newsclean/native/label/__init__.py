"""Compiled twins of `newsclean.label`: measures of blocks, and the rules."""

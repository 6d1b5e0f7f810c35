"""Looks for pages that break what is promised of every page: ``python -m newsclean.fuzz``."""

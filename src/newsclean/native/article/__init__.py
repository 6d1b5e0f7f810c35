"""Compiled twins of what makes the article: its blocks, what was held back, its status."""

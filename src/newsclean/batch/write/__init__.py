"""Writes articles in parts, each of which is there as a whole or not at all."""

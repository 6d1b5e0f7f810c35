"""Attacks: on what reads a page, and on whoever shows what comes out."""

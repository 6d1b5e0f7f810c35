"""Dates as people write them."""

cpdef list parse(str text, object locale=*)

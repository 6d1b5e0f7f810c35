"""What a page costs, beside what libxml2 alone takes for it: ``python -m newsclean.bench``.

Not imported by the library. Times are CPU seconds, and every figure is a ratio to the bare lxml
parse of the same bytes in the same run, so that it holds on slow and on busy machines.
"""

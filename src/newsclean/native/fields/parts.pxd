"""The parts of a title between its separators: the twin of `newsclean.fields.text.parts`."""

cpdef list parts(str title)
cpdef str bare(str title, frozenset keys)

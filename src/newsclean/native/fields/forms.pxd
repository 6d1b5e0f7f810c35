"""Texts that may be a title, with the forms in which they are compared."""

# Where the values of `newsclean.fields.title.forms.Form` stand.
cdef enum:
    VALUE, ORIGIN, FAMILY, KEY, GRAMS, BLOCK

cdef object form_of(str value, str origin, str family, object block)
cdef object renamed(object form, str origin, str family)

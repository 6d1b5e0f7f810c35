"""Values that are one clean line already; see tidy.pyx."""


cdef object clean(object value, Py_ssize_t limit)

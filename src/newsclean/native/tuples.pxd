"""Named tuples made without a call: a page has thousands.

They hold numbers, texts and tuples of these, so that none is part of a cycle: the garbage collector
need not look at them, as it does not at plain tuples of such values.
"""

from cpython.object cimport PyObject, PyTypeObject
from cpython.ref cimport Py_DECREF, Py_INCREF
from cpython.tuple cimport PyTuple_SET_ITEM


cdef extern from "Python.h":
    PyObject* item_of "PyTuple_GET_ITEM"(object, Py_ssize_t)
    object allocated "newsclean_allocated"(PyTypeObject*, Py_ssize_t)

cdef extern from *:
    """
    static PyObject *newsclean_allocated(PyTypeObject *type, Py_ssize_t size)
    {
        PyObject *made = type->tp_alloc(type, size);
        if (made != NULL)
            PyObject_GC_UnTrack(made);
        return made;
    }
    """


cdef inline int within(Py_ssize_t place, Py_ssize_t first, Py_ssize_t end) except -2:
    """Return a place that is in a range, as all are on pages that the segmenter made."""
    if not first <= place < end:
        raise IndexError("the page's blocks and elements do not fit together")
    return <int>place


cdef inline void put(object made, Py_ssize_t place, object value):
    """Set a value of a new tuple."""
    Py_INCREF(value)
    PyTuple_SET_ITEM(made, place, value)


cdef inline void replace(object made, Py_ssize_t place, object value):
    """Set a value of a new tuple anew."""
    Py_DECREF(<object>item_of(made, place))
    put(made, place, value)

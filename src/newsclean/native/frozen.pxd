"""Frozen, slotted dataclasses made without a call: `allocated` as named tuples are, and filled."""

from cpython.object cimport PyObject


cdef extern from *:
    """
    static int newsclean_fill(PyObject *member, PyObject *made, PyObject *value)
    {
        return Py_TYPE(member)->tp_descr_set(member, made, value);
    }
    """
    # Sets a slot; the member is what the class has under the slot's name.
    int fill "newsclean_fill"(object member, object made, object value) except -1

"""Frozen, slotted dataclasses made without a call: `allocated` as named tuples are, and filled."""

from cpython.object cimport PyObject


cdef extern from *:
    """
    #include <structmember.h>

    static Py_ssize_t newsclean_slot(PyObject *member)
    {
        if (!Py_IS_TYPE(member, &PyMemberDescr_Type)) {
            PyErr_SetString(PyExc_TypeError, "a slot is expected");
            return -1;
        }
        return ((PyMemberDescrObject *)member)->d_member->offset;
    }

    static void newsclean_fill(PyObject *made, Py_ssize_t slot, PyObject *value)
    {
        Py_INCREF(value);
        *(PyObject **)((char *)made + slot) = value;
    }

    static PyObject *newsclean_filled(PyObject *made, Py_ssize_t slot)
    {
        return *(PyObject **)((char *)made + slot);
    }
    """
    # Where a new object has a slot; the member is what the class has under the slot's name.
    Py_ssize_t slot_of "newsclean_slot"(object member) except -1
    # Sets a slot of a new object.
    void fill "newsclean_fill"(object made, Py_ssize_t slot, object value) noexcept
    # The value of a slot, which is set.
    PyObject* filled "newsclean_filled"(object made, Py_ssize_t slot) noexcept

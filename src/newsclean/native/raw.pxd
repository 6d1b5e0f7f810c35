"""Memory of the C library's: rooms that grow while no lock is held."""

from cpython.mem cimport PyMem_RawMalloc, PyMem_RawRealloc


cdef inline int out_of_memory() except -1 with gil:
    """Raise MemoryError."""
    raise MemoryError


cdef inline void* grown(void* room, Py_ssize_t* size, size_t each) except NULL nogil:
    """Return a room for half as many more values of a size."""
    cdef Py_ssize_t more = size[0] + size[0] // 2 + 16
    cdef void* made = PyMem_RawRealloc(room, more * each)
    if made == NULL:
        out_of_memory()
    size[0] = more
    return made


cdef inline void* room_for(Py_ssize_t count, size_t each) except NULL nogil:
    """Return a room for so many values of a size."""
    cdef void* made = PyMem_RawMalloc((count + 1) * each)
    if made == NULL:
        out_of_memory()
    return made

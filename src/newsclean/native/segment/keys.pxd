"""Texts as bytes, each with a number; see keys.pyx."""

from newsclean.native.utf8 cimport Bytes


cdef struct Key:
    Bytes text
    Py_ssize_t size
    long number


cdef class Keys:
    cdef list kept
    cdef unsigned int* hashes
    cdef Key* keys
    cdef size_t mask
    cdef int add(self, bytes data, long number) except -1
    cdef long find(self, Bytes at, Py_ssize_t size, bint lower) noexcept nogil


cdef inline unsigned char lowered(unsigned char byte, bint lower) noexcept nogil:
    """Return a byte, an ASCII letter small if so wanted."""
    return byte | 0x20 if lower and c"A" <= byte <= c"Z" else byte


cdef inline unsigned int hashed(Bytes at, Py_ssize_t size, bint lower) noexcept nogil:
    """Return a number for a word (FNV-1a), never 0."""
    cdef unsigned int number = 2166136261u
    cdef Py_ssize_t place
    for place in range(size):
        number = (number ^ lowered(at[place], lower)) * 16777619u
    return (number ^ (number >> 15)) | 0x80000000u

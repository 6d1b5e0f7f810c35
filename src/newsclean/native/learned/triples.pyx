# cython: boundscheck=False, wraparound=False, initializedcheck=False
"""Numbers for triples of numbers, from 0 on in the order in which they are met."""

from cpython.mem cimport PyMem_Calloc, PyMem_Free

# No page is made so that its triples fall together: Python's hashes differ in each process.
cdef unsigned long long SEED = hash("triples") & 0xFFFFFFFFFFFFFFFF


cdef class Triples:
    """A table for so many triples at most."""

    def __init__(self, Py_ssize_t most):
        cdef size_t room = 16
        while room < <size_t>most * 2:
            room *= 2
        self.mask = room - 1
        self.slots = <Triple*>PyMem_Calloc(room, sizeof(Triple))
        if self.slots == NULL:
            raise MemoryError

    def __dealloc__(self):
        PyMem_Free(self.slots)

    cdef int number(self, int first, int second, int third) noexcept nogil:
        """Return the number of a triple."""
        cdef unsigned long long mixed = SEED
        cdef size_t place
        cdef Triple* slot
        mixed = mix(mixed ^ <unsigned int>first)
        mixed = mix(mixed ^ <unsigned int>second)
        place = mix(mixed ^ <unsigned int>third) & self.mask
        slot = &self.slots[place]
        while slot.number:
            if slot.first == first and slot.second == second and slot.third == third:
                return slot.number - 1
            place = (place + 1) & self.mask
            slot = &self.slots[place]
        self.count += 1
        slot.first, slot.second, slot.third, slot.number = first, second, third, self.count
        return self.count - 1


cdef inline unsigned long long mix(unsigned long long value) noexcept nogil:
    """Return a number of which each bit depends on all bits of another."""
    value ^= value >> 32
    value *= <unsigned long long>0xD6E8FEB86659FD93ULL
    value ^= value >> 32
    value *= <unsigned long long>0xD6E8FEB86659FD93ULL
    return value ^ (value >> 32)

"""What stands in a source, byte by byte."""

from libc.string cimport memchr, memcmp

ctypedef const unsigned char* Bytes


cdef inline Bytes find(Bytes at, Bytes end, unsigned char byte) noexcept nogil:
    """Return where a byte stands first, or NULL."""
    return <Bytes>memchr(at, byte, end - at) if at < end else NULL


cdef inline bint begins(Bytes at, Bytes end, const char* word, Py_ssize_t size) noexcept nogil:
    """Tell whether a word stands at a place."""
    return end - at >= size and memcmp(at, word, size) == 0


cdef inline bint begins_folded(
    Bytes at, Bytes end, const char* word, Py_ssize_t size
) noexcept nogil:
    """Tell whether a word of small ASCII letters stands at a place, in capitals or not."""
    cdef Py_ssize_t place
    if end - at < size:
        return False
    for place in range(size):
        if lower(at[place]) != <unsigned char>word[place]:
            return False
    return True


cdef inline unsigned char lower(unsigned char byte) noexcept nogil:
    """Return a byte as a small letter."""
    return byte | 0x20 if 0x41 <= byte <= 0x5A else byte


cdef inline bint is_space(unsigned char byte) noexcept nogil:
    return byte == 0x20 or 0x09 <= byte <= 0x0D


cdef inline bint is_letter(unsigned char byte) noexcept nogil:
    return 0x61 <= lower(byte) <= 0x7A


cdef inline bint is_bracket(unsigned char byte) noexcept nogil:
    return byte == 0x3C or byte == 0x3E


cdef inline bint is_quote(unsigned char byte) noexcept nogil:
    return byte == 0x22 or byte == 0x27


cdef inline Bytes find_word(Bytes at, Bytes end, const char* word, Py_ssize_t size) noexcept nogil:
    """Return where a word stands first, or the end; its first byte should be rare."""
    while True:
        at = find(at, end, <unsigned char>word[0])
        if at == NULL or end - at < size:
            return end
        if memcmp(at, word, size) == 0:
            return at
        at += 1

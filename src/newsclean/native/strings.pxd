"""Texts read character by character, as CPython holds them."""

cdef extern from "Python.h":
    int width_of "PyUnicode_KIND"(object) noexcept
    void* data_of "PyUnicode_DATA"(object) noexcept
    Py_ssize_t size_of "PyUnicode_GET_LENGTH"(object) noexcept
    bint is_ascii "PyUnicode_IS_ASCII"(object) noexcept
    Py_UCS4 read "PyUnicode_READ"(int, const void*, Py_ssize_t) noexcept nogil
    str substring "PyUnicode_Substring"(object, Py_ssize_t, Py_ssize_t)


# A text that is kept alive elsewhere.
cdef struct Chars:
    int width
    void* data
    Py_ssize_t size


cdef inline Chars chars_of(str text) noexcept:
    """Return a text to be read character by character."""
    return Chars(width_of(text), data_of(text), size_of(text))


cdef inline Py_UCS4 at(Chars* text, Py_ssize_t place) noexcept nogil:
    """Return the character at a place."""
    return read(text.width, text.data, place)


cdef inline Py_ssize_t weight_of(Chars* text) noexcept nogil:
    """Return how wide a text is: `label.features.weight`."""
    cdef Py_ssize_t place, wide = 0
    cdef const unsigned short* units = <const unsigned short*>text.data
    if text.width == 1:
        return text.size
    if text.width == 2:
        for place in range(text.size):
            wide += is_wide(units[place])
    else:
        for place in range(text.size):
            wide += is_wide(at(text, place))
    return text.size + 2 * wide


cdef inline bint is_wide(Py_UCS4 one) noexcept nogil:
    """Tell whether a character is a CJK one, in all ranges that are as wide as three."""
    return <unsigned int>one - 0x2E80u <= 0xA92Fu or <unsigned int>one - 0xF900u <= 0x1FFu


cdef inline bint holds_wide(Chars* text) noexcept nogil:
    """Tell whether a text holds CJK characters: `fields.text.is_cjk`."""
    cdef Py_ssize_t place
    if text.width == 1:
        return False
    for place in range(text.size):
        if is_wide(at(text, place)):
            return True
    return False


cdef inline bint stands(Chars* part, Chars* text, Py_ssize_t place) noexcept nogil:
    """Tell whether a text stands in another at a place."""
    cdef Py_ssize_t size = 0
    if part.size > text.size - place:
        return False
    while size < part.size and at(part, size) == at(text, place + size):
        size += 1
    return size == part.size


cdef inline bint grows(str text) noexcept:
    """Tell whether a text has letters that are not made small one by one."""
    cdef Chars chars = chars_of(text)
    cdef Py_ssize_t place
    if is_ascii(text):
        return False
    for place in range(chars.size):
        if at(&chars, place) == 0x130 or at(&chars, place) == 0x3A3:
            return True
    return False

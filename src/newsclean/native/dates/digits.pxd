"""Numbers of dates, read character by character in the digits of any script."""

from cpython.unicode cimport Py_UNICODE_ISDECIMAL, Py_UNICODE_ISSPACE, Py_UNICODE_TODECIMAL

from newsclean.native.strings cimport Chars, at


cdef inline Py_UCS4 sign_at(Chars* text, Py_ssize_t place) noexcept:
    """Return the character at a place, NUL before the text and behind it."""
    return at(text, place) if 0 <= place < text.size else 0


cdef inline bint is_digit(Py_UCS4 sign) noexcept:
    """Tell whether a character is a decimal digit of any script."""
    if sign < 0x80:
        return 0x30 <= sign <= 0x39
    return Py_UNICODE_ISDECIMAL(sign)


cdef inline Py_ssize_t past_space(Chars* text, Py_ssize_t place) noexcept:
    """Return the place behind white space, if there is one at a place."""
    return place + (place < text.size and Py_UNICODE_ISSPACE(at(text, place)))


cdef inline Py_ssize_t past_digits(Chars* text, Py_ssize_t place) noexcept:
    """Return the place behind the digits at a place."""
    while place < text.size and is_digit(at(text, place)):
        place += 1
    return place


cdef inline int number(Chars* text, Py_ssize_t begin, Py_ssize_t end) noexcept:
    """Return the number that a few digits make."""
    cdef int found = 0
    for place in range(begin, end):
        found = 10 * found + Py_UNICODE_TODECIMAL(at(text, place))
    return found


cdef inline int year_of(Chars* text, Py_ssize_t begin, Py_ssize_t end) noexcept:
    """Return a year of four or two digits; two digits mean 1990 to 2089."""
    cdef int year = number(text, begin, end)
    if end - begin == 4:
        return year
    return year + (1900 if year >= 90 else 2000)

"""Moves in a style: whether an element may be off the screen (`style._is_off_screen`)."""

from newsclean.native.segment.declarations cimport Said, after_one, begins, find, is_digit, small
from newsclean.native.utf8 cimport Bytes


cdef inline bint is_far_anywhere(Bytes at, Bytes end) noexcept nogil:
    """Tell whether there is a number below zero that may be far, or a large one."""
    cdef Bytes begin
    cdef bint negative
    while at < end:
        negative = at[0] == c"-" and at + 1 < end and (is_digit(at[1]) or at[1] == c".")
        if not negative and not is_digit(at[0]):
            at += 1
            continue
        begin = at = at + negative
        while at < end and (is_digit(at[0]) or at[0] == c"."):
            at += 1
        if at - begin >= 3:
            return True
        if negative and at < end and at[0] not in b"p%; \t\n})!,":
            return True
    return False


cdef inline bint is_translated(Bytes at, Bytes end) noexcept nogil:
    """Tell whether a translation may move an element far."""
    cdef Bytes stop
    at = find(at, end, b"transl")
    while at != NULL:
        stop = at
        while stop < end and stop[0] != c")":
            stop += 1
        if is_far_anywhere(at, stop):
            return True
        at = find(stop, end, b"transl")
    return False


cdef inline bint is_place(Said* said) noexcept nogil:
    """Tell whether a property may move an element: one of `style._MOVED`."""
    return (
        begins(said.name, said.colon, b"left") or begins(said.name, said.colon, b"right")
        or begins(said.name, said.colon, b"top") or begins(said.name, said.colon, b"bottom")
        or begins(said.name, said.colon, b"text-indent")
        or begins(said.name, said.colon, b"margin-left")
        or begins(said.name, said.colon, b"margin-top")
    )


cdef inline bint is_far(Said* said, bint leftward) noexcept nogil:
    """Tell whether a length may be far below zero, or far above it where that counts."""
    cdef Bytes at = said.value
    cdef bint negative
    cdef Py_ssize_t digits = 0
    if at < said.end and at[0] == c"!":
        return True
    negative = at < said.end and at[0] == c"-"
    at += negative
    while at < said.end and is_digit(at[0]):
        digits += 1
        at += 1
    if not negative:
        return leftward and (digits > 2 or (at < said.end and at[0] in b"+."))
    while at < said.end and (is_digit(at[0]) or at[0] == c"."):
        at += 1
    return digits > 2 or (digits > 1 and at < said.end and small(at[0]) not in b"p%; \t\n!")


cdef inline bint is_moved(Bytes at, Bytes end) noexcept nogil:
    """Tell whether an element may be moved off the screen."""
    cdef Said said
    if is_translated(at, end):
        return True
    while at < end:
        at = after_one(at, end, &said)
        if is_place(&said) and is_far(&said, small(said.name[0]) == c"l"):
            return True
    return False

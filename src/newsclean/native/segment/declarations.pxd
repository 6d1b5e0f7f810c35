"""Declarations of a style, read where they stand; words in letters of either case."""

from newsclean.native.utf8 cimport Bytes, space

# A declaration: where its name, its colon and its value begin, and where it ends.
cdef struct Said:
    Bytes name
    Bytes colon
    Bytes value
    Bytes end


cdef inline unsigned char small(unsigned char byte) noexcept nogil:
    return byte | 0x20 if c"A" <= byte <= c"Z" else byte


cdef inline bint is_digit(unsigned char byte) noexcept nogil:
    return c"0" <= byte <= c"9"


cdef inline bint is_letter(unsigned char byte) noexcept nogil:
    return c"a" <= small(byte) <= c"z"


cdef inline bint begins(Bytes at, Bytes end, const char* word) noexcept nogil:
    """Tell whether a word stands at a place, in letters of either case."""
    cdef Py_ssize_t place = 0
    while word[place] and at + place < end and small(at[place]) == <unsigned char>word[place]:
        place += 1
    return word[place] == 0


cdef inline bint is_display_none(Bytes at, Bytes end) noexcept nogil:
    """Tell whether "display: none" is all that declarations in ASCII say of being shown or not.

    It is what hides nearly always, and no more is asked then.
    """
    cdef Bytes begin, name
    cdef bint found = False
    while at < end:
        begin = at
        while at < end and at[0] != c";":
            if at[0] >= 0x80:
                return False
            at += 1
        name = after_space(begin, at)
        if begins(name, at, b"display"):
            if found or not is_none(name + 7, at):
                return False
            found = True
        elif begins(name, at, b"visibility") or begins(name, at, b"content-vis"):
            return False
        at += 1
    return found


cdef inline bint is_none(Bytes at, Bytes end) noexcept nogil:
    """Tell whether the value that follows is "none", with or without "!important"."""
    at = after_space(at, end)
    if at == end or at[0] != c":":
        return False
    at = after_space(at + 1, end)
    if not begins(at, end, b"none"):
        return False
    at = after_space(at + 4, end)
    if begins(at, end, b"!important"):
        at = after_space(at + 10, end)
    return at == end


cdef inline Bytes after_space(Bytes at, Bytes end) noexcept nogil:
    """Return where white space ends."""
    while at < end and space(at, end):
        at += 1
    return at


cdef inline bint is_hex(unsigned char byte) noexcept nogil:
    return is_digit(byte) or c"a" <= small(byte) <= c"f"


cdef inline Bytes after_one(Bytes at, Bytes end, Said* said) noexcept nogil:
    """Read the declaration at a place; return where the next one begins."""
    said.name = after_space(at, end)
    while at < end and at[0] != c";" and at[0] != c":":
        at += 1
    said.colon = at
    said.name = min(said.name, at)
    if at < end and at[0] == c":":
        at += 1
    said.value = at
    while at < end and at[0] != c";":
        at += 1
    said.end = at
    said.value = min(after_space(said.value, at), at)
    return at + 1


cdef inline bint is_named(Said* said, const char* word, Py_ssize_t size) noexcept nogil:
    """Tell whether a declaration is of a property."""
    return begins(said.name, said.colon, word) and after_space(said.name + size, said.colon) == said.colon


cdef inline Bytes find(Bytes at, Bytes end, const char* word) noexcept nogil:
    """Return where a word stands, in letters of either case, or NULL."""
    while at < end:
        if small(at[0]) == <unsigned char>word[0] and begins(at, end, word):
            return at
        at += 1
    return NULL


cdef inline bint has(Bytes at, Bytes end, const char* word) noexcept nogil:
    return find(at, end, word) != NULL

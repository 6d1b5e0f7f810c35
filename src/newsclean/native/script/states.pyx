# cython: boundscheck=False, wraparound=False, initializedcheck=False
"""Texts in the values of state objects: the twin of functions of `newsclean.script.bodies`."""

from cpython.unicode cimport PyUnicode_FindChar

from newsclean.native.strings cimport Chars, at, chars_of, is_ascii, size_of, substring, weight_of

from newsclean.script.bodies import (
    _CODE, _INNER, _LINES, _MAX_PARTS, _MAX_VALUES, _NO_TEXT, _TITLES, _WORDS,
    MIN_BODY as _MIN_BODY,
)

cdef extern from "Python.h":
    str blank "PyUnicode_New"(Py_ssize_t, Py_UCS4)
    Py_UCS4 widest_of "PyUnicode_MAX_CHAR_VALUE"(object) noexcept
    void write "PyUnicode_WRITE"(int, void*, Py_ssize_t, Py_UCS4) noexcept

cdef Py_ssize_t MIN_BODY = _MIN_BODY
cdef Py_ssize_t CODE = _CODE
cdef Py_ssize_t MAX_VALUES = _MAX_VALUES
cdef Py_ssize_t MAX_PARTS = _MAX_PARTS
cdef tuple TITLES = _TITLES
cdef tuple INNER = _INNER
cdef tuple WORDS = _WORDS
cdef tuple NO_TEXT = _NO_TEXT
cdef frozenset LINES = _LINES


cdef inline Py_ssize_t weight(str text) noexcept:
    """Return the length of a text in Latin characters."""
    cdef Chars chars = chars_of(text)
    return weight_of(&chars)


cdef inline bint has_space(str text) except -1:
    return PyUnicode_FindChar(text, c" ", 0, size_of(text), 1) >= 0


cpdef bint is_text(str value) except -1:
    """Tell whether a string is text for readers: words, or markup with words, and no code."""
    cdef bint spaced = has_space(value)
    cdef Py_ssize_t signs
    if not spaced and is_ascii(value):
        return False
    value = value.strip()
    if value.startswith(NO_TEXT):
        return False
    signs = value.count("{") + value.count("}") + value.count(";") + value.count("=")
    if signs * CODE > len(value) and "</p>" not in value and "<br" not in value:
        return False
    return has_space(value) or weight(value) > len(value)


cdef str element(item):
    """Return the name of an element of React, or ""."""
    if isinstance(item, list) and len(<list>item) >= 4 and (<list>item)[0] == "$":
        if isinstance((<list>item)[1], str) and isinstance((<list>item)[3], dict):
            return (<list>item)[1]
    return ""


cpdef str joined(item):
    """Return the words of an item in pieces, one after another."""
    cdef list out = [], stack = [item]
    cdef Py_ssize_t seen = 0, place
    cdef str text
    while stack and seen < MAX_PARTS:
        value = stack.pop()
        seen += 1
        if isinstance(value, str):
            out.append(value)
        elif isinstance(value, dict):
            stack.append(inner_of(<dict>value))
        elif isinstance(value, list):
            if element(value):
                stack.append((<dict>(<list>value)[3]).get("children"))
                continue
            for place in range(len(<list>value) - 1, -1, -1):
                part = (<list>value)[place]
                if part != "$":
                    stack.append(part)
    text = "".join(out)
    return text if is_text(text) else ""


cdef object inner_of(dict item):
    """Return the words of an object, or else the pieces in it, or None."""
    for key in WORDS:
        found = item.get(key)
        if isinstance(found, str):
            return found
    for key in INNER:
        found = item.get(key)
        if isinstance(found, (list, dict)):
            return found
    return None


cdef str longest_of(item):
    """Return the longest text of an object, or the words of one in pieces."""
    cdef list texts = [one for one in item.values() if isinstance(one, str) and is_text(one)]
    if not texts:
        for key in INNER:
            if key in item:
                return joined(item)
        return ""
    return max(texts, key=len)


cdef str line(item):
    """Return the text of a list's item: a string, an object with one text in it, or an element."""
    if isinstance(item, str):
        return item if is_text(item) else ""
    if isinstance(item, dict):
        return longest_of(item)
    return joined(item) if element(item) in LINES else ""


cdef list titles(value):
    """Return the titles that an object gives, or the main headings among a list's elements."""
    cdef list found = []
    if isinstance(value, dict):
        for key in TITLES:
            title = value.get(key)
            if isinstance(title, str):
                found.append(title)
    else:
        for item in value:
            if element(item) == "h1":
                found.append(line(item))
    return [" ".join(title.split()) for title in found if title]


cdef bint is_body(str text) except -1:
    """Tell whether a text may be a body; most strings are short."""
    return 3 * len(text) >= MIN_BODY and weight(text) >= MIN_BODY and is_text(text)


def texts(data):
    """Return (texts of one list or one string, titles beside them) of a JSON value."""
    cdef list stack = [(data, [])]
    cdef list found = []
    cdef list lines
    cdef Py_ssize_t seen = 0, size
    while stack and seen < MAX_VALUES:
        value, near = stack.pop()
        seen += 1
        near = titles(value) or near
        if isinstance(value, dict):
            for child in (<dict>value).values():
                if isinstance(child, (dict, list)):
                    stack.append((child, near))
                elif isinstance(child, str) and is_body(child):
                    found.append(([child], near))
            continue
        lines = []
        size = 0
        for item in value:
            text = line(item)
            if text:
                lines.append(text)
                size += weight(text)
            if isinstance(item, (dict, list)):
                stack.append((item, near))
        if size >= MIN_BODY:
            found.append((lines, near))
    return found


def letters(str text not None):
    """Return the letters and digits of a text."""
    cdef Chars chars = chars_of(text), written
    cdef Py_ssize_t place, count = 0
    cdef str made = blank(chars.size, widest_of(text))
    cdef Py_UCS4 one
    written = chars_of(made)
    for place in range(chars.size):
        one = at(&chars, place)
        if one.isalnum():
            write(written.width, written.data, count, one)
            count += 1
    return text if count == chars.size else substring(made, 0, count)

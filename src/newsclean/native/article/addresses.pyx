# cython: boundscheck=False, wraparound=False, initializedcheck=False
"""Addresses that are safe at a glance, as nearly all are: `newsclean.render.links`."""

from libc.string cimport memchr, memcmp

from newsclean.native.strings cimport data_of, is_ascii, size_of

from newsclean.render import links as twin

cdef enum:
    LONGEST_HOST = 253
    # What a character may be part of: a host, a path, the first of a rooted path after its slash,
    # a query or a fragment.
    HOST = 1 << 0
    PATH = 1 << 1
    FIRST = 1 << 2
    REST = 1 << 3

ctypedef const unsigned char* Bytes

cdef unsigned char[0x100] SIGNS
cdef Py_ssize_t LONGEST = twin._MAX_LENGTH


cdef int learn() except -1:
    """Set what each character may be part of."""
    for one in range(0x80):
        sign = chr(one)
        SIGNS[one] = HOST * (sign.isalnum() or sign in ".-")
        SIGNS[one] |= PATH * (sign.isalnum() or sign in "/_.,~=%+-")
        SIGNS[one] |= FIRST * (sign.isalnum() or sign in "_,~=%+-")
        SIGNS[one] |= REST * (sign.isalnum() or sign in "/_.,~=%+?:!-&")
    return 0


learn()


cdef inline Bytes beyond(Bytes at, Bytes end, int part) noexcept nogil:
    """Return where the characters of a part end."""
    while at < end and SIGNS[at[0]] & part:
        at += 1
    return at


cdef Bytes beyond_rest(Bytes at, Bytes end) noexcept nogil:
    """Return where a query or fragment ends that is read in one way."""
    while at < end and SIGNS[at[0]] & REST:
        if at[0] == c"&" and is_reference(at + 1, end):
            break
        at += 1
    return at


cdef bint is_reference(Bytes at, Bytes end) noexcept nogil:
    """Tell whether a careless reader takes what stands after an ampersand for one sign."""
    return (
        (end - at >= 1 and at[0] == c"#")
        or (end - at >= 5 and memcmp(at, b"colon", 5) == 0)
        or (end - at >= 3 and memcmp(at, b"Tab", 3) == 0)
        or (end - at >= 7 and memcmp(at, b"NewLine", 7) == 0)
    )


cdef bint ends_plainly(Bytes at, Bytes end, int least) noexcept nogil:
    """Tell whether a query and a fragment of some length are the rest of an address, or nothing."""
    cdef Bytes begin
    if at < end and at[0] == c"?":
        begin = at + 1
        at = beyond_rest(begin, end)
        if at - begin < least:
            return False
    if at < end and at[0] == c"#":
        begin = at + 1
        at = beyond_rest(begin, end)
        if at - begin < least:
            return False
    return at == end


cdef bint is_plain(Bytes at, Bytes end) noexcept nogil:
    """Tell whether an address is whole, and all in it is read in one way: `links._PLAIN`."""
    cdef Bytes begin
    if end - at > LONGEST or end - at < 8 or memcmp(at, b"http", 4) != 0:
        return False
    at += 5 if at[4] == c"s" else 4
    if memcmp(at, b"://", 3) != 0:
        return False
    begin = at + 3
    at = beyond(begin, end, HOST)
    if not 0 < at - begin <= LONGEST_HOST:
        return False
    return ends_plainly(beyond(at, end, PATH) if at < end and at[0] == c"/" else at, end, 0)


cdef bint is_rooted(Bytes at, Bytes end) noexcept nogil:
    """Tell whether an address needs no more than the site's before it: `links._ROOTED`."""
    cdef Bytes found
    if end - at < 2 or at[0] != c"/" or not SIGNS[at[1]] & FIRST:
        return False
    if not ends_plainly(beyond(at + 1, end, PATH), end, 1):
        return False
    found = at
    while True:
        found = <Bytes>memchr(found + 1, c"/", end - found - 1)
        if found == NULL:
            return True
        if found + 1 < end and found[1] == c".":
            return False


cdef class Addresses:
    """Makes the links of a page absolute and leaves out those that are not safe."""

    def __init__(self, base):
        self.base = base

    cdef object of(self, object href):
        """Return a link as it may come out, or None."""
        cdef Bytes at, end
        if not href:
            return None
        if is_ascii(href):
            at = <Bytes>data_of(href)
            end = at + size_of(href)
            if is_plain(at, end):
                return href
            if self.base is not None:
                if is_rooted(at, end):
                    return self.below(self.site(), href)
                if at[0] == c"#" and end - at > 1 and beyond_rest(at + 1, end) == end:
                    return self.below(self.whole(), href)
        return twin.joined(href, self.base)

    cdef object below(self, str root, str href):
        """Return a link with what makes it absolute before it."""
        if root and size_of(root) + size_of(href) <= LONGEST:
            return root + href
        return twin.joined(href, self.base)

    cdef str site(self):
        """Return the beginning of the page's address, or ""."""
        if self.known_site is None:
            self.known_site = twin.site(self.base)
        return self.known_site

    cdef str whole(self):
        """Return the page's address, or "" where it is not so simple to link to a part of it."""
        if self.known_whole is None:
            self.known_whole = self.base if twin.is_whole(self.base) else ""
        return self.known_whole

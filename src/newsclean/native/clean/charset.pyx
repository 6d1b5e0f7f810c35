# cython: boundscheck=False, wraparound=False, initializedcheck=False
"""Western text as the bytes it was read from: the twin of `newsclean.clean.reread.western`."""

# Of each sign of Windows-1252 beyond Latin-1 its byte: `reread.WINDOWS`.
cdef dict WINDOWS = {}
for byte in range(0x80, 0xA0):
    sign = bytes((byte,)).decode("cp1252", "ignore")
    if sign:
        WINDOWS[ord(sign)] = byte


def western(str text not None):
    """Return the bytes that were read as Latin-1 or Windows-1252, or None when they were not."""
    cdef bytearray data = bytearray(len(text))
    cdef unsigned char* to = data
    cdef Py_UCS4 char
    for char in text:
        if char > 0xFF:
            byte = WINDOWS.get(<int>char)
            if byte is None:
                return None
            char = byte
        to[0] = char
        to += 1
    return bytes(data)

"""Scripts of letters: the twin of `newsclean.clean.script`."""

cdef enum:
    # A bit for each script; none for what is told of no script.
    LATIN = 1 << 0
    GREEK = 1 << 1
    CYRILLIC = 1 << 2
    ARMENIAN = 1 << 3
    HEBREW = 1 << 4
    ARABIC = 1 << 5
    INDIC = 1 << 6
    THAI = 1 << 7
    GEORGIAN = 1 << 8
    HAN = 1 << 9
    HANGUL = 1 << 10
    # How many there are, with none.
    SCRIPTS = 12


cdef inline long script_of(Py_UCS4 letter) noexcept nogil:
    """Return the script of a letter, 0 for none of those told apart: `script._RANGES`."""
    if letter < 0x0370:
        return LATIN
    if letter < 0x0530:
        return GREEK if letter < 0x0400 else CYRILLIC
    if letter < 0x0900:
        return ARMENIAN if letter < 0x0590 else HEBREW if letter < 0x0600 else ARABIC
    if letter < 0x1100:
        return INDIC if letter < 0x0E00 else THAI if letter < 0x10A0 else GEORGIAN
    if letter < 0x2000:
        return 0 if letter < 0x1E00 else LATIN if letter < 0x1F00 else GREEK
    if letter < 0xE000:
        return 0 if letter < 0x2E80 else HAN if letter < 0xAC00 else HANGUL
    return HAN if letter >= 0x20000 else 0


cdef inline long number_of(long script) noexcept nogil:
    """Return the number of a script, 0 for none."""
    cdef long number = 0
    while script:
        script >>= 1
        number += 1
    return number

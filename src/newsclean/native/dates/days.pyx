# cython: boundscheck=False, wraparound=False, initializedcheck=False
"""Days, and dates in numbers alone: for `newsclean.native.dates.visible`."""

from cpython.datetime cimport date_new, import_datetime

from newsclean.native.dates.digits cimport is_digit, number, past_digits, past_space, sign_at, year_of
from newsclean.native.strings cimport Chars, at, is_ascii

from newsclean.fields.dates import jalali
from newsclean.fields.dates.stamp import FIRST_YEAR, LAST_YEAR, Stamp

import_datetime()

cdef int FIRST = FIRST_YEAR, LAST = LAST_YEAR


cdef object day(int year, int month, int of_month):
    """Return a date, or None when there is no such day or no page can be of it."""
    cdef int most = 31
    if not FIRST <= year <= LAST or not 1 <= month <= 12:
        return None
    if month == 2:
        most = 28 + (year % 4 == 0 and (year % 100 != 0 or year % 400 == 0))
    elif month == 4 or month == 6 or month == 9 or month == 11:
        most = 30
    return date_new(year, month, of_month) if 1 <= of_month <= most else None


cdef object any_day(int year, int month, int of_month):
    """Return the day of numbers, of Iran's calendar when they can be of no other."""
    cdef object found = day(year, month, of_month)
    return jalali.day(year, month, of_month) if found is None else found


cdef Py_ssize_t numeric(str text, Chars* chars, bint month_first, list found) except -1:
    """Add the dates in numbers alone; return how many numbers of four digits there are."""
    cdef Py_ssize_t place = 0, begin, fours = 0, first_end = 0, last_end = 0, end
    while place < chars.size:
        if not is_digit(at(chars, place)):
            place += 1
            continue
        begin, place = place, past_digits(chars, place)
        if place - begin == 4:
            fours += 1
            if begin >= first_end:
                end = year_first(chars, begin, is_ascii(text), found)
                first_end = max(first_end, end)
        elif place - begin <= 2 and begin >= last_end:
            end = year_last(chars, begin, place, month_first, found)
            last_end = max(last_end, end)
    return fours


cdef inline bint is_bar(Py_UCS4 sign) noexcept:
    """Tell whether a character parts a year from a month."""
    return (
        sign == c"-" or sign == c"/" or sign == c"." or 0x2010 <= sign <= 0x2015
        or sign == 0xFF0E or sign == 0xFF0F or sign == 0xFF0D or sign == 0x5E74 or sign == 0xB144
    )


cdef inline bint is_thousandth(Chars* text, Py_ssize_t place) noexcept:
    """Tell whether a full stop and three digits stand at a place."""
    return sign_at(text, place) == c"." and past_digits(text, place + 1) >= place + 4


cdef Py_ssize_t year_first(Chars* text, Py_ssize_t begin, bint ascii, list found) except -1:
    """Add the date that begins with a year at a place, if one does; return where it ends, or 0."""
    cdef Py_UCS4 before = sign_at(text, begin - 1), bar, sign
    cdef Py_ssize_t month, month_end, of_month, end, spaced, signed
    if before == c"." or before == c"," or before == c"/" or before == c"-":
        return 0
    month = past_space(text, begin + 4)
    bar = sign_at(text, month)
    if not is_bar(bar):
        return 0
    month = past_space(text, month + 1)
    month_end = past_digits(text, month)
    of_month = past_space(text, month_end)
    sign = sign_at(text, of_month)
    if not 1 <= month_end - month <= 2 or (sign != bar and sign != 0x6708 and sign != 0xC6D4):
        return 0
    of_month = past_space(text, of_month + 1)
    end = past_digits(text, of_month)
    if not 1 <= end - of_month <= 2:
        return 0
    value = (day if ascii else any_day)(
        number(text, begin, begin + 4), number(text, month, month_end), number(text, of_month, end)
    )
    spaced = past_space(text, end)
    sign = sign_at(text, spaced)
    signed = spaced + (sign == 0x65E5 or sign == 0x865F or sign == 0x53F7 or sign == 0xC77C)
    if not is_thousandth(text, signed):
        end = signed
    elif not is_thousandth(text, spaced):
        end = spaced
    elif is_thousandth(text, end):
        return 0
    if value is not None:
        found.append(Stamp(value, begin, end))
    return end


cdef Py_ssize_t year_last(
    Chars* text, Py_ssize_t begin, Py_ssize_t end, bint month_first, list found
) except -1:
    """Add the date that ends with a year, if one begins at a place; return where it ends, or 0."""
    cdef Py_UCS4 before = sign_at(text, begin - 1), bar
    cdef Py_ssize_t second = past_space(text, end), second_end, year, place, size
    if before == c"." or before == c"," or before == c"/" or before == c":" or before == c"-":
        return 0
    bar = sign_at(text, second)
    if bar != c"-" and bar != 0x2013 and bar != c"/" and bar != c".":
        return 0
    second = past_space(text, second + 1)
    second_end = past_digits(text, second)
    size = second - end
    year = second_end + size
    if not 1 <= second_end - second <= 2 or year > text.size:
        return 0
    for place in range(size):
        if at(text, end + place) != at(text, second_end + place):
            return 0
    place = past_digits(text, year)
    if (place - year != 4 and place - year != 2) or goes_on(text, place):
        return 0
    if place - year == 4 or (bar != c"-" and bar != 0x2013):
        either(
            found, begin, place, year_of(text, year, place), number(text, begin, end),
            number(text, second, second_end), month_first, bar != c".",
        )
    return place


cdef bint goes_on(Chars* text, Py_ssize_t place) noexcept:
    """Tell whether what stands behind a year says that it is none."""
    cdef Py_UCS4 sign = sign_at(text, place)
    if sign == c"/" or sign == c"%":
        return True
    parts = sign == c"." or sign == c"," or sign == c":" or sign == c"-"
    return parts and is_digit(sign_at(text, place + 1))


cdef int either(
    list found, Py_ssize_t begin, Py_ssize_t end, int year, int first, int second,
    bint month_first, bint both,
) except -1:
    """Add the date that two numbers and a year make, and what it is the other way round."""
    cdef object value = day(year, second, first), other = day(year, first, second) if both else None
    if value is None or (month_first and other is not None):
        value, other = other, value
    if value is not None:
        found.append(Stamp(value, begin, end, None if value == other else other))
    return 0

"""CSS selectors, read into plain values; `newsclean.segment.select` matches them in one walk.

Both ready-made ways were measured on 20 development pages with three selectors, in bare lxml
parses. cssselect and XPath: 0.17, but 31 s for ``p ~ p ~ p`` on 4,000 siblings and 30 s for ``div
div div div i`` on 900 levels. soupsieve: 16 for the soup it needs, and 4. So selectors here are
those that one walk from the root can decide: no ``:has()``, no pseudo-elements.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple, NoReturn

from newsclean.model import InvalidOptions

ALLOWED: Final = (
    "element names, *, #id, .class, [attribute], [attribute=value] (also ~= |= ^= $= *=), "
    ":not(...), :first-child, :last-child, :nth-child(...), :first-of-type, :nth-of-type(...), "
    "joined by a space, >, +, ~ or a comma"
)
_NAME = re.compile(r"(?:[\w-]|\\[0-9a-fA-F]{1,6} ?|\\.|[^\x00-\x7f])+")
_SPACE = re.compile(r"[ \t\r\n\f]+")
_OPERATOR = re.compile(r"[~|^$*]?=")
_STRING = re.compile(r"\"((?:[^\"\\\n]|\\.)*)\"|'((?:[^'\\\n]|\\.)*)'")
_ESCAPE = re.compile(r"\\(?:([0-9a-fA-F]{1,6}) ?|(.))")
_NTH = re.compile(
    r"\s{0,9}(?:(odd|even)|([+-]?\d{0,9})n(?:\s{0,9}([+-])\s{0,9}(\d{1,9}))?|([+-]?\d{1,9}))\s{0,9}"
)
_COMBINATORS: Final = ">+~"
_MAX: Final = 1000


class Attribute(NamedTuple):
    """What an attribute must be: there (operator ""), or have a value that fits."""

    name: str
    operator: str = ""
    value: str = ""


class Position(NamedTuple):
    """Which of its siblings an element must be: ``step * n + start`` for some n >= 0.

    Attributes:
        of_type: whether only siblings of its own name count.
        last: whether it is the last one; then `step` and `start` do not count.
    """

    step: int
    start: int
    of_type: bool = False
    last: bool = False


class Compound(NamedTuple):
    """What one element must be: all of this."""

    tag: str = ""
    ident: str = ""
    classes: tuple[str, ...] = ()
    attributes: tuple[Attribute, ...] = ()
    positions: tuple[Position, ...] = ()
    nots: tuple[Compound, ...] = ()


class Step(NamedTuple):
    """One element of a selector; how it stands to the one before: " ", ">", "+", "~", or ""."""

    combinator: str
    compound: Compound


class Selector(NamedTuple):
    """One selector without commas, as written and as read."""

    text: str
    steps: tuple[Step, ...]


def read(text: str) -> tuple[Selector, ...]:
    """Return the selectors in a text, which commas part.

    Raises:
        InvalidOptions: it is no such text; the message says where, and what is allowed.

    >>> [one.text for one in read("div.story > p, #top")]
    ['div.story > p', '#top']
    """
    return _Reader(text).selectors()


class _Reader:
    """Reads a text from left to right."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._at = 0

    def selectors(self) -> tuple[Selector, ...]:
        """Return all selectors of the text."""
        if len(self._text) > _MAX:
            raise InvalidOptions(f"a selector of {len(self._text)} characters: {_MAX} are allowed")
        found = []
        while True:
            self._space()
            begin = self._at
            steps = self._steps()
            found.append(Selector(self._text[begin : self._at].strip(), steps))
            if self._at == len(self._text):
                return tuple(found)
            self._at += 1  # the comma

    def _steps(self) -> tuple[Step, ...]:
        """Return the steps up to a comma or the end."""
        steps = [Step("", self._compound())]
        while True:
            spaced = self._space()
            sign = self._text[self._at : self._at + 1]
            if sign in ("", ","):
                return tuple(steps)
            if sign in _COMBINATORS:
                self._at += 1
                self._space()
            elif not spaced:
                self._fail("a space, a combinator or a comma is wanted")
            steps.append(Step(sign if sign in _COMBINATORS else " ", self._compound()))

    def _compound(self, inner: bool = False) -> Compound:
        """Return what one element must be."""
        begin = self._at
        tag = "" if self._skip("*") else self._optional_name().lower()
        found = Compound(tag)
        while True:
            if self._skip("#"):
                found = found._replace(ident=self._name("an id"))
            elif self._skip("."):
                found = found._replace(classes=(*found.classes, self._name("a class name")))
            elif self._skip("["):
                found = found._replace(attributes=(*found.attributes, self._attribute()))
            elif self._skip(":"):
                found = self._pseudo(found, inner)
            else:
                break
        if self._at == begin:
            self._fail("an element, #id, .class, [attribute] or :pseudo-class is wanted")
        return found

    def _attribute(self) -> Attribute:
        """Return the condition in brackets."""
        self._space()
        name = self._name("an attribute's name").lower()
        self._space()
        operator = _OPERATOR.match(self._text, self._at)
        if operator is None:
            self._close("]")
            return Attribute(name)
        self._at = operator.end()
        self._space()
        quoted = _STRING.match(self._text, self._at)
        if quoted is None:
            value = self._name("a value, in quotes if it is more than a word,")
        else:
            value, self._at = _unescaped(quoted[1] or quoted[2] or ""), quoted.end()
        self._close("]")
        return Attribute(name, operator[0], value)

    def _pseudo(self, found: Compound, inner: bool) -> Compound:
        """Return a compound with the pseudo-class that begins here."""
        begin = self._at
        name = self._name("a pseudo-class").lower()
        if name == "not" and not inner:
            self._open()
            self._space()
            inner_one = self._compound(inner=True)
            self._close(")")
            return found._replace(nots=(*found.nots, inner_one))
        position = self._position(name)
        if position is None:
            self._at = begin
            self._fail(f"the pseudo-class :{name} is not known here")
        return found._replace(positions=(*found.positions, position))

    def _position(self, name: str) -> Position | None:
        """Return the position that a pseudo-class names."""
        if name in ("first-child", "first-of-type"):
            return Position(0, 1, name.endswith("type"))
        if name == "last-child":
            return Position(0, 0, last=True)
        if name not in ("nth-child", "nth-of-type"):
            return None
        self._open()
        found = _NTH.match(self._text, self._at)
        if found is None:
            self._fail("odd, even, a number or such as 2n+1 is wanted")
        self._at = found.end()
        self._close(")")
        word, step, sign, add, number = found.groups()
        of_type = name.endswith("type")
        if word:
            return Position(2, int(word == "odd"), of_type)
        if number:
            return Position(0, int(number), of_type)
        factor = int(f"{step}1" if step in ("", "+", "-") else step)
        return Position(factor, int(f"{sign or '+'}{add or 0}"), of_type)

    def _name(self, wanted: str) -> str:
        """Return the name that stands here."""
        name = self._optional_name()
        if not name:
            self._fail(f"{wanted} is wanted")
        return name

    def _optional_name(self) -> str:
        """Return the name that stands here, or ""."""
        found = _NAME.match(self._text, self._at)
        if found is None or found[0][0].isdigit():
            return ""
        self._at = found.end()
        return _unescaped(found[0])

    def _skip(self, sign: str) -> bool:
        """Step over a sign if it stands here; tell whether it did."""
        here = self._text.startswith(sign, self._at)
        self._at += here
        return here

    def _space(self) -> bool:
        """Step over white space; tell whether there was any."""
        found = _SPACE.match(self._text, self._at)
        self._at = found.end() if found else self._at
        return found is not None

    def _open(self) -> None:
        """Step over an opening bracket."""
        if not self._skip("("):
            self._fail("( is wanted")

    def _close(self, sign: str) -> None:
        """Step over a closing bracket."""
        self._space()
        if not self._skip(sign):
            self._fail(f"{sign} is wanted")

    def _fail(self, why: str) -> NoReturn:
        """Raise what is wrong at this place."""
        place = "at its end" if self._at >= len(self._text) else f"at character {self._at + 1}"
        raise InvalidOptions(f"the selector {self._text!r}: {why} {place}; allowed are {ALLOWED}")


def _unescaped(text: str) -> str:
    r"""Return a text without its escapes.

    >>> _unescaped(r"md\:w-1\/2 \31 0")
    'md:w-1/2 10'
    """
    return _ESCAPE.sub(lambda m: _character(m[1]) if m[1] else m[2], text)


def _character(code: str) -> str:
    """Return the character with a number in hexadecimal."""
    number = int(code, 16)
    return chr(number) if 0 < number <= 0x10FFFF else "\ufffd"

"""Reads credit lines: "来源:... 作者:...", "Source: ...", and what else a label and a colon introduce."""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Final, NamedTuple

from newsclean.fields.text import is_cjk
from newsclean.label.features import weight

_DATA: Final = "fields/credits.toml"
# Between a label and its value.
_COLON: Final = r"[ \u00a0\u3000]{0,3}[:：/／丨]"
# What ends a value, whatever script it is in.
_END: Final = re.compile(r"[|｜•·]{1}\s|\s[|｜•·/-]|[|｜【】\[\]<>;；。\n\t]|\s{3}")
_CJK_END: Final = re.compile(r"[\s\u3000,，、()（）]")
_LATIN_END: Final = re.compile(r"[,(（)）]|\.\s|\s\d|\s[-–—]\s")
# So much may stand beside the names on a line that holds nothing but credits, in Latin characters.
_MAX_REST: Final = 24
_STRIP: Final = " \t\u00a0\u3000:：.,，、·\"'“”‘’「」《》*/／-–—_"


class Credit(NamedTuple):
    """What one label of a line says.

    Attributes:
        role: source, author, editor, time or image.
        label: the label as written.
        text: all that stands behind it, up to the next label.
        start: where the label begins, in characters.
    """

    role: str
    label: str
    text: str
    start: int


class _Labels(NamedTuple):
    """The labels of data/fields/credits.toml: a pattern that finds them, and the role of each."""

    pattern: re.Pattern[str]
    roles: Mapping[str, str]


@functools.cache
def _labels() -> _Labels:
    """Load the labels, longer ones first so that "图片来源" is not read as "来源"."""
    import tomllib
    from importlib import resources

    text = resources.files("newsclean.data").joinpath(_DATA).read_text("utf-8")
    roles = {
        word.casefold(): rule["role"] for rule in tomllib.loads(text)["label"] for word in rule["text"]
    }
    found = sorted(roles, key=len, reverse=True)
    # A label in letters is a word of its own; Chinese and Japanese ones may stand glued to a value.
    glued = "|".join(re.escape(word) for word in found if is_cjk(word) and len(word) > 1)
    apart = "|".join(re.escape(word) for word in found if not is_cjk(word) or len(word) == 1)
    pattern = f"(?:({glued})|(?<![\\w'’-])({apart})){_COLON}"
    return _Labels(re.compile(pattern, re.IGNORECASE), MappingProxyType(roles))


def read(text: str) -> list[Credit]:
    """Return what the labels of a line say, in order; nothing when it has none.

    >>> [(c.role, c.text) for c in read("作者:李甲 来源:北江日报")]
    [('author', '李甲'), ('source', '北江日报')]
    """
    if ":" not in text and "：" not in text and "/" not in text and "丨" not in text:
        return []
    labels = _labels()
    found = list(labels.pattern.finditer(text))
    out: list[Credit] = []
    for number, match in enumerate(found):
        end = found[number + 1].start() if number + 1 < len(found) else len(text)
        label = match[1] or match[2]
        value = text[match.end() : end].strip()
        out.append(Credit(labels.roles[label.casefold()], label, value, match.start()))
    return out


def value(credit: Credit) -> str:
    """Return the name that a credit gives, without what follows it on the line.

    >>> value(Credit("source", "来源", "北江日报(甲市) 举报", 0))
    '北江日报'
    """
    text = credit.text.lstrip(_STRIP + "(（")
    text = _END.split(text, maxsplit=1)[0]
    end = _CJK_END if is_cjk(text[:2]) else _LATIN_END
    return end.split(text, maxsplit=1)[0].strip(_STRIP)


def is_whole(text: str) -> bool:
    """Tell whether a line holds credits, dates and numbers alone.

    >>> is_whole("2021-03-04 来源:北江日报"), is_whole("来源:北江日报,他说,水是从山上来的,很清。")
    (True, False)
    """
    found = read(text)
    if not found:
        return False
    rest = text[: found[0].start]
    if sum(char.isalpha() for char in rest) > 12:
        return False
    return all(weight(credit.text) - weight(value(credit)) <= _MAX_REST for credit in found)

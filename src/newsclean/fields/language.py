"""The language of the article: what the page says, unless its text is plainly of another."""

from __future__ import annotations

import functools
import operator
import re
import tomllib
from collections import Counter
from importlib import resources
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, NamedTuple

from newsclean import core
from newsclean.fields.base import NOTHING, Found, View, candidate
from newsclean.fields.tidy import line

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from newsclean.fields.structured import Structured

_METAS: Final = ("og:locale", "content-language", "dc.language", "dcterms.language", "language")
_TAG: Final = re.compile(r"[a-z]{2,3}(?:-[a-z0-9]{2,8}){0,3}", re.IGNORECASE)
_UNKNOWN: Final = frozenset(("und", "mul", "zxx", "xx"))
# Ranges of letters as in a pattern, and the language they mean where the page names none that is
# written so.
_SCRIPTS: Final = (
    ("Hani", "zh", "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"),
    ("Kana", "ja", "\u3041-\u30fa"),
    ("Hang", "ko", "\u1100-\u11ff\uac00-\ud7a3"),
    ("Cyrl", "ru", "\u0400-\u052f"),
    ("Arab", "ar", "\u0620-\u06ff"),
    ("Deva", "hi", "\u0900-\u097f"),
    ("Beng", "bn", "\u0980-\u09ff"),
    ("Guru", "pa", "\u0a00-\u0a7f"),
    ("Gujr", "gu", "\u0a80-\u0aff"),
    ("Taml", "ta", "\u0b80-\u0bff"),
    ("Telu", "te", "\u0c00-\u0c7f"),
    ("Knda", "kn", "\u0c80-\u0cff"),
    ("Mlym", "ml", "\u0d00-\u0d7f"),
    ("Sinh", "si", "\u0d80-\u0dff"),
    ("Thai", "th", "\u0e00-\u0e7f"),
    ("Laoo", "lo", "\u0e80-\u0eff"),
    ("Mymr", "my", "\u1000-\u109f"),
    ("Geor", "ka", "\u10a0-\u10ff"),
    ("Khmr", "km", "\u1780-\u17ff"),
    ("Grek", "el", "\u0370-\u03ff"),
    ("Armn", "hy", "\u0530-\u058f"),
    ("Hebr", "he", "\u0590-\u05ff"),
    ("Ethi", "am", "\u1200-\u137f"),
)
_USUAL: Final = MappingProxyType({name: language for name, language, _ in _SCRIPTS})
# Languages that share a script; all others have their own.
_SHARED: Final[Mapping[str, frozenset[str]]] = MappingProxyType(
    {
        "Hani": frozenset(("zh", "yue", "ja", "cmn", "wuu", "nan")),
        "Cyrl": frozenset(
            (
                "ru",
                "uk",
                "be",
                "bg",
                "sr",
                "mk",
                "kk",
                "ky",
                "mn",
                "tg",
                "tt",
                "ba",
                "cv",
                "os",
                "uz",
                "ab",
                "ce",
                "bs",
                "cnr",
            )
        ),
        "Arab": frozenset(
            ("ar", "fa", "ur", "ps", "ku", "ckb", "sd", "ug", "arz", "ary", "az", "pa", "ks")
        ),
        "Deva": frozenset(("hi", "mr", "ne", "sa", "bho", "mai", "kok")),
        "Beng": frozenset(("bn", "as")),
        "Hebr": frozenset(("he", "yi")),
        "Ethi": frozenset(("am", "ti")),
    }
)
_NO_LETTERS: Final = dict.fromkeys(code for code in range(128) if not chr(code).isalpha())
_LATIN: Final = re.compile("[\x00-\u024f\u2000-\u206f]+")
_PERSIAN: Final = re.compile("[پچژگک‌ی]")
_SAMPLE: Final = 2000
_LONG_BLOCK: Final = 80
_LONG_BLOCK_WIDE: Final = 25
# Letters below which a text says nothing about its language.
_MIN_LETTERS: Final = 60
_MIN_WORDS: Final = 40
# A language's frequent words make up this share of its text at least.
_MIN_SHARE: Final = 0.12
# How many times as frequent they must be as those of the language that the page names.
_CLEARER: Final = 1.8
_WORD: Final = re.compile(r"[^\W\d_]+")


class Evidence(NamedTuple):
    """A language and where it was found."""

    tag: str
    origin: str
    raw: str


def find(view: View) -> Found[str | None]:
    """Return the language as a BCP 47 tag."""
    stated = list(_stated(view.head))
    seen = _of_text(_sample(view), stated)
    chosen = next((e for e in stated if seen is None or _agrees(e.tag, seen.tag)), seen)
    if chosen is None:
        return NOTHING
    why = "the page says so" if chosen is not seen else "its text is in this language"
    rest = [e for e in (*stated, *((seen,) if seen else ())) if e is not chosen]
    return Found(
        chosen.tag,
        (
            candidate(chosen.tag, chosen.origin, True, why, chosen.raw),
            *(candidate(e.tag, e.origin, False, _why_not(e, seen), e.raw) for e in rest[:6]),
        ),
    )


@functools.lru_cache(256)
def normal(tag: str) -> str | None:
    """Return a language tag in its usual spelling, or None when it is none.

    >>> normal("ZH_hant_tw"), normal("PT-br"), normal("English"), normal("utf-8")
    ('zh-Hant-TW', 'pt-BR', 'en', None)
    """
    tag = line(tag, 40).partition(",")[0].partition(";")[0].partition(".")[0].strip()
    tag = tag.replace("_", "-").lower()
    tag = _tables()[1].get(tag, tag).lower()
    parts = tag.split("-")
    if not _TAG.fullmatch(tag) or parts[0] in _UNKNOWN or parts[0] == "utf":
        return None
    parts[0] = _tables()[1].get(parts[0], parts[0])
    for place, part in enumerate(parts[1:], 1):
        if len(part) == 4 and part.isalpha():
            parts[place] = part.title()
        elif len(part) == 2:
            parts[place] = part.upper()
    return "-".join(parts)


def _why_not(evidence: Evidence, seen: Evidence | None) -> str:
    """Return why a language was not chosen."""
    if seen is not None and not _agrees(evidence.tag, seen.tag):
        return "the text is in another language"
    return "another place is surer"


def _agrees(tag: str, other: str) -> bool:
    """Tell whether two tags are of one language."""
    return tag.partition("-")[0] == other.partition("-")[0]


def _stated(head: Structured) -> Iterator[Evidence]:
    """Yield the languages that the page names, the surest place first."""
    raw = [("html:lang", head.language), *head.given(_METAS)]
    items = [item["inLanguage"] for item in head.jsonld if "inLanguage" in item]
    raw += [("jsonld:inLanguage", value) for value in items if isinstance(value, str)]
    seen = set()
    for origin, value in raw:
        tag = normal(value) if value else None
        if tag and (tag, origin) not in seen:
            seen.add((tag, origin))
            yield Evidence(tag, origin, value)


def _sample(view: View) -> str:
    """Return some of the page's longer texts."""
    texts = []
    left = _SAMPLE
    for block in view.segments.blocks:
        text = block.text
        size = len(text)
        if size < _LONG_BLOCK and (size < _LONG_BLOCK_WIDE or text.isascii()):
            continue
        texts.append(text[:_SAMPLE])
        left -= size
        if left < 0:
            break
    return " ".join(texts)[:_SAMPLE]


def _of_text(sample: str, stated: list[Evidence]) -> Evidence | None:
    """Return the language of a text, or None when it is unsure or agrees with what is stated."""
    named = stated[0].tag.partition("-")[0] if stated else ""
    letters = count_letters(sample)
    if letters < _MIN_LETTERS:
        return None
    script = script_of(sample, letters)
    language = _USUAL.get(script, "")
    if script in ("Latn", "Cyrl"):
        language = _by_words(sample, named) or ("" if script == "Latn" else named)
        if script == "Cyrl" and language not in _SHARED["Cyrl"]:
            language = "ru"
    elif named in _SHARED.get(script, ()):
        return None
    elif script == "Arab" and _PERSIAN.search(sample):
        language = "fa"
    return Evidence(language, "text", "") if language else None


def _count_letters(sample: str) -> int:
    """Return how many letters a text has."""
    if sample.isascii():
        return len(sample.translate(_NO_LETTERS))
    return sum(map(str.isalpha, sample))


count_letters: Final = core.chosen("count_letters", _count_letters)


def _script(sample: str, letters: int) -> str:
    """Return the script of most letters of a text, of which there are so many."""
    other = "" if sample.isascii() else _LATIN.sub("", sample)
    if len(other) < 0.3 * letters:
        return "Latn"
    counts: dict[str, int] = {}
    most = 0
    for name, _, ranges in _SCRIPTS:
        counts[name] = len(other) - len(_letters(ranges).sub("", other))
        most = max(most, counts[name])
        if 2 * most > len(other) and len(counts) > 1:
            break  # no other can have more, and the first two have been counted
    hani, kana = counts["Hani"], counts["Kana"]
    if kana * 12 > letters and hani + kana > letters * 0.4:
        return "Kana"
    name = max(counts, key=counts.__getitem__)
    return name if counts[name] > letters * 0.4 else "Latn"


@functools.cache
def _letters(ranges: str) -> re.Pattern[str]:
    """Return the pattern of a script's letters; compiled only for pages in other scripts."""
    return re.compile(f"[{ranges}]+")


script_of: Final = core.chosen("script", _script)


def _by_words(sample: str, named: str) -> str:
    """Return the language whose frequent words a text is full of, or ""."""
    count_of_all, votes = _frequent().votes(sample)
    if count_of_all < _MIN_WORDS or not votes:
        return ""
    best, count = max(votes.items(), key=operator.itemgetter(1))
    if count < _MIN_SHARE * count_of_all:
        return ""
    return named if votes.get(named, 0) * _CLEARER > count else best


class _Frequent:
    """The frequent words of languages."""

    def __init__(self, of_word: Mapping[str, tuple[str, ...]]) -> None:
        self._of_word = of_word

    def votes(self, text: str) -> tuple[int, dict[str, int]]:
        """Return how many words a text has, and how many of each language, by first occurrence."""
        found = _WORD.findall(text.lower())
        votes: dict[str, int] = {}
        for word, times in Counter(filter(self._of_word.__contains__, found)).items():
            for language in self._of_word[word]:
                votes[language] = votes.get(language, 0) + times
        return len(found), votes


Frequent: Final = core.chosen("Frequent", _Frequent)


@functools.cache
def _frequent() -> _Frequent:
    """Return the frequent words of all languages."""
    return Frequent(_tables()[0])


@functools.cache
def _tables() -> tuple[dict[str, tuple[str, ...]], Mapping[str, str]]:
    """Return the languages of each frequent word, and the languages by other names."""
    text = resources.files("newsclean.data").joinpath("languages.toml").read_text("utf-8")
    data = tomllib.loads(text)
    of_word: dict[str, tuple[str, ...]] = {}
    for language, words in data["words"].items():
        for word in words.split():
            of_word[word] = (*of_word.get(word, ()), language)
    return of_word, MappingProxyType(data["names"])

"""Short lines that every site has: interface, credits, related links, pay walls, disclaimers.

The rules are data (data/phrases/<language>.toml), each with texts that it must and must not match.
All languages are always tried: pages lie about theirs. A rule looks at whole short blocks only, so
that an article about cookies or newsletters keeps every sentence.
"""

from __future__ import annotations

import functools
import re
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple

from newsclean import core
from newsclean.label import bags
from newsclean.model import BlockKind, Reason
from newsclean.verdicts import Verdict

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from newsclean.label.bags import Bags
    from newsclean.segment.blocks import Segments

# A rule on whole blocks never fires on a longer one, in characters.
_MAX_WHOLE = 160
_MAX_WORDS = 120
# Prefixes are looked up by their first characters.
_KEY = 2
_DIGITS = re.compile(r"[0-9]{1,9}(?:[.,][0-9]{1,9}){0,3}")
_EDGES = " \t\n:：¿¡»›>•·▶►→|/-–—_*#[]()（）【】「」.。!！?？…\"'“”„«"
_MARGIN = _EDGES.replace("#", "")
_PARTING = "|/｜·・,，、:：()（）【】[]"
_PARTS = re.compile(f"[{re.escape(_PARTING)}]+")
_CLOSING = "\"'”’»」』)）"
_SENTENCE_ENDS = tuple(".!?。！？…")
_NUMBER = "#"
_SCORE = 0.9


class Match(NamedTuple):
    """A rule that fits a block.

    Attributes:
        verdict: of the rule; it is named ``phrase.zh.font-size-widget`` and the like.
        stop: whether what follows it on the page is not the article.
        linked: whether it holds only for blocks that have a link or are no sentence.
        words_only: whether it is no more than a bag that has all words of the block.
    """

    verdict: Verdict
    stop: bool
    linked: bool = False
    words_only: bool = False


class Prefixes(NamedTuple):
    """Prefixes that begin alike: all of them, and each with its longest line and its rule."""

    texts: tuple[str, ...]
    rules: tuple[tuple[str, int, Match], ...]


class Table(NamedTuple):
    """All rules, by how they are looked up.

    Attributes:
        whole: by whole lines.
        words: by words or groups of words, of which a line may be made.
        openings: the first word of each of these.
        prefixes: by the first characters of a line.
        bags: lists of words of a language.
        named: rules by bag.
        compiled: the same in the compiled core, or None where there is none.
    """

    whole: Mapping[str, Match]
    words: Mapping[str, Match]
    openings: frozenset[str]
    prefixes: Mapping[str, Prefixes]
    bags: Bags
    named: Mapping[str, Match]
    compiled: Any = None

    def match(self, text: str) -> Match | None:
        """Return the rule that fits a block's text, or None."""
        if len(text) > _MAX_WHOLE:
            return None
        opening = _opening(text)
        line = opening.rstrip(_MARGIN)
        if not line:
            return None
        found = self.whole.get(line)
        if found is not None:
            return found
        for key in (opening[:_KEY], opening[:1]):
            alike = self.prefixes.get(key)
            if alike is not None and opening.startswith(alike.texts):
                for prefix, most, match in alike.rules:
                    if len(text) <= most and _begins(opening, prefix):
                        return match
        if len(line) > _MAX_WORDS:
            return None
        return self._by_words(line) or self._by_bags(opening)

    def _by_bags(self, line: str) -> Match | None:
        """Return the rule of which the bag has all words of a line."""
        found = self.bags.find(line)
        return self.named[found] if found else None

    def _by_words(self, line: str) -> Match | None:
        """Return the rule of which the words make up the whole line."""
        first = line.split(None, 1)[0]
        if first not in self.openings and first != _NUMBER and not _PARTS.search(first):
            return None  # as most lines; to part them costs five times as much
        found: list[Match] = []
        for part in filter(None, map(str.strip, _PARTS.split(line))):
            for word in (part,) if part in self.words else part.split():
                if word in self.words:
                    found.append(self.words[word])
                elif word != _NUMBER:
                    return None
        return found[0] if found else None


def normal(text: str) -> str:
    """Return the form in which lines are compared: no case, one space, numbers as ``#``.

    >>> normal(" » 5 min read: ")
    '# min read'
    """
    return _opening(text).rstrip(_MARGIN)


def _opening(text: str) -> str:
    """Return the form in which the beginnings of lines are compared: what ends them counts."""
    return _DIGITS.sub("#", " ".join(text.casefold().split())).lstrip(_MARGIN)


def _begins(line: str, prefix: str) -> bool:
    """Tell whether a line begins with a phrase that ends where a word ends."""
    if not line.startswith(prefix):
        return False
    rest = line[len(prefix) : len(prefix) + 1]
    return not (rest.isalnum() and prefix[-1].isalnum()) or rest > "\u2e80"


@functools.cache
def rules() -> tuple[Mapping[str, Any], ...]:
    """Return the rules of all languages as they stand in the data, in a fixed order."""
    import tomllib
    from importlib import resources

    folder = resources.files("newsclean.data").joinpath("phrases")
    files = sorted((f for f in folder.iterdir() if f.name.endswith(".toml")), key=lambda f: f.name)
    tables = (tomllib.loads(file.read_text("utf-8")) for file in files)
    return tuple(MappingProxyType(rule) for table in tables for rule in table["phrase"])


@functools.cache
def load() -> Table:
    """Return the table of all rules."""
    return build(rules())


def build(rules: Iterable[Mapping[str, Any]]) -> Table:
    """Return the table of some rules."""
    rules = tuple(rules)
    whole: dict[str, Match] = {}
    words: dict[str, Match] = {}
    prefixes: dict[str, list[tuple[str, int, Match]]] = {}
    named: dict[str, Match] = {}
    for rule in rules:
        stop, linked = rule.get("stop", False), rule.get("linked", False)
        match = Match(_verdict(rule, stop), stop, linked)
        if rule["match"] == "bag":
            named[rule["id"]] = match._replace(words_only=True)
            continue
        if rule["match"] == "prefix":
            for text in map(_opening, rule["text"]):
                prefixes.setdefault(text[:_KEY], []).append((text, int(rule["max"]), match))
            continue
        for text in map(normal, rule["text"]):
            if rule["match"] == "words":
                words.setdefault(text, match)
            else:
                whole.setdefault(text, match)
    ordered = {key: _alike(found) for key, found in prefixes.items()}
    table = Table(
        MappingProxyType(whole),
        MappingProxyType(words),
        frozenset(text.split(None, 1)[0] for text in words if text),
        MappingProxyType(ordered),
        bags.load(rules),
        MappingProxyType(named),
    )
    lines = core.native("Lines")
    return table._replace(compiled=lines(table)) if lines is not None else table


def _alike(found: list[tuple[str, int, Match]]) -> Prefixes:
    """Return prefixes that begin alike, the longest first."""
    rules = tuple(sorted(found, key=_longest_first))
    return Prefixes(tuple(text for text, _, _ in rules), rules)


def _longest_first(entry: tuple[str, int, Match]) -> tuple[int, str]:
    """Return the sort key of a prefix."""
    return (-len(entry[0]), entry[0])


def matches(segments: Segments) -> Iterable[tuple[int, Match]]:
    """Return (block index, rule) for each block of a page that is such a line."""
    table = load()
    return _found(segments, table) if table.compiled is None else table.compiled.found(segments)


def _found(segments: Segments, table: Table) -> Iterator[tuple[int, Match]]:
    """Yield the blocks of a page that a rule fits, each with the rule."""
    for block in segments.blocks:
        if block.kind in (BlockKind.CODE, BlockKind.TABLE):
            continue
        if block.kind is BlockKind.HEADING and block.level == 1:
            continue
        match = table.match(block.text)
        if match is None:
            continue
        if match.linked and not block.links and _is_sentence(block.text):
            continue  # "Read more: this is what he said." may be a sentence
        if match.words_only and block.kind is BlockKind.HEADING:
            continue  # "The text of 2019" may be a part of an article about it
        yield block.index, match


def _is_sentence(text: str) -> bool:
    """Tell whether a text ends as a sentence does."""
    return text.rstrip(_CLOSING).endswith(_SENTENCE_ENDS)


def _verdict(rule: Mapping[str, Any], stop: bool) -> Verdict:
    """Return the verdict of a rule."""
    why = "what follows is not the article" if stop else "a line that every site has"
    return Verdict(False, Reason(rule["reason"]), f"phrase.{rule['id']}", _SCORE, why)

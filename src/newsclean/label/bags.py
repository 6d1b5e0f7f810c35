"""Lines that are made of a site's own words only: tools, calls to subscribe, to share, to comment.

No table has all wordings of "share this on ..., print, text size". What they have in common is that
every word is one that sites use of themselves. A bag is a language's list of such words: some that
count (print, newsletter, comment) and some that may stand beside them (this, all, your).
"""

from __future__ import annotations

import re
from collections import Counter
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

_WIDE = "\u3005-\u3007\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af"
_TOKENS = re.compile(rf"[{_WIDE}]+|[^\W\d_{_WIDE}]+")
_WIDE_START = re.compile(f"[{_WIDE}]")
# So many different words that count make a line, a number ("12 comments") being one of them; one
# more in what ends as a sentence does.
_LEAST = 2
# A line of so many words of a bag needs one less that counts.
_MANY = 4
_ANY = "any."
_SENTENCE_ENDS = tuple(".!?。！？…؟")


class Bags(NamedTuple):
    """The bags of all languages.

    Attributes:
        terms: for each word the bags it is in, as (number, whether it counts).
        rules: the rule of each bag.
        longest: for each character how long the longest term without spaces is that it begins.
    """

    terms: Mapping[str, tuple[tuple[int, bool], ...]]
    rules: tuple[str, ...]
    longest: Mapping[str, int]

    def find(self, line: str) -> str | None:
        """Return the rule of a bag that a line is made of, in the form of `phrases.normal`."""
        least = _LEAST + line.endswith(_SENTENCE_ENDS)
        words: list[str] = []
        left: frozenset[int] | None = None
        for word in self._words(line):
            bags = self.terms.get(word)
            if bags is None:
                return None
            words.append(word)
            here = frozenset(number for number, _ in bags)
            left = here if left is None else left & here
            if not left:
                return None
        counts = Counter(n for word in set(words) for n, counts in self.terms[word] if counts)
        more = ("#" in line) + (len(words) >= _MANY)
        best = [n for n in sorted(left or ()) if counts[n] and counts[n] + more >= least]
        return self.rules[best[0]] if best else None

    def _words(self, line: str) -> Iterator[str]:
        """Yield the words of a line; in scripts without spaces the longest terms, from the left."""
        for found in _TOKENS.finditer(line):
            token = found[0]
            if not _WIDE_START.match(token):
                if len(token) > 1:
                    yield token  # single letters are sizes of type
                continue
            at = 0
            while at < len(token):
                size = self.longest.get(token[at], 1)
                while size > 1 and token[at : at + size] not in self.terms:
                    size -= 1
                yield token[at : at + size]
                at += size


def load(rules: Iterable[Mapping[str, Any]]) -> Bags:
    """Return the bags among the rules; the words of rules for any language are in all of them."""
    mine = [rule for rule in rules if rule["match"] == "bag"]
    named = [rule for rule in mine if not rule["id"].startswith(_ANY)]
    common = [rule for rule in mine if rule["id"].startswith(_ANY)]
    terms: dict[str, dict[int, bool]] = {}
    for number, rule in enumerate(named):
        for source in (rule, *common):
            for term in map(str.casefold, source.get("beside", ())):
                terms.setdefault(term, {}).setdefault(number, False)
            for term in map(str.casefold, source["text"]):
                terms.setdefault(term, {})[number] = True
    longest: dict[str, int] = {}
    for term in terms:
        longest[term[0]] = max(longest.get(term[0], 1), len(term))
    frozen = {term: tuple(bags.items()) for term, bags in terms.items()}
    names = tuple(rule["id"] for rule in named)
    return Bags(MappingProxyType(frozen), names, MappingProxyType(longest))

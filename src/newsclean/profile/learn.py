"""Counts on how many stories of a site a line stands, where, and what the rules thought of it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

from newsclean.entry import parse
from newsclean.model import Article, BlockKind, Reason, Status
from newsclean.profile import Line, Site, host

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

# A line must stand with so many stories, and with such a share of the site's.
_STORIES = 4
_SHARE = 0.3
# And inside the text of no more than this share of them: between paragraphs that no other story
# has. A sentence that a paper puts into each of its articles is the articles'.
_INSIDE = 0.1
# Lines of so many characters are paragraphs.
_PARAGRAPH = 60
# A phrase was cut from so many stories, and is neither a word nor a whole text, in characters.
_CUTS = 3
_PHRASE = range(6, 200)
_ARTICLES = (Status.OK, Status.PARTIAL)


class Story(NamedTuple):
    """A page: its lines in the article, those held back, and the phrases taken out as banners."""

    kept: tuple[str, ...]
    withheld: tuple[str, ...]
    phrases: tuple[str, ...]


def learned(pages: Iterable[Any]) -> tuple[dict[str, Site], dict[str, int]]:
    """Return what pages show: lines by host, and phrases; see `SiteProfile.learn`."""
    by_host: defaultdict[str, list[Story]] = defaultdict(list)
    for place, article in _articles(pages):
        if article.status in _ARTICLES:
            by_host[place].append(_story(article))
    found = {place: _once(stories) for place, stories in sorted(by_host.items())}
    sites = {place: _site(stories) for place, stories in found.items()}
    phrases = Counter(
        phrase
        for stories in found.values()
        for story in stories
        for phrase in frozenset(story.phrases)
    )
    known = {phrase: count for phrase, count in sorted(phrases.items()) if count >= _CUTS}
    return {place: site for place, site in sites.items() if site.lines}, known


def _once(pages: list[Story]) -> list[Story]:
    """Return each story once, though it is there under several addresses.

    A story is known by the paragraph that the fewest pages have. Which page stands for it must not
    depend on their order. Pages without a paragraph tell nothing.
    """
    count = Counter(line for story in pages for line in frozenset(story.kept))
    out: dict[str, Story] = {}
    for story in pages:
        long = [line for line in story.kept if len(line) >= _PARAGRAPH]
        if long:
            key = min(long, key=lambda line: (count[line], -len(line), line))
            out[key] = min(out.get(key, story), story)
    return [out[key] for key in sorted(out)]


def _articles(pages: Iterable[Any]) -> Iterator[tuple[str, Article]]:
    """Yield the host and the article of each page."""
    for item in pages:
        page, about = item if isinstance(item, tuple) and len(item) == 2 else (item, None)
        told = about.get("url") if isinstance(about, Mapping) else None
        url = told if isinstance(told, str) else None
        article = page if isinstance(page, Article) else parse(page, url)
        yield host(url or article.url or ""), article


def _story(article: Article) -> Story:
    """Return the lines of an article as the segmenter had them, one block each."""
    kept = [
        line
        for block in article.blocks
        for line in ((block.text,) if block.kind is BlockKind.CODE else block.text.split("\n"))
        if line
    ]
    whole = [removal.text for removal in article.removed if removal.where.start is None]
    phrases = [
        removal.text
        for removal in article.removed
        if removal.reason is Reason.SPAM_BANNER and _is_phrase(removal.text)
    ]
    return Story(tuple(kept), tuple(whole), tuple(phrases))


def _is_phrase(text: str) -> bool:
    """Tell whether a text is long enough to mean nothing else, and short enough for a banner."""
    return len(text) in _PHRASE and "\n" not in text


def _site(stories: list[Story]) -> Site:
    """Return the lines that repeat across the stories of a site."""
    seen: Counter[str] = Counter()
    withheld: Counter[str] = Counter()
    for story in stories:
        kept, held = frozenset(story.kept), frozenset(story.withheld)
        seen.update(kept | held)
        withheld.update(held - kept)
    inside = Counter(line for story in stories for line in _inside(story, seen))
    least = max(_STORIES, _SHARE * len(stories))
    lines = {
        line: Line(count, withheld[line])
        for line, count in sorted(seen.items())
        if count >= least and inside[line] <= _INSIDE * count
    }
    return Site(len(stories), lines)


def _inside(story: Story, seen: Counter[str]) -> frozenset[str]:
    """Return the repeated lines of a story between paragraphs that no other story has."""
    own = [number for number, line in enumerate(story.kept) if seen[line] == 1]
    if not own:
        return frozenset(story.kept)
    between = story.kept[own[0] : own[-1]]
    return frozenset(line for line in between if seen[line] > 1)

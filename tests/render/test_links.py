"""Links are made absolute as `urllib.parse` makes them, which most are not asked for."""

from urllib.parse import urljoin, urlsplit

from hypothesis import example, given
from hypothesis import strategies as st

from newsclean.label.learned import outlook
from newsclean.render import links

PARTS = st.sampled_from(
    [
        *("a", "b.html", "x y", "..", ".", "/", "//", "?", "#", "q=1", "&b", "%20", "~u", "-", ":"),
        *("http:", "mailto:x", "é", "@", "index", ";p", "=", "!", ",", "[", "]", "\\", "https://"),
    ]
)
ADDRESSES = st.lists(PARTS, min_size=1, max_size=6).map("".join)
BASES = st.sampled_from(
    [
        *("https://ex.org", "http://ex.org/a/b", "https://ex.org/a/b/", "http://ex.org/a/../b"),
        *("https://ex.org/a//b", "https://ex.org/a?x=/y", "https://ex.org/a/b#c/d", "https:///a/b"),
        *("https://u@ex.org/x", "https://EX.org:80/x/y", "https://ex.org/a;b/c", "http://ex.org?q"),
    ]
)


@given(ADDRESSES, BASES)
@example("a/b.html?c#d", "https://ex.org")
@example("a/b.html?c#d", "https://ex.org/x/y?z/w")
def test_links_are_joined_as_the_standard_library_joins_them(href: str, base: str) -> None:
    if href.strip().startswith(("http://", "https://")):
        return
    try:
        wanted = links.safe_url(urljoin(base, href.strip()))
    except ValueError:
        wanted = None
    assert links.joined(href, base) == wanted


@given(st.one_of(ADDRESSES, st.builds(str.__add__, BASES, ADDRESSES)))
def test_addresses_are_parted_as_the_standard_library_parts_them(url: str) -> None:
    try:
        wanted = urlsplit(url)[2:4]
    except ValueError:
        wanted = ("", "")
    assert outlook._parted(url) == wanted

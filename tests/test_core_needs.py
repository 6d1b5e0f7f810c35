"""A step of the cleaning that the compiled core leaves out would have found nothing."""

from collections.abc import Callable

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from newsclean import clean, core
from newsclean.clean import splice
from newsclean.clean.draft import Draft
from newsclean.clean.needs import EVERYTHING, Need
from newsclean.model import BlockKind
from newsclean.segment.blocks import Hint, Node, Piece, RawBlock, Segments

pytestmark = pytest.mark.skipif(core.native("needs") is None, reason="the core is not compiled")

PARTS = st.sampled_from(
    [
        *("&", "&amp;", "&#8217;", "&quot;", "&quot;&quot;&quot;", "R&D", "\x85", "\x92", "\xa0"),
        *("\xad", "\u200b", "\u200d", "\ufeff", "\u202e", "\ufe0f", "\u3164", "\U000e0041"),
        *("plain words ", "Straße ", "news", "nеws", "Москва ", "Mосква ", "α", "νew", "⽅", "⾯"),
        *(
            "这是一个新闻，",
            "发展",
            "發(fā)",
            "發(fā)",
            "展（ zhǎn）",
            "某【x】",
            "{a}",
            "カナ",
            "〇",
        ),
        *("; a", "! b", "a ? c", "# d 1 x % y & z", " ? ! A $ B % c / d . e , f - g * H ? I "),
        *("♥", "★", "→", "☀️", "5⃣", "〒", "㊗", "\u0336", "\u0489", "🏀", "wo♥rds", "sen★tence "),
        *("•", "• 1.", "1.", "12)", "٣", "*", "◦", "and on ", "a long enough line of words here "),
        *("abc365.com ", "看abc88.top看", "www.x9y.net", "e.g. ", "p.m.", "mill.the", " x.org y"),
        *("Capital", ". ", ", ", ": ", "best pills", "related articles", " ", "x"),
    ]
)
TEXTS = st.lists(PARTS, min_size=1, max_size=12).map("".join).map(str.strip).filter(bool)
HOSTS = st.sampled_from(["http://a.com/", "https://b.com", "http://c.com/x", "/local", "#", "x:y"])
STEPS: tuple[tuple[int, Callable[[Draft], Draft]], ...] = (
    *clean._STEPS,
    (Need.HOSTS, lambda draft: splice.step(draft, ())),
    *clean._LAST,
)


def page(texts: list[str], kinds: list[BlockKind], hints: int) -> Segments:
    """Return a page of some texts, of which each stands in an element of its own."""
    blocks = [
        RawBlock(place, kinds[place % len(kinds)], text, place, pieces=(Piece(text, None, ()),))
        for place, text in enumerate(texts)
    ]
    nodes = [Node(-1, "div", "", "", 0, hints * (place == 1), 0) for place in range(len(texts))]
    return Segments(tuple(nodes), tuple(blocks))


def held(segments: Segments) -> None:
    """Hold what is left out against what the steps do."""
    needs = core.native("needs")(segments)
    whole = Draft.of(segments)._replace(needs=EVERYTHING)
    for need, step in STEPS:
        done = step(whole)
        changed = done.segments != whole.segments or done.ledger != whole.ledger
        assert needs & need or not changed, (need, step)


@given(
    st.lists(TEXTS, min_size=1, max_size=14),
    st.lists(st.sampled_from([BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.CODE])),
    st.sampled_from([0, 0, Hint.JAMMER, Hint.NAV]),
)
@example(["best pills related articles", "x"] * 4, [], 0)
@example(["•", "1.", "•"], [], 0)
@example(["news&#8217;plain words &amp;"], [], 0)
@example(["这是一个新闻" + " a ? b ! C $ D % e" + "这是一个新闻" * 3], [], 0)
def test_what_is_left_out_finds_nothing(
    texts: list[str], kinds: list[BlockKind], hints: int
) -> None:
    held(page(texts, [BlockKind.PARAGRAPH, *kinds], hints))


def test_signs_are_told_alike() -> None:
    spans = ((0x80, 0x5A0), (0x2000, 0x2070), (0x20C8, 0x20F8), (0x218E, 0x2192), (0x2BFE, 0x2C02))
    edges = (0x115F, 0x180D, 0x2212, 0x2400, 0x24FF, 0x2800, 0x28FF, 0x2E80, 0x2FD5, 0x3004, 0x3012)
    further = (0x3036, 0x3164, 0x31FF, 0x32FF, 0xFE0E, 0xFEFF, 0xFFA0, 0xE0000, 0xE0100, 0x1FAFF)
    codes = {code for first, end in spans for code in range(first, end)}
    codes |= {edge + step for edge in (*edges, *further) for step in (-1, 0, 1, 2)}
    for code in sorted(codes):
        if not chr(code).isspace():
            held(
                page([f"w{code:c}rd, 发{code:c}展 and wo{code:c}rds"] * 4, [BlockKind.PARAGRAPH], 0)
            )


@given(st.lists(HOSTS, min_size=1, max_size=12), st.integers(0, 3))
def test_lists_of_links_are_told_alike(links: list[str], further: int) -> None:
    hrefs = [link.replace(".com", f"{number}.com") for number, link in enumerate(links)]
    hrefs += [f"http://site{number}.com/" for number in range(further * 4)]
    words = [f"redfox{number} bonus" for number in range(len(hrefs))]
    pieces = [Piece(f"{word} ", href, ()) for word, href in zip(words, hrefs, strict=True)]
    text = " ".join(words)
    block = RawBlock(0, BlockKind.PARAGRAPH, text, 0, 0, False, len(text), len(hrefs))
    prose = "On Monday the mayor opened the mill again and all of the town was there to see it."
    rest = [
        RawBlock(number, BlockKind.PARAGRAPH, prose * 5, 0, pieces=(Piece(prose * 5, None, ()),))
        for number in range(1, 4)
    ]
    nodes = (Node(-1, "div", "", "", 0, 0, 0),)
    held(Segments(nodes, (block._replace(pieces=tuple(pieces)), *rest)))


def test_a_page_of_plain_words_needs_no_step() -> None:
    texts = ["On Monday the mayor opened the mill & went home at 5 p.m.", "Ärger über 3.5 Prozent"]
    texts += ["R&D of P&O; M&S", "2024", "10 min", "1.5 km", "Read → more → of ■ it", "A ★★★★ film"]
    texts += [
        "Write to someone@example.com today",
        "See example.com.",
        "The end.the beginning of all",
    ]
    texts += ["All of it is on https://example.org now", "example.com said so again on Monday"]
    assert core.native("needs")(page(texts, [BlockKind.PARAGRAPH], Hint.NAV)) == Need.ALWAYS

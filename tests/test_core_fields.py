"""The compiled field finders give what their twins in Python give."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsclean import core
from newsclean.fields import creditlines, names, person, sifted
from newsclean.fields.authors import lines
from newsclean.fields.person import vocabulary
from newsclean.model import BlockKind, Candidate
from newsclean.segment.blocks import Hint, Node, Piece, RawBlock, Segments

pytestmark = pytest.mark.skipif(core.native("credited") is None, reason="the core is not compiled")

PARTS = st.one_of(
    st.sampled_from(sorted(creditlines._labels().roles)),
    st.sampled_from(sorted(vocabulary().openers)),
    st.sampled_from(sorted(vocabulary().labels)).map(str.upper),
    st.sampled_from([*":：/／丨", ": ", " : ", " ", "\u3000", "\n", "'", "’", "-", "_", "|", "("]),
    st.sampled_from(
        ["Jane Doe", "byJane", "BYJ", "李甲", "记者", "图", "，", ")", "）", "12", "é"]
    ),
    st.sampled_from(["İ", "ı", "ß", "ΑΣ", "Autor:in:", "x" * 70, "长" * 60, "\U00020000", "ʼn"]),
    st.text(max_size=3),
)
LINES = st.lists(PARTS, max_size=8).map("".join)
HINTS = st.sampled_from(
    [
        0,
        Hint.FOOTER | Hint.ARTICLE,
        Hint.FOOTER | Hint.ARTICLE | Hint.COMMENTS,
        Hint.NAV,
        Hint.TITLE,
        Hint.HIDDEN,
    ]
)


@st.composite
def pages(draw: st.DrawFn) -> Segments:
    """Return pages of lines and texts in places with hints."""
    nodes = tuple(Node(-1, "p", "", "", 0, draw(HINTS), draw(st.integers(0, 1))) for _ in range(3))
    kinds = st.sampled_from([BlockKind.PARAGRAPH, BlockKind.HEADING, BlockKind.CODE])
    blocks = []
    for index in range(draw(st.integers(0, 8))):
        text = draw(LINES) * draw(st.sampled_from([1, 1, 4]))
        node, level = draw(st.integers(0, 2)), draw(st.integers(0, 6))
        linked = draw(st.sampled_from([0, len(text) // 3, len(text)]))
        block = RawBlock(index, draw(kinds), text, node, level=level, link_chars=linked)
        blocks.append(block)
    return Segments(nodes, tuple(blocks))


@settings(max_examples=300)
@given(LINES)
def test_credits_are_read_alike(line: str) -> None:
    assert core.native("credited")(line) == creditlines._read(line)


@given(st.sampled_from(sorted(creditlines._labels().roles)), st.sampled_from(":：/／丨"))
def test_each_label_is_read_alike(label: str, colon: str) -> None:
    for before in ("", "x ", "x", "字", "，", "1", "'"):
        for line in (f"{before}{label}{colon}Xy", f"{before}{label.upper()}   {colon}"):
            assert core.native("credited")(line) == creditlines._read(line)


@settings(max_examples=300)
@given(LINES)
def test_words_of_bylines_are_found_alike(line: str) -> None:
    assert core.native("may_hold_byline")(line) == names._may_hold_byline(line)
    assert core.native("opens")(line) == names._opens(line)


def test_every_character_parts_words_alike() -> None:
    for code in range(0x20000):
        line = f"{chr(code)}by{chr(code)}"
        assert core.native("may_hold_byline")(line) == names._may_hold_byline(line), code
        assert core.native("opens")(line) == names._opens(line), code


@settings(max_examples=300)
@given(pages(), st.frozensets(st.integers(0, 7), max_size=2))
def test_pages_are_sifted_alike(page: Segments, closed: frozenset[int]) -> None:
    assert core.native("sift")(page, closed) == sifted._sift(page, closed)


PATHS = st.sampled_from(
    [
        *(
            "/author/",
            "/AUTHOR-jane",
            "/authors",
            "/by=",
            "/bylaw/",
            "x/by/y",
            "/perſon/",
            "/people",
        ),
        *(
            "/autor/x",
            "//bio-",
            "/team",
            "/a/staff/",
            "/contributorsx/",
            "http://a.example/",
            "/1by/",
        ),
    ]
)
SAID = LINES | st.sampled_from(
    ["김철수 기자", "특파원", "Jane Doe | March 4, 2021", "x - 4", "é · ٤"]
)


@settings(max_examples=400)
@given(
    st.lists(
        st.tuples(SAID, HINTS | st.just(Hint.BYLINE), PATHS | st.none(), st.integers(0, 1)),
        min_size=1,
        max_size=9,
    ),
    st.frozensets(st.integers(0, 8), max_size=2),
    st.integers(0, 8) | st.none(),
    st.sampled_from([BlockKind.PARAGRAPH, BlockKind.HEADING]),
)
def test_lines_by_the_heading_are_found_alike(
    parts: list[tuple[str, int, str | None, int]],
    closed: frozenset[int],
    title: int | None,
    kind: BlockKind,
) -> None:
    nodes = tuple(Node(-1, "p", "", "", 0, hints, 0) for _, hints, _, _ in parts)
    blocks = tuple(
        RawBlock(n, kind, text, n, pieces=(Piece(text, href, ()),), links=links)
        for n, (text, _, href, links) in enumerate(parts)
    )
    page, heading = Segments(nodes, blocks), None if title is None else min(title, len(parts) - 1)
    assert core.native("by_heading")(page, closed, heading) == lines._near(page, closed, heading)


WORDS = st.one_of(
    st.sampled_from(sorted(vocabulary().role | vocabulary().given | vocabulary().particle)),
    st.sampled_from(sorted(vocabulary().joint | vocabulary().openers | vocabulary().none)),
    st.sampled_from(
        ["Jane", "Doe", "JANE", "O'Doe", "‘Roe", "É.", "jane", "Post-Reporter", "李甲"]
    ),
    st.sampled_from(
        ["@doe", "x@y", "7", "J2", "٤", "D.", "St.", "—", "-", "|", "•", "/", ":", ",", "&"]
    ),
    st.sampled_from(
        ["“", "(", ")", "by", "By", "byJane", "written", "http://a", "x" * 61, "\u3000"]
    ),
    st.text(max_size=2),
)
SPACES = st.sampled_from([" ", " ", " ", "", "  ", "\t", " - ", "\n"])
NAMES = st.lists(st.tuples(WORDS | WORDS.map(str.title), SPACES), max_size=9).map(
    lambda parts: "".join(word + space for word, space in parts)
)


@settings(max_examples=400)
@given(NAMES, st.booleans())
def test_names_are_read_alike(text: str, loose: bool) -> None:
    assert core.native("clean")(text) == person._clean(text)
    assert core.native("leading")(text, loose) == names._leading(text, loose)
    assert core.native("pieces")(text) == names._pieces(text)


@settings(max_examples=400)
@given(NAMES | LINES)
def test_byline_words_are_found_alike(text: str) -> None:
    found = [(match.span(), match[1]) for match in core.native("openings")(text)]
    assert found == [(match.span(), match[1]) for match in names._openings(text)]


def test_no_first_word_of_a_byline_has_signs() -> None:
    assert all(word.replace("_", "").isalnum() for word in vocabulary().openers)


@given(st.text(), st.booleans(), st.none() | st.text())
def test_candidates_are_made_alike(value: str, chosen: bool, raw: str | None) -> None:
    assert core.native("candidate")(value, "h1") == Candidate(value, "h1")
    found = core.native("candidate")(value, "h1", chosen, "why", raw)
    assert found == Candidate(value, "h1", chosen, "why", raw)

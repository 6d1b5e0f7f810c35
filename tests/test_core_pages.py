"""The compiled core gives what its twins give, for what is said of whole pages."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsclean import core, signs
from newsclean.model import BlockKind
from newsclean.segment.blocks import RawBlock, Segments

pytestmark = pytest.mark.skipif(core.native("Signs") is None, reason="the core is not compiled")

TABLE = signs.load()
SIGNS = st.sampled_from(
    [
        *(
            " - ",
            " – ",
            " · ",
            ": ",
            ":",
            "|",
            "｜",
            "«",
            "_",
            "-",
            " -  - ",
            "\u3000•\xa0",
            "!",
            "⚠️",
        ),
        *(" ", "\n", "", "¿", "ß", "İ", "x" * 99, "新", "A", "é", "404", "ERROR", "Oops"),
    ]
)
PARTS = st.one_of(
    SIGNS,
    st.sampled_from([*TABLE.heads]),
    st.sampled_from([phrase for phrase, _ in TABLE.bodies]),
    st.sampled_from([*TABLE.heads]).map(str.upper),
)


@given(st.one_of(st.text(max_size=210), st.lists(PARTS, max_size=6).map("".join)))
def test_pages_say_alike_what_they_are(text: str) -> None:
    plain = TABLE._replace(compiled=None)
    assert TABLE.compiled is not None
    assert TABLE.head(text) is plain.head(text)
    assert TABLE.body(text) == plain.body(text)


TEXTS = st.one_of(st.lists(PARTS, max_size=3).map("".join), PARTS.map(lambda part: part * 40))


@given(st.lists(st.tuples(TEXTS, st.sampled_from([*BlockKind]))), st.lists(TEXTS, max_size=2))
def test_pages_are_told_alike(parts: list[tuple[str, BlockKind]], titles: list[str]) -> None:
    blocks = tuple(RawBlock(place, kind, text, 0) for place, (text, kind) in enumerate(parts))
    page = Segments((), blocks)
    found = signs.told(page, titles)
    plain = TABLE._replace(compiled=None)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(signs, "load", lambda: plain)
        assert signs.told(page, titles) == found

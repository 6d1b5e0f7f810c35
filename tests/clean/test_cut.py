"""Characters that are cut all at once leave what is left when they are cut one by one."""

import re
from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from newsclean.clean import cut
from newsclean.clean.cut import Edit
from newsclean.clean.origins import Origins
from newsclean.model import BlockKind
from newsclean.segment.blocks import Piece, RawBlock

if TYPE_CHECKING:
    from collections.abc import Sequence

PARTS = st.sampled_from(
    ["word", "\xad", "\xad", "\u200b", "\u200b\xad", " ", "\n ", "漢", "\xa0", "."]
)
PIECES = st.lists(st.lists(PARTS, max_size=8).map("".join), min_size=1, max_size=5)


def block(texts: list[str]) -> RawBlock:
    """Return a block whose pieces, every other one a link, have some texts."""
    pieces = tuple(Piece(text, "/a" if at % 2 else None, ()) for at, text in enumerate(texts))
    text = " ".join("".join(texts).split())
    return RawBlock(0, BlockKind.PARAGRAPH, text, 0, link_chars=3, links=2, pieces=pieces)


@given(PIECES, st.sampled_from(["\xad", "\u200b", "\xad\u200b", "\xa0"]), st.booleans())
@example(
    ["So\xadme sy\xadl\xadla\xadbles ", "a\xadre", " par\xadt\xaded in ma\xadny pla\xadces."],
    "\xad",
    True,
)
def test_erased_characters_leave_what_cuts_leave(texts: list[str], signs: str, every: bool) -> None:
    page = block(texts)
    edits = [Edit(*found.span()) for found in re.finditer(f"[{signs}]+", page.text)]
    edits = edits if every else edits[1:]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(cut, "_MANY", 10**9)
        expected = cut.edited(page, edits)
        patch.setattr(cut, "_MANY", 1)
        assert cut.edited(page, edits) == expected


def test_many_soft_hyphens_are_erased_at_once() -> None:
    page = block(
        ["So\xadme sy\xadl\xadla\xadbles ", "a\xadre", " par\xadt\xaded in ma\xadny pla\xadces."]
    )
    edits = [Edit(*found.span()) for found in re.finditer("\xad", page.text)]
    erased = cut._erased(page, edits)
    assert erased is not None
    assert erased.block.text == "Some syllables are parted in many places."
    assert [piece.text for piece in erased.block.pieces][1] == "are"


@given(
    st.lists(st.tuples(st.integers(0, 3), st.integers(0, 3), st.sampled_from(["", "x", "yz"]))),
    st.lists(st.tuples(st.integers(0, 3), st.integers(1, 3), st.sampled_from(["", "x"]))),
)
def test_every_character_is_traced_back(
    first: list[tuple[int, int, str]], second: list[tuple[int, int, str]]
) -> None:
    before: Sequence[int] = range(40)
    expected = list(before)
    for steps in (first, second):
        edits, done, out = [], 0, []
        for gap, size, new in steps:
            start = done + gap
            if start + size > len(expected):
                break
            edits.append(Edit(start, start + size, new))
            out += expected[done:start] + [expected[min(start, len(expected) - 1)]] * len(new)
            done = start + size
        expected = out + expected[done:]
        before = Origins(before, edits)
        assert list(before) == expected
    assert before[1:3] == expected[1:3]
    with pytest.raises(IndexError):
        before[len(expected)]

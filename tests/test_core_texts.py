"""Cheap questions to all blocks of a page are answered alike by the compiled core and its twins."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsclean import core
from newsclean.clean import draft, prose, tagsoup, tail
from newsclean.model import BlockKind
from newsclean.segment.blocks import Node, RawBlock

pytestmark = pytest.mark.skipif(core.native("shared") is None, reason="the core is not compiled")

PARTS = st.sampled_from(
    [
        *("word", "Word", "É", "ǅ", " ", "\n", ":", "：", ".", "…", "，", ";", "甲", "甲" * 17),
        *("x" * 16, "x" * 50, "가", "\uf900", "7"),
    ]
)
LINES = st.lists(PARTS, min_size=1, max_size=8).map("".join)


@st.composite
def blocks(draw: st.DrawFn) -> tuple[RawBlock, ...]:
    """Return blocks of a page."""
    kinds = st.sampled_from([BlockKind.PARAGRAPH, BlockKind.CODE, BlockKind.HEADING])
    rows = st.sampled_from([(), (("a",),)])
    return tuple(
        RawBlock(
            index,
            draw(kinds),
            text,
            draw(st.integers(0, 3)),
            link_chars=draw(st.integers(0, 150)),
            rows=draw(rows),
        )
        for index, text in enumerate(draw(st.lists(LINES, max_size=8)))
    )


@given(st.text())
def test_signs_are_gathered_alike(text: str) -> None:
    assert core.native("signs")(text) == draft._signs(text)


def test_every_sign_is_gathered_alike() -> None:
    text = "".join(map(chr, range(0x110000)))
    assert core.native("signs")(text) == draft._signs(text)


@given(blocks())
def test_small_lines_are_found_alike(page: tuple[RawBlock, ...]) -> None:
    assert core.native("small_lines")(page) == tail._small_lines(page)


@given(blocks(), st.integers(0, 30))
def test_running_text_is_found_alike(page: tuple[RawBlock, ...], shortest: int) -> None:
    assert core.native("running")(page, shortest) == prose._running(page, shortest)


@given(st.lists(st.tuples(st.sampled_from(["", "a", "b"]), st.sampled_from(["p", "div", "i"]))))
def test_shared_ids_are_found_alike(named: list[tuple[str, str]]) -> None:
    nodes = tuple(Node(-1, tag, ident, "", 0, 0, 0) for ident, tag in named)
    assert core.native("shared")(nodes) == tagsoup._shared(nodes)

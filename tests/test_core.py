"""The compiled core gives what its twins in Python give; where it is not built, they do the work."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsclean import core, dom
from newsclean.budget import Budget
from newsclean.dom import tokens, unclosed
from newsclean.label import features
from newsclean.label.learned.forest import LEAF, Tree, summed
from newsclean.model import Limits, Options
from newsclean.segment import walk

FIXTURES = Path(__file__).resolve().parents[1] / "fixtures"
compiled = pytest.mark.skipif(core.native("total") is None, reason="the core is not compiled")
SIGNS = st.sampled_from(
    [b"<", b">", b"/", b"div", b"a", b" ", b"\n", b"\x0b", b"=", b"'", b'"', b"x", b"D", b"<p a=1 "]
)
_EACH = """
import hashlib, pathlib, sys
from newsclean import core, parse
print(core.name())
for page in sorted(pathlib.Path(sys.argv[1]).glob("*/page.*")):
    found = parse(page.read_bytes())
    said = found.to_json() + repr(found.evidence)
    print(page.parent.name, hashlib.sha256(said.encode("utf-8", "replace")).hexdigest())
"""


def read(pure: bool) -> list[str]:
    """Return which core was at work, then the hash of what it made of each fixture."""
    environment = {key: value for key, value in os.environ.items() if key != "NEWSCLEAN_PURE"}
    if pure:
        environment["NEWSCLEAN_PURE"] = "1"
    command = [sys.executable, "-c", _EACH, str(FIXTURES)]
    out = subprocess.run(command, capture_output=True, text=True, check=True, env=environment)
    return out.stdout.splitlines()


@compiled
def test_both_cores_make_the_same_of_every_fixture() -> None:
    native, pure = read(pure=False), read(pure=True)
    assert (native[0], pure[0]) == ("compiled", "pure Python")
    assert len(pure) > 50
    assert native[1:] == pure[1:]


def test_the_core_is_chosen_by_name() -> None:
    assert core.chosen("no such function", len) is len
    assert (core.name() == "compiled") is (core.native("total") is not None)


@compiled
@given(st.text(st.characters(codec="utf-16-le")))
def test_wide_characters_are_counted_alike(text: str) -> None:
    assert core.native("count_wide")(text) == features._count_wide(text)


@compiled
def test_every_character_is_as_wide_in_both() -> None:
    for begin in range(0, 0x110000, 0x800):
        text = "".join(map(chr, range(begin, begin + 0x800)))
        assert core.native("count_wide")(text) == features._count_wide(text), hex(begin)


@compiled
@given(st.lists(SIGNS, max_size=60))
def test_open_boxes_and_links_are_counted_alike(parts: list[bytes]) -> None:
    data = b"".join(parts)
    assert core.native("surplus")(data) == unclosed._surplus(data)


@compiled
@given(st.lists(SIGNS, max_size=60), st.integers(1, 12), st.integers(1, 6), st.integers(1, 4))
def test_many_attributes_are_suspected_alike(
    parts: list[bytes], longest: int, most: int, many: int
) -> None:
    data = b"".join(parts)
    wanted = tokens._may_need_cuts(data, longest, most, many)
    assert core.native("may_need_cuts")(data, longest, most, many) is wanted


def grown(draw: st.DrawFn) -> Tree:
    """Return a tree in which each node asks for a value or answers."""
    inner = draw(st.integers(0, 4))
    asks, limits, low, high = [], [], [], []
    for node in range(2 * inner + 1):
        is_leaf = node >= inner
        asks.append(LEAF if is_leaf else draw(st.integers(0, 5)))
        limits.append(draw(st.floats(-9, 9, allow_subnormal=False)))
        low.append(0 if is_leaf else 2 * node + 1)
        high.append(0 if is_leaf else 2 * node + 2)
    return Tree(tuple(asks), tuple(limits), tuple(low), tuple(high))


@compiled
@given(st.data())
def test_forests_answer_alike(data: st.DataObject) -> None:
    trees = tuple(data.draw(st.lists(st.composite(grown)(), max_size=5)))
    values = data.draw(
        st.lists(
            st.one_of(st.floats(-9, 9), st.integers(-9, 9), st.booleans()), min_size=6, max_size=6
        )
    )
    forest = core.native("plant")(trees)
    assert core.native("total")(forest, values) == summed(trees)(values)
    assert core.native("total")(forest, tuple(values)) == summed(trees)(values)


@compiled
@pytest.mark.parametrize(
    "tree",
    [
        (),
        ((), (), (), ()),
        ((0,), (1.0,), (0,), (0,)),
        ((0, -1), (1.0, 2.0), (1, 0), (2, 0)),
        ((0, -1), (1.0, 2.0), (0, 0), (1, 0)),
        ((5000, -1), (1.0, 2.0), (1, 0), (1, 0)),
        ((0, -1), (1.0,), (1, 0), (1, 0)),
        ([0, -1], [1.0, 2.0], [1, 0], [1, 0]),
    ],
)
def test_a_damaged_tree_is_refused(tree: object) -> None:
    with pytest.raises(ValueError, match="damaged"):
        core.native("plant")((tree,))


@compiled
def test_wrong_arguments_are_refused() -> None:
    forest = core.native("plant")((Tree((3, LEAF), (1.0, 2.0), (1, 0), (1, 0)),))
    for values in ([], [1.0, 2.0, 3.0]):
        with pytest.raises(IndexError):
            core.native("total")(forest, values)
    for wrong in (None, 3, ["x"] * 4):
        with pytest.raises(TypeError):
            core.native("total")(forest, wrong)
    with pytest.raises(ValueError, match="apsule"):
        core.native("total")(object(), [1.0])
    for name, other in (("count_wide", b"x"), ("surplus", "x"), ("plant", [])):
        with pytest.raises(TypeError):
            core.native(name)(other)


MARKUP = st.sampled_from(
    [
        *("<p>", "</p>", "<div class='a nav'>", "</div>", "<br>", "<a href='/x'>", "</a>", "<b>"),
        *("</b>", "<ul>", "<li>", "</li>", "</ul>", "<nav>", "</nav>", "<h2>", "</h2>", "<pre>"),
        *("</pre>", "<table>", "<tr>", "<td>", "</table>", "<noscript>", "</noscript>", "<ruby>"),
        *("<rt>", "</rt>", "</ruby>", "<main>", "<span style='display:none'>", "</span>", "<svg>"),
        *("</svg>", "<script>", "</script>", "<img src='/a.png' width='90'>", "<p hidden>", "<i>"),
        *("<ol id='menu-share'>", "<blockquote>", "</blockquote>", "<figcaption>", "<o:p>"),
        *(
            "text",
            " two\xa0words ",
            "\u3000全角。",
            "\n",
            "a sentence that is long enough. " * 3,
            "&amp;",
        ),
        *(
            "<font color='#fff' style='color:#fff;background:#fff'>",
            "<textarea>",
            "<button>",
            "<x-y>",
        ),
    ]
)


@compiled
@given(st.lists(MARKUP, max_size=80), st.integers(-1, 3), st.sampled_from([3, 1000]))
def test_trees_are_walked_over_alike(parts: list[str], boxes: int, blocks: int) -> None:
    options = Options(limits=Limits(blocks=blocks))
    page = dom.load("<html><body>" + "".join(parts))._replace(boxes=boxes)
    found = core.native("split")(page, Budget.of(options))
    wanted = walk.split(page, Budget.of(options))
    assert found == wanted
    assert list(map(repr, found.blocks)) == list(map(repr, wanted.blocks))


@compiled
def test_deep_trees_are_walked_over_alike() -> None:
    page = dom.load("<div><a href=x>" * 2000 + "text" + "<h2>more</h2>" * 500)
    assert core.native("split")(page, Budget()) == walk.split(page, Budget())

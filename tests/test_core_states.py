"""The compiled core finds the texts in state objects that its twin finds."""

import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsclean import core, embedded, script

pytestmark = pytest.mark.skipif(core.native("texts") is None, reason="the core is not compiled")

# The package has a function of the same name, which stands before the module.
bodies = sys.modules[script.bodies.__module__]
STRINGS = st.sampled_from(
    [
        *("", " ", "a b", "http://a b", "{ x", "  [", "$", "h1", "p", "section", "新闻", "é"),
        *(
            "one; two = three; four",
            "<p>one; {two}</p> = =;;;",
            "a line of words " * 8,
            "word " * 70,
        ),
        *("新闻内容" * 60, "a{b" * 120, "x" * 400, " padded \n title "),
    ]
)
KEYS = st.sampled_from(
    ["headline", "title", "name", "children", "content", "text", "value", "props", "spans", "x"]
)


def deeper(inner: st.SearchStrategy[object]) -> st.SearchStrategy[object]:
    """Return lists and objects of values, and elements as React has them."""
    element = st.tuples(st.sampled_from(["p", "h1", "li", "div", 1]), st.dictionaries(KEYS, inner))
    return (
        st.lists(inner, max_size=5)
        | st.dictionaries(KEYS, inner, max_size=4)
        | element.map(lambda parts: ["$", parts[0], None, parts[1]])
        | element.map(lambda parts: ["$", parts[0], None, None])
    )


VALUES = st.recursive(STRINGS | st.none() | st.integers(0, 3), deeper, max_leaves=12)


@given(deeper(VALUES))
def test_texts_of_state_objects_are_found_alike(value: object) -> None:
    assert core.native("texts")(value) == list(bodies._texts(value))


@given(VALUES)
def test_words_in_pieces_are_joined_alike(value: object) -> None:
    assert core.native("joined")(value) == bodies._joined(value)


@given(st.text() | st.text(st.sampled_from("ab_ -1\u00b2\u0301é新\u200b😀\x00")))
def test_letters_of_a_text_are_told_alike(text: str) -> None:
    assert core.native("letters")(text) == embedded._letters(text)


@given(st.lists(STRINGS, max_size=3).map("".join))
def test_texts_for_readers_are_told_alike(value: str) -> None:
    assert core.native("is_text")(value) == bodies._is_text(value)

"""Tags with very many attributes are cut: libxml2 takes the square of their number."""

import pytest

from newsclean.dom.tokens import MAX_ATTRIBUTES, cut_attributes


def named(begin: int, count: int) -> str:
    return " ".join(f"a{number:x}" for number in range(begin, begin + count))


@pytest.mark.parametrize("before", ["", "x" * 3999, "<p>" + "x" * 1234])
def test_a_long_tag_is_cut_wherever_it_stands(before: str) -> None:
    data = f"{before}<p {named(0, MAX_ATTRIBUTES + 5)}>words</p>".encode()
    cut, count = cut_attributes(data)
    assert count == 1
    assert cut.count(b" a") == MAX_ATTRIBUTES
    assert cut.endswith(b"words</p>")


def test_brackets_in_values_do_not_hide_a_tag() -> None:
    parts = [f"{named(700 * part, 700)} q{part} = '>'" for part in range(40)]
    data = f"<p {' '.join(parts)}>words</p>".encode()
    cut, count = cut_attributes(data)
    assert count == 1
    assert len(cut) < 20_000
    assert cut.endswith(b"words</p>")


@pytest.mark.parametrize(
    "data",
    [
        f"<p {named(0, MAX_ATTRIBUTES)}>words</p>".encode(),
        b"<img src='data:image/png;base64," + b"abc123+/" * 2000 + b"'>",
        b"<a title='<b>'>x</a>" * 100,
        b"<script>" + b"a = b + c; " * 2000 + b"</script>",
    ],
)
def test_ordinary_tags_stay(data: bytes) -> None:
    assert cut_attributes(data) == (data, 0)

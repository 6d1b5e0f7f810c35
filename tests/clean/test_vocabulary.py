"""Which words a text has does not depend on how many were asked for before."""

import pytest

from newsclean.clean.vocabulary import Vocabulary

TEXT = "The council's bridge2 met 中国银行 in_parts, ABC新闻 und überhaupt мост."
OTHERS = [f"other{number}" for number in range(60)]


@pytest.mark.parametrize(
    ("word", "has"),
    [
        ("council", True),
        ("counci", False),
        ("bridge", False),
        ("bridge2", True),
        ("parts", True),
        ("国银", True),
        ("银国", False),
        ("abc", True),
        ("мост", True),
        ("überhaupt", True),
        ("überh", False),
        ("abc新", True),
        ("中", True),
    ],
)
def test_a_word_is_found_first_and_late(word: str, has: bool) -> None:
    late = Vocabulary(TEXT)
    assert late.share_missing(OTHERS) == 1
    assert (Vocabulary(TEXT).share_missing([word]) == 0) == has
    assert (late.share_missing([word]) == 0) == has

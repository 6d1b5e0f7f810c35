"""The simhash of a body: near for nearly the same texts, far for others, the same everywhere."""

from random import Random

import newsclean
from newsclean.fingerprint import fingerprint
from newsclean.model import Article, Block, BlockKind, Status

WORDS = [
    "council",
    "mill",
    "bridge",
    "river",
    "autumn",
    "debate",
    "member",
    "repair",
    "heron",
    "stone",
    "wheel",
    "vote",
    "town",
    "road",
]


def text(seed: int, words: int = 300) -> str:
    chance = Random(seed)
    return " ".join(chance.choice(WORDS) + str(chance.randrange(40)) for _ in range(words))


def far(first: str, second: str) -> int:
    return (fingerprint(first) ^ fingerprint(second)).bit_count()


def test_nearly_the_same_texts_differ_in_few_bits() -> None:
    for seed in range(20):
        whole = text(seed)
        words = whole.split()
        words[120] = "other"
        assert far(whole, " ".join(words)) <= 6
        assert far(whole, whole.upper()) == 0
        assert far(whole, whole.replace(" ", "\n\n")) == 0


def test_other_texts_differ_in_many() -> None:
    assert min(far(text(seed), text(seed + 1)) for seed in range(20)) >= 16


def test_scripts_without_spaces_are_told_apart_by_characters() -> None:
    first = "昨天镇上新建的图书馆正式开放，读者从早上就排队等候，馆内共有八千册图书。" * 3
    assert far(first, first.replace("八千", "九千", 1)) <= 8
    assert (
        far(first, "市议会周一开会讨论修复老磨坊，经过长时间辩论后一致同意拨款并于秋季动工。" * 3)
        >= 16
    )


def test_it_is_the_same_everywhere_and_of_the_body_alone() -> None:
    assert fingerprint("The council met on Monday.") == 0x25825B16E3BF2905
    blocks = (Block(BlockKind.PARAGRAPH, "The council met on Monday."),)
    article = Article(Status.OK, title="Mill", blocks=blocks)
    assert article.fingerprint == fingerprint("The council met on Monday.")
    assert newsclean.parse(b"").fingerprint == 0
    assert 0 <= fingerprint("x") < 2**64
    assert fingerprint(" .,;") == 0

"""What the gold says of the blocks of a page."""

from newsclean.evaluate.gold import Gold
from newsclean.training.align import targets

FIRST = "The ferry sailed again on Tuesday after a long winter in the dock."
SECOND = "A ticket costs four crowns instead of three from now on."


def shares(texts: list[str], gold: Gold) -> dict[int, float]:
    return {index: target.share for index, target in targets(texts, gold).items()}


def test_a_block_of_the_gold_counts_once() -> None:
    gold = Gold(text=f"{FIRST}\n{SECOND}")
    assert shares([FIRST, "Home", SECOND, FIRST], gold) == {0: 1.0, 1: 0.0, 2: 1.0, 3: 0.0}


def test_a_short_line_of_the_gold_is_one_and_words_in_it_may_be() -> None:
    gold = Gold(text=f"On the quay\n{FIRST}")
    assert shares(["On the quay", "a long winter", "Crowns"], gold) == {0: 1.0, 1: 0.5, 2: 0.0}


def test_longer_blocks_weigh_more_and_none_more_than_its_page() -> None:
    found = targets([FIRST, SECOND], Gold(text=f"{FIRST}\n{SECOND}"))
    assert found[0].weight > found[1].weight > 0
    assert found[0].weight + found[1].weight <= 1


def test_snippets_say_something_of_their_blocks_only() -> None:
    gold = Gold(present=("ferry sailed again",), absent=("Read  more",))
    assert shares([FIRST, "Read more", SECOND], gold) == {0: 1.0, 1: 0.0}


def test_without_gold_nothing_is_known() -> None:
    assert targets([FIRST], Gold(title="Ferry")) == {}

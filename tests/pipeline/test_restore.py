"""What was taken out can be put back where it stood, one by one, all together, or by reason."""

import pytest

import newsclean
from cases import Case, all_cases
from newsclean import Article, Options, Reason

CASES = all_cases()


def squeezed(text: str) -> str:
    return "".join(text.split())


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.slug)
def test_each_removal_comes_back_also_after_a_round_trip(case: Case) -> None:
    made = case.read().article
    for article in (made, Article.from_dict(made.to_dict())):
        for removal in article.removed:
            back = article.restore(removal)
            texts = [squeezed(block.text) for block in back.blocks]
            assert any(squeezed(removal.text) in text for text in texts)
            assert len(back.removed) == len(article.removed) - 1
            assert [b.index for b in back.blocks] == sorted(b.index for b in back.blocks)


@pytest.mark.parametrize("order", [1, -1])
@pytest.mark.parametrize("case", CASES, ids=lambda case: case.slug)
def test_sentences_are_whole_again_in_whatever_order(case: Case, order: int) -> None:
    trace = case.read()
    article = trace.article
    cuts = [removal for removal in article.removed if removal.where.start is not None]
    for removal in cuts[::order]:
        article = article.restore(removal)
    before = {block.index: squeezed(block.text) for block in trace.segments.blocks}
    hit = {removal.where.block for removal in cuts}
    for block in article.blocks:
        if block.index in hit and "\n" not in block.text:
            assert squeezed(block.text) == before[block.index]


@pytest.mark.parametrize("reason", list(Reason))
def test_every_reason_can_be_switched_off(reason: Reason) -> None:
    options = Options(keep=frozenset((reason,)))
    for case in CASES:
        data = case.page.read_bytes()
        article = newsclean.parse(data)
        if not article.blocks or reason not in {removal.reason for removal in article.removed}:
            continue
        kept = newsclean.parse(data, options=options)
        assert reason not in {removal.reason for removal in kept.removed}
        text = squeezed("".join(block.text for block in kept.blocks))
        for removal in article.removed:
            if removal.reason is reason:
                assert squeezed(removal.text) in text

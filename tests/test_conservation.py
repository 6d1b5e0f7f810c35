"""Kept text and removed text together are the page's visible text: nothing is lost silently."""

from collections import Counter

import pytest
from bs4 import BeautifulSoup
from bs4.element import CData, NavigableString

from cases import Case, all_cases
from newsclean.pipeline import Trace

CASES = [pytest.param(case, id=case.slug) for case in all_cases()]
# Elements whose content is no text of the page.
SKIPPED = ("script", "style", "template", "title")
# Notes of a page whose text is not that of its markup: repaired, or read from a script.
REWRITTEN = ("body.", "text.", "dump.", "embedded.", "charset.", "source.", "dom.", "noise.")


def characters(*texts: str) -> Counter[str]:
    return Counter("".join("".join(texts).split()))


def page_text(trace: Trace) -> Counter[str]:
    return characters(*(block.text for block in trace.segments.blocks))


@pytest.mark.parametrize("case", CASES)
def test_kept_and_removed_are_the_page(case: Case) -> None:
    trace = case.read()
    article = trace.article
    found = characters(
        *(block.text for block in article.blocks), *(removal.text for removal in article.removed)
    )
    cleaned = {block.index: block.text for block in trace.cleaned.blocks}
    kept = {block.index for block in trace.cleaned.blocks} - {
        removal.where.block for removal in article.removed if removal.where.start is None
    }
    whole = page_text(trace)
    # Characters repaired in kept blocks (invisible ones, look-alikes) are told in a note.
    for block in trace.segments.blocks:
        if block.index in kept:
            cuts = "".join(cut.text for cut in trace.ledger.cuts.get(block.index, ()))
            whole += characters(cleaned[block.index], cuts)
            whole -= characters(block.text)
    assert found == whole


@pytest.mark.parametrize("case", CASES)
def test_the_blocks_hold_all_text_of_the_markup(case: Case) -> None:
    trace = case.read()
    if any(note.code.startswith(REWRITTEN) for note in trace.article.notes):
        pytest.skip("its text is not that of its markup")
    soup = BeautifulSoup(trace.decoded.source.decode(), "html.parser")
    for element in soup(SKIPPED):
        element.decompose()
    texts = [str(t) for t in soup.find_all(string=True) if type(t) in (NavigableString, CData)]
    assert characters(*texts) == page_text(trace)

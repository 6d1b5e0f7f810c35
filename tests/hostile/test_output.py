"""Output is safe to show, whatever the page holds."""

import pytest

import newsclean
from hostile.oracles import assert_safe, assert_safe_html, assert_safe_markdown
from hostile.vectors import EVERY, PROSE, page
from newsclean import Article, Block, BlockKind, Image, Run, Status
from newsclean.fuzz import markdown


def blocks(vector: str) -> tuple[Block, ...]:
    """Return blocks of every kind that hold a vector in every place."""
    runs = (Run(vector, vector), Run("x"), Run(vector, None, ("code",)), Run(vector, marks=("em",)))
    image = Image(vector, vector, vector)
    lines = [Block(k, "".join(run.text for run in runs), 1, runs=runs) for k in BlockKind]
    plain = [Block(kind, vector, 2, language=vector, image=image) for kind in BlockKind]
    return (*lines, *plain, Block(BlockKind.TABLE, vector, rows=((vector, "a"), ("b", vector))))


def swallows(vector: str) -> bool:
    """Tell whether a vector makes the rest of its page the content of a script or style."""
    markup = vector.lower().replace("\x00", "")
    return any(markup.count(f"<{n}") > markup.count(f"</{n}") for n in ("script", "style"))


def test_there_are_many_vectors() -> None:
    assert len(set(EVERY)) >= 150


@pytest.mark.parametrize("vector", EVERY, ids=ascii)
def test_pages_come_out_safe(vector: str) -> None:
    article = newsclean.parse(page(vector), url="https://news.example/2024/bridge.html")
    texts = [article.text, *(removal.text for removal in article.removed)]
    assert any(PROSE in text for text in texts) or swallows(vector)
    assert_safe(article)
    assert_safe(newsclean.parse(page(vector)))


@pytest.mark.parametrize("vector", EVERY, ids=ascii)
def test_blocks_are_written_safe(vector: str) -> None:
    article = Article(Status.OK, title=vector, blocks=blocks(vector))
    assert_safe_html(article)
    assert_safe_markdown(article)
    assert markdown.is_safe(article.to_markdown())

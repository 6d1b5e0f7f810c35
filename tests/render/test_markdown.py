"""Markdown that a Markdown reader gives back as the same structure and text."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode

from newsclean import Article, Block, BlockKind, Image, Run, Status

READER = MarkdownIt("commonmark", {"linkify": False}).enable(["table", "strikethrough"])


def tree(*blocks: Block, title: str | None = None) -> list[SyntaxTreeNode]:
    return SyntaxTreeNode(
        READER.parse(Article(Status.OK, title=title, blocks=blocks).to_markdown())
    ).children


def text_of(node: SyntaxTreeNode) -> str:
    out = []
    for inner in node.walk():
        if inner.type in ("text", "code_inline"):
            out.append(inner.content)
        elif inner.type in ("softbreak", "hardbreak"):
            out.append("\n")
    return "".join(out)


def test_headings_quotes_and_code() -> None:
    found = tree(
        Block(BlockKind.HEADING, "Head *x*", 3),
        Block(BlockKind.QUOTE, "said\nso"),
        Block(BlockKind.CODE, "a = ```b```\n  c", language="py"),
        title="1. Title # _x_",
    )
    assert [node.type for node in found] == ["heading", "heading", "blockquote", "fence"]
    assert [node.tag for node in found[:2]] == ["h1", "h3"]
    assert text_of(found[0]) == "1. Title # _x_"
    assert text_of(found[2]) == "said\nso"
    assert (found[3].content, found[3].info) == ("a = ```b```\n  c\n", "py")


def test_lists_nest_and_count() -> None:
    items = [
        ("one", 1, True),
        ("in", 2, False),
        ("in too", 2, False),
        ("two", 1, True),
        ("other", 1, False),
    ]
    found = tree(
        *(Block(BlockKind.LIST_ITEM, text, level, ordered) for text, level, ordered in items)
    )
    lists = [node for node in found if node.type.endswith("_list")]
    assert [node.type for node in lists] == ["ordered_list", "bullet_list"]
    first = lists[0].children
    assert len(first) == 2
    inner = first[0].children[1]
    assert (inner.type, len(inner.children)) == ("bullet_list", 2)


def test_tables_keep_rows_and_pipes() -> None:
    found = tree(
        Block(BlockKind.TABLE, "", rows=(("a|b", "c"), ("1", ""), ("2", "x\ny")), header=True)
    )
    cells = [text_of(node) for node in found[0].walk() if node.type in ("th", "td")]
    assert cells == ["a|b", "c", "1", "", "2", "x y"]
    assert tree(Block(BlockKind.TABLE, "", rows=(("1", "2"),)))[0].type == "table"


def test_links_images_and_emphasis() -> None:
    found = tree(
        Block(
            BlockKind.PARAGRAPH,
            "",
            runs=(
                Run("See "),
                Run("the report", "https://news.example/a_(b)"),
                Run(" and "),
                Run("more", None, ("strong",)),
                Run("."),
            ),
        ),
        Block(
            BlockKind.CAPTION, "The mill", image=Image("/mill (1).jpg".replace(" ", "%20"), "Mill")
        ),
    )
    paragraph = found[0]
    link = next(node for node in paragraph.walk() if node.type == "link")
    assert (link.attrs["href"], text_of(link)) == ("https://news.example/a_(b)", "the report")
    assert [node.type for node in paragraph.walk() if node.type == "strong"] == ["strong"]
    assert text_of(paragraph) == "See the report and more."
    image = next(node for node in found[1].walk() if node.type == "image")
    assert (image.attrs["src"], image.content) == ("/mill%20(1).jpg", "Mill")
    assert text_of(found[2]) == "The mill"


def test_emphasis_that_would_not_be_read_stays_plain() -> None:
    runs = (Run("市议会"), Run("决定", None, ("strong",)), Run("修复"))
    found = tree(Block(BlockKind.PARAGRAPH, "", runs=runs))
    assert text_of(found[0]) == "市议会决定修复"


NASTY = st.text(st.sampled_from(list("ab1 #>-+*_`[]()<>&!|\\~.=:/\nw市")), min_size=1, max_size=24)


def plain(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()


@given(NASTY)
def test_no_text_is_read_as_markup(text: str) -> None:
    lines = "\n".join(line.strip() for line in text.split("\n") if line.strip())
    if not lines:
        return
    found = tree(Block(BlockKind.PARAGRAPH, lines))
    assert [node.type for node in found] == ["paragraph"]
    assert plain(text_of(found[0])) == plain(lines)
    assert {node.type for node in found[0].walk()} <= {"paragraph", "inline", "text", "hardbreak"}


MARKS = st.lists(
    st.sampled_from(["em", "strong", "del", "code", "sub"]), max_size=2, unique=True
).map(tuple)


@given(
    st.lists(
        st.builds(
            Run,
            st.text(st.sampled_from(list("ab *_`<[市.,")), min_size=1, max_size=6),
            st.none() | st.just("/x"),
            MARKS,
        ),
        min_size=1,
        max_size=5,
    )
)
def test_runs_keep_their_text(runs: list[Run]) -> None:
    text = "".join(run.text for run in runs)
    if not text.strip():
        return
    found = tree(Block(BlockKind.PARAGRAPH, text, runs=tuple(runs)))
    assert [node.type for node in found] == ["paragraph"]
    assert plain(text_of(found[0])).replace(" ", "") == plain(text).replace(" ", "")


@pytest.mark.parametrize("text", ["<script>alert(1)</script>", "<b>x</b>", "&lt;", "<!-- x -->"])
def test_html_in_text_stays_text(text: str) -> None:
    found = tree(Block(BlockKind.PARAGRAPH, text))
    assert text_of(found[0]) == text
    assert all(not node.type.startswith("html") for node in found[0].walk())

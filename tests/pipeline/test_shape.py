"""The form of the article's blocks: lines, headings, links, images."""

import newsclean
from newsclean import BlockKind, Run

P = "On {} the council met again, and the members agreed to repair the mill, the mayor said."
ONE, TWO, THREE = (P.format(day) for day in ("Monday", "Tuesday", "Wednesday"))
URL = "https://news.example/2024/mill.html"


def article(body: str) -> newsclean.Article:
    return newsclean.parse(f"<h1>The old mill</h1><article>{body}</article>", url=URL)


def test_lines_of_verse_are_one_paragraph_and_long_lines_are_not() -> None:
    found = article(
        f"<p>{ONE}</p><p>The mill it stood,<br>the mill it turned,<br>the mill it fell.</p><p>{TWO}<br>{THREE}</p>"
    )
    assert found.paragraphs == (
        ONE,
        "The mill it stood,\nthe mill it turned,\nthe mill it fell.",
        TWO,
        THREE,
    )


def test_lines_with_typed_bullets_are_a_paragraph_each() -> None:
    found = article(f"<p>{ONE}</p><p>+ A new wheel<br>+ A new roof<br>+ A new door</p><p>{TWO}</p>")
    assert found.paragraphs[1:-1] == ("+ A new wheel", "+ A new roof", "+ A new door")


def test_a_sentence_broken_by_a_line_end_is_joined() -> None:
    head, tail = ONE.split(" agreed ")
    tail = f"agreed {tail}"
    found = article(f"<p>{head}<br>{tail}</p><p>{TWO}</p>")
    assert found.paragraphs[0].replace("\n", " ") == ONE


def test_a_bold_line_before_a_paragraph_is_a_heading() -> None:
    found = article(f"<p>{ONE}</p><p><b>What comes next</b></p><p>{TWO}</p><p><b>{THREE}</b></p>")
    assert [block.kind for block in found.blocks] == [
        BlockKind.PARAGRAPH,
        BlockKind.HEADING,
        BlockKind.PARAGRAPH,
        BlockKind.PARAGRAPH,
    ]


def test_a_short_chinese_line_between_paragraphs_is_a_heading() -> None:
    text = "市议会周一开会，经过长时间的辩论，决定修复旧水磨坊，预计明年春天完工，费用由县里承担。"
    found = article(f"<p>{text}</p><p>水磨坊的历史</p><p>{text}</p>")
    assert [block.kind.value for block in found.blocks] == ["paragraph", "heading", "paragraph"]


def test_links_are_absolute_and_runs_join_to_the_text() -> None:
    found = article(
        f'<p>{ONE} See <a href="../report.pdf">the  <b>report</b></a> .</p><p>{TWO}</p>'
    )
    block = found.blocks[0]
    assert "".join(run.text for run in block.runs) == block.text
    assert Run("the ", "https://news.example/report.pdf") in block.runs
    assert Run("report", "https://news.example/report.pdf", ("strong",)) in block.runs


def test_a_link_that_runs_code_is_only_text() -> None:
    found = article(f'<p>{ONE} <a href="JavaScript:alert(1)">More of it</a>.</p><p>{TWO}</p>')
    assert "More of it" in found.text
    assert all(run.href is None for run in found.blocks[0].runs)


def test_images_carry_their_captions_and_icons_are_left_out() -> None:
    found = article(
        f"<p>{ONE}</p><figure><img src=/mill.jpg alt='The mill'><figcaption>The mill in May.</figcaption></figure>"
        f"<p>{TWO}</p><img src=/dot.gif width=1 height=1><p>{THREE}</p>"
    )
    assert [(i.src, i.alt, i.caption) for i in found.images] == [
        ("https://news.example/mill.jpg", "The mill", "The mill in May.")
    ]
    assert found.blocks[1].kind is BlockKind.CAPTION
    assert "The mill in May." not in found.text


def test_removed_and_kept_have_their_place() -> None:
    found = newsclean.parse(
        f"<nav id='top'><p>Home</p></nav><h1>The old mill</h1><p>{ONE}</p><p>{TWO}</p>"
    )
    home = next(removal for removal in found.removed if removal.text == "Home")
    assert (home.reason, home.where.block, home.where.start) == (newsclean.Reason.NAV, 0, None)
    assert home.where.path == "html > body > nav#top > p"
    assert [block.index for block in found.blocks] == [2, 3]

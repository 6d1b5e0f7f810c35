"""The page as blocks: kinds, lines, links, hints; and no character lost."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsclean import BlockKind, dom
from newsclean.segment import Hint, RawBlock, Segments, split
from newsclean.segment.tags import SKIPPED


def blocks(markup: str) -> list[RawBlock]:
    return list(segments(markup).blocks)


def segments(markup: str) -> Segments:
    return split(dom.load(f"<html><body>{markup}</body></html>"))


def kinds(markup: str) -> list[tuple[str, str]]:
    return [(block.kind.value, block.text) for block in blocks(markup)]


def test_kinds_come_from_the_markup() -> None:
    markup = """<h2>Head</h2><p>Text.</p><ul><li>One</li><li><p>Two</p><p>more</p></li></ul>
        <blockquote><p>Said.</p></blockquote><pre>a\n  b</pre>
        <figure><img src=x.jpg><figcaption>Seen</figcaption></figure>
        <p class="wp-caption-text">Also seen</p>"""
    assert kinds(markup) == [
        ("heading", "Head"),
        ("paragraph", "Text."),
        ("list_item", "One"),
        ("list_item", "Two"),
        ("paragraph", "more"),
        ("quote", "Said."),
        ("code", "a\n  b"),
        ("caption", "Seen"),
        ("caption", "Also seen"),
    ]


def test_list_items_know_depth_and_numbering() -> None:
    found = blocks("<ol><li>One<ul><li>Inner</li></ul></li><li>Two</li></ol>")
    assert [(b.text, b.level, b.ordered) for b in found] == [
        ("One", 1, True),
        ("Inner", 2, False),
        ("Two", 1, True),
    ]


def test_one_break_goes_on_and_two_part_paragraphs() -> None:
    found = blocks("<p>One<br>two<br><br>three<br/><br/><br/>four</p><p>five</p>")
    assert [(b.text, b.continues) for b in found] == [
        ("One", False),
        ("two", True),
        ("three", False),
        ("four", False),
        ("five", False),
    ]


def test_links_and_marks_are_measured() -> None:
    (block,) = blocks(
        '<p>See <a href="/a">the report</a> and <b>more</b> <a href="/b">here</a>.</p>'
    )
    assert block.text == "See the report and more here."
    assert (block.links, block.link_chars) == (2, len("the report") + len("here"))
    assert [piece.href for piece in block.pieces if piece.href] == ["/a", "/b"]
    assert not block.bold
    assert blocks("<p><b>All <i>of it</i></b></p>")[0].bold


def test_text_that_stands_apart_does_not_break_the_sentence() -> None:
    found = kinds(
        '<p>The bridge <span style="display: none">x7 q</span>opened<button>Share</button>.</p>'
    )
    assert found[-1] == ("paragraph", "The bridge opened.")
    assert [text for _, text in found[:-1]] == ["x7 q", "Share"]


def test_hints_of_elements_are_inherited() -> None:
    page = segments('<div class="siteFooter"><div class="share-bar"><p>Send</p></div></div>')
    node = page.nodes[page.blocks[0].node]
    assert node.hints & Hint.FOOTER
    assert node.hints & Hint.SHARE
    assert not node.own


def test_a_table_of_data_is_one_block_and_a_layout_table_is_not() -> None:
    data = "<table><caption>Rain</caption><tr><th>Town<th>mm<tr><td>Linden<td>12</table>"
    found = blocks(data)
    assert [block.kind.value for block in found] == ["caption", "table"]
    assert found[1].rows == (("Town", "mm"), ("Linden", "12"))
    assert found[1].header
    layout = "<table><tr><td><p>Menu</p></td><td><p>Text.</p><p>More text.</p></td></tr><tr><td><p>x</p></table>"
    assert [block.text for block in blocks(layout)] == ["Menu", "Text.", "More text.", "x"]


def test_images_know_their_place_and_lazy_address() -> None:
    page = segments(
        '<p>One.</p><img src="data:image/gif;base64,R" data-src="/a.jpg" alt=" A  b "><p>Two.</p>'
    )
    (image,) = page.images
    assert (image.before, image.src, image.alt) == (1, "/a.jpg", "A b")


TEXTS = st.text(st.characters(codec="utf-8", exclude_characters="<>&\x00"), max_size=12)
TAGS = st.sampled_from(
    [
        "p",
        "div",
        "span",
        "b",
        "a",
        "li",
        "ul",
        "td",
        "tr",
        "table",
        "br",
        "button",
        "select",
        "h2",
        "pre",
        "section",
        "script",
    ]
)
PAGES = st.lists(
    st.one_of(TEXTS, TAGS.map("<{}>".format), TAGS.map("</{}>".format)), max_size=30
).map("".join)


@given(PAGES)
def test_no_character_is_lost(markup: str) -> None:
    page = dom.load(f"<body>{markup}</body>")
    want: Counter[str] = Counter()
    skipped = set()
    for root in page.roots:
        for element in root.iter():
            parent = element.getparent()
            if element.tag in SKIPPED or parent in skipped:
                skipped.add(element)
            else:
                want.update(element.text or "")
            if parent is not None and parent not in skipped:
                want.update(element.tail or "")
    got = Counter("".join(block.text for block in split(page).blocks))
    assert {c: n for c, n in want.items() if not c.isspace()} == {
        c: n for c, n in got.items() if not c.isspace()
    }


@pytest.mark.parametrize("width", [4000])
def test_wide_and_mixed_trees_give_every_block_once(width: int) -> None:
    assert len(blocks("<p>x</p>" * width)) == width


def test_a_heading_left_open_ends_where_the_text_begins() -> None:
    page = "<div><h1>Mill <div class=info>Monday</div><div><p>The mill stands.</p></div></div>"
    assert kinds(page) == [
        ("heading", "Mill"),
        ("paragraph", "Monday"),
        ("paragraph", "The mill stands."),
    ]


def test_a_heading_left_open_without_a_text_of_its_own_ends_at_the_next() -> None:
    page = "<div><h3><h2>Mill</h2><h3>By the river</h3><div><div>The mill stands.</div></div></div>"
    assert kinds(page)[2] == ("paragraph", "The mill stands.")


def test_a_heading_left_open_with_its_text_in_a_link_ends_too() -> None:
    page = "<div><h1><a itemprop=headline href=/>Mill</a><div>The mill stands.</div></div>"
    assert kinds(page)[1] == ("paragraph", "The mill stands.")


LONG = "<p>The mill by the river was repaired on Monday, the mayor said, {}.</p>"


def test_a_box_left_open_ends_where_the_paragraphs_go_on() -> None:
    page = f"""<div class=text>{LONG.format("one")}{LONG.format("two")}<div class=advert>Ad
        <h2>Head</h2>{LONG.format("three")}<ul><li>An item</ul>{LONG.format("four")}</div>"""
    found = segments(page)
    assert found.boxes == 1
    assert hints_of(found, "Ad") & Hint.AD
    for text in ("Head", "An item"):
        assert not hints_of(found, text) & Hint.AD
    rest = [b for b in found.blocks if b.text.endswith(("three.", "four."))]
    assert [found.nodes[b.node].hints & Hint.AD for b in rest] == [0, 0]


@pytest.mark.parametrize("name", ["comments", "author-bio"])
def test_a_box_in_which_somebody_speaks_holds_its_own_paragraphs(name: str) -> None:
    page = f"<div><div>{LONG.format('one')}<div class={name}>{LONG.format('two')}</div></div>"
    found = segments(page)
    assert found.nodes[found.blocks[1].node].hints & (Hint.COMMENTS | Hint.AUTHOR_BIO)


def test_after_an_honest_box_the_text_goes_on() -> None:
    box = f"<div class=advert>{LONG.format('two')}</div>"
    page = f"<div><div>{LONG.format('one')}{box}{LONG.format('three')}</div>"
    found = segments(page)
    assert found.boxes == 1
    assert [bool(found.nodes[b.node].hints & Hint.AD) for b in found.blocks] == [False, True, False]


def test_no_inline_element_is_around_a_block_where_boxes_are_open() -> None:
    page = f"<div><span class=advert>{LONG.format('one')}</span>"
    found = segments(page)
    assert not found.nodes[found.blocks[0].node].hints & Hint.AD


def test_a_link_left_open_ends_with_its_line() -> None:
    links = "".join(f"<li><a href=/{n}><span>Link {n}</span></li>" for n in range(9))
    page = f"<ul>{links}</ul><div><a href=/x><p>The mill stands by the river.</p></div>"
    (block,) = (b for b in blocks(page) if b.text.startswith("The mill"))
    assert block.link_chars == 0


def test_a_head_left_open_does_not_swallow_the_page() -> None:
    page = "<title>Mill</title><meta name=a content=b><noscript><div><p>The mill stands.</p></div>"
    assert "The mill stands." in [block.text for block in blocks(page)]


def test_a_paragraph_in_a_paragraph_stands_beside_it() -> None:
    page = segments("<div><p class=ad><b>Buy<p>The mill stands.</p></div>")
    ad, text = page.blocks
    assert page.nodes[text.node].parent == page.nodes[ad.node].parent


PROSE = "The mill by the river was built two hundred years ago, and it still grinds in winter. "


def hints_of(found: Segments, text: str) -> int:
    block = next(block for block in found.blocks if text in block.text)
    return found.nodes[block.node].hints


def test_a_menu_left_open_does_not_swallow_the_article() -> None:
    article = "".join(f"<p>{number} {PROSE}</p>" for number in range(9))
    found = segments(f"<div class=nav><a href=/>Home</a><div id=text>{article}")
    assert not hints_of(found, PROSE.strip()) & Hint.NAV
    aside = segments(f"<div class=nav><p>{PROSE}</p></div><div id=text>{article}</div>")
    assert hints_of(aside, PROSE.strip()) & Hint.NAV


def test_main_stands_in_no_header() -> None:
    found = segments("<header><p>Site</p><main><h1>Mill</h1></main>")
    assert hints_of(found, "Site") & Hint.HEADER
    assert not hints_of(found, "Mill") & Hint.HEADER


def test_a_marquee_is_no_text() -> None:
    assert hints_of(segments("<marquee>Buy now</marquee>"), "Buy now") & Hint.UI


def test_how_a_word_is_read_stands_apart_from_its_sentence() -> None:
    page = "<h1>The <ruby>mill<rp>(</rp><rt>mil</rt><rp>)</rp></ruby> closes</h1>"
    found = segments(page)
    assert [b.text for b in found.blocks if b.kind is BlockKind.HEADING] == ["The mill closes"]
    assert hints_of(found, "mil") & Hint.UI

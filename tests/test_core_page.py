"""The compiled core gives what its twins give, for the page's fields and the article."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsclean import assemble, core, dom, shape
from newsclean.fields import entries, language, source, spelled, text, tidy
from newsclean.label import features
from newsclean.label.learned import kinds, outlook
from newsclean.label.learned.names import NameTable
from newsclean.model import BlockKind, Reason
from newsclean.render import links
from newsclean.segment.blocks import Hint, Node, Piece, RawBlock, RawImage, Segments
from newsclean.verdicts import Cut, Ledger, Verdict

pytestmark = pytest.mark.skipif(core.native("entries") is None, reason="the core is not compiled")

HEAD = st.sampled_from(
    [
        *("<meta name='A' content='b'>", "<meta property=og:title content=''>", "<meta content=x>"),
        *("<meta itemprop='name' content='x'>", "<meta itemprop=a name=a value='&amp; y'>"),
        *("<meta name=b content=' '>", "<meta name='A B' content='c &amp;amp; d'>"),
        *("<div itemscope>", "<div itemtype='/Article' itemprop=mainEntity>", "</span>"),
        *("<span itemprop=author>", "<span itemprop='URL' content=' '>", "<i itemprop=name>a"),
        *(
            "<a itemprop=url href=/u>u</a>",
            "<img itemprop=image src=i.png>",
            "<b>b</b>",
            "<!--c-->",
        ),
        *("</div>", "<link rel='icon' href=/i>", "<link rel=canonical>", "<time datetime=x>"),
        *("<link rel='Author  license x' href='/a b'>", "<link rel=alternate itemprop=x href=/r>"),
        *("</time>", "<abbr>", "</abbr>", "<title>T</title>", "<base href=/>", "<svg>", "</svg>"),
        *("<time-ago class='a b' id=c itemprop=Date>", "<time title='1'>", "<abbr title=' '>"),
        *("<html lang=de>", "<body xml:lang='é'>", "<title>", "</title>"),
        *("<script type='application/LD+json'>{}</script>", "<script>x</script>", "<p>", "</p>"),
        *("<script>__next_f.push([1,''])</script>", "<body>", "<article itemprop=''>", "text"),
        f"<script>window.__INITIAL_STATE__ = {{'a': \"{'word ' * 120}\"}}</script>",
        f'<script>_ __nuxt ___DATA__ = "{"слово " * 120}"</script>',
        f"<script type=text/x-json id=a>{{'a': \"{'word ' * 120}\"}}</script>",
        f"<script id=__NUXT__ type=module>{'word ' * 120}</script>",
        f"<script>globalContent='{'word ' * 120}'</script>",
        f"<div class='{'long ' * 30}' id=e>",
    ]
)
NAMES = st.text(st.sampled_from("aAbz_- 1é\n"), max_size=8)
LONG = st.lists(
    st.sampled_from(["postBody", " ", "entry-content", "x" * 24, "Ab", "é"]), max_size=60
)
TEXTS = st.text(st.sampled_from("ab \n\xa0\u3000é新"), max_size=6)


@given(st.lists(HEAD, max_size=40))
def test_the_data_of_documents_is_read_alike(parts: list[str]) -> None:
    for root in dom.load("".join(parts) + "<p>text").roots:
        found, wanted = core.native("entries")(root, 2), entries._entries(root, 2)
        assert found == wanted
        assert repr(found) == repr(wanted)


@given(
    st.one_of(st.text(), st.text(st.sampled_from("a &<;>b  \x7fé\xad\n\x1c\u3000\x85"))),
    st.integers(1, 9),
)
def test_lines_are_made_alike(value: str, limit: int) -> None:
    assert core.native("line")(value) == tidy._line(value)
    assert core.native("line")(value, limit) == tidy._line(value, limit)


def test_what_is_no_text_makes_no_line() -> None:
    assert [core.native("line")(value) for value in (None, 3, ["x"])] == ["", "", ""]


@given(st.one_of(st.text(), st.text(st.sampled_from("THEderund 1_é٣²"))))
def test_words_are_counted_alike(sample: str) -> None:
    known = {"the": ("en",), "der": ("de", "nl"), "und": ("de",), "e": ("it",)}
    assert core.native("count_letters")(sample) == language._count_letters(sample)
    found = core.native("Frequent")(known).votes(sample)
    wanted = language._Frequent(known).votes(sample)
    assert found == wanted
    assert list(found[1]) == list(wanted[1])


def test_every_letter_is_made_small_alike() -> None:
    signs = [*map(chr, range(0xD800)), *map(chr, range(0xE000, 0x20000))]
    known = {sign.lower(): (f"{number % 60}",) for number, sign in enumerate(signs)}
    both = core.native("Frequent")(known), language._Frequent(known)
    found, wanted = [one.votes(" ".join(signs)) for one in both]
    assert found == wanted
    for sign in ("\u0130", "\u03a3", "Ä"):
        assert both[0].votes(f"the {sign}a {sign}") == both[1].votes(f"the {sign}a {sign}")


SCRIPTS = st.sampled_from("ab 新、ーあナ한жДقपθขკ\u2019\u024f\u0250")


@given(st.lists(st.tuples(SCRIPTS, st.integers(0, 99))), st.integers(1, 300))
def test_scripts_are_told_alike(parts: list[tuple[str, int]], letters: int) -> None:
    sample = "".join(sign * count for sign, count in parts)
    assert core.native("script")(sample, letters) == language._script(sample, letters)


@given(
    st.lists(
        st.tuples(
            st.lists(
                st.sampled_from([*"ab é新:：/／丨", "Source", "来源", "作者:"]), max_size=4
            ).map("".join),
            st.integers(0, 190),
            st.booleans(),
        ),
        max_size=8,
    ),
    st.integers(0, 8),
    st.integers(0, 8),
)
def test_lines_of_credits_are_found_alike(
    parts: list[tuple[str, int, bool]], begin: int, end: int
) -> None:
    texts = [said + "a" * more if first else "a" * more + said for said, more, first in parts]
    blocks = tuple(RawBlock(n, BlockKind.PARAGRAPH, said, 0) for n, said in enumerate(texts))
    assert core.native("labelled")(blocks, begin, end) == source._labelled(blocks, begin, end)


@given(st.one_of(st.text(), st.text(st.sampled_from("aB1_ ’Ä新、ー한٣"))))
def test_words_of_titles_are_read_alike(title: str) -> None:
    assert core.native("words")(title) == text._words(title)
    assert core.native("key")(title) == text._key(title) == "".join(text._words(title))
    assert core.native("is_cjk")(title) == text._is_cjk(title)


def test_every_character_is_of_the_same_word_in_both() -> None:
    for begin in range(0, 0x110000, 0x100):
        title = " ".join(map(chr, range(begin, begin + 0x100)))
        assert core.native("words")(title) == text._words(title), hex(begin)


@given(st.lists(st.tuples(NAMES, LONG.map("".join), st.sampled_from(["div", "p"])), max_size=6))
def test_words_of_templates_are_gathered_alike(names: list[tuple[str, str, str]]) -> None:
    nodes = tuple(Node(-1, tag, ident, classes, 0, 0, 0) for ident, classes, tag in names)
    page = Segments((*nodes, *(n._replace(ident=n.classes, classes=n.ident) for n in nodes)), ())
    words = kinds.template(page)
    table = NameTable({word: len(word) / 3 for word in words if "b" not in word}, {"post": 1.0})
    assert table.numbered is not None
    found = core.native("template_odds")(page, table.numbered)
    assert sorted(found) == sorted(table.own[word] for word in words if word in table.own)


@given(st.lists(st.tuples(NAMES, NAMES, st.integers(0, 9)), min_size=1, max_size=60), st.data())
def test_removals_are_made_alike(names: list[tuple[str, str, int]], data: st.DataObject) -> None:
    nodes = tuple(
        Node(parent % place if place else -1, "section", ident, classes, 0, 0, 0)
        for place, (ident, classes, parent) in enumerate(names)
    )
    blocks = tuple(
        RawBlock(place, BlockKind.PARAGRAPH, f"text {place}", len(nodes) - 1 - place % len(nodes))
        for place in range(6)
    )
    verdicts = (
        (),
        (Verdict(True, None, "a"),),
        (Verdict(True, None, "a"), Verdict(False, Reason.NAV, "b")),
    )
    drawn = {index: data.draw(st.sampled_from(verdicts)) for index in range(5)}
    cuts = {1: (Cut(3, "x", Reason.JAMMER, "c"), Cut(5, "y", Reason.SPAM_BANNER, "d"))}
    kept = frozenset(data.draw(st.sets(st.integers(0, 5))))
    page, ledger = Segments(nodes, blocks), Ledger(drawn, cuts)
    for reasons in (frozenset[Reason](), frozenset({Reason.NAV})):
        stay = core.native("staying")(page, ledger, reasons)
        assert stay == assemble._staying(page, ledger, reasons)
    found = core.native("removed")(page, ledger, kept)
    assert found == assemble._removed(page, ledger, kept)
    assert hash(found) == hash(assemble._removed(page, ledger, kept))


ADDRESS = st.lists(
    st.sampled_from(
        [
            *("https://", "http://", "x.org", "/", "//", "/.", "?", "#", "&amp;", "&colon", "&#"),
            *("a", "b.html", "=1", ";p", ":", "%41", "é", " ", "\t", "@", "a" * 300),
        ]
    ),
    max_size=6,
).map("".join)
BASES = st.sampled_from(
    [None, "https://example.org/x/y", "http://x.org", "https://x.org/?", "https://é.org/#a", "x"]
)


@given(st.one_of(ADDRESS, ADDRESS.map(lambda end: f"https://x.org{end}")), BASES)
def test_links_are_joined_alike(href: str, base: str | None) -> None:
    block = RawBlock(0, BlockKind.PARAGRAPH, "a", 0, pieces=(Piece("a", href, ()),))
    (found,) = core.native("blocks")(Segments((), (block,)), frozenset({0}), base, False)
    assert found.runs[0].href == (links.joined(href, base) if href else None)


@given(
    st.lists(
        st.tuples(
            st.lists(
                st.tuples(
                    TEXTS,
                    st.sampled_from([None, "", "/a", "//b", "a b"]),
                    st.sampled_from([(), ("em",)]),
                ),
                max_size=3,
            ),
            st.sampled_from([*BlockKind, *[BlockKind.PARAGRAPH] * 5]),
            st.sampled_from(["a b", "A long line of a text. " * 6, "水磨坊的历史", ""]),
            st.sampled_from([False, False, True]),
            st.booleans(),
            st.booleans(),
        ),
        max_size=9,
    ),
    st.lists(
        st.tuples(
            st.integers(0, 9),
            st.sampled_from(["/a.png", "b c", "https://x.org/c"]),
            st.sampled_from([None, 10, 90]),
        ),
        max_size=5,
    ),
    st.frozensets(st.integers(0, 8)),
    st.booleans(),
)
def test_blocks_are_shaped_alike(
    parts: list[
        tuple[list[tuple[str, str | None, tuple[str, ...]]], BlockKind, str, bool, bool, bool]
    ],
    pictures: list[tuple[int, str, int | None]],
    left_out: frozenset[int],
    text_dump: bool,
) -> None:
    blocks = []
    for index, (stretches, kind, said, continues, bold, whole) in enumerate(parts):
        pieces = tuple(Piece(*stretch) for stretch in stretches)
        text = " ".join("".join(piece.text for piece in pieces).split()) if whole else said
        block = RawBlock(index, kind, text or "x", 0, 2, True, 0, 0, pieces, ((text,),), True)
        blocks.append(block._replace(continues=continues, bold=bold, language="c"))
    images = tuple(RawImage(place, 0, src, "é", None, side) for place, src, side in pictures)
    page, kept = Segments((), tuple(blocks), images), frozenset(range(9)) - left_out
    for base in (None, "https://example.org/x/y"):
        found = core.native("blocks")(page, kept, base, text_dump)
        wanted = shape._blocks(page, kept, base, text_dump)
        assert found == wanted
        assert repr(found) == repr(wanted)
        assert hash(found) == hash(wanted)


def test_every_white_space_is_folded_alike() -> None:
    for code in (*range(0x3100), 0xFEFF, 0x1F600):
        for said in (f"a{code:c}b", f"{code:c}a ", f" {code:c}", f"新{code:c}{code:c}a{code:c}"):
            pieces = (Piece(said, None, ()), Piece(said, "/x", ()))
            block = RawBlock(0, BlockKind.PARAGRAPH, " ".join((said * 2).split()) or "x", 0)
            page = Segments((), (block._replace(pieces=pieces), block._replace(pieces=pieces[:1])))
            kept = frozenset((0,))
            assert core.native("blocks")(page, kept, None, False) == shape._blocks(
                page, kept, None, False
            )


VERDICT = st.builds(
    Verdict,
    st.booleans(),
    st.none(),
    st.sampled_from(["label.model", "label.structured", "rule"]),
    st.floats(0, 1),
)
SAID = st.text(st.sampled_from("ab 12.。”新"), max_size=6)


@given(
    st.lists(
        st.tuples(
            st.sampled_from(list(BlockKind)),
            SAID,
            st.sampled_from([1, 1, 9, 700]),
            st.one_of(st.none(), VERDICT),
            st.integers(0, 3),
        ),
        max_size=12,
    )
)
def test_texts_are_summed_up_alike(
    parts: list[tuple[BlockKind, str, int, Verdict | None, int]],
) -> None:
    nodes = tuple(
        Node(place - 1, "p", "", classes, 0, hints, 0)
        for place, (classes, hints) in enumerate([("a", 0), ("", Hint.COMMENTS), ("b", 0), ("", 0)])
    )
    blocks = tuple(
        RawBlock(place, kind, said * times, node, link_chars=place)
        for place, (kind, said, times, _, node) in enumerate(parts)
    )
    verdicts = {n: (part[3], part[3]) for n, part in enumerate(parts) if part[3] is not None}
    page, ledger = Segments(nodes, blocks), Ledger(verdicts)
    found, wanted = core.native("numbers")(page, ledger), outlook._numbers(page, ledger)
    assert found == wanted
    assert list(map(float.hex, map(float, found[0]))) == list(map(float.hex, map(float, wanted[0])))
    assert core.native("weights")(page) == features._weights(page)


SPELLED = st.text(st.sampled_from("Aab1 .-|\u00a9\u2013éА新"), max_size=7)


@given(
    st.lists(st.tuples(SPELLED, st.lists(st.tuples(SPELLED, st.booleans()), max_size=2))),
    st.integers(0, 6),
    st.frozensets(st.sampled_from(["a", "ab", "b1", "éa", "1", "新", "aab1"]), min_size=1),
)
def test_names_of_sites_are_looked_for_alike(
    texts: list[tuple[str, list[tuple[str, bool]]]], longest: int, wanted: frozenset[str]
) -> None:
    page = [
        RawBlock(
            index,
            BlockKind.PARAGRAPH,
            line,
            0,
            pieces=tuple(Piece(part, "/a" if linked else "", ()) for part, linked in parts),
        )
        for index, (line, parts) in enumerate(texts)
    ]
    found = core.native("named")(tuple(page), longest, wanted)
    assert found == spelled._named(page, longest, wanted)

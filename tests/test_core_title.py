"""The compiled title finder gives what its twin in Python gives, to the last bit."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsclean import core
from newsclean.fields import sifted, text
from newsclean.fields.base import View
from newsclean.fields.head import Item, Structured, Title
from newsclean.fields.site import Site
from newsclean.fields.title import forms, gather, headings, names, rank, running
from newsclean.fields.title.place import Evidence
from newsclean.model import BlockKind, Note
from newsclean.segment.blocks import Hint, Node, Piece, RawBlock, Segments
from newsclean.verdicts import Ledger

pytestmark = pytest.mark.skipif(core.native("ranked") is None, reason="the core is not compiled")

PARTS = st.sampled_from(
    [
        *(
            "Rain",
            "in",
            "the town",
            "TOWN",
            " ",
            " - ",
            "|",
            "_",
            "Star",
            "The Star",
            ":",
            "é",
            "ǅ",
        ),
        *("渡轮", "长", "日报", "北江日报", "88", "甲88", "&amp;", "ﬁ", "\u3131", "가", "x" * 90),
    ]
)
TITLES = st.lists(PARTS, min_size=1, max_size=6).map(" ".join) | st.lists(PARTS).map("".join)
HINTS = st.lists(
    st.sampled_from([Hint.NAV, Hint.TITLE, Hint.HIDDEN, Hint.FOOTER, Hint.ARTICLE, 0]), max_size=2
).map(lambda hints: sum(set(hints)))
KINDS = st.sampled_from([BlockKind.HEADING] * 3 + [BlockKind.PARAGRAPH, BlockKind.CODE])
LINKS = st.sampled_from(
    [
        None,
        "/",
        "",
        "a",
        "https://a.example/",
        "https://a.example?b",
        "https://a.example/b",
        "//a.example",
    ]
)
FAMILIES = st.sampled_from(["social", "publisher", "jsonld", "microdata", "title"])


@st.composite
def pages(draw: st.DrawFn) -> Segments:
    """Return pages with headings and texts in several places."""
    nodes = tuple(Node(-1, "p", "", "", 0, draw(HINTS), draw(st.integers(0, 1))) for _ in range(4))
    blocks = []
    for index in range(draw(st.integers(1, 9))):
        said = draw(TITLES) * draw(st.sampled_from([1, 1, 1, 12]))
        block = RawBlock(
            index,
            draw(KINDS),
            said,
            draw(st.integers(0, 3)),
            level=draw(st.integers(1, 5)),
            link_chars=draw(st.sampled_from([0, 0, len(said) // 2, len(said)])),
            pieces=(Piece(said, draw(LINKS), ()),),
            continues=draw(st.booleans()),
        )
        blocks.append(block)
    notes = draw(st.sampled_from([(), (Note("body.jsonld", ""),)]))
    return Segments(nodes, tuple(blocks), notes=notes)


@settings(max_examples=300)
@given(pages(), st.sampled_from([0, running.AWAY, Hint.NAV]))
def test_headings_are_read_alike(page: Segments, away: int) -> None:
    marked = sifted._sift(page, frozenset()).headings
    found = core.native("headings")(marked, page.nodes, away)
    assert found == headings._headings(marked, page.nodes, away)


@given(TITLES | st.text())
def test_forms_are_made_alike(title: str) -> None:
    found = core.native("form")(title, "title", "title", 3)
    assert repr(found._replace(grams=frozenset())) == repr(
        forms._form(title, "title", "title", 3)._replace(grams=frozenset())
    )
    assert found.grams == forms._form(title, "title", "title", 3).grams


@given(TITLES.map(text.key), st.frozensets(TITLES.map(text.key).filter(bool), max_size=3))
def test_names_of_the_site_are_known_alike(found: str, names: frozenset[str]) -> None:
    assert core.native("is_one_of")(found, names) == text._is_one_of(found, names)


@settings(max_examples=400)
@given(pages(), st.lists(st.tuples(TITLES, FAMILIES), max_size=6), st.data())
def test_candidates_are_ranked_alike(
    page: Segments, stated: list[tuple[str, str]], data: st.DataObject
) -> None:
    found = sifted._sift(page, frozenset())
    heads = headings._headings(found.headings, page.nodes, found.running.away)
    own = [form._replace(value=form.value[:40]) for form in heads]
    others = [one.value for one in own] + [said for said, _ in stated]
    keys = data.draw(st.frozensets(st.sampled_from(others or ["star"]).map(text.key), max_size=2))
    site = Site((), keys - {""}, "", "")
    titles = [forms._form(said, "meta", family) for said, family in stated]
    view = View(Structured(), page, Ledger(), None, None, site)
    evidence = Evidence(view, site, tuple(titles), tuple(own), found.running)
    ranked, wanted = core.native("ranked")(evidence), rank._rank(evidence)
    assert ranked == wanted
    assert [one.score.hex() for one in ranked] == [one.score.hex() for one in wanted]
    assert core.native("listed")(ranked) == rank._listed(wanted)


SIGNS = st.sampled_from(
    [
        *(" - ", "-", "--", " ---- ", " – ", "—", "——", " —— ", "|", " || ", "｜", "│", "丨", "_"),
        *(
            "__",
            "____",
            " _ ",
            ": ",
            "::",
            " :: ",
            ":",
            " : ",
            "/",
            " / ",
            " // ",
            "·",
            " • ",
            "・",
        ),
        *(
            "«",
            "»",
            " » ",
            " « ",
            "<",
            " > ",
            "~",
            " ~ ",
            "←",
            " → ",
            " ",
            "\u3000",
            "\n",
            "\u2028",
        ),
    ]
)
WORDS = st.sampled_from(
    ["a", "Rain", "The Star", "新闻", "日报", "가", "ア", "ｆ", "1", "!", "é", "\uff00"]
)
CHAINS = st.lists(SIGNS | WORDS, max_size=9).map("".join)
KEYS = st.frozensets(st.sampled_from(["thestar", "star", "日报", "rain"]), max_size=2)


@settings(max_examples=400)
@given(CHAINS, KEYS)
def test_titles_are_parted_alike(title: str, keys: frozenset[str]) -> None:
    assert core.native("parts")(title) == text._parts(title)
    assert core.native("bare")(title, keys) == names._bare(title, keys)


@given(st.text(st.characters(max_codepoint=0x3100), max_size=6))
def test_any_characters_part_titles_alike(title: str) -> None:
    for whole in (title, f"a {title} b", f"新{title}闻", f"新{'_'.join(title)}-闻"):
        assert core.native("parts")(whole) == text._parts(whole)


@st.composite
def heads(draw: st.DrawFn) -> Structured:
    """Return what pages state of their titles."""
    chains = st.lists(CHAINS | TITLES, max_size=3).map(tuple)
    metas = st.sampled_from([name for name, _, _ in gather._METAS])
    kinds = draw(st.lists(st.sampled_from([("NewsArticle",), (), ("Thing", "report")]), max_size=3))
    titles = draw(st.lists(st.tuples(CHAINS, st.integers(0, 1)), max_size=2))
    return Structured(
        title=draw(CHAINS),
        jsonld=tuple({"headline": draw(CHAINS), "name": draw(TITLES)} for _ in kinds),
        items=tuple(Item("headline", one, "") for one in draw(chains)),
        titles=tuple(Title(one, document) for one, document in titles),
        named=draw(st.dictionaries(metas, chains, max_size=4)),
        kinds=tuple(kinds),
    )


@given(heads(), KEYS, st.integers(0, 1), st.lists(WORDS, max_size=2).map(tuple))
def test_stated_titles_are_gathered_alike(
    head: Structured, keys: frozenset[str], document: int, spam: tuple[str, ...]
) -> None:
    found = core.native("stated")(head, keys, document, spam)
    assert found == gather._stated(head, keys, document, spam)


@given(st.lists(st.tuples(CHAINS, FAMILIES), max_size=5), st.lists(CHAINS, max_size=3))
def test_stated_titles_are_aligned_alike(stated: list[tuple[str, str]], page: list[str]) -> None:
    own = [forms._form(said, "h1", "page", 0) for said in page]
    others = [forms._form(said, "meta", family) for said, family in stated]
    assert core.native("aligned")(others, own) == gather._aligned(others, own)

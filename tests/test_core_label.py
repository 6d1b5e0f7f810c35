"""The compiled labeller gives what its twins in Python give, to the last bit."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsclean import core, dom, label
from newsclean.label import container, context, features, phrases, rules, trust
from newsclean.label.learned import signals, verdicts
from newsclean.label.learned.forest import LEAF, Forest, Tree, summed
from newsclean.label.learned.model import Model
from newsclean.label.learned.names import NameTable
from newsclean.model import BlockKind
from newsclean.segment import split
from newsclean.segment.blocks import Node, RawBlock, Segments
from newsclean.verdicts import Ledger, Verdict, _merged

compiled = pytest.mark.skipif(core.native("odds") is None, reason="the core is not compiled")


@compiled
@given(st.text(st.characters(codec="utf-16-le")))
def test_wide_characters_are_counted_alike(text: str) -> None:
    assert core.native("count_wide")(text) == features._count_wide(text)


@compiled
def test_every_character_is_as_wide_in_both() -> None:
    for begin in range(0, 0x110000, 0x800):
        text = "".join(map(chr, range(begin, begin + 0x800)))
        assert core.native("count_wide")(text) == features._count_wide(text), hex(begin)


SAID = st.text(
    st.one_of(
        st.sampled_from(features._CLAUSE_MARKS + features._SENTENCE_MARKS + features._CLOSING),
        st.sampled_from("aé 长:：\n\ud800\U0001f600\U0002070e"),
        st.characters(),
    ),
    min_size=1,
    max_size=130,
)


@compiled
@settings(max_examples=500)
@given(SAID, st.integers(1, 4), st.integers(0, 500), st.sampled_from(BlockKind))
def test_blocks_are_measured_alike(text: str, times: int, linked: int, kind: BlockKind) -> None:
    text *= times
    page = Segments((), (RawBlock(0, kind, text, 0, link_chars=min(linked, len(text))),))
    assert repr(core.native("measures")(page)) == repr(features._measures(page))


WORDS = sorted({word for rule in phrases.rules() for text in rule["text"] for word in text.split()})
LINES = st.lists(
    st.one_of(
        st.sampled_from(WORDS),
        st.sampled_from([text for rule in phrases.rules() for text in rule["text"]]),
        st.sampled_from(
            ["12", "1.234,5", "1234567890.1", " ", "\u3000", "|", ":", "(", "ẞ", "²", "x"]
        ),
        st.text(max_size=3),
    ),
    max_size=6,
)


@compiled
@settings(max_examples=1000)
@given(LINES, st.sampled_from(["", " ", "\n\t"]), st.booleans())
def test_lines_are_told_alike(parts: list[str], between: str, upper: bool) -> None:
    text = between.join(parts)
    text = text.upper() if upper else text
    assert phrases.load().compiled.match(text) == phrases.load().match(text)


@compiled
def test_the_examples_of_all_rules_are_told_alike() -> None:
    table = phrases.load()
    for rule in phrases.rules():
        for text in (*rule["hits"], *rule["misses"], *rule["text"]):
            for line in (text, f"{text}.", f"12 {text}", f"{text} {text}", f"({text})"):
                assert table.compiled.match(line) == table.match(line), line


@compiled
@settings(max_examples=500)
@given(
    LINES,
    st.sampled_from(["", "."]),
    st.sampled_from(BlockKind),
    st.integers(0, 2),
    st.integers(0, 1),
)
def test_lines_are_found_alike(
    parts: list[str], end: str, kind: BlockKind, level: int, links: int
) -> None:
    block = RawBlock(0, kind, " ".join(parts) + end, 0, level, links=links)
    page = Segments((), (block, block._replace(index=1, links=0)))
    table = phrases.load()
    assert table.compiled.found(page) == list(phrases._found(page, table))


@compiled
def test_more_bags_than_bits_are_refused() -> None:
    table = phrases.load()
    many = table.bags._replace(rules=table.bags.rules * 9)
    with pytest.raises(ValueError, match="bags"):
        core.native("Lines")(table._replace(bags=many))


@compiled
def test_a_text_is_wanted() -> None:
    with pytest.raises(TypeError):
        core.native("count_wide")(b"x")


def grown(draw: st.DrawFn) -> Tree:
    """Return a tree in which each node asks for a value or answers."""
    inner = draw(st.integers(0, 4))
    asks, limits, low, high = [], [], [], []
    for node in range(2 * inner + 1):
        is_leaf = node >= inner
        asks.append(LEAF if is_leaf else draw(st.integers(0, 5)))
        limits.append(draw(st.floats(-9, 9, allow_subnormal=False)))
        low.append(0 if is_leaf else 2 * node + 1)
        high.append(0 if is_leaf else 2 * node + 2)
    return Tree(tuple(asks), tuple(limits), tuple(low), tuple(high))


@compiled
@given(st.data())
def test_forests_answer_alike(data: st.DataObject) -> None:
    trees = tuple(data.draw(st.lists(st.composite(grown)(), max_size=5)))
    values = data.draw(
        st.lists(
            st.one_of(st.floats(-9, 9), st.integers(-9, 9), st.booleans()), min_size=6, max_size=6
        )
    )
    forest = core.native("Forest")(trees)
    assert forest.total(values) == summed(trees)(values)
    assert forest.total(tuple(values)) == summed(trees)(values)


@compiled
@pytest.mark.parametrize(
    "tree",
    [
        (),
        ((), (), (), ()),
        ((0,), (1.0,), (0,), (0,)),
        ((0, -1), (1.0, 2.0), (1, 0), (2, 0)),
        ((0, -1), (1.0, 2.0), (0, 0), (1, 0)),
        ((5000, -1), (1.0, 2.0), (1, 0), (1, 0)),
        ((0, -1), (1.0,), (1, 0), (1, 0)),
        ([0, -1], [1.0, 2.0], [1, 0], [1, 0]),
    ],
)
def test_a_damaged_tree_is_refused(tree: object) -> None:
    with pytest.raises(ValueError, match="damaged"):
        core.native("Forest")((tree,))


@compiled
def test_values_that_a_forest_cannot_ask_are_refused() -> None:
    forest = core.native("Forest")((Tree((3, LEAF), (1.0, 2.0), (1, 0), (1, 0)),))
    for values in ([], [1.0, 2.0, 3.0]):
        with pytest.raises(IndexError):
            forest.total(values)
    for wrong in (None, 3, ["x"] * 4, [1.0, None, 1.0, 1.0]):
        with pytest.raises(TypeError):
            forest.total(wrong)
    with pytest.raises(TypeError):
        core.native("Forest")([])


@compiled
def test_a_model_of_more_values_than_there_are_is_refused() -> None:
    many = Tree((len(signals.NAMES), LEAF), (1.0, 2.0), (1, 0), (1, 0))
    page = scene(["<p>", "text"])
    with pytest.raises(IndexError):
        core.native("odds")(page, [0], Model(Forest((many,)), NameTable({}, {})))


NAMES = st.sampled_from(
    [
        *("post", "Post-Body", "entryContent", "x", "ab", "ABC", "promo", "a" * 25, "menu-1", "é"),
        *("content main", "", " lead", "share  share", "related-" * 30),
    ]
)
TAGS = st.sampled_from(["div", "p", "ul", "li", "article", "h2", "section", "span", "x-y"])
TEXTS = st.sampled_from(
    [
        "A sentence that is long enough, and that goes on. It ends here.",
        "The council agreed to repair the old mill, members said.",
        "Read more",
        "Share this on the net",
        "新闻是长的。" * 9,
        "<a href='/x'>A link to another story of this site</a>",
        "<a href='/x'>More</a> of it",
        "12 comments",
    ]
)
PARTS = st.one_of(
    st.builds("<{} class='{}' id='{}'>".format, TAGS, NAMES, NAMES),
    st.builds("<{}>".format, TAGS),
    st.builds("</{}>".format, TAGS),
    TEXTS,
    TEXTS,
)
ODDS = st.dictionaries(
    st.sampled_from(
        [
            *("post", "body", "entry", "content", "promo", "abc", "bod", "a" * 20, "aaaaa"),
            *("lead", "main", "related", "share", "<div", "<p", "<li", "<é", "menu", "a" * 21),
        ]
    ),
    st.floats(-4, 4),
)


def page_of(parts: list[str]) -> Segments:
    return split(dom.load("<html><body>" + "".join(parts)))


def scene(parts: list[str]) -> label.Scene:
    return label.survey(page_of(parts), Ledger(), label.Anchors())


@compiled
@settings(max_examples=300)
@given(st.lists(PARTS, max_size=60), ODDS, ODDS, st.booleans(), st.data())
def test_blocks_look_alike(
    parts: list[str],
    own: dict[str, float],
    outer: dict[str, float],
    vouched: bool,
    data: st.DataObject,
) -> None:
    page = scene(parts)
    count = len(page.segments.blocks)
    if count and data.draw(st.booleans()):
        page = page._replace(head=data.draw(st.integers(0, count - 1)), vouched=vouched)
    table = NameTable(own, outer)
    found = core.native("vectors")(page, range(count), table.numbered)
    for values, wanted in zip(found, signals.vectors(page, range(count), table), strict=True):
        assert dict(zip(signals.NAMES, values, strict=True)) == dict(
            zip(signals.NAMES, wanted, strict=True)
        )


@compiled
def test_a_block_in_the_names_of_a_long_page_is_read_once_and_alike() -> None:
    parts = [f"<div class='post-{n} entry' id='promo{n}'><div>Text {n}." for n in range(300)]
    page, table = scene(parts), NameTable({"post": 1.0, "promo": 0.25}, {"entry": -1.0})
    wanted = range(len(page.segments.blocks))
    found = core.native("vectors")(page, wanted, table.numbered)
    assert found == list(signals.vectors(page, wanted, table))


HINTED = st.sampled_from(
    [
        *("nav", "comments", "related-posts", "newsletter", "article-body", "teaser", "header"),
        *("byline", "lede summary", "legal", "author-bio", "ad", "caption", "standfirst"),
    ]
)
HINTED_PARTS = st.one_of(
    PARTS,
    st.builds("<{} class='{}'>".format, TAGS, HINTED),
    st.builds("<{} class='{}' hidden>".format, TAGS, HINTED),
    st.sampled_from(["<figcaption>", "<table><tr><td>", "</table>", "Advertisement. "]),
)
HINTED_PAGES = st.lists(HINTED_PARTS, max_size=60).map(lambda parts: [*parts, "It ends here."])


@compiled
@settings(max_examples=300)
@given(HINTED_PAGES, st.data())
def test_the_same_hints_hold(parts: list[str], data: st.DataObject) -> None:
    page = page_of(parts)
    prose = [found.prose for found in features.measures(page)]
    head = data.draw(st.one_of(st.none(), st.sampled_from([block.index for block in page.blocks])))
    found, wanted = core.native("trusted")(page, prose, head), trust._trusted(page, prose, head)
    assert found == wanted
    assert repr(found) == repr(wanted)


@compiled
@settings(max_examples=300)
@given(HINTED_PAGES, st.data())
def test_rules_say_the_same_of_blocks(parts: list[str], data: st.DataObject) -> None:
    page = page_of(parts)
    some = st.sets(st.sampled_from(page.blocks).map(lambda block: block.index))
    found = features.measures(page)
    head = data.draw(st.integers(-1, len(page.blocks)))
    home = data.draw(st.integers(-1, len(page.nodes)))
    inside = container._inside(page, home)
    assert core.native("inside")(page, home) == inside
    hints = trust._trusted(page, [measure.prose for measure in found], None).hints
    ground = rules.Ground(page, found, hints, inside, head, head + 4, dict(phrases.matches(page)))
    decided = dict.fromkeys(data.draw(some), rules.CONTENT._replace(score=0.5))
    closed = frozenset(data.draw(some))
    said = core.native("judged")(ground, decided, closed)
    assert list(said.items()) == list(rules._judged(ground, decided, closed).items())


LONG = "Some words, and more, and some. " * 12
PROSE = st.builds(f"<{{0}}>{LONG}</{{0}}>".format, TAGS)


@compiled
@settings(max_examples=500)
@given(st.lists(st.one_of(HINTED_PARTS, PROSE), max_size=50), st.data())
def test_the_same_element_holds_the_article(parts: list[str], data: st.DataObject) -> None:
    page = split(dom.load("".join([*parts, "It ends here, at last, and now."])))
    page = page._replace(boxes=data.draw(st.sampled_from([0, 0, 0, 1, -1])))
    prose = [measure.prose for measure in features._measures(page)]
    title = data.draw(st.one_of(st.none(), st.integers(0, len(page.blocks) - 1)))
    held = trust._trusted(page, prose, title)
    assert core.native("home")(page, held, title) == container._choose(page, held, title)


@compiled
@given(HINTED_PAGES, st.data())
def test_the_edges_of_articles_are_found_alike(parts: list[str], data: st.DataObject) -> None:
    page = split(dom.load("".join(parts)))
    found, count = features._measures(page), len(page.blocks)
    said = st.sampled_from([rules.CONTENT, rules._OUTSIDE])
    verdicts = {index: data.draw(said) for index in range(count) if data.draw(st.booleans())}
    title = data.draw(st.one_of(st.none(), st.integers(0, max(0, count - 1))))
    home = data.draw(st.integers(-1, len(page.nodes) - 1)) if page.nodes else -1
    wanted = context._settle(page, found, verdicts, title, home)
    assert core.native("settle")(page, found, verdicts, title, home) == wanted


@compiled
@given(st.lists(st.tuples(st.integers(0, 5), st.sampled_from([rules.CONTENT, rules._OUTSIDE]))))
def test_verdicts_are_put_in_a_row_alike(pairs: list[tuple[int, Verdict]]) -> None:
    first = _merged({}, pairs[::2])
    found = core.native("merged")(first, pairs)
    assert found == _merged(first, pairs)
    assert list(found) == list(_merged(first, pairs))


@compiled
@settings(max_examples=300)
@given(HINTED_PAGES)
def test_the_rules_are_certain_of_the_same_blocks(parts: list[str]) -> None:
    page = scene(parts)
    assert core.native("uncertain")(page) == verdicts._uncertain(page)


@compiled
@given(HINTED_PAGES, st.data())
def test_the_model_says_the_same(parts: list[str], data: st.DataObject) -> None:
    page = scene(parts)
    wanted = list(page.verdicts)
    answers = data.draw(st.lists(st.floats(-40, 40), min_size=len(wanted), max_size=len(wanted)))
    found = core.native("settled")(page, wanted, answers)
    assert repr(found) == repr(verdicts._settled(page, wanted, answers))


@compiled
@pytest.mark.parametrize(("node", "parent"), [(1, -1), (-1, -1), (0, 0), (0, 7), (0, -2)])
def test_blocks_and_elements_that_do_not_fit_together_are_refused(node: int, parent: int) -> None:
    block = RawBlock(0, BlockKind.PARAGRAPH, "A text.", node)
    page = Segments((Node(parent, "p", "", "", 0, 0, 0),), (block,))
    with pytest.raises(IndexError):
        core.native("trusted")(page, [0.0], None)
    bad = label.Scene(page, features.measures(page), {}, (0,), [True], None, 0, vouched=False)
    with pytest.raises(IndexError):
        core.native("vectors")(bad, [0], NameTable({}, {}).numbered)


@compiled
def test_blocks_that_are_not_there_are_refused() -> None:
    page = scene(["<p>A text."])
    for index in (-1, len(page.segments.blocks)):
        with pytest.raises(IndexError):
            core.native("vectors")(page, [index], NameTable({}, {}).numbered)
        with pytest.raises(IndexError):
            core.native("trusted")(page.segments, [0.0], index)
        with pytest.raises(IndexError):
            core.native("vectors")(page._replace(head=index), [0], NameTable({}, {}).numbered)

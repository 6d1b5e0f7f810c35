"""The trained labeller: its trees, what it sees of a page, and where it is not asked."""

import json
from importlib import resources

import pytest

import newsclean
from newsclean import dom, label
from newsclean.label.learned import outlook, signals
from newsclean.label.learned.forest import Forest, Tree
from newsclean.label.learned.names import NameScores, NameTable
from newsclean.label.learned.scene import is_bare
from newsclean.label.learned.sums import Sums
from newsclean.segment import split
from newsclean.segment.blocks import Node
from newsclean.verdicts import Ledger

P = "The council met on {}, and after a long debate it agreed to repair the old mill, members said."
BODY = "".join(f"<p>{P.format(day)}</p>" for day in ("Monday", "Tuesday", "Wednesday"))
TREE = Tree((0, -1, 1, -1, -1), (0.5, -1.0, 2.0, 1.0, 3.0), (1, 0, 3, 0, 0), (2, 0, 4, 0, 0))


def scene(markup: str) -> label.Scene:
    page = split(dom.load(f"<html><body>{markup}</body></html>"))
    return label.survey(page, Ledger(), label.Anchors())


@pytest.mark.parametrize(
    ("values", "total"), [((0.5, 9.0), -1.0), ((0.6, 2.0), 1.0), ((0.6, 2.1), 3.0)]
)
def test_a_tree_asks_from_its_root_down(values: tuple[float, ...], total: float) -> None:
    assert Forest((TREE,)).total(values) == total
    assert Forest((TREE, TREE)).total(values) == 2 * total


def test_a_forest_without_trees_knows_nothing() -> None:
    assert Forest(()).probability(()) == 0.5


def test_a_forest_comes_back_from_its_plain_form() -> None:
    forest = Forest((TREE,))
    assert Forest.of(json.loads(json.dumps(forest.plain()))) == forest


def test_very_sure_trees_give_a_probability() -> None:
    sure = Forest((Tree((-1,), (1e9,), (0,), (0,)),))
    assert 0.999 < sure.probability(()) <= 1.0


def test_rows_of_boxes_alike_are_seen_and_how_many_lead_away() -> None:
    box = "<div class='card'><h3><a href='/a'>Other news of the day</a></h3><p>A text.</p></div>"
    page = scene(f"<div class='list'>{box * 4}</div><div class='text'>{BODY}</div>")
    sums = Sums(page, page.kept())
    card = next(i for i, node in enumerate(page.segments.nodes) if node.classes == "card")
    assert sums.row(card) == card
    assert sums.alike(card) == (4, 1.0)
    text = next(i for i, node in enumerate(page.segments.nodes) if node.classes == "text")
    assert sums.row(text) == -1


def test_words_of_class_names_count_by_how_far_out_they_stand() -> None:
    nodes = [
        Node(-1, "body", "", "page", 0, 0, 0),
        Node(0, "div", "", "promo", 0, 0, 0),
        Node(1, "div", "", "inner", 0, 0, 0),
        Node(2, "p", "", "lead", 0, 0, 0),
    ]
    table = NameTable({"lead": 2.0, "inner": 0.5, "<p": 1.0}, {"promo": -3.0})
    assert NameScores(nodes, table).of(3) == (3.5 / 3, 0.5, 2.0, -3.0, -3.0, -3.0)


def test_a_page_of_bare_elements_is_left_to_the_rules() -> None:
    page = scene(BODY + "<p>More</p>")
    assert is_bare(page.segments)
    assert label.revise(page, label.load()) == {}


def test_every_value_has_a_name() -> None:
    page = scene("".join(f"<div class='c{n}' id='i{n}'>{BODY}</div>" for n in range(3)))
    rows = list(signals.vectors(page, range(len(page.segments.blocks)), NameTable({}, {})))
    assert {len(row) for row in rows} == {len(signals.NAMES)}
    assert len(set(signals.NAMES)) == len(signals.NAMES)


def test_the_model_speaks_in_the_ledger_with_its_probability() -> None:
    divs = "".join(f"<div class='c{n}'></div>" for n in range(5))
    page = f"<div class='article-body' id='text'>{BODY * 3}</div><div class='x'>{divs}</div>"
    many = f"<body class='a'><div class='b'><div class='c'>{page}</div></div></body>"
    blocks = split(dom.load(many))
    ledger = label.judge(blocks, Ledger(), label.Anchors(), label.load())
    last = [ledger.final(block.index) for block in blocks.blocks]
    assert all(verdict and verdict.rule == "label.model" for verdict in last)
    assert all(verdict and 0.3 < verdict.score <= 1 for verdict in last)


def test_the_shipped_model_is_small_plain_data_and_says_what_it_is_from() -> None:
    text = resources.files("newsclean.data").joinpath("model.json").read_text("utf-8")
    assert len(text) <= 1_000_000
    data = json.loads(text)
    assert len(data["corpus"]) == 64
    assert data["cross_validated"]["combined"]["f1"] > 0.7
    assert max(ask for tree in data["blocks"] for ask in tree[0]) < len(signals.NAMES)
    assert max(ask for tree in data["articles"] for ask in tree[0]) < len(outlook.NAMES)


def test_a_page_that_is_no_article_keeps_its_text() -> None:
    row = (
        "<div class='product'><h3><a href='/p'>Blue mug</a></h3><p class='price'>€ {}.90</p></div>"
    )
    shop = "".join(row.format(n) for n in range(30))
    text = (
        "<p class='intro'>All mugs are made by hand in our workshop, and sent within two days.</p>"
    )
    page = f"<body class='shop'><main id='m' class='grid'>{text * 4}{shop}</main></body>"
    found = newsclean.parse(page, url="https://shop.example/mugs?sort=price")
    assert found.status is not newsclean.Status.OK
    assert any("made by hand" in paragraph for paragraph in found.paragraphs)

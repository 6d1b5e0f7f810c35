"""Articles as dictionaries and JSON, and back without a loss."""

import datetime as dt
import json
import pickle
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsclean import (
    Article,
    Block,
    BlockKind,
    Candidate,
    Image,
    InvalidRecord,
    Note,
    Place,
    Reason,
    Removal,
    Run,
    Status,
)

TEXT = st.text(max_size=20)
MAYBE = st.none() | TEXT
ZONES = st.none() | st.just(dt.UTC) | st.just(dt.timezone(dt.timedelta(hours=8)))
DATES = st.none() | st.dates() | st.datetimes(timezones=ZONES)
RUNS = st.builds(Run, TEXT, MAYBE, st.lists(st.sampled_from(["em", "strong"])).map(tuple))
IMAGES = st.builds(Image, TEXT, TEXT, TEXT)
BLOCKS = st.builds(
    Block,
    st.sampled_from(BlockKind),
    TEXT,
    st.integers(0, 6),
    st.booleans(),
    st.lists(RUNS, max_size=3).map(tuple),
    st.lists(st.lists(TEXT, max_size=2).map(tuple), max_size=2).map(tuple),
    st.booleans(),
    MAYBE,
    st.none() | IMAGES,
    st.integers(0, 99),
)
REMOVALS = st.builds(
    Removal,
    TEXT,
    st.sampled_from(Reason),
    TEXT,
    st.builds(Place, st.integers(0, 9), st.none() | st.integers(0, 9), TEXT),
)
ARTICLES = st.builds(
    Article,
    status=st.sampled_from(Status),
    confidence=st.floats(0, 1),
    title=MAYBE,
    date=DATES,
    modified=DATES,
    authors=st.lists(TEXT, max_size=2).map(tuple),
    images=st.lists(IMAGES, max_size=2).map(tuple),
    blocks=st.lists(BLOCKS, max_size=3).map(tuple),
    removed=st.lists(REMOVALS, max_size=2).map(tuple),
    evidence=st.dictionaries(
        TEXT,
        st.lists(st.builds(Candidate, TEXT, TEXT, st.booleans(), TEXT, MAYBE), max_size=2).map(
            tuple
        ),
        max_size=2,
    ),
    notes=st.lists(st.builds(Note, TEXT, TEXT), max_size=2).map(tuple),
)


@given(ARTICLES)
def test_what_goes_out_comes_back(article: Article) -> None:
    assert Article.from_dict(article.to_dict()) == article
    assert Article.from_dict(json.loads(article.to_json())) == article


@given(ARTICLES)
def test_articles_can_be_pickled(article: Article) -> None:
    assert pickle.loads(pickle.dumps(article)) == article


def test_keys_keep_their_order_and_dates_their_form() -> None:
    article = Article(
        Status.OK, title="x", date=dt.date(2024, 5, 1), modified=dt.datetime(2024, 5, 1, 8, 30)
    )
    record = article.to_dict()
    assert list(record)[:6] == ["schema", "status", "confidence", "title", "source", "date"]
    assert (record["date"], record["modified"]) == ("2024-05-01", "2024-05-01T08:30:00")


def test_json_can_always_be_encoded() -> None:
    Article(Status.OK, title="a\ud800b").to_json().encode()


def changed(key: str, value: Any) -> dict[str, Any]:
    block = Block(BlockKind.PARAGRAPH, "x", runs=(Run("x"),))
    return Article(Status.OK, blocks=(block,)).to_dict() | {key: value}


@pytest.mark.parametrize(
    ("record", "message"),
    [
        (changed("status", "fine"), "status: 'fine' is not a valid Status"),
        (changed("title", 5), "title: str or null is wanted, not int"),
        (changed("authors", "A"), "authors: list or tuple is wanted, not str"),
        (changed("authors", [1]), r"authors\[0\]: str is wanted, not int"),
        (changed("blocks", [{}]), r"blocks\[0\]"),
        (changed("date", "soon"), "date: "),
        ({"status": "ok"}, "confidence: missing"),
        ([], "the record: an object is wanted, not list"),
    ],
)
def test_a_broken_record_names_what_is_wrong(record: Any, message: str) -> None:
    with pytest.raises(InvalidRecord, match=message):
        Article.from_dict(record)


def test_unknown_keys_are_ignored() -> None:
    assert Article.from_dict(changed("later", 1)).blocks[0].text == "x"

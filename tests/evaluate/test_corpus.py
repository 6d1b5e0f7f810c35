"""The layouts of a corpus, and what is said of one that cannot be read."""

import gzip
import json
from collections.abc import Mapping
from pathlib import Path

import pytest

from newsclean.evaluate.corpus import Sample, digest, fingerprints, read
from newsclean.evaluate.errors import EvaluationError
from newsclean.evaluate.gold import Gold
from newsclean.evaluate.select import Selection

PAGE = b"<h1>Mill</h1><p>The council met on Monday, he said.</p>"
FIXTURES = Path(__file__).resolve().parents[2] / "fixtures"


def index(folder: Path, *records: Mapping[str, object]) -> Path:
    (folder / "a.html").write_bytes(PAGE)
    path = folder / "corpus.jsonl"
    path.write_text("".join(json.dumps(record) + "\n" for record in records), "utf-8")
    return path


def test_a_line_of_a_jsonl_file_needs_only_a_page_and_its_gold(tmp_path: Path) -> None:
    path = index(tmp_path, {"html": "a.html", "gold": {"title": "Mill", "date": None}})
    (sample,) = read(path)
    assert (sample.id, sample.dataset, sample.site) == ("a.html", "corpus", None)
    assert sample.gold == Gold(title="Mill")
    assert sample.read() == PAGE


def test_every_field_of_a_line_is_read(tmp_path: Path) -> None:
    gold = {
        "text": "Body", "paragraphs": ["Body"], "title": "T", "date": "2024-03-05T10:00:00Z",
        "authors": ["Ada"], "source": "Post", "with": ["in"], "without": ["out"],
        "page_type": "article",
    }  # fmt: skip
    record = {
        "id": "x", "html": "a.html", "gold": gold, "dataset": "d", "lang": "en", "split": "dev",
        "url": "https://www.post.example/a", "content_type": "text/html", "dup_group": "g",
        "known_failure": "hard",
    }  # fmt: skip
    (sample,) = read(index(tmp_path, record).parent)
    assert sample.gold == Gold(
        "Body", ("Body",), "T", "2024-03-05", ("Ada",), "Post", ("in",), ("out",), "article"
    )
    stated = (sample.id, sample.dataset, sample.language, sample.split, sample.site, sample.group)
    assert stated == ("x", "d", "en", "dev", "post.example", "g")
    assert (sample.url, sample.content_type) == ("https://www.post.example/a", "text/html")
    assert sample.known_failure == "hard"


def test_paragraphs_alone_give_the_text(tmp_path: Path) -> None:
    (sample,) = read(index(tmp_path, {"html": "a.html", "gold": {"paragraphs": ["a", "b"]}}))
    assert sample.gold.text == "a\nb"


def test_pages_may_be_compressed(tmp_path: Path) -> None:
    path = index(tmp_path, {"html": "b.gz", "gold": {}})
    (tmp_path / "b.gz").write_bytes(gzip.compress(PAGE))
    assert read(path)[0].read() == PAGE


def test_a_folder_of_folders_is_a_corpus(tmp_path: Path) -> None:
    for slug, gold in (
        ("one", {"title": "Mill", "lang": "en"}),
        ("two", {"page_type": "listing"}),
    ):
        (tmp_path / slug).mkdir()
        (tmp_path / slug / "page.html").write_bytes(PAGE)
        (tmp_path / slug / "gold.json").write_text(json.dumps(gold))
    (tmp_path / "one" / "case.toml").write_text(
        'url = "https://a.example/1"\nexpect = "fail"\nwhy = "hard"\n'
    )
    (tmp_path / "notes").mkdir()
    one, two = read(tmp_path)
    assert (one.id, one.dataset, one.language) == ("one", tmp_path.name, "en")
    assert (one.site, one.known_failure) == ("a.example", "hard")
    assert (two.gold.page_type, two.known_failure) == ("listing", None)


def test_the_fixtures_are_a_corpus() -> None:
    samples = {sample.id: sample for sample in read(FIXTURES)}
    modern = samples["modern-en"].gold
    assert modern.page_type == "article"
    assert modern.date == "2024-03-05"
    assert modern.text is not None
    assert modern.text.splitlines() == list(modern.paragraphs)
    assert samples["listing"].gold.page_type == "listing"
    assert samples["hijacked-text-dump"].page.suffix == ".txt"


@pytest.mark.parametrize(
    ("record", "said"),
    [
        ({"gold": {}}, "corpus.jsonl line 1: html, the file with the page, is missing"),
        ({"html": "a.html"}, "corpus.jsonl line 1: gold is not an object"),
        ({"html": "a.html", "gold": {"title": 3}}, "corpus.jsonl line 1: title is not a string"),
        (
            {"html": "a.html", "gold": {"authors": "Ada"}},
            "corpus.jsonl line 1: authors is not a list of strings",
        ),
        (
            {"html": "a.html", "gold": {"date": "5 March"}},
            "corpus.jsonl line 1: date is not a date as YYYY-MM-DD: 5 March",
        ),
    ],
)
def test_a_wrong_line_is_named(tmp_path: Path, record: dict[str, object], said: str) -> None:
    with pytest.raises(EvaluationError) as caught:
        read(index(tmp_path, record))
    assert str(caught.value) == said


def test_what_is_no_corpus_is_said_in_one_line(tmp_path: Path) -> None:
    empty = tmp_path / "empty"
    (empty / "page").mkdir(parents=True)
    (empty / "page" / "page.html").write_bytes(PAGE)
    broken = tmp_path / "broken.jsonl"
    broken.write_text("[1]\n")
    twice = {"html": "a.html", "gold": {}}
    for path, said in (
        (tmp_path / "none", f"cannot read {tmp_path / 'none'}: No such file or directory"),
        (empty, f"{empty / 'page'}: neither gold.json nor expected.json"),
        (empty / "page", f"{empty / 'page'}: no pages"),
        (broken, "broken.jsonl line 1 is not a JSON object"),
        (
            index(tmp_path, twice, twice),
            f"{tmp_path / 'corpus.jsonl'}: two pages have the id a.html",
        ),
    ):
        with pytest.raises(EvaluationError) as caught:
            read(path)
        assert str(caught.value) == said


@pytest.mark.parametrize(
    "record",
    [
        {"id": "a", "html": "a.html", "gold": {"title": "Old mill"}},
        {"id": "a", "html": "b.html", "gold": {"title": "Mill"}},
        {"id": "a", "html": "a.html", "gold": {"title": "Mill"}, "dup_group": "g"},
        {"id": "b", "html": "a.html", "gold": {"title": "Mill"}},
    ],
)
def test_another_corpus_has_another_digest(tmp_path: Path, record: dict[str, object]) -> None:
    (tmp_path / "b.html").write_bytes(PAGE + b" ")
    first = read(index(tmp_path, {"id": "a", "html": "a.html", "gold": {"title": "Mill"}}))
    again = read(index(tmp_path, {"id": "a", "html": "a.html", "gold": {"title": "Mill"}}))
    assert digested(first) == digested(again)
    assert digested(first) != digested(read(index(tmp_path, record)))


def digested(samples: list[Sample]) -> str:
    return digest(fingerprints(samples))


def test_pages_are_chosen(tmp_path: Path) -> None:
    samples = read(
        index(
            tmp_path,
            {"id": "a", "html": "a.html", "dataset": "one", "gold": {"page_type": "article"}},
            {"id": "b", "html": "a.html", "dataset": "two", "gold": {"page_type": "forum"}},
            {"id": "c", "html": "a.html", "dataset": "one", "split": "dev", "gold": {}},
        )
    )

    def chosen(selection: Selection) -> str:
        return "".join(sample.id for sample in selection.of(samples))

    assert chosen(Selection()) == "abc"
    assert chosen(Selection(datasets=("one",))) == "ac"
    assert chosen(Selection(page_types=("article",))) == "ac"
    assert chosen(Selection(page_types=("forum",))) == "b"
    assert chosen(Selection(splits=("dev",))) == "c"
    assert chosen(Selection(limit=2)) == "ab"
    assert (
        str(Selection(("one",), ("article",), (), 2))
        == "--dataset one --page-type article --limit 2"
    )

"""Training: the same corpus gives the same file; what it needs and writes."""

import json
import shutil
import sys
from pathlib import Path

import pytest

from newsclean.evaluate import corpus
from newsclean.label import Model
from newsclean.training.__main__ import main
from newsclean.training.examples import Example
from newsclean.training.folds import FOLDS, fold
from newsclean.training.nametable import learn

FIXTURES = Path(__file__).parents[2] / "fixtures"


def lightgbm_is_there() -> bool:
    try:
        import lightgbm  # noqa: F401 - whether it is there
    except (ImportError, OSError):
        return False
    return True


needs_lightgbm = pytest.mark.skipif(
    not lightgbm_is_there(), reason="LightGBM (extra: train) cannot be loaded here"
)


def example(words: tuple[str, ...], share: float) -> Example:
    return Example([0.0] * 8, words, (), share, 1.0)


def test_words_of_enough_sites_get_log_odds_and_a_site_has_one_vote() -> None:
    blocks = [(f"site{n}", example(("promo",), 0.0)) for n in range(6)]
    blocks += [("site0", example(("promo",), 1.0))] * 50
    blocks += [("site0", example(("rare",), 1.0))]
    table = learn(blocks)
    assert set(table.own) == {"promo"}
    assert table.own["promo"] < -1


def test_all_pages_of_a_site_are_in_one_part() -> None:
    sample = corpus.read(FIXTURES)[0]
    from dataclasses import replace

    pages = [replace(sample, id=f"p{n}", site="news.example") for n in range(9)]
    assert len({fold(page) for page in pages}) == 1
    assert {fold(replace(sample, id=f"p{n}", site=f"n{n}")) for n in range(99)} == set(range(FOLDS))


def test_a_corpus_that_cannot_be_read_is_one_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([str(tmp_path / "none"), "-o", str(tmp_path / "m.json")]) == 2
    assert capsys.readouterr().err.count("\n") == 1


def test_without_the_extra_it_is_named(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(sys.modules, "lightgbm", None)
    assert main([str(FIXTURES), "-o", str(tmp_path / "m.json")]) == 2
    assert "extra 'train'" in capsys.readouterr().err


@needs_lightgbm
@pytest.mark.timeout(240)
def test_the_same_corpus_gives_the_same_file(tmp_path: Path) -> None:
    pages = tmp_path / "pages"
    for folder in sorted(FIXTURES.iterdir())[:24]:
        shutil.copytree(folder, pages / folder.name)
    files = [tmp_path / "one.json", tmp_path / "two.json"]
    found = tmp_path / "found.jsonl"
    assert main([str(pages), "-o", str(files[0]), "--workers", "1"]) == 0
    given = [str(pages), "-o", str(files[1]), "--workers", "2", "--predictions", str(found)]
    assert main(given) == 0
    assert files[0].read_bytes() == files[1].read_bytes()
    data = json.loads(files[0].read_text("utf-8"))
    assert Model.of(data).blocks.trees
    assert set(data["cross_validated"]) >= {"combined", "article"}
    assert len(found.read_text("utf-8").splitlines()) == data["pages"] == 24

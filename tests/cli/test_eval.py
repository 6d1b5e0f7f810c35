"""``newsclean eval`` on small folders."""

import io
import json
import sys
from pathlib import Path

import pytest

import newsclean
from newsclean.cli import main
from newsclean.evaluate import outcomes
from newsclean.evaluate.progress import shown

ROOT = Path(__file__).resolve().parents[2]
TEXT = (
    "The council met on {}, and after a long debate it agreed to repair the old mill, members said."
)
LINES = [TEXT.format(day) for day in ("Monday", "Tuesday", "Wednesday")]
PAGE = "<html><body><nav><a href='/'>Home</a></nav><h1>The old mill</h1>{}</body></html>"


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """Return a corpus of two pages: one read without a fault, and one with a wrong title."""
    folder = tmp_path / "pages"
    page = PAGE.format("".join(f"<p>{line}</p>" for line in LINES))
    for slug, title in (("mill", "The old mill"), ("weir", "The new weir")):
        (folder / slug).mkdir(parents=True)
        (folder / slug / "page.html").write_text(page)
        gold = {"title": title, "paragraphs": LINES, "page_type": "article", "lang": "en"}
        (folder / slug / "gold.json").write_text(json.dumps(gold))
        case = f'url = "https://www.{slug}.example/1"\n'
        (folder / slug / "case.toml").write_text(case)
    return folder


def change_title(corpus: Path, title: str) -> None:
    """Change the gold of a page."""
    file = corpus / "weir" / "gold.json"
    file.write_text(json.dumps(json.loads(file.read_text()) | {"title": title}))


def ran(capfd: pytest.CaptureFixture[str], *given: object) -> tuple[int, str, str]:
    code = main(["eval", *map(str, given)])
    out, err = capfd.readouterr()
    return code, out, err


def test_a_report_has_rows_sites_types_confidence_and_the_worst_pages(
    corpus: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    code, out, err = ran(capfd, corpus, "--by", "title")
    assert code == 0
    rows = {line[:24].strip(): line[24:].split() for line in out.splitlines()}
    assert rows["combined"][:4] == ["2", "1.000", "1.000", "1.000"]
    assert rows["combined"][5] == "0.500"
    assert rows["dataset pages"] == rows["language en"] == rows["combined"]
    assert rows["site weir.example"][5] == "0.000"
    assert "article or not, on 2 pages: precision 1.000, recall 1.000, F1 1.000" in out
    assert "article                  ok 2" in out
    assert "confidence, on 2 pages: calibration error 0." in out
    assert out.split("pages with the lowest title\n")[1].split()[4] == "2"
    assert " weir\n" in out
    assert err.splitlines() == ["newsclean: 1 of 2 pages", "newsclean: 2 of 2 pages"]


def test_several_processes_give_the_same(corpus: Path, capfd: pytest.CaptureFixture[str]) -> None:
    def scores(*given: str) -> list[object]:
        code, out, _ = ran(capfd, corpus, "--json", "--quiet", *given)
        assert code == 0
        return [{**page, "seconds": 0} for page in json.loads(out)["pages"]]

    assert scores("--workers", "2") == scores()


def test_a_saved_run_is_what_json_prints_and_the_next_is_held_against_it(
    corpus: Path,
    tmp_path: Path,
    capfd: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    saved = tmp_path / "run.json"
    _, out, _ = ran(capfd, corpus, "-q", "--json", "--save", saved)
    assert out == saved.read_text("utf-8")
    _, out, _ = ran(capfd, corpus, "-q", "--against", saved)
    assert "no difference to the saved run, on 2 pages\n" in out
    parse = newsclean.parse
    monkeypatch.setattr(newsclean, "parse", lambda *_: parse(PAGE.format(f"<p>{LINES[0]}</p>" * 3)))
    _, out, _ = ran(capfd, corpus, "-q", "--against", saved)
    assert "combined f1: 1.000 -> 0." in out
    assert "pages that changed most, of 2\nmill: f1 1.000 -> 0." in out
    _, out, _ = ran(capfd, corpus, "-q", "--against", saved, "--json")
    assert json.loads(out)["changes"]["rows"][0]["where"] == "combined"


def test_a_corpus_may_grow_between_two_runs(
    corpus: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    saved = tmp_path / "run.json"
    ran(capfd, corpus, "-q", "--save", saved)
    change_title(corpus, "The old mill")
    code, out, _ = ran(capfd, corpus, "-q", "--against", saved)
    assert code == 0
    told = "no difference to the saved run, on 1 pages; 1 are new or have another gold\n"
    assert told in out


def test_floors_are_made_kept_and_lowered_only_when_told_to(
    corpus: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    floors = tmp_path / "floors.toml"
    floors.write_text('corpus = "any"\nmargin = 0.0\n[combined]\nf1 = 0.5\ntitle = 0.1\n')
    code, _, err = ran(capfd, corpus, "-q", "--floors", floors)
    assert (code, err) == (0, "every figure is at its floor or above\n")
    assert ran(capfd, corpus, "-q", "--floors", floors, "--update-floors")[0] == 0
    assert "f1 = 1.000\ntitle = 0.500\n" in floors.read_text()

    change_title(corpus, "The old mill")
    assert ran(capfd, corpus, "-q", "--floors", floors, "--update-floors")[0] == 0
    raised = floors.read_text()
    assert "title = 1.000" in raised

    change_title(corpus, "The new weir")
    below = "combined title: 0.5000 is below the floor 1.0\n"
    assert ran(capfd, corpus, "-q", "--floors", floors)[::2] == (1, below)
    code, _, err = ran(capfd, corpus, "-q", "--floors", floors, "--update-floors")
    refused = f"{floors} is not changed: --allow-lower would lower these floors\n"
    assert (code, err) == (1, below + refused)
    assert floors.read_text() == raised
    update = ("--floors", floors, "--update-floors", "--allow-lower")
    assert ran(capfd, corpus, "-q", *update)[0] == 0
    assert "title = 0.500" in floors.read_text()


def test_new_floors_belong_to_their_corpus(
    corpus: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    floors = tmp_path / "floors.toml"
    code, _, err = ran(capfd, corpus, "-q", "--floors", floors, "--update-floors")
    assert (code, err) == (0, f"wrote {floors}\n")
    change_title(corpus, "Another")
    for given in (("--floors", floors), ("--floors", floors, "--update-floors")):
        code, out, err = ran(capfd, corpus, "-q", *given)
        assert (code, out) == (2, "")
        assert err.startswith(f"newsclean: {floors} is of another corpus or selection: ")
    update = ("--floors", floors, "--update-floors", "--allow-lower")
    assert ran(capfd, corpus, "-q", *update)[0] == 0
    assert ran(capfd, corpus, "-q", "--floors", floors)[0] == 0


def test_a_page_that_makes_newsclean_raise_scores_nothing_and_fails_the_run(
    corpus: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError("no")

    monkeypatch.setattr(newsclean, "parse", broken)
    code, out, _ = ran(capfd, corpus, "-q", "--limit", "1")
    assert code == 1
    assert "raised: mill: RuntimeError('no')" in out
    assert " 0.000 raised" in out


def test_predictions_made_elsewhere_are_scored(
    corpus: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delattr(newsclean, "parse")
    mill = {"id": "mill", "text": "\n".join(LINES), "title": "The old mill", "status": "ok"}
    file = tmp_path / "predictions.jsonl"
    file.write_text(json.dumps(mill) + "\n")
    code, out, _ = ran(capfd, corpus, "-q", "--json", "--predictions", file)
    scored, missing = json.loads(out)["pages"]
    assert (scored["id"], set(scored["measures"].values())) == ("mill", {1.0})
    assert (missing["error"], set(missing["measures"].values())) == ("no prediction", {0.0})
    assert code == 1
    weir = {**mill, "id": "weir", "paragraphs": [], "confidence": 0.7, "date": "soon"}
    file.write_text(json.dumps(mill) + "\n" + json.dumps(weir))
    code, out, _ = ran(capfd, corpus, "-q", "--json", "--predictions", file)
    found = json.loads(out)["pages"][1]
    assert (code, found["confidence"], found["measures"]["f1"]) == (0, 0.7, 1.0)
    assert found["measures"]["paragraphs"] == found["measures"]["title"] == 0.0
    for wrong in ("high", float("nan"), float("inf"), -1):
        file.write_text(json.dumps({**weir, "confidence": wrong}))
        code, _, err = ran(capfd, corpus, "-q", "--predictions", file)
        said = "newsclean: prediction weir: confidence is not a number from 0 on\n"
        assert (code, err) == (2, said)


def test_known_failures_are_named_and_not_counted(
    corpus: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    (corpus / "weir" / "case.toml").write_text('expect = "fail"\nwhy = "the title is wrong"\n')
    code, out, _ = ran(capfd, corpus, "-q")
    assert code == 0
    assert "known failure, not counted: weir: the title is wrong\n" in out
    change_title(corpus, "The old mill")
    told = "weir: the title is wrong; it is read without a fault now\n"
    assert told in ran(capfd, corpus, "-q")[1]
    assert out.splitlines()[1].split()[:2] == ["combined", "1"]


def test_markdown_goes_to_the_marked_places_of_a_page(
    corpus: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    _, out, _ = ran(capfd, corpus, "-q", "--markdown")
    assert "| dataset" not in out
    table = out.split("## datasets\n\n")[1].split("\n\n")[0]
    assert "| pages | 2 | 1.000 | 1.000 | 1.000 | 1.000 | 0.500 | 0.500 | 1.000 |" in table
    page = tmp_path / "quality.md"
    page.write_text(
        "Before\n<!-- newsclean eval --dataset pages: datasets -->\nold\n<!-- end -->\n"
        "<!-- newsclean eval: datasets -->\nother\n<!-- end -->\nAfter\n"
    )
    for _ in range(2):
        assert ran(capfd, corpus, "-q", "--dataset", "pages", "--into", page) == (0, "", "")
        lines = page.read_text().splitlines()
        assert "old" not in lines
        assert "\n".join(lines[3:8]) == table
        assert lines[-4:] == ["<!-- newsclean eval: datasets -->", "other", "<!-- end -->", "After"]
    code, _, err = ran(capfd, corpus, "-q", "--limit", "1", "--into", page)
    place = "<!-- newsclean eval --limit 1: datasets -->"
    assert (code, err) == (2, f"newsclean: {page} has no line {place}\n")


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ([], "nothing came out"),
        (
            [*LINES, "Votes are counted, and a herd of cows went over the bridge at noon."],
            "foreign text kept",
        ),
        (LINES[:2], "text lost"),
        ([LINES[0], "Votes are counted, and a herd of cows went over the bridge at noon."], "both"),
    ],
)
def test_markdown_says_what_is_wrong_with_poor_bodies(
    corpus: Path,
    text: list[str],
    kind: str,
    capfd: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    block = newsclean.Block(newsclean.BlockKind.PARAGRAPH, "\n".join(text))
    article = newsclean.Article(newsclean.Status.OK, blocks=(block,))
    monkeypatch.setattr(newsclean, "parse", lambda *_: article)
    _, out, _ = ran(capfd, corpus, "-q", "--markdown")
    assert f"| {kind} | 2 | 100 % |" in out


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (["none"], "cannot read none: No such file or directory"),
        (["{}", "--dataset", "x"], "{}: no page is of --dataset x"),
        (["{}", "--against", "none"], "cannot read none: No such file or directory"),
        (["{}", "--floors", "none"], "cannot read none: No such file or directory"),
        (
            ["{}", "--save", "none/run.json"],
            "cannot write none/run.json: No such file or directory",
        ),
    ],
)
def test_what_cannot_be_used_is_one_plain_line(
    corpus: Path, given: list[str], said: str, capfd: pytest.CaptureFixture[str]
) -> None:
    code, _, err = ran(capfd, "-q", *(part.replace("{}", str(corpus)) for part in given))
    assert (code, err) == (2, f"newsclean: {said.replace('{}', str(corpus))}\n")


def test_a_file_that_is_no_run_is_refused(
    corpus: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "run.json"
    for text in ("{}", '{"format": "newsclean-eval-1", "pages": [{"id": 3}]}'):
        path.write_text(text)
        code, _, err = ran(capfd, corpus, "--against", path)
        assert (code, err) == (2, f"newsclean: {path} is not a run that --save wrote\n")


@pytest.mark.parametrize(
    "given",
    [
        [],
        ["x", "--limit", "-1"],
        ["x", "--by", "beauty"],
        ["x", "--update-floors"],
        ["x", "--json", "--markdown"],
    ],
)
def test_wrong_usage_exits_with_two(given: list[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        main(["eval", *given])
    assert caught.value.code == 2


def test_a_process_that_dies_is_one_plain_line(
    corpus: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    class Dying:
        def __reduce__(self) -> tuple[object, tuple[int]]:
            import os

            return os._exit, (3,)

    monkeypatch.setattr(outcomes, "outcome", Dying())
    code, _, err = ran(capfd, corpus, "-q", "--workers", "2")
    said = "newsclean: a worker process died; find its page with --workers 1\n"
    assert (code, err) == (2, said)


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


def test_a_terminal_shows_a_bar() -> None:
    stream = Terminal()
    assert list(shown("abc", 3, stream)) == ["a", "b", "c"]
    assert "3/3" in stream.getvalue() or "0/3" in stream.getvalue()
    assert "newsclean:" not in stream.getvalue()


def test_without_tqdm_a_terminal_shows_lines(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "tqdm", None)
    stream = Terminal()
    assert list(shown("abc", 3, stream)) == ["a", "b", "c"]
    assert stream.getvalue().splitlines()[-1] == "newsclean: 3 of 3 pages"


def test_lines_are_ten_at_most() -> None:
    stream = io.StringIO()
    assert len(list(shown(range(1234), 1234, stream))) == 1234
    assert len(stream.getvalue().splitlines()) == 10


def test_the_fixtures_are_at_their_floors(capfd: pytest.CaptureFixture[str]) -> None:
    code, _, err = ran(
        capfd, ROOT / "fixtures", "-q", "--floors", ROOT / "tests/floors/fixtures.toml"
    )
    assert (code, err) == (0, "every figure is at its floor or above\n")

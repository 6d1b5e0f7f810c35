"""Plug-ins: found by entry point, asked only where the options name them, harmless when bad."""

import pickle
import shutil
import subprocess
import sys
from importlib import metadata
from pathlib import Path

import pytest

import newsclean
from newsclean import InvalidOptions, Options, Reason
from newsclean.cli import main

EXAMPLE = Path(__file__).resolve().parents[2] / "docs" / "plugin-example"
PAGE = """<html><body><article><h1>Old mill to be repaired</h1>
<p>The council met on Monday, and after a long debate it agreed to repair the mill, he said.</p>
<p>From our shop: a small mill of oak that really turns, for children of all ages.</p>
<p>Work is to begin in autumn, once the herons have left, and to end two years later.</p>
</article><footer><p>Imprint</p></footer></body></html>"""
LINE = "From our shop: a small mill of oak that really turns, for children of all ages."


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "site"
    folder.mkdir()
    monkeypatch.syspath_prepend(folder)
    return folder


def install(site: Path, name: str, code: str, target: str = "", package: str = "") -> None:
    """Put a plug-in there as pip would."""
    module = f"plugin_{name.replace('-', '_')}"
    (site / f"{module}.py").write_text(code, "utf-8")
    info = site / f"{package or module}-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text(
        f"Metadata-Version: 2.1\nName: {package or module}\nVersion: 1.0\n"
    )
    entry = f"[newsclean.rules]\n{name} = {target or f'{module}:rule'}\n"
    (info / "entry_points.txt").write_text(entry)


def install_example(site: Path, work: Path) -> None:
    """Install the worked example with pip; where setuptools builds no wheels, as pip would."""
    if tuple(map(int, metadata.version("setuptools").split(".")[:2])) < (70, 1):
        code = (EXAMPLE / "newsclean_house_lines.py").read_text("utf-8")
        install(site, "house-lines", code)
        return
    source = shutil.copytree(EXAMPLE, work / "example")
    command = [
        sys.executable, "-m", "pip", "install", "-q", "--no-deps", "--no-build-isolation",
        "--no-index", "--target", str(site), str(source),
    ]  # fmt: skip
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_the_worked_example(tmp_path: Path, site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    install_example(site, tmp_path)
    article = newsclean.parse(PAGE, options=Options(plugins="house-lines"))
    assert LINE not in article.text
    assert len(article.paragraphs) == 2
    removal = next(removal for removal in article.removed if removal.text == LINE)
    assert (removal.reason, removal.rule) == (Reason.AD, "plugin.house-lines")
    assert LINE in newsclean.parse(PAGE).text
    page = tmp_path / "page.html"
    page.write_text(PAGE, "utf-8")
    assert main(["why", "--plugins", "house-lines", str(page), "From our shop"]) == 0
    assert "offers the newspaper's own goods" in capsys.readouterr().out
    assert main(["--plugins", "all", str(page)]) == 0
    assert "From our shop" not in capsys.readouterr().out


def test_nothing_is_looked_up_without_being_asked() -> None:
    code = (
        "import sys, newsclean\n"
        f"newsclean.parse({PAGE!r})\n"
        "print('importlib.metadata' in sys.modules, 'newsclean.plugins' in sys.modules)"
    )
    command = [sys.executable, "-c", code]
    out = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    assert out.split() == ["False", "False"]


def test_all_that_are_installed_see_what_the_others_said(site: Path) -> None:
    install(
        site,
        "b-second",
        "def rule(page):\n    return [p.keep() for p in page.passages if p.rule == 'plugin.a-first']",
    )
    install(
        site,
        "a-first",
        "def rule(page):\n    import newsclean\n    return [p.drop(newsclean.Reason.AD) for p in page.passages if 'shop' in p.text or 'Work' in p.text]",
    )
    article = newsclean.parse(PAGE, options=Options(plugins="a-first"))
    assert len(article.paragraphs) == 1
    options = Options(plugins=True)
    assert options == pickle.loads(pickle.dumps(options))
    assert len(newsclean.parse(PAGE, options=pickle.loads(pickle.dumps(options))).paragraphs) == 3


def test_a_plug_in_sees_the_page_and_selectors_have_the_last_word(site: Path) -> None:
    install(
        site,
        "sees",
        "def rule(page):\n"
        "    assert page.title == 'Old mill to be repaired' and page.url == 'https://news.example/a'\n"
        "    assert [p.kept for p in page.passages] == [False, True, True, True, False]\n"
        "    assert page.passages[4].reason == 'footer' and page.passages[4].path.endswith('footer > p')\n"
        "    return [p.keep('asked', 0.5) for p in page.passages if p.text in ('Imprint',) or 'shop' in p.text]",
    )
    options = Options(plugins=["sees"], drop="p:nth-of-type(2)")
    url = "https://news.example/a"
    article = newsclean.parse(PAGE, url, options=Options(plugins=["sees"]))
    assert not article.notes
    assert "Imprint" in article.paragraphs
    assert LINE in article.paragraphs
    assert [
        r.rule for r in newsclean.parse(PAGE, url, options=options).removed if r.text == LINE
    ] == ["hint.drop(p:nth-of-type(2))"]


@pytest.mark.parametrize(
    ("code", "message"),
    [
        ("def rule(page):\n    raise ValueError('no luck')", "ValueError: no luck"),
        ("def rule(page):\n    yield page.passages[1].drop('ad')", "TypeError: a Reason is wanted"),
        ("def rule(page):\n    yield 3", "TypeError: an Opinion is wanted, not 3"),
        ("def rule(page):\n    return None", "TypeError: 'NoneType' object is not iterable"),
        ("def rule():\n    return []", "TypeError"),
        (
            "from newsclean.plugins import Opinion\ndef rule(page):\n    yield Opinion(99, None)",
            "ValueError: there is no block 99",
        ),
    ],
)
def test_one_that_fails_on_a_page_is_left_out_and_noted(
    site: Path, code: str, message: str
) -> None:
    name = f"bad-{abs(hash(message))}"
    install(site, name, code)
    article = newsclean.parse(PAGE, options=Options(plugins=name))
    (note,) = article.notes
    assert note.code == f"plugin.{name}"
    assert message in note.text
    plain = newsclean.parse(PAGE)
    assert (article.status, article.blocks) == (plain.status, plain.blocks)


def test_what_cannot_be_loaded_is_an_error_when_the_options_are_made(site: Path) -> None:
    install(site, "broken", "import no_such_module_at_all")
    with pytest.raises(
        InvalidOptions,
        match=r"'broken' \(plugin_broken:rule of plugin_broken 1.0\) cannot be loaded: ModuleNotFoundError",
    ):
        Options(plugins="broken")
    install(site, "number", "rule = 3")
    with pytest.raises(InvalidOptions, match=r"'number'.* is no function, but 3"):
        Options(plugins=("number",))
    with pytest.raises(
        InvalidOptions, match=r"'absent' is not installed; installed are: .*broken.*number"
    ):
        Options(plugins="absent")
    install(site, "twice", "def rule(page): return []", package="one")
    install(site, "twice", "def rule(page): return []", package="two", target="plugin_twice:other")
    with pytest.raises(
        InvalidOptions, match=r"'twice' is offered by more than one package: .*two 1.0.*one 1.0"
    ):
        Options(plugins="twice")
    with pytest.raises(InvalidOptions, match="True, a name or several are wanted, not 3"):
        Options(plugins=3)  # type: ignore[arg-type] # is what is tested

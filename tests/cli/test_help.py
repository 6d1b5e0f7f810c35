"""A command line a person likes: help on one screen, colours, completion, mistakes understood."""

import os
import pty
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from newsclean.cli import commands, completion, main

PROSE = "The council met on Monday, and after a long debate it agreed to repair the mill, he said."
PAGE = f"<nav><a href=/>Home</a></nav><h1>The old mill</h1><p>{PROSE}</p><p>{PROSE} Again.</p>"
NAMES = [command.name for command in commands.COMMANDS]


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "page.html"
    path.write_text(PAGE, encoding="utf-8")
    return path


def told(given: list[str], capfd: pytest.CaptureFixture[str]) -> str:
    """Return the help of a command."""
    with pytest.raises(SystemExit) as caught:
        main([*given, "--help"])
    assert caught.value.code == 0
    return capfd.readouterr().out


def test_help_fits_a_screen(capfd: pytest.CaptureFixture[str]) -> None:
    lines = told([], capfd).splitlines()
    assert len(lines) < 24
    assert max(map(len, lines)) <= 80
    for name in NAMES:
        assert any(line.startswith(f"  {name} ") for line in lines)


@pytest.mark.parametrize("name", NAMES)
def test_each_command_has_examples(name: str, capfd: pytest.CaptureFixture[str]) -> None:
    out = told([name], capfd)
    assert f"newsclean {name} " in out.partition("examples:")[2]
    assert max(map(len, out.splitlines())) <= 80


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ("news.example/story", "; for a page on the web give https://news.example/story"),
        ("www.news.example", "; for a page on the web give https://www.news.example"),
        ("htps://news.example/a", "; for a page on the web give https://news.example/a"),
        ("https:/news.example/a", "; for a page on the web give https://news.example/a"),
        ("ftp://news.example/a", "; addresses are fetched if they begin with https:// or http://"),
        ("file:///home/a/page.html", "; give the file's path: /home/a/page.html"),
        ("<h1>A</h1>", "; that is the text of a page; pipe it in, and give - as PAGE"),
        ("*.htm", "; no file has a name like that"),
        ("help", "; for help give --help"),
        ("wyh", "; did you mean the command why?"),
        ("pagee.html", "; did you mean page.html?"),
        ("no-such-folder/page.html", "; there is no folder no-such-folder"),
        ("page.html/x", ""),
        ("nothing-like-it", ""),
    ],
)
def test_what_was_meant_is_said(
    given: str,
    said: str,
    page: Path,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(page.parent)
    assert main([given]) == 1
    err = capfd.readouterr().err
    assert err.startswith(f"newsclean: cannot read {given}: ")
    assert err.endswith(f"{said}\n")
    assert len(err.splitlines()) == 1


def test_a_command_comes_first(
    page: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(page.parent)
    assert main(["-f", "json", "why", "page.html"]) == 1
    assert "the command comes first: newsclean why ..." in capfd.readouterr().err


def test_a_folder_is_named_with_its_pages(page: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert main([str(page.parent)]) == 1
    err = capfd.readouterr().err
    assert f"; give its pages, {page.parent}/*.html, or read all of it: newsclean batch " in err
    page.unlink()
    assert main([str(page.parent)]) == 1
    assert "directory; read all of it: newsclean batch " in capfd.readouterr().err


def test_an_address_without_scheme_is_wrong_usage(
    page: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as caught:
        main(["--url", "news.example/a", str(page)])
    assert caught.value.code == 2
    assert "https://news.example/a?" in capfd.readouterr().err


def on_a_terminal(given: list[str], **environment: str) -> str:
    """Return what the command prints on a terminal."""
    ours, theirs = pty.openpty()
    env = {k: v for k, v in os.environ.items() if k != "NO_COLOR"} | {"TERM": "xterm"} | environment
    command = [sys.executable, "-m", "newsclean", *given]
    with subprocess.Popen(command, stdout=theirs, stderr=theirs, env=env) as process:
        os.close(theirs)
        out = b""
        while more := _read(ours):
            out += more
        process.wait(20)
    os.close(ours)
    return out.decode()


def _read(terminal: int) -> bytes:
    """Return what is printed next; Linux tells the end as an error."""
    try:
        return os.read(terminal, 65_536)
    except OSError:
        return b""


@pytest.mark.parametrize("given", [[], ["why"]])
def test_colours_are_for_terminals(given: list[str], page: Path) -> None:
    command = [*given, str(page)]
    painted = on_a_terminal(command)
    assert "\x1b[" in painted
    bare = on_a_terminal(command, NO_COLOR="1")
    assert "\x1b" not in bare
    assert "\x1b" not in on_a_terminal(command, TERM="dumb")
    assert "\x1b[" in on_a_terminal(command, NO_COLOR="")
    piped = subprocess.run(
        [sys.executable, "-m", "newsclean", *command], capture_output=True, text=True, check=True
    )
    assert bare.replace("\r\n", "\n") == piped.stdout


def test_escapes_of_a_page_do_not_reach_the_terminal(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_text(f"<h1>A&#27;[31m</h1><p>\x1b]0;evil\x07{PROSE}</p><p>{PROSE}&#155;31m</p>")
    for given in ([str(path)], ["why", str(path)], ["why", str(path), "council"]):
        out = on_a_terminal(given, NO_COLOR="1")
        assert "council" in out
        assert not {"\x1b", "\x07", "\x9b"} & set(out)


LINES = [
    ("newsclean wh", {"why"}),
    ("newsclean --form", {"--format"}),
    ("newsclean -f ma", {"markdown"}),
    ("newsclean pag", {"page.html"}),
    ("newsclean other.html pag", {"page.html"}),
    ("newsclean why pag", {"page.html"}),
    ("newsclean why --ht", {"--html"}),
    ("newsclean why page.html --html pag", {"page.html"}),
    ("newsclean batch pages --output pag", {"page.html"}),
    ("newsclean eval --by word", {"word_f1"}),
    ("newsclean completion ", {"bash", "zsh", "fish"}),
]


def completed(shell: str, line: str, folder: Path) -> set[str]:
    """Return what a shell offers for a command line."""
    script = folder / f"newsclean.{shell}"
    script.write_text(completion.script(shell), encoding="utf-8")
    if shell == "bash":
        words = " ".join(f"'{word}'" for word in line.split(" "))
        code = (
            f"source {script.name}; COMP_WORDS=({words}); COMP_CWORD={line.count(' ')}; _newsclean; "
            "printf '%s\\n' \"${COMPREPLY[@]}\""
        )
    else:
        code = f"source {script.name}; complete -C '{line}'"
    out = subprocess.run(
        [str(shutil.which(shell)), "-c", code],
        capture_output=True,
        text=True,
        check=True,
        cwd=folder,
    ).stdout
    return {offered.partition("\t")[0] for offered in out.splitlines()}


@pytest.mark.parametrize("shell", ["bash", "fish"])
@pytest.mark.parametrize(("line", "offered"), LINES)
def test_shells_complete(shell: str, line: str, offered: set[str], page: Path) -> None:
    if shutil.which(shell) is None:
        pytest.skip(f"no {shell} here")
    assert completed(shell, line, page.parent) == offered


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_scripts_are_well_formed(shell: str, tmp_path: Path) -> None:
    if shutil.which(shell) is None:
        pytest.skip(f"no {shell} here")
    script = tmp_path / "script"
    script.write_text(completion.script(shell), encoding="utf-8")
    subprocess.run([str(shutil.which(shell)), "-n", str(script)], check=True)


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_scripts_know_every_command_and_option(shell: str) -> None:
    script = completion.script(shell)
    for command in commands.COMMANDS:
        assert command.name in script
        for option in completion.options(command.load().parser()):
            for spelling in option.spellings:
                assert (spelling if shell != "fish" else spelling.lstrip("-")) in script


def test_the_shell_is_known_by_its_name(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("SHELL", "/usr/bin/zsh")
    assert main(["completion"]) == 0
    assert capfd.readouterr().out == completion.script("zsh")
    monkeypatch.setenv("SHELL", "/bin/tcsh")
    with pytest.raises(SystemExit):
        main(["completion"])
    assert "bash, zsh or fish" in capfd.readouterr().err

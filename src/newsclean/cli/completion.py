"""``newsclean completion``: what makes a shell complete the command line.

The scripts are made from the parsers themselves, so that no option is forgotten. shtab and
argcomplete do the same for programs whose first argument is always a subcommand; here it may be a
page as well, which neither can say, and a library with no further dependency was wanted.
"""

from __future__ import annotations

import argparse
import os
from importlib import resources
from pathlib import PurePath
from string import Template
from typing import TYPE_CHECKING, NamedTuple

from newsclean.cli import commands, pages, read

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

# What stands for a file in help.
_FILES = ("FILE", "OUT", "RUN.json", "FLOORS.toml")
_SHELLS = ("bash", "zsh", "fish")
_EPILOG = """examples:
  source <(newsclean completion bash)     # for this shell alone
  echo 'source <(newsclean completion bash)' >> ~/.bashrc
  newsclean completion zsh > ~/.zfunc/_newsclean    # a folder of your $fpath
  newsclean completion fish > ~/.config/fish/completions/newsclean.fish"""


class Option(NamedTuple):
    """An option as a shell needs it: its spellings, what it does, and its value.

    Attributes:
        spellings: such as ``-f`` and ``--format``.
        does: its help.
        value: "" for none, "file", "text", or the values it can have, parted by spaces.
    """

    spellings: tuple[str, ...]
    does: str
    value: str


def parser() -> argparse.ArgumentParser:
    """Return the parser of the subcommand."""
    made = argparse.ArgumentParser(
        prog="newsclean completion",
        description="Print what makes a shell complete newsclean's commands, options and files.",
        epilog=_EPILOG,
        formatter_class=commands.Help,
    )
    made.add_argument(
        "shell", choices=_SHELLS, metavar="SHELL", nargs="?", help="bash, zsh or fish ($SHELL)"
    )
    return made


def run(given: Sequence[str]) -> int:
    """Run ``newsclean completion``; return its exit status."""
    made = parser()
    shell = made.parse_args(given).shell or PurePath(os.environ.get("SHELL", "")).name
    if shell not in _SHELLS:
        made.error("which shell? bash, zsh or fish")
    read.write_text(script(shell))
    return 0


def script(shell: str) -> str:
    """Return the completion script for a shell."""
    known = {"": options(pages.parser())}
    known |= {c.name: options(c.load().parser()) for c in commands.COMMANDS}
    written = {"bash": _bash, "zsh": _zsh, "fish": _fish}[shell](known)
    data = resources.files("newsclean.data").joinpath("completion", f"newsclean.{shell}")
    return Template(data.read_text("utf-8")).substitute(written)


def options(made: argparse.ArgumentParser) -> list[Option]:
    """Return the options of a parser, and what stands in for its arguments of fixed choice.

    >>> options(parser())
    [Option(spellings=('-h', '--help'), does='show this help message and exit', value=''), \
Option(spellings=(), does='bash, zsh or fish ($SHELL)', value='bash zsh fish')]
    """
    return list(_options(made))


def _options(made: argparse.ArgumentParser) -> Iterator[Option]:
    """Yield the options of a parser."""
    for action in made._actions:  # argparse has no public list of them; shtab reads this one
        value = "text"
        if action.choices is not None:
            value = " ".join(map(str, action.choices))
        elif action.nargs == 0:
            value = ""
        elif action.metavar in _FILES:
            value = "file"
        if action.option_strings or action.choices is not None:
            yield Option(tuple(action.option_strings), action.help or "", value)


def _bash(known: dict[str, list[Option]]) -> dict[str, str]:
    """Return what the bash script is filled with."""
    words, values = [], []
    for name, found in known.items():
        spelled = " ".join(s for option in found for s in option.spellings)
        fixed = " ".join(option.value for option in found if not option.spellings)
        words.append(f"        {name or '*'}) options='{spelled}' words='{fixed}' ;;")
        values += [f"        {case}" for case in _bash_values(name, found)]
    return {
        "commands": " ".join(command.name for command in commands.COMMANDS),
        "words": "\n".join((*words[1:], words[0])),
        "values": "\n".join(values),
    }


def _bash_values(name: str, found: list[Option]) -> Iterator[str]:
    """Yield the cases of a command's options that have a value."""
    for option in found:
        if not option.spellings or not option.value:
            continue
        cases = "|".join(f"{name}:{spelling}" for spelling in option.spellings)
        if option.value == "file":
            yield f"{cases}) _newsclean_files; return ;;"
        elif option.value == "text":
            yield f"{cases}) return ;;"
        else:
            made = f"COMPREPLY=($(compgen -W '{option.value}' -- \"$cur\"))"
            yield f"{cases}) {made}; return ;;"


def _zsh(known: dict[str, list[Option]]) -> dict[str, str]:
    """Return what the zsh script is filled with."""
    listed = "\n".join(f"    {_quoted(f'{c.name}:{c.does}')}" for c in commands.COMMANDS)
    cases = []
    for command in commands.COMMANDS:
        specs = " \\\n        ".join(map(_zsh_spec, known[command.name]))
        files = "" if command.name == "completion" else " \\\n        '*:file:_files'"
        cases.append(f"    {command.name})\n      _arguments \\\n        {specs}{files} ;;")
    specs = " \\\n        ".join(map(_zsh_spec, known[""]))
    return {"commands": listed, "cases": "\n".join(cases), "options": specs}


def _zsh_spec(option: Option) -> str:
    """Return an option as zsh's ``_arguments`` wants it."""
    does = option.does.replace("[", "(").replace("]", ")").replace(":", " -")
    value = {"": "", "file": ":file:_files", "text": ":value: "}.get(
        option.value, f":value:({option.value})"
    )
    if not option.spellings:
        return _quoted(f"1{value}")
    if len(option.spellings) == 1:
        return _quoted(f"{option.spellings[0]}[{does}]{value}")
    shut = " ".join(option.spellings)
    return f"'({shut})'{{{','.join(option.spellings)}}}{_quoted(f'[{does}]{value}')}"


def _fish(known: dict[str, list[Option]]) -> dict[str, str]:
    """Return what the fish script is filled with."""
    names = " ".join(command.name for command in commands.COMMANDS)
    lines = [
        f"complete -c newsclean -n __newsclean_first -a {c.name} -d {_quoted(c.does)}"
        for c in commands.COMMANDS
    ]
    for name, found in known.items():
        when = f"'__newsclean_in {name}'" if name else "'not __newsclean_in'"
        lines += [f"complete -c newsclean -n {when}{_fish_spec(option)}" for option in found]
    return {"commands": names, "lines": "\n".join(lines)}


def _fish_spec(option: Option) -> str:
    """Return an option as fish's ``complete`` wants it."""
    spelled = "".join(
        f" -l {name[2:]}" if name.startswith("--") else f" -s {name[1:]}"
        for name in option.spellings
    )
    value = {"": "", "file": " -rF", "text": " -x"}.get(option.value)
    if value is None:
        value = f" -{'x' if spelled else 'f'}a {_quoted(option.value)}"
    return f"{spelled}{value} -d {_quoted(option.does)}"


def _quoted(text: str) -> str:
    r"""Return a text in single quotes, for each of the shells.

    >>> print(_quoted("the page's"))
    'the page'\''s'
    """
    return "'" + text.replace("'", "'\\''") + "'"

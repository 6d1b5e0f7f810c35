"""The subcommands: modules with ``parser()`` and ``run(given)``, imported when asked for."""

from __future__ import annotations

import argparse
from importlib import import_module
from typing import TYPE_CHECKING, Final, NamedTuple, Protocol, cast

if TYPE_CHECKING:
    from collections.abc import Sequence

# Lines of help are no longer than this, whatever the terminal: a screen has 80 columns.
_WIDTH: Final = 80
_HELP_AT: Final = 24


class Module(Protocol):
    """What a subcommand's module has."""

    @staticmethod
    def parser() -> argparse.ArgumentParser:
        """Return the parser of its arguments."""

    @staticmethod
    def run(given: Sequence[str]) -> int:
        """Run it; return its exit status."""


class Command(NamedTuple):
    """A subcommand: its name, its module, how it is called and what it does."""

    name: str
    module: str
    usage: str
    does: str

    def load(self) -> Module:
        """Return its module."""
        return cast("Module", import_module(f"newsclean.cli.{self.module}"))


COMMANDS: Final = (
    Command(
        "why", "why", "why PAGE [SNIPPET]", "why each block was kept or held back; --html FILE"
    ),
    Command("batch", "batch", "batch INPUT -o OUT", "files, folders, tables, archives to articles"),
    Command("eval", "evaluate", "eval CORPUS", "how good it is on pages whose articles are known"),
    Command("completion", "completion", "completion SHELL", "Tab completion for bash, zsh, fish"),
)


def named(name: str) -> Command | None:
    """Return a subcommand by its name."""
    return next((command for command in COMMANDS if command.name == name), None)


def listed() -> str:
    """Return the subcommands as lines of help."""
    return "\n".join(f"  {command.usage:<20}  {command.does}" for command in COMMANDS)


class Help(argparse.RawDescriptionHelpFormatter):
    """Help that fits a screen: option and value once, lines of 80 columns."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog, max_help_position=_HELP_AT, width=_WIDTH)

    def _format_action_invocation(self, action: argparse.Action) -> str:
        """Return ``-o, --output FILE``, not ``-o FILE, --output FILE`` as before Python 3.13."""
        if not action.option_strings or action.nargs == 0:
            return super()._format_action_invocation(action)
        value = self._format_args(action, self._get_default_metavar_for_optional(action))
        return f"{', '.join(action.option_strings)} {value}"

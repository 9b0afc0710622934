"""The command line: one module per command, loaded only when it is called."""

import sys
from collections.abc import Sequence
from importlib import import_module
from typing import Any, NoReturn

import typer
from typer.core import TyperGroup

from kualik.engine.facts.errors import EngineError

__all__ = ["COMMANDS", "app", "main"]

COMMANDS = {
    "read": "kualik.cli.read",
    "names": "kualik.cli.names",
    "link": "kualik.cli.link",
    "count": "kualik.cli.count",
}
"""Which module holds which command; each has `app`, a Typer."""


class LazyGroup(TyperGroup):
    """Commands that are imported when they are asked for, so that `kualik names` starts without Django."""

    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ARG002 (the signature is click's)
        return list(COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:  # noqa: ARG002 (the signature is click's)
        if cmd_name not in COMMANDS:
            return None
        command = typer.main.get_command(import_module(COMMANDS[cmd_name]).app)
        command.name = cmd_name
        return command


app = typer.Typer(
    cls=LazyGroup,
    name="kualik",
    help="Document people who are detained or disappeared en masse.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)


@app.callback()
def kualik() -> None:
    """Document people who are detained or disappeared en masse."""


def main(args: Sequence[str] | None = None) -> NoReturn:
    """Run one command. An expected error is one line on stderr and exit code 1, never a traceback."""
    try:
        app(args=list(args) if args is not None else None, prog_name="kualik")
    except (EngineError, OSError) as error:
        sys.stderr.write(f"kualik: {error}\n")
        sys.exit(1)
    sys.exit(0)

"""The command line: one module per command, loaded only when it is called."""

import os
import sys
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from typing import Annotated, Any, NoReturn

import typer
from typer.core import TyperGroup

from kualik.cli.failing import expected, explain

__all__ = ["COMMANDS", "app", "main"]

COMMANDS = {
    "demo": "kualik.cli.demo",
    "init": "kualik.cli.init",
    "serve": "kualik.cli.serve",
    "work": "kualik.cli.work",
    "user": "kualik.cli.user",
    "add": "kualik.cli.add",
    "find": "kualik.cli.find",
    "show": "kualik.cli.show",
    "claims": "kualik.cli.claims",
    "judge": "kualik.cli.judge",
    "release": "kualik.cli.release",
    "export": "kualik.cli.export",
    "site": "kualik.cli.site",
    "transcribe": "kualik.cli.transcribe",
    "read": "kualik.cli.read",
    "llm": "kualik.cli.llm",
    "learn": "kualik.cli.learn",
    "names": "kualik.cli.names",
    "link": "kualik.cli.link",
    "count": "kualik.cli.count",
    "geo": "kualik.cli.geo",
    "verify": "kualik.cli.verify",
    "passphrase": "kualik.cli.passphrase",
    "backup": "kualik.cli.backup",
    "restore": "kualik.cli.restore",
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
def kualik(
    casebook: Annotated[
        Path | None, typer.Option("--casebook", help="The casebook's folder; else KUALIK_CASEBOOK, else ./casebook.")
    ] = None,
    as_: Annotated[
        str | None, typer.Option("--as", help="In whose name; else KUALIK_USER, else the casebook's keeper.")
    ] = None,
) -> None:
    """Document people who are detained or disappeared en masse."""
    if casebook is not None:
        os.environ["KUALIK_CASEBOOK"] = str(casebook)
    if as_ is not None:
        os.environ["KUALIK_USER"] = as_


def main(args: Sequence[str] | None = None) -> NoReturn:
    """Run one command. An expected error is one line on stderr and exit code 1, never a traceback."""
    # Before NumPy is imported: our tables are small, and threads that wait for each other cost more than they save.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    try:
        app(args=list(args) if args is not None else None, prog_name="kualik")
    except expected() as error:
        sys.stderr.write(f"kualik: {explain(error)}\n")
        sys.exit(1)
    sys.exit(0)

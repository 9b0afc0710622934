"""`kualik work`: the worker that reads what waits."""

import time
from typing import Annotated

import typer

from kualik.cli import common
from kualik.cli.add import read_waiting
from kualik.cli.counting import count_waiting
from kualik.cli.interrupts import INTERRUPTED, listening

__all__ = ["PAUSE", "app"]

PAUSE = 2.0  # seconds between looks, while nothing waits

app = typer.Typer(add_completion=False, rich_markup_mode=None)


@app.command()
def work(
    once: Annotated[bool, typer.Option("--once", help="End when nothing waits.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object a line.")] = False,
) -> None:
    """Read sources that wait, and make counts that wait, as they come. Any number of workers may run side by side.

    Example: kualik work --once
    """
    common.open_casebook()
    common.acting()
    with listening() as stop:
        refused = read_waiting(stop, as_json=as_json) + count_waiting(stop)
        while not (once or stop()):
            time.sleep(PAUSE)
            refused += read_waiting(stop, as_json=as_json) + count_waiting(stop)
    if stop():
        raise typer.Exit(INTERRUPTED)
    raise typer.Exit(1 if refused else 0)

"""`kualik show`: one case on the terminal."""

from typing import Annotated

import typer

from kualik.cli import common

__all__ = ["app"]

app = typer.Typer(add_completion=False, rich_markup_mode=None)


@app.command(no_args_is_help=True)
def show(
    person: Annotated[list[str], typer.Argument(metavar="PERSON", help="K-000123, or a name in any alphabet.")],
    *,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
) -> None:
    """Show one case: what is known and by whom, what is disputed, kin, timeline, every passage.

    A name that fits several people lists them and ends with exit code 1.

    Example: kualik show Khalida Aqytkhan
    """
    common.open_casebook()
    from kualik.cli.showing import run

    raise typer.Exit(run(by=common.acting(), reference=" ".join(person), as_json=as_json))

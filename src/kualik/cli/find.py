"""`kualik find`: people, documents and passages, whatever the alphabet."""

from typing import Annotated

import typer

from kualik.cli import common

__all__ = ["app"]

app = typer.Typer(add_completion=False, rich_markup_mode=None)


@app.command(no_args_is_help=True)
def find(
    words: Annotated[list[str], typer.Argument(metavar="WORDS…", help="A name in any alphabet, or words.")],
    *,
    limit: Annotated[int, typer.Option(min=1, help="How many of each kind at most.")] = 20,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
) -> None:
    """Find people by a name in any alphabet, documents by title, passages by their words. Each says why it was found.

    Exit code 1 when nothing is found.

    Example: kualik find Aqytkhan
    """
    common.open_casebook()
    from kualik.cli.finding import run

    raise typer.Exit(run(by=common.acting(), words=" ".join(words), limit=limit, as_json=as_json))

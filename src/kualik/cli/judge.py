"""`kualik judge`: say who is who, and take that back."""

from typing import Annotated

import typer

from kualik.cli import common

__all__ = ["app"]

app = typer.Typer(
    add_completion=False, rich_markup_mode=None, no_args_is_help=True, help="Say who is who, and take that back."
)

Left = Annotated[str, typer.Argument(metavar="A", help="K-000123, or a name in any alphabet.")]
Right = Annotated[str, typer.Argument(metavar="B", help="The other, likewise.")]
Why = Annotated[str, typer.Option("--why", help="The reason, in words.")]


@app.command()
def same(a: Left, b: Right, *, why: Why = "") -> None:
    """Say that two are one human being.

    Example: kualik judge same K-000003 K-000017 --why "same village, same mother"
    """
    _judge("positive", a, b, why)


@app.command()
def different(a: Left, b: Right, *, why: Why = "") -> None:
    """Say that two are not the same; nothing joins them until that is undone.

    Example: kualik judge different K-000003 K-000018 --why "born 20 years apart"
    """
    _judge("negative", a, b, why)


@app.command()
def unsure(a: Left, b: Right, *, why: Why = "") -> None:
    """Say that it cannot be told whether two are the same.

    Example: kualik judge unsure K-000003 K-000019
    """
    _judge("unsure", a, b, why)


@app.command()
def undo(
    judgement: Annotated[str, typer.Argument(metavar="ID", help="As `kualik show` prints it.")], *, why: Why = ""
) -> None:
    """Take a judgement back. It stays on record; what it joined is apart again.

    Example: kualik judge undo 5f0c2c0e-7d1f-4c63-8a50-7f1a3f0a5e11 --why "a namesake"
    """
    common.open_casebook()
    from kualik.cli import judging

    judging.undo(by=common.acting(), at=common.now(), reference=judgement, why=why)


@app.command("list")
def list_(
    *,
    limit: Annotated[int, typer.Option(min=1, help="How many at most.")] = 20,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object a line.")] = False,
) -> None:
    """List the pairs that may be one human being, likeliest first, and why.

    Example: kualik judge list
    """
    common.open_casebook()
    from kualik.cli import judging

    judging.list_pairs(by=common.acting(), limit=limit, as_json=as_json)


def _judge(verdict: str, a: str, b: str, why: str) -> None:
    common.open_casebook()
    from kualik.cli import judging

    judging.judge(by=common.acting(), at=common.now(), verdict=verdict, pair=(a, b), why=why)

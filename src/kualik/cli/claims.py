"""`kualik claims`: look through what was read, accept and reject."""

from typing import Annotated

import typer

from kualik.cli import common

__all__ = ["app"]

app = typer.Typer(
    add_completion=False,
    rich_markup_mode=None,
    no_args_is_help=True,
    help="Look through what was read; accept and reject claims.",
)

Ids = Annotated[
    list[str] | None, typer.Argument(metavar="[ID]…", help="Claims by id, or by enough of its first digits.")
]
Of = Annotated[str, typer.Option("--document", help="All of one document: its id or enough of its first digits.")]
Property = Annotated[list[str] | None, typer.Option("--property", help="Only this property; may be repeated.")]
Least = Annotated[float, typer.Option("--min-confidence", min=0.0, max=1.0, help="Only as sure as this.")]
Why = Annotated[str, typer.Option("--why", help="The reason, in words.")]
Json = Annotated[bool, typer.Option("--json", help="Print one JSON object a line.")]


@app.command("list")
def list_(
    *,
    document: Of = "",
    property_: Property = None,
    min_confidence: Least = 0.0,
    status: Annotated[str, typer.Option(help="proposed, accepted, rejected, withdrawn or all.")] = "proposed",
    as_json: Json = False,
) -> None:
    """List claims with their passages, proposals unless told otherwise.

    Example: kualik claims list --document 3f2a --min-confidence 0.8
    """
    common.open_casebook()
    from kualik.cli import deciding

    wanted = deciding.Wanted(document=document, properties=tuple(property_ or ()), least=min_confidence)
    deciding.list_claims(by=common.acting(), wanted=wanted, status=status, as_json=as_json)


@app.command()
def accept(
    ids: Ids = None,
    *,
    document: Of = "",
    property_: Property = None,
    min_confidence: Least = 0.0,
    why: Why = "",
) -> None:
    """Accept proposals: those named, or all of a document that fit.

    Example: kualik claims accept --document 3f2a --property sentence --min-confidence 0.8
    """
    _decide("accept", ids, document, property_, min_confidence, why)


@app.command()
def reject(
    ids: Ids = None,
    *,
    document: Of = "",
    property_: Property = None,
    min_confidence: Least = 0.0,
    why: Why = "",
) -> None:
    """Reject proposals: those named, or all of a document that fit.

    Example: kualik claims reject 9b1d --why "speaks of another man"
    """
    _decide("reject", ids, document, property_, min_confidence, why)


def _decide(
    deed: str, ids: list[str] | None, document: str, properties: list[str] | None, least: float, why: str
) -> None:
    if not ids and not document:
        raise typer.BadParameter("name claims by id, or a document with --document")
    common.open_casebook()
    from kualik.cli import deciding

    wanted = deciding.Wanted(ids=tuple(ids or ()), document=document, properties=tuple(properties or ()), least=least)
    deciding.decide(by=common.acting(), at=common.now(), deed=deed, wanted=wanted, why=why)

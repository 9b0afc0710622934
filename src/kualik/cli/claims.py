"""`kualik claims`: look through what was read, accept and reject."""

from enum import StrEnum
from typing import Annotated

import typer

from kualik.cli import common
from kualik.engine.facts import Stance

__all__ = ["app"]

app = typer.Typer(
    add_completion=False,
    rich_markup_mode=None,
    no_args_is_help=True,
    help="Look through what was read; accept, reject and correct claims.",
)


class Shown(StrEnum):
    """Which claims are listed."""

    PROPOSED = "proposed"
    ACCEPTED = "accepted"
    REJECTED = "rejected"
    WITHDRAWN = "withdrawn"
    ALL = "all"


Ids = Annotated[
    list[str] | None, typer.Argument(metavar="[ID]…", help="Claims by id, or by enough of its first digits.")
]
Named = Annotated[list[str], typer.Argument(metavar="ID…", help="Claims by id, or by enough of its first digits.")]
One = Annotated[str, typer.Argument(metavar="ID", help="The claim, by id or by enough of its first digits.")]
Of = Annotated[str, typer.Option("--document", help="All of one document: the first digits of its id, or its title.")]
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
    status: Annotated[Shown, typer.Option(help="How far they have come.")] = Shown.PROPOSED,
    as_json: Json = False,
) -> None:
    """List claims with their passages, proposals unless told otherwise.

    Example: kualik claims list --document 3f2a --min-confidence 0.8
    """
    common.open_casebook()
    from kualik.cli import deciding

    wanted = deciding.Wanted(document=document, properties=tuple(property_ or ()), least=min_confidence)
    deciding.list_claims(by=common.acting(), wanted=wanted, status=status.value, as_json=as_json)


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


@app.command()
def withdraw(ids: Named, *, why: Why = "") -> None:
    """Withdraw claims: they stay to be seen, but count no longer, whatever was decided about them.

    Example: kualik claims withdraw 9b1d40c2 --why "the newspaper took it back"
    """
    _name("withdraw", ids, why)


@app.command()
def reopen(ids: Named, *, why: Why = "") -> None:
    """Undo what was decided about claims: they are proposals again.

    Example: kualik claims reopen 9b1d40c2 --why "accepted by a slip"
    """
    _name("reopen", ids, why)


@app.command()
def correct(
    id_: One,
    *,
    value: Annotated[str | None, typer.Option(help="What it should say.")] = None,
    stance: Annotated[Stance | None, typer.Option(help="How whoever speaks stands to it.")] = None,
    voice: Annotated[
        list[str] | None, typer.Option(help="Who says so, from the page to the witness; repeat it for each of them.")
    ] = None,
    property_: Annotated[str | None, typer.Option("--property", help="The property that it is about.")] = None,
    why: Why = "",
) -> None:
    """Put an accepted claim in the place of a wrong one; that one is withdrawn and stays to be seen.

    Example: kualik claims correct 9b1d40c2 --value P12Y --why "twelve, not ten"
    """
    common.open_casebook()
    from kualik.cli import deciding

    change = deciding.Changed(value=value, stance=stance, voice=tuple(voice or ()), property=property_)
    deciding.correct(by=common.acting(), at=common.now(), id_=id_, change=change, why=why)


def _name(deed: str, ids: list[str], why: str) -> None:
    common.open_casebook()
    from kualik.cli import deciding

    deciding.decide(by=common.acting(), at=common.now(), deed=deed, wanted=deciding.Wanted(ids=tuple(ids)), why=why)


def _decide(
    deed: str, ids: list[str] | None, document: str, properties: list[str] | None, least: float, why: str
) -> None:
    if not ids and not document:
        raise typer.BadParameter("name claims by id, or a document with --document")
    common.open_casebook()
    from kualik.cli import deciding

    wanted = deciding.Wanted(ids=tuple(ids or ()), document=document, properties=tuple(properties or ()), least=least)
    deciding.decide(by=common.acting(), at=common.now(), deed=deed, wanted=wanted, why=why)

"""`kualik release`: consents, drafts, approval, withdrawal."""

from enum import StrEnum
from typing import Annotated

import typer

from kualik.cli import common

__all__ = ["app"]

app = typer.Typer(
    add_completion=False,
    rich_markup_mode=None,
    no_args_is_help=True,
    help="What leaves the house: consents, drafts, approval, withdrawal.",
)


class Audience(StrEnum):
    """For whom something leaves the house."""

    PUBLIC = "public"
    UN = "un"
    LAWYERS = "lawyers"
    PARTNERS = "partners"


For = Annotated[Audience, typer.Option("--audience", help="For whom.")]
Json = Annotated[bool, typer.Option("--json", help="Print one JSON object a line.")]
Which = Annotated[str, typer.Argument(metavar="RELEASE", help="Its id, or its title where only one has it.")]


@app.command()
def consent(
    person: Annotated[str, typer.Argument(metavar="PERSON", help="K-000123, or a name.")],
    *,
    given_by: Annotated[str, typer.Option(help="Who allowed it, and what they are to the person; kept secret.")],
    given_on: Annotated[str, typer.Option(help="When it was allowed: 2024-02-08, 2024-02, 2024.")],
    audience: For = Audience.PUBLIC,
) -> None:
    """Record that somebody may be shown to an audience.

    Example: kualik release consent K-000003 --audience public --given-by "her brother" --given-on 2024-02-08
    """
    common.open_casebook()
    from kualik.cli import releasing

    told = releasing.Told(given_by=given_by, given_on=given_on)
    releasing.consent(by=common.acting(), at=common.now(), person=person, audience=audience.value, told=told)


@app.command("withdraw-consent")
def withdraw_consent(
    consent: Annotated[str, typer.Argument(metavar="CONSENT", help="Its id, as `kualik release consents` prints it.")],
) -> None:
    """Withdraw a consent: from now on nothing that leaves holds the person. Says what must be made anew.

    Example: kualik release withdraw-consent 5f0c2c0e-7d1f-4c63-8a50-7f1a3f0a5e11
    """
    common.open_casebook()
    from kualik.cli import releasing

    releasing.withdraw_consent(by=common.acting(), at=common.now(), reference=consent)


@app.command()
def consents(person: Annotated[str, typer.Argument(metavar="[PERSON]")] = "", *, as_json: Json = False) -> None:
    """List consents, of one person or of all.

    Example: kualik release consents K-000003
    """
    common.open_casebook()
    from kualik.cli import releasing

    releasing.list_consents(by=common.acting(), person=person, as_json=as_json)


@app.command()
def draft(
    persons: Annotated[list[str], typer.Argument(metavar="PERSON…", help="K-000123, or a name; in this order.")],
    *,
    title: Annotated[str, typer.Option(help="What the release is called; it is shown.")],
    audience: For = Audience.PUBLIC,
    property_: Annotated[
        list[str] | None,
        typer.Option("--property", help="What is shown, such as Custody.sentence; all that may be, when left out."),
    ] = None,
) -> None:
    """Draft a release: a frozen copy, cut down to what the audience may see.

    Example: kualik release draft K-000003 K-000017 --title "Held since 2018" --audience public
    """
    common.open_casebook()
    from kualik.cli import releasing

    wanted = releasing.Wanted(title=title, audience=audience.value, properties=tuple(property_ or ()))
    releasing.draft(by=common.acting(), at=common.now(), persons=persons, wanted=wanted)


@app.command()
def approve(release: Which) -> None:
    """Approve a draft. Another publisher than its drafter does it, where there is one.

    Example: kualik release approve "Held since 2018"
    """
    common.open_casebook()
    from kualik.cli import releasing

    releasing.approve(by=common.acting(), at=common.now(), reference=release)


@app.command()
def withdraw(release: Which) -> None:
    """Withdraw a release: nothing is exported from it any more.

    Example: kualik release withdraw "Held since 2018"
    """
    common.open_casebook()
    from kualik.cli import releasing

    releasing.withdraw(by=common.acting(), at=common.now(), reference=release)


@app.command("list")
def list_(*, as_json: Json = False) -> None:
    """List releases, latest first.

    Example: kualik release list
    """
    common.open_casebook()
    from kualik.cli import releasing

    releasing.list_releases(by=common.acting(), as_json=as_json)


@app.command()
def show(release: Which, *, as_json: Json = False) -> None:
    """Show what a release holds, what was withheld and why.

    Example: kualik release show "Held since 2018"
    """
    common.open_casebook()
    from kualik.cli import releasing

    releasing.show(by=common.acting(), reference=release, as_json=as_json)

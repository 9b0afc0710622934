"""`kualik learn`: what people's decisions say of the readers."""

from typing import TYPE_CHECKING, Annotated

import typer

from kualik.cli import common
from kualik.cli.readings import clean

if TYPE_CHECKING:
    from kualik.cases.claims.learning import Judged, Wrong

__all__ = ["app"]

LONGEST_QUOTE = 120  # characters shown of a passage

app = typer.Typer(
    add_completion=False,
    rich_markup_mode=None,
    no_args_is_help=True,
    help="What people's decisions say of the readers.",
)


@app.callback()
def learn() -> None:
    """What people's decisions say of the readers."""


@app.command()
def report(
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object a line, one for each rule.")] = False,
) -> None:
    """Say which rule of the readers people found wrong most, with what they rejected and corrected.

    Example: kualik learn report --json
    """
    common.open_casebook()
    from kualik.cases.claims import learning
    from kualik.cli.plain import as_json as written

    found = learning.report(viewer=common.acting())
    if as_json:
        for one in found:
            common.say(written(one))
        return
    decided = sum(one.decided for one in found)
    common.say(f"{len(found)} rules, {sum(one.proposed for one in found)} proposals, {decided} decided on")
    for one in found:
        _tell(one)
    few = sum(not one.enough for one in found)
    if few:
        common.say(f"\n{few} rules have fewer than {learning.FEW} decisions: too few to tell how good they are")


def _tell(one: "Judged") -> None:
    counts = f"{one.accepted} accepted, {one.rejected} rejected, {one.corrected} corrected, {one.waiting} waiting"
    more = f", {one.withdrawn} withdrawn" if one.withdrawn else ""
    common.say(f"\n{one.method}: {one.rule}")
    common.say(f"    {one.proposed} proposed: {counts}{more}")
    if one.wrong is not None:
        few = "" if one.enough else "; too few decisions to tell"
        common.say(f"    wrong: {one.wrong:.0%} ({one.low:.0%} to {one.high:.0%} at 95 %){few}")
    for wrong in one.examples:
        _tell_wrong(wrong)


def _tell_wrong(wrong: "Wrong") -> None:
    quote = clean(wrong.quote)
    quote = quote if len(quote) <= LONGEST_QUOTE else f"{quote[: LONGEST_QUOTE - 1]}…"
    instead = f" → {wrong.instead}" if wrong.instead else ""
    why = f" ({wrong.why})" if wrong.why else ""
    common.say("    " + clean(f"{wrong.became} {wrong.property} = {wrong.value}{instead}: “{quote}”{why}"))

"""Judge two people of the casebook, and list who may be whom."""

from datetime import datetime

from kualik.cases.accounts.models import User
from kualik.cases.people import actions, queries
from kualik.cases.people.models import Verdict
from kualik.cli import common
from kualik.cli.choosing import the_person
from kualik.cli.plain import as_json as written

__all__ = ["judge", "list_pairs", "undo"]


def judge(*, by: User, at: datetime, verdict: str, pair: tuple[str, str], why: str) -> None:
    """Record a judgement about two people, each named by number or name."""
    left, right = (queries.mention(viewer=by, person=the_person(viewer=by, reference=reference)) for reference in pair)
    judgement = actions.judge(by=by, at=at, left=left, right=right, verdict=Verdict(verdict), why=why)
    common.say(f"judgement {judgement.pk}: {pair[0]} / {pair[1]}: {judgement.get_verdict_display().lower()}")


def undo(*, by: User, at: datetime, reference: str, why: str) -> None:
    """Take a judgement back."""
    judgement = queries.judgement(viewer=by, reference=reference)
    actions.undo(by=by, at=at, judgement=judgement, why=why)
    common.say(f"undone: judgement {judgement.pk}")


def list_pairs(*, by: User, limit: int, as_json: bool) -> None:
    """Print the pairs that wait for a judgement."""
    for pair in queries.candidates(viewer=by, limit=limit):
        if as_json:
            told = {"left": pair.left, "right": pair.right, "probability": pair.probability, "why": pair.why}
            common.say(written(told))
            continue
        names = f"{pair.left.person} {pair.left.label} / {pair.right.person} {pair.right.label}"
        common.say(f"{pair.probability:.2f}  {names}")
        for why in pair.why:
            common.say(f"      {why}")

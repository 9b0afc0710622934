"""Everything that can be done about findings: choose which of several values is published, and take that back."""

from datetime import datetime
from uuid import uuid4

from django.db import transaction

from kualik.cases.accounts.models import User
from kualik.cases.findings import policy, queries
from kualik.cases.findings.errors import NoChoice, NotAValue
from kualik.cases.findings.models import Choice
from kualik.cases.ledger import actions as ledger
from kualik.cases.people.models import Person

__all__ = ["choose", "unchoose"]


@transaction.atomic
def choose(*, by: User, at: datetime, person: Person, property: str, value: str, why: str) -> Choice:  # noqa: A002 (what it is called everywhere)
    """Choose the value of a disputed property that is published; an earlier choice ends.

    Args:
        by: an editor or a publisher.
        at: when.
        person: whose finding it is.
        property: schema and property, such as "Custody.sentence".
        value: one of the values that accepted claims give.
        why: the reason, in words.

    Raises:
        NotAllowed: `by` is neither editor nor publisher.
        NotAValue: no accepted claim gives that value.
    """
    policy.check_may_choose(by)
    known = queries.accepted_values(viewer=by, person=person, property_=property)
    if value not in known:
        raise NotAValue(property_=property, value=value, known=known)
    choice = Choice(id=uuid4(), person=person, property=property, value=value, by=by, at=at, why=why)
    ledger.write(by=by, at=at, kind="choice:made", about=f"person:{person.pk}", details={"choice": str(choice.pk)})
    Choice.objects.filter(person=person, property=property, ended_at=None).update(ended_at=at)
    choice.save()
    return choice


@transaction.atomic
def unchoose(*, by: User, at: datetime, person: Person, property: str) -> Choice:  # noqa: A002 (as above)
    """Take back the choice among the values of a property.

    Raises:
        NotAllowed: `by` is neither editor nor publisher.
        NoChoice: none is in force.
    """
    policy.check_may_choose(by)
    choice = Choice.objects.filter(person=person, property=property, ended_at=None).first()
    if choice is None:
        raise NoChoice(property_=property)
    ledger.write(by=by, at=at, kind="choice:ended", about=f"person:{person.pk}", details={"choice": str(choice.pk)})
    choice.ended_at = at
    choice.save(update_fields=["ended_at"])
    return choice

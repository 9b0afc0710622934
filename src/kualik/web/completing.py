"""What is missing before a case can go to a body of the United Nations, in words, with the way to it."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from uuid import UUID

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from kualik.cases.findings.case import Case, Known
from kualik.engine.facts import Schema
from kualik.engine.weighing import CONSENT, SEARCH, Assessment, Grade, Item, Progress, assess

__all__ = ["FORMS", "NEEDS", "Line", "Meter", "meters"]

FORMS: Mapping[str, tuple[Promise, Promise]] = {
    "wgeid": (
        gettext_lazy("Working Group on Enforced or Involuntary Disappearances"),
        gettext_lazy("For somebody whose fate or whereabouts the authorities hide. Any state."),
    ),
    "wgad": (
        gettext_lazy("Working Group on Arbitrary Detention"),
        gettext_lazy("For somebody who is held without a basis in law, for using a right, or after an unfair trial."),
    ),
    "ced": (
        gettext_lazy("Committee on Enforced Disappearances: urgent action"),
        gettext_lazy("Only where the state, or the person's own state, has ratified the Convention."),
    ),
}

NEEDS: Mapping[str, Promise] = {
    "name": gettext_lazy("Full name"),
    "born": gettext_lazy("Date of birth, or age"),
    "sex": gettext_lazy("Gender"),
    "nationality": gettext_lazy("Nationality"),
    "paper": gettext_lazy("Number of an identity paper"),
    "occupation": gettext_lazy("Occupation"),
    "address": gettext_lazy("Address"),
    "date": gettext_lazy("Date of arrest or disappearance, to the month"),
    "place": gettext_lazy("Place of arrest, or where last seen"),
    "forces": gettext_lazy("Who took them: the force or the authority"),
    "grounds": gettext_lazy("Grounds and law that the authority gives"),
    "sentence": gettext_lazy("Sentence"),
    "held at": gettext_lazy("Where they are held"),
    "why": gettext_lazy("Why the detention is arbitrary"),
    "search": gettext_lazy("What the family did: letters, appeals, courts"),
    "consent": gettext_lazy("Consent to go to the United Nations, and who submits"),
}

STATES: Mapping[Progress, Promise] = {
    Progress.KNOWN: pgettext_lazy("how far something is known", "known"),
    Progress.COARSE: pgettext_lazy("how far something is known", "too coarse"),
    Progress.PROPOSED: pgettext_lazy("how far something is known", "not decided"),
    Progress.MISSING: pgettext_lazy("how far something is known", "missing"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One thing that is asked for, how far it is known, and where to go on."""

    word: str
    state: str
    progress: str
    must: bool
    address: str = ""
    step: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Meter:
    """One body: what it cannot do without, how much of it is known, and every line of its form."""

    name: str
    title: str
    about: str
    asked: int
    answered: int
    lines: tuple[Line, ...]

    @property
    def missing(self) -> tuple[Line, ...]:
        """What still stands in the way, and what would help, in the order of the form."""
        return tuple(one for one in self.lines if one.progress != Progress.KNOWN)


def meters(*, case: Case, consented: bool | None) -> tuple[Meter, ...]:
    """Hold a case against the forms.

    Args:
        case: what is known.
        consented: whether a consent to go to the United Nations stands; None where the reader may not know.
    """
    accepted, proposed = _facts(case)
    if consented:
        accepted[CONSENT].append(CONSENT)
    found = assess(accepted=accepted, proposed=proposed)
    return tuple(_meter(one, case, told=consented is not None) for one in found)


def _facts(case: Case) -> tuple[dict[str, list[str]], dict[str, list[str]]]:
    accepted, proposed = defaultdict[str, list[str]](list), defaultdict[str, list[str]](list)
    for one in (*case.known, *(known for episode in case.episodes for known in episode.known)):
        accepted[one.property] += _supported(one)
        proposed[one.property] += [passage.value for passage in one.proposals]
    for row in case.events:
        if row.schema == Schema.APPEAL:
            (accepted if row.accepted else proposed)[SEARCH].append(row.type)
    return accepted, proposed


def _supported(known: Known) -> Iterable[str]:
    values = known.finding.values if known.finding else ()
    return [one.value for one in values if one.grade != Grade.UNSUPPORTED]


def _meter(found: Assessment, case: Case, *, told: bool) -> Meter:
    title, about = FORMS[found.form.name]
    items = [one for one in found.items if told or CONSENT not in one.need.any_of]
    return Meter(
        name=found.form.name,
        title=str(title),
        about=str(about),
        asked=sum(one.need.must for one in items),
        answered=sum(one.need.must and one.progress == Progress.KNOWN for one in items),
        lines=tuple(_line(one, case) for one in items),
    )


def _line(item: Item, case: Case) -> Line:
    address, step = ("", "") if item.progress == Progress.KNOWN else _next(item, case)
    return Line(
        word=str(NEEDS[item.need.name]),
        state=str(STATES[item.progress]),
        progress=item.progress.value,
        must=item.need.must,
        address=address,
        step=step,
    )


def _next(item: Item, case: Case) -> tuple[str, str]:
    """Say where to go on: to what is proposed, to what is said, to the consents, else to a document."""
    own = reverse("person", args=[str(case.person)])
    name = item.need.any_of[0]
    if CONSENT in item.need.any_of:
        return f"{own}#consent", _("Record a consent")
    if SEARCH in item.need.any_of:
        return (f"{own}#events", _("Decide")) if item.progress == Progress.PROPOSED else _from_a_document(case)
    if item.progress == Progress.PROPOSED:
        return f"{own}?property={_proposed(item, case)}&status=proposed#passages", _("Decide")
    if item.progress == Progress.COARSE:
        return f"{own}?property={name}#passages", _("See what is said")
    return _from_a_document(case)


def _proposed(item: Item, case: Case) -> str:
    names = {f"{one.schema}.{one.property}" for one in case.passages if not one.accepted}
    return next((name for name in item.need.any_of if name in names), item.need.any_of[0])


def _from_a_document(case: Case) -> tuple[str, str]:
    """Lead to the document that says most of the person, where a claim can be added; without one, to the first."""
    said = defaultdict[UUID, int](int)
    for one in case.passages:
        said[one.document] += 1
    if not said:
        return reverse("add"), _("Add a document")
    return reverse("add_claim", args=[max(said, key=lambda one: (said[one], str(one)))]), _("Add it from a document")

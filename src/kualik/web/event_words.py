"""What the kinds of event and the codes of other bodies are called on a page, in the reader's language."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from kualik.cases.findings.case import EventRow
from kualik.engine.facts.codes import Acled, Act, Because, acled, acts
from kualik.engine.facts.events import Kind

__all__ = ["ANSWERED", "BECAUSE", "GEO", "IN_A_SERIES", "KINDS", "KIND_WORDS", "TIME", "Codes", "codes_of"]

KINDS: Mapping[str, Promise] = {
    Kind.PROTEST.value: _("Protests"),
    Kind.APPEAL.value: _("Appeals"),
    Kind.HEARING.value: _("Hearings and trials"),
    Kind.REPLY.value: _("Official replies"),
    Kind.INCIDENT.value: _("Incidents"),
}

KIND_WORDS: Mapping[str, Promise] = {
    Kind.PROTEST.value: _("Protest"),
    Kind.APPEAL.value: _("Appeal"),
    Kind.HEARING.value: _("Hearing or trial"),
    Kind.REPLY.value: _("Official reply"),
    Kind.INCIDENT.value: _("Incident"),
}

ANSWERED: Mapping[str, Promise] = {
    "yes": _("Authorities answered"),
    "no": _("No answer is told of"),
}

IN_A_SERIES: Mapping[str, Promise] = {
    "yes": _("Part of a series"),
    "no": _("Not part of a series"),
}

TIME: Mapping[str, Promise] = {
    "1": _("the day is known"),
    "2": _("known to within a week"),
    "3": _("known to within a month"),
    "": _("known less well than to the month: ACLED has no code for that"),
}

GEO: Mapping[str, Promise] = {
    "1": _("the place itself is known"),
    "2": _("a part of a region is known"),
    "3": _("only the region is known"),
    "": _("no place is known well enough"),
}

BECAUSE: Mapping[str, Promise] = {
    Because.PEACEFUL: _("People gathered, and no document tells that anybody tried to end it."),
    Because.INTERVENED: _("Authorities tried to end it: they dispersed people, told them to go, or detained some."),
    Because.ARRESTED: _(
        "An arrest. ACLED keeps only arrests of political weight: whoever hands the table on decides which."
    ),
    Because.ATTACKED: _("Somebody was attacked; by whom, the codes leave open."),
    Because.WHO_WAS_VIOLENT: _(
        "There was violence, and the documents do not say in a form that can be coded whose it was. "
        "A person decides between a riot and force against protesters."
    ),
    Because.SERIES: _("This is told as a series. ACLED codes each day of it as an event of its own."),
    Because.FEW: _("Fewer than three people: ACLED does not count that as a demonstration."),
    Because.OUTSIDE: _("ACLED does not code this kind of event."),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Codes:
    """The codes of one event, each with its meaning in words."""

    acled: Acled
    acts: tuple[Act, ...]
    because: str
    time: str
    geo: str


def codes_of(row: EventRow, *, precision: str = "") -> Codes:
    """Code an event, and say in words why so.

    Args:
        row: the event.
        precision: how exactly its place is known: facility, settlement, county, prefecture, country; or empty.
    """
    coded = row.coded(precision=precision)
    found = acled(coded)
    return Codes(
        acled=found,
        acts=acts(coded),
        because=str(BECAUSE[found.because]),
        time=str(TIME[found.time_precision]),
        geo=str(GEO[found.geo_precision]),
    )

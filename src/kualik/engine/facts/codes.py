"""An event in the codes of two bodies that others count by: ACLED, and the HURIDOCS micro-thesauri.

A code says no more than the documents do: what they leave open stays without a code, with the reason.
"""

from dataclasses import dataclass
from enum import StrEnum

from kualik.engine.facts.edtf import bounds, is_edtf
from kualik.engine.facts.events import INTERVENTIONS
from kualik.engine.facts.vocabulary import Schema

__all__ = ["ACTS", "Acled", "Act", "Because", "Coded", "acled", "acts", "acts_of_state"]

ASSEMBLY = 3  # people: fewer are no demonstration to ACLED
WEEK, MONTH = 7, 31  # days

PROTESTS, VIOLENCE, STRATEGIC = "Protests", "Violence against civilians", "Strategic developments"
ALONE = ("60", "Protesters only")
AGAINST_PROTESTERS = ("16", "State forces-Protesters")
AGAINST_CIVILIANS = ("17", "State forces-Civilians")
NOT_TOLD = ("", "")

PLACED = {"settlement": "1", "county": "2", "prefecture": "3", "region": "3"}
"""ACLED's geographic precision by ours: 1 the place itself, 2 a part of a region, 3 a region; a country has none."""


class Because(StrEnum):
    """Why an event has its code, or none."""

    PEACEFUL = "peaceful"
    INTERVENED = "intervened"
    ARRESTED = "arrested"
    ATTACKED = "attacked"
    WHO_WAS_VIOLENT = "who was violent"
    SERIES = "series"
    FEW = "few"
    OUTSIDE = "outside"


@dataclass(frozen=True, slots=True, kw_only=True)
class Coded:
    """What is told of one event, as far as codes depend on it.

    `crowd` is the least number of people that is told; `precision` how exactly the place is known.
    """

    schema: str
    type: str
    date: str = ""  # EDTF
    responses: frozenset[str] = frozenset()
    violent: bool = False
    series: bool = False
    crowd: int | None = None
    precision: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Acled:
    """The codes of ACLED; empty where there is none."""

    event_type: str = ""
    sub_event_type: str = ""
    interaction: str = ""
    interaction_words: str = ""
    time_precision: str = ""
    geo_precision: str = ""
    because: Because


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """A term of HURIDOCS micro-thesaurus 4; `nearest` where the thesaurus has no term of its own for it."""

    code: str
    term: str
    nearest: bool = False


ACTS = {
    "arrest": Act(code="030101000000", term="Arrest"),
    "detention": Act(code="030102000000", term="Detention, imprisonment"),
    "disappearance": Act(code="030103000000", term="Disappearance"),
    "house arrest": Act(code="030105000000", term="House arrest"),
    "forced labour": Act(code="030106000000", term="Slavery", nearest=True),
    "travel": Act(code="050106000000", term="Restriction on travel"),
    "death": Act(code="010106010000", term="Death in detention or police custody"),
    "limited": Act(code="120105000000", term="Limitations on assemblies/gatherings"),
    "banned": Act(code="120106000000", term="Banning of a meeting/mass action"),
}
"""The acts that our events and states of custody can be."""

BY_STATE = {
    "prison": "detention",
    "camp": "detention",
    "police custody": "detention",
    "unspecified": "detention",
    "house arrest": "house arrest",
    "forced labour": "forced labour",
    "disappeared": "disappearance",
    "barred from leaving": "travel",
    "died in custody": "death",
}
BY_TYPE = {"arrest": "arrest", "sentencing": "detention", "dispersal": "limited"}
BY_RESPONSE = {
    "kept at a distance": "limited",
    "told to disperse": "limited",
    "dispersed": "limited",
    "told it is illegal": "banned",
    "detained participants": "arrest",
}


def acled(told: Coded) -> Acled:
    """Code an event as ACLED would.

    Args:
        told: what is told of the event.

    Returns:
        Its codes and why. The event type is empty where ACLED codes no such event.

    Raises:
        Nothing: what is not EDTF has no time precision.

    Assumes:
        Authorities who answer a gathering are state forces. An arrest counts as ACLED's "Arrests", which
        ACLED keeps to those of political weight: whoever hands the table on decides.

    Source:
        ACLED Codebook (3 October 2024 and before): event and sub-event types, actor types 1 state forces,
        6 protesters, 7 civilians, time precision 1 to 3, geographic precision 1 to 3.
    """
    event, sub, (code, words), because = _happened(told)
    return Acled(
        event_type=event,
        sub_event_type=sub,
        interaction=code,
        interaction_words=words,
        time_precision=_time(told.date),
        geo_precision=PLACED.get(told.precision, ""),
        because=because,
    )


def _happened(told: Coded) -> tuple[str, str, tuple[str, str], Because]:
    if told.series:
        return "", "", NOT_TOLD, Because.SERIES
    if told.schema == Schema.PROTEST:
        return _gathered(told)
    if told.type == "dispersal":
        return PROTESTS, "Protest with intervention", AGAINST_PROTESTERS, Because.INTERVENED
    if told.type == "arrest":
        return STRATEGIC, "Arrests", AGAINST_CIVILIANS, Because.ARRESTED
    if told.type == "attack":
        return VIOLENCE, "Attack", NOT_TOLD, Because.ATTACKED
    return "", "", NOT_TOLD, Because.OUTSIDE


def _gathered(told: Coded) -> tuple[str, str, tuple[str, str], Because]:
    if told.crowd is not None and told.crowd < ASSEMBLY:
        return "", "", NOT_TOLD, Because.FEW
    if told.violent:
        return PROTESTS, "", NOT_TOLD, Because.WHO_WAS_VIOLENT
    if told.responses & INTERVENTIONS:
        return PROTESTS, "Protest with intervention", AGAINST_PROTESTERS, Because.INTERVENED
    return PROTESTS, "Peaceful protest", ALONE, Because.PEACEFUL


def _time(date: str) -> str:
    """Say how exactly a date is known: 1 the day, 2 within a week, 3 within a month, empty where it is known less."""
    if not is_edtf(date):
        return ""
    first, last = bounds(date)
    if first is None or last is None:
        return ""
    days = (last - first).days + 1
    if days == 1:
        return "1" if date[-1].isdigit() else "2"  # a day that is about right, or not sure, is no exact day
    return "2" if days <= WEEK else "3" if days <= MONTH else ""


def acts(told: Coded) -> tuple[Act, ...]:
    """Find which acts of HURIDOCS micro-thesaurus 4 an event is or is answered with.

    Args:
        told: what is told of the event.

    Returns:
        The acts, each once, in the order of their codes; none where the event is no act against anybody.

    Assumes:
        Each act is one against those who are arrested, sentenced or gathered. Whether it is lawful, the code does
        not say.

    Source:
        HURIDOCS, Micro-thesauri: a tool for documenting human rights violations (2001), list 4, "Types of acts";
        codes as in OpenEvSys (huridocs/OpenEvSys, schema/mysql-dbpopulate-mt.sql).
    """
    found = [BY_TYPE[told.type]] if told.type in BY_TYPE else []
    found += [BY_RESPONSE[one] for one in sorted(told.responses) if one in BY_RESPONSE]
    return tuple(sorted((ACTS[one] for one in set(found)), key=lambda act: act.code))


def acts_of_state(state: str) -> tuple[Act, ...]:
    """Find which act of HURIDOCS micro-thesaurus 4 a state of custody is.

    Args:
        state: one of CUSTODY_STATES.

    Returns:
        The act, or none: a release is no act against anybody.

    Source:
        As for `acts`.
    """
    return (ACTS[BY_STATE[state]],) if state in BY_STATE else ()

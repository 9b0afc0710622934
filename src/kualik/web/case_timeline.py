"""The time of a case as bars and points, drawn no more exactly than it is told."""

from collections.abc import Container
from datetime import date

from django.utils import timezone

from kualik.cases.findings.case import Case, Episode, Moment
from kualik.engine.facts import Schema, Stance, edtf
from kualik.web import words
from kualik.web.boards import disputed_values
from kualik.web.custody import in_a_line
from kualik.web.drawing import Drawing, Stretch, draw

__all__ = ["disputed_dates", "disputes_custody", "is_disputed", "timeline"]

HELD = "detainee"
OVER = frozenset({"released", "died in custody"})
DECIDING = frozenset({"Custody.state", "Custody.startDate", "Custody.endDate"})
"""Properties whose dispute is one about the stretch itself; a disputed sentence says nothing against it."""


def timeline(case: Case) -> Drawing | None:
    """Draw the stretches of custody, and what happened around them, as far as their dates are known."""
    held = [_stretch(episode, case) for episode in case.episodes]
    custody = {entity for episode in case.episodes for entity in episode.entities}
    disputed = disputed_dates(case)
    moments = [
        Stretch(
            label=words.moment_word(schema=one.schema, name=one.property, kind=one.kind),
            earliest=one.earliest,
            latest=one.latest,
            accepted=one.accepted,
            disputed=is_disputed(one, disputed),
        )
        for one in case.timeline
        if one.schema != Schema.PERSON and not custody & {passage.entity for passage in one.passages}
    ]
    return draw(stretches=[*held, *moments], today=timezone.now().date())


def _stretch(episode: Episode, case: Case) -> Stretch:
    lasts = episode.line.state not in OVER
    start, end = (
        _bounds(episode.line.start if lasts else episode.line.start or episode.line.end),
        _bounds(episode.line.end),
    )
    return Stretch(
        label=in_a_line(episode.line),
        earliest=start[0],
        latest=start[1],
        until_earliest=end[0],
        until_latest=end[1],
        accepted=episode.accepted,
        disputed=disputes_custody(episode, case),
        lasts=lasts,
    )


def _bounds(told: str) -> tuple[date | None, date | None]:
    return edtf.bounds(told) if edtf.is_edtf(told) else (None, None)


def disputes_custody(episode: Episode, case: Case) -> bool:
    """Say whether somebody denies that the person was held, or whether the state or the dates are disputed."""
    own = set(episode.entities)
    denied = any(
        one.entity in own and one.property == HELD and one.stance == Stance.DENIES and one.accepted
        for one in case.passages
    )
    return denied or any(name in DECIDING for name, _value in disputed_values(episode.known))


def disputed_dates(case: Case) -> frozenset[tuple[str, str]]:
    """List the dates that are disputed, each with its property ("Person.birthDate")."""
    return disputed_values((*case.known, *(one for episode in case.episodes for one in episode.known)))


def is_disputed(moment: Moment, disputed: Container[tuple[str, str]]) -> bool:
    """Say whether the date of a moment is among the disputed ones."""
    return (f"{moment.schema}.{moment.property}", moment.date) in disputed

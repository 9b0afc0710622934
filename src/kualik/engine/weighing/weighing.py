"""From testimonies to findings: what is known, by whom, what is disputed, what was taken back."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from kualik.engine.facts import Stance
from kualik.engine.facts.edtf import bounds
from kualik.engine.weighing.independence import (
    behind_publisher,
    count_independent,
    publishers,
    same_voice,
    witness_of,
    witnesses,
)
from kualik.engine.weighing.testimony import OFFICIAL_RECORD, Denial, Finding, Grade, Testimony, Weighed, Witness
from kualik.engine.weighing.values import canonical, contradict, within

__all__ = ["weigh"]

FOR = frozenset({Stance.ASSERTS, Stance.ALLEGES, Stance.ACCUSES, Stance.ACKNOWLEDGES, Stance.ACKNOWLEDGES_OTHERWISE})
ADMITS = frozenset({Stance.ACKNOWLEDGES, Stance.ACKNOWLEDGES_OTHERWISE})
SIDES = FOR | {Stance.DENIES}
CORROBORATING = 2  # independent witnesses
TakenBack = Mapping[Testimony, Sequence[Testimony]]
BEST_FIRST = {grade: place for place, grade in enumerate(Grade)}


def weigh(testimonies: Iterable[Testimony], *, expected: Iterable[str] = ()) -> tuple[Finding, ...]:
    """Weigh what was said, property by property.

    Args:
        testimonies: accepted claims, in any order; one given twice counts once.
        expected: properties that each subject should have; one that nobody speaks of is found missing.

    Returns:
        One finding per subject and property, sorted by both; values with the best grade first.

    Assumes:
        Somebody judged the claims to be about the subject that they name, and near-duplicates to be one story.

    Source:
        docs/methods/weighing.md.
    """
    groups: dict[tuple[str, str], list[Testimony]] = defaultdict(list)
    for testimony in sorted(_spoken(frozenset(testimonies)), key=_order):
        groups[testimony.subject, testimony.property].append(testimony)
    subjects = {subject for subject, _ in groups}
    missing = {(subject, name) for subject in subjects for name in expected} - groups.keys()
    found = [_finding(*key, group) for key, group in groups.items()]
    found += [Finding(subject=subject, property=name, missing=True) for subject, name in missing]
    return tuple(sorted(found, key=lambda one: (one.subject, one.property)))


def _spoken(testimonies: frozenset[Testimony]) -> Iterator[Testimony]:
    known = publishers(testimonies)
    for one in testimonies:
        yield behind_publisher(one, known) if one.stance in FOR else one


def _order(testimony: Testimony) -> tuple[str, ...]:
    return (testimony.claim, testimony.value, testimony.stance, testimony.document, repr(testimony))


def _finding(subject: str, property_: str, group: Sequence[Testimony]) -> Finding:
    retractions = [one for one in group if one.stance == Stance.RETRACTS]
    taken_back = {one: _taken_back_by(one, retractions, group) for one in group}
    values = sorted({canonical(property_, one.value) for one in group if one.stance in SIDES})
    weighed = [_weighed(value, group, taken_back) for value in values]
    used = {retraction for found in taken_back.values() for retraction in found}
    return Finding(
        subject=subject,
        property=property_,
        values=tuple(sorted(weighed, key=lambda one: (BEST_FIRST[one.grade], -one.independent, one.value))),
        disputed=any(one.disputed for one in weighed),
        unanswered=tuple(one.claim for one in group if one.stance not in SIDES and one not in used),
    )


def _weighed(value: str, group: Sequence[Testimony], taken_back: TakenBack) -> Weighed:
    """Weigh one value. Who gives a day inside it says it too; who denies a span that it lies in denies it too."""
    said = [one for one in group if one.stance in FOR and _says(one, value)]
    denied = [one for one in group if one.stance == Stance.DENIES and _covers(one, value)]
    standing = [one for one in said if not taken_back[one]]
    against = [one for one in denied if not taken_back[one]]
    conflicts = _conflicts(value, [one for one in group if one.stance in FOR and not taken_back[one]])
    found = witnesses(standing)
    return Weighed(
        value=min(one.value for one in group if canonical(one.property, one.value) == value),
        grade=_grade(standing, found),
        disputed=bool(conflicts) or bool(against and standing),
        independent=count_independent(found),
        witnesses=found,
        supports=tuple(one.claim for one in standing),
        denies=tuple(Denial(claim=one.claim, voice=one.voice) for one in against),
        retracted=tuple(sorted(one.claim for one in said + denied if taken_back[one])),
        conflicts=conflicts,
    )


def _says(testimony: Testimony, value: str) -> bool:
    return within(testimony.property, canonical(testimony.property, testimony.value), value)


def _covers(testimony: Testimony, value: str) -> bool:
    return within(testimony.property, value, canonical(testimony.property, testimony.value))


def _taken_back_by(
    testimony: Testimony, retractions: Sequence[Testimony], group: Sequence[Testimony]
) -> list[Testimony]:
    """Find the retractions of a testimony: of its value, by its speaker, and not followed by saying it anew."""
    if testimony.stance not in SIDES or not retractions:
        return []
    value = canonical(testimony.property, testimony.value)
    return [
        one
        for one in retractions
        if canonical(one.property, one.value) == value
        and _same_speaker(testimony, one, group)
        and not _later(testimony.day, one.day)
    ]


def _same_speaker(testimony: Testimony, retraction: Testimony, group: Sequence[Testimony]) -> bool:
    speaker, retracting = witness_of(testimony), witness_of(retraction)
    if speaker and retracting:
        return same_voice(speaker, retracting)
    if retracting:
        # What a story says in nobody's name leans on the voices that the story, or a copy of it, does name.
        return any(_tells(one, retracting) for one in group if one.story == testimony.story)
    if len(retraction.voice) != 1:
        return False
    # A publisher that retracts in its own name takes back what came through it, and the copies of that story.
    stories = {one.story for one in group if one.voice[:1] == retraction.voice}
    return testimony.voice[:1] == retraction.voice or testimony.story in stories


def _tells(testimony: Testimony, witness: str) -> bool:
    speaker = witness_of(testimony)
    return testimony.stance in SIDES and speaker is not None and same_voice(speaker, witness)


def _later(day: str | None, than: str | None) -> bool:
    first = bounds(day)[0] if day else None
    last = bounds(than)[1] if than else None
    return first is not None and last is not None and first > last


def _conflicts(value: str, standing: Sequence[Testimony]) -> tuple[str, ...]:
    told = list({(one.value, one.day): one for one in standing}.values())  # who says it does not matter here
    own = [one for one in told if canonical(one.property, one.value) == value]
    return tuple(sorted({other.value for other in told for one in own if contradict(one, other)}))


def _grade(standing: Sequence[Testimony], found: Sequence[Witness]) -> Grade:
    if not standing:
        return Grade.UNSUPPORTED
    if any(one.official and one.media == OFFICIAL_RECORD for one in standing):
        return Grade.DOCUMENTED
    if any(one.official or one.stance in ADMITS for one in standing):
        return Grade.ACKNOWLEDGED
    if count_independent(found) >= CORROBORATING:
        return Grade.CORROBORATED
    return Grade.SINGLE_WITNESS if found else Grade.UNATTRIBUTED

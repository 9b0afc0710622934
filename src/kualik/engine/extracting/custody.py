"""Episodes of custody in a sentence: who, what happened, for how long, where, why."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from kualik.engine.extracting.circumstances import (
    date_of,
    first_turn,
    is_sentence,
    place_of,
    reasons_of,
    state_of,
    term_of,
)
from kualik.engine.extracting.dates import Date
from kualik.engine.extracting.grammar import object_after, verb_group
from kualik.engine.extracting.liberty import Trigger, trigger_at
from kualik.engine.extracting.parties import Scene, parties_of
from kualik.engine.extracting.terms import Term, find_terms
from kualik.engine.extracting.tokens import Span, Token
from kualik.engine.extracting.words import word_set

__all__ = ["Episode", "Scene", "find_episodes"]

UNREAL = word_set("would could may might will should not never can cannot if to must")


@dataclass(frozen=True, slots=True, kw_only=True)
class Episode:
    """One episode: people, kind, state, and the passages that say more."""

    kind: str
    state: str
    people: tuple[int, ...]
    trigger: Span
    span: Span
    finite: bool
    term: Term | None = None
    is_sentence: bool = False
    date: Date | None = None
    until: Date | None = None
    place: Span | None = None
    grounds: Span | None = None
    because: Span | None = None
    actor: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """A word that tells of custody, and the tokens of its clause."""

    place: int
    kind: str
    state: str
    clause: tuple[int, int]


def find_episodes(scene: Scene) -> list[Episode]:
    """Find the episodes of custody that a sentence tells of.

    Args:
        scene: the sentence, its people and dates.

    Returns:
        Episodes in order; what is only possible, negated or wished is left out.
    """
    triggers = _triggers(scene)
    terms = _terms(scene)
    found: list[Episode] = []
    for order, (place, trigger) in enumerate(triggers):
        left = triggers[order - 1][0] + 1 if order else 0
        right = verb_group(scene.marks, triggers[order + 1][0]) if order + 1 < len(triggers) else len(scene.tokens)
        clause = _within_saying(scene, _bounded(scene.tokens, (left, max(right, place + 1)), place), place)
        event = Event(place=place, kind=trigger[0], state=trigger[1], clause=clause)
        episode = _episode(scene, event, terms, found[-1].people if found else ())
        if episode:
            found += _unfolded(scene, episode, clause)
    return found


def _triggers(scene: Scene) -> list[tuple[int, Trigger]]:
    told = ((place, trigger_at(scene.tokens, scene.marks, place)) for place in range(len(scene.tokens)))
    return [(place, trigger) for place, trigger in told if trigger]


def _terms(scene: Scene) -> list[Term]:
    by = scene.sentence.start
    return [
        replace(term, start=term.start + by, end=term.end + by)
        for term in find_terms(scene.text[scene.sentence.start : scene.sentence.end])
    ]


def _unfolded(scene: Scene, episode: Episode, clause: tuple[int, int]) -> list[Episode]:
    """Make two of what tells of two states: moved from one place to another, released after eight months."""
    if episode.kind == "transfer":
        return [_moved(scene, episode, at) for at in range(*clause) if _leads_to_place(scene, episode, at)]
    if episode.kind != "release" or episode.term is None:
        return [episode]
    told = scene.text[episode.span.start : episode.span.end]
    state = state_of(("held", "unspecified"), told)
    held = replace(episode, kind="held", state=state, finite=False, date=None, until=episode.date)
    return [held, replace(episode, term=None)]


def _leads_to_place(scene: Scene, episode: Episode, at: int) -> bool:
    token = scene.tokens[at]
    after = token.lower in {"from", "to"} and token.start > episode.trigger.start
    return after and object_after(scene.tokens, scene.marks, at) is not None


def _moved(scene: Scene, episode: Episode, at: int) -> Episode:
    """Read one end of "moved from … to …"."""
    phrase = object_after(scene.tokens, scene.marks, at)
    assert phrase is not None
    where = scene.span(phrase.first, phrase.last)
    text = scene.text[where.start : where.end]
    state = "disappeared" if "unknown" in text else state_of(("held", "unspecified"), text)
    left = scene.tokens[at].lower == "from"
    return replace(
        episode, kind="held", state=state, place=where, finite=False,
        span=Span(start=episode.span.start, end=max(where.end, episode.trigger.end)),
        date=None if left else episode.date, until=episode.date if left else None,
    )  # fmt: skip


def _bounded(tokens: Sequence[Token], clause: tuple[int, int], place: int) -> tuple[int, int]:
    """Keep to the half sentence between semicolons."""
    left = next((n + 1 for n in range(place - 1, clause[0] - 1, -1) if tokens[n].text == ";"), clause[0])
    right = next((n for n in range(place + 1, clause[1]) if tokens[n].text == ";"), clause[1])
    return left, right


def _within_saying(scene: Scene, clause: tuple[int, int], place: int) -> tuple[int, int]:
    """Do not let a clause reach out of what somebody says."""
    at = scene.tokens[place]
    ends = [span.end for span in scene.contents if span.holds(at.start, at.end)]
    if not ends:
        return clause
    right = next((n for n in range(place + 1, clause[1]) if scene.tokens[n].start >= min(ends)), clause[1])
    return clause[0], right


def _is_unreal(scene: Scene, event: Event) -> bool:
    """See what is only possible, wished or denied: "may be released", "was not arrested"."""
    first = verb_group(scene.marks, event.place)
    group = {token.lower for token in scene.tokens[max(0, first - 1) : event.place]}
    return event.kind != "disappeared" and bool(group & UNREAL)


def _episode(scene: Scene, event: Event, terms: Sequence[Term], before: tuple[int, ...]) -> Episode | None:
    parties = (
        None
        if _is_unreal(scene, event)
        else parties_of(scene, event.place, verb_group(scene.marks, event.place), before)
    )
    if parties is None or not parties.people:
        return None
    stretch = scene.span(event.place, event.clause[1])
    told = scene.text[stretch.start : stretch.end]
    term = term_of(terms, stretch, event.kind)
    place = place_of(scene, event.place, event.clause[1], released=event.kind == "release")
    grounds, because = reasons_of(told, stretch.start, event.kind)
    if place and any(one and one.start < place.start for one in (grounds, because)):
        place = None
    trigger = (event.kind, event.state)
    date = date_of(scene, event.clause, event.place, event.kind)
    first = min(parties.start, date.start) if date else parties.start
    turn = first_turn(scene, event.place, event.clause[1])
    return Episode(
        kind=event.kind, state=state_of(trigger, scene.text[stretch.start : turn]),
        people=parties.people, trigger=scene.span(event.place, event.place + 1), finite=parties.finite,
        span=Span(start=first, end=_end(scene, event, (term, place, grounds, because, date))), term=term,
        is_sentence=is_sentence(scene, trigger, term, told), date=date, place=place, grounds=grounds, because=because,
        actor=parties.actor,
    )  # fmt: skip


def _end(scene: Scene, event: Event, parts: Sequence[Span | Term | Date | None]) -> int:
    """End the passage with the last of what was found; being barred is told by its whole clause."""
    if event.kind == "barred":
        return scene.span(*event.clause).end
    return max(scene.tokens[event.place].end, *(part.end for part in parts if part), 0)

"""From a place as somebody wrote it to places of the gazetteer: one, several that it may be, or none."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from kualik.engine.placing.beside import kinds_beside, names_a_facility, names_a_mission, street_beside
from kualik.engine.placing.folding import fold, is_han, words_of
from kualik.engine.placing.gazetteer import (
    Kind,
    Place,
    holds,
    known,
    longest_han,
    place,
    places,
    seated,
    shared,
    within,
)
from kualik.engine.placing.inflecting import stems

__all__ = ["FACILITY", "Resolved", "resolve"]

FACILITY = "facility"
MOST_WORDS = 4  # of a name
SURE_IN_SMALL = 5  # letters from which a name without a capital is believed
REMEMBERED = 200_000  # written names of which the answer is kept
TOWN, CITY = 20_000, 100_000  # people
OUTRANKED = 2  # steps by which a well-known place is thought of before a village of the same name
RANKS = {Kind.COUNTRY: 7, Kind.REGION: 6, Kind.PREFECTURE: 5, Kind.COUNTY: 4}


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolved:
    """What a written name may be.

    `place` is the id where there is one answer: the only candidate, or the one that all others lie in; else "".
    `candidates` are the ids that fit, best first. `precision` is "facility" where a building is named that lies in
    the place, else the kind of the place ("settlement", "county", "prefecture", "region", "country"), else "".
    """

    place: str = ""
    candidates: tuple[str, ...] = ()
    precision: str = ""

    @property
    def ambiguous(self) -> bool:
        """Say whether several places fit, none of which holds the others."""
        return not self.place and bool(self.candidates)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Mention:
    start: int
    end: int
    ids: tuple[str, ...]


@lru_cache(maxsize=REMEMBERED)
def resolve(written: str) -> Resolved:
    """Find which place a written name is.

    Args:
        written: as it stands in a document: "Künes county", "Кульджинском уезде", "伊宁县看守所", "غۇلجىدا".

    Returns:
        The place, or what it may be. Nothing is said of a street, nor of the country whose consulate is meant.

    Assumes:
        The writer names places of the gazetteer. A village that it lacks is not known, or is taken for a larger place
        of the same name: `docs/methods/places.md` says how often.
    """
    named = [_fitting(one, written) for one in _mentions(written)]
    if names_a_mission(written):
        named = [ids for ids in named if places()[ids[0]].kind != Kind.COUNTRY]
    candidates = _agreeing(named)
    chosen = _widest(candidates)
    facility = names_a_facility(written)
    precision = (FACILITY if facility else place(chosen).kind.value) if chosen else ""
    return Resolved(place=chosen, candidates=candidates, precision=precision)


def _mentions(written: str) -> Iterator[_Mention]:
    words = words_of(written)
    at = 0
    while at < len(words):
        found = _in_han(*words[at]) if is_han(words[at][0][0]) else None
        if found is not None:
            yield from found
            at += 1
            continue
        mention, used = _longest(written, words, at)
        if mention and not street_beside(written, mention.start, mention.end):
            yield mention
        at += used


def _longest(written: str, words: Sequence[tuple[str, int, int]], at: int) -> tuple[_Mention | None, int]:
    """Find the longest name that begins with a word: as it is written first, then without its ending."""
    several = range(min(MOST_WORDS, len(words) - at), 0, -1)
    for count in several:
        text = "".join(fold(word) for word, _start, _end in words[at : at + count])
        ids = known().get(text, ())
        if ids and _is_named(words[at][0], text, written):
            return _Mention(start=words[at][1], end=words[at + count - 1][2], ids=ids), count
    for count in several:
        ids = _inflected([fold(word) for word, _start, _end in words[at : at + count]])
        if ids and _is_named(words[at][0], words[at][0], written):
            return _Mention(start=words[at][1], end=words[at + count - 1][2], ids=ids), count
    return None, 1


def _inflected(parts: Sequence[str]) -> tuple[str, ...]:
    found = (id_ for stem in stems("".join(parts)) for id_ in known().get(stem, ()))
    return tuple(dict.fromkeys(found))


def _is_named(word: str, text: str, written: str) -> bool:
    """Say whether a word can be a name: in writing with capitals it has one, unless nothing has."""
    if word[0].lower() == word[0].upper() or word[0].isupper():
        return True
    return written == written.lower() and len(text) >= SURE_IN_SMALL


def _in_han(text: str, start: int, _end: int) -> Iterator[_Mention]:
    """Find the names in Chinese, which has no blanks: at each character the longest that is known."""
    at = 0
    while at < len(text):
        spans = range(min(longest_han(), len(text) - at), 1, -1)
        length = next((one for one in spans if text[at : at + one] in known()), 0)
        if length:
            yield _Mention(start=start + at, end=start + at + length, ids=known()[text[at : at + length]])
        at += max(length, 1)


def _fitting(mention: _Mention, written: str) -> tuple[str, ...]:
    """Keep the places of the kind that stands beside the name, and of these the ones that are thought of first."""
    kinds = kinds_beside(written, mention.start, mention.end)
    meant = dict.fromkeys(one for id_ in mention.ids for one in _meant(id_, kinds))
    fitting = tuple(id_ for id_ in meant if places()[id_].kind in kinds) or mention.ids
    best = max(_rank(places()[id_]) for id_ in fitting)
    kept = [id_ for id_ in fitting if _rank(places()[id_]) > best - OUTRANKED]
    return tuple(sorted(kept, key=lambda id_: (-_rank(places()[id_]), -places()[id_].population, id_)))


def _meant(id_: str, kinds: frozenset[Kind]) -> Iterator[str]:
    """Follow the word beside a name: "Kashgar city" is the seat of what "Kashgar" alone means."""
    one = places()[id_]
    if kinds == frozenset(Kind):
        yield id_
    elif id_ in shared():
        wanted = Kind.COUNTY if kinds == {Kind.COUNTY} else Kind.SETTLEMENT
        yield from (inner for inner in shared()[id_] if places()[inner].kind == wanted)
    elif one.kind in kinds:
        yield id_
    else:
        yield from (other for other in seated()[one.point] if holds(other, id_) or holds(id_, other))


def _rank(one: Place) -> int:
    """Rank a place: whoever says "Paris" without more does not mean the village."""
    settled = 5 if one.population >= CITY else 4 if one.population >= TOWN else 1
    return RANKS.get(one.kind, settled)


def _agreeing(mentions: Sequence[Sequence[str]]) -> tuple[str, ...]:
    """Keep of several names what lies in one another, the narrowest: "Künes, Ili" is Künes of Ili."""
    if not mentions:
        return ()
    kept: tuple[str, ...] = tuple(mentions[0])
    for other in mentions[1:]:
        pairs = [(one, two) for one in kept for two in other if holds(one, two) or holds(two, one)]
        narrower = (two if holds(one, two) else one for one, two in pairs)
        kept = tuple(dict.fromkeys(narrower)) or tuple(dict.fromkeys((*kept, *other)))
    return kept


def _widest(candidates: Iterable[str]) -> str:
    """Choose the one that holds all others, if there is one. Counties of one name share a row of their own."""
    several = tuple(candidates)
    shared = (id_ for one in several for id_ in (one, *within(one)) if id_ in several)
    return next((outer for outer in shared if all(holds(outer, inner) for inner in several)), "")

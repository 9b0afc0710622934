"""Other happenings of an English text: hearings, petitions, searches, journeys, deaths, meetings, attacks."""

from collections.abc import Mapping, Sequence
from functools import cache

from kualik.engine.extracting.english.circumstances import Scene, place_of, scene_of
from kualik.engine.extracting.english.cues import table
from kualik.engine.extracting.english.custody_words import words
from kualik.engine.extracting.english.dates import Date, dates_in
from kualik.engine.extracting.english.deeds import is_finite, is_passive, is_real, patients, subject
from kualik.engine.extracting.english.gatherings import find_gatherings
from kualik.engine.extracting.english.parsed import Parsed
from kualik.engine.extracting.english.people import Register
from kualik.engine.extracting.notes import Happening, Held, Value

__all__ = ["find_events"]

ON_TRIAL = frozenset({"go", "stand", "put"})
COURTS = frozenset({"court", "judge", "tribunal", "jury", "chamber"})
NOUNS = {
    "briefing": "press conference",
    "conference": "press conference",
    "hearing": "hearing",
    "trial": "hearing",
    "session": "hearing",
    "search": "other",
    "raid": "other",
    "funeral": "other",
}


@cache
def kinds() -> Mapping[str, tuple[tuple[frozenset[str], str, str], ...]]:
    """Read the verbs of happenings: dictionary form to objects, type of event, and what must stand beside.

    Returns:
        The table lexicon/happenings.tsv; no objects means any.
    """
    found: dict[str, list[tuple[frozenset[str], str, str]]] = {}
    for row in table("happenings"):
        objects = frozenset() if row["object"] == "*" else frozenset(row["object"].split("|"))
        found.setdefault(row["word"], []).append((objects, row["type"], row["needs"]))
    return {word: tuple(rows) for word, rows in found.items()}


def find_events(register: Register, dates: Sequence[Date]) -> None:
    """Note the protests and other happenings of a document, apart from those that its custody told of.

    Args:
        register: the people of the document, custody noted; what is found is added to its notes.
        dates: the dates of the document, in order.
    """
    parsed, notes = register.parsed, register.notes
    notes.happenings += find_gatherings(parsed, dates)
    told = {(held.cue.start, held.cue.end): held for held in notes.held}
    for sentence in parsed.sentences:
        if sentence.heading:
            continue
        for word in parsed.within(sentence):
            one = _named(parsed, word.i, dates)
            if word.tag.startswith("VB") and is_finite(parsed, word.i) and is_real(parsed, word.i):
                one = _happening(parsed, word.i, dates, told)
            if one is not None:
                notes.happenings.append(one)


def _named(parsed: Parsed, i: int, dates: Sequence[Date]) -> Happening | None:
    """Read a happening that a noun names with its day: "at a July 18 briefing", "the hearing on 4 May"."""
    word = parsed.words[i]
    if not word.tag.startswith("NN") or word.lemma not in NOUNS or word.dep in {"compound", "poss", "nsubj", "dobj"}:
        return None
    if word.lemma == "conference" and not {parsed.words[kid].lower for kid in parsed.kids(i)} & {"press", "news"}:
        return None
    first, last = parsed.reach(i)
    span = parsed.span(first, last)
    date = next((one for one in dates_in(dates, span)), None)
    if date is None:
        return None
    return Happening(
        type=NOUNS[word.lemma], span=span, cue=parsed.span(i, i + 1), rule="event.noun",
        date=Value(text=date.edtf, span=date.span),
    )  # fmt: skip


def _happening(parsed: Parsed, i: int, dates: Sequence[Date], told: Mapping[tuple[int, int], Held]) -> Happening | None:
    kind = _kind(parsed, i)
    if kind is None:
        return None
    held = told.get((parsed.words[i].start, parsed.words[i].end))
    if held is not None and held.state != "disappeared":
        return None
    type_, needs = kind
    scene = scene_of(parsed, i, frozenset(), dates)
    date = min(scene.dates, key=lambda one: abs(one.start - parsed.words[i].start), default=None)
    place = place_of(scene, i, released=False)
    if needs == "both" and (date is None or (place is None and not patients(parsed, i))):
        return None
    if (needs == "date" and date is None) or (needs == "place" and date is None and place is None):
        return None
    rule = "event.verb" if type_ == "other" else f"event.{type_.replace(' ', '-')}"
    return Happening(
        type=type_, span=scene.passage, cue=parsed.span(i, i + 1), rule=rule,
        date=Value(text=date.edtf, span=date.span) if date else None, place=place,
        who=_label(scene, None if is_passive(parsed, i) else subject(parsed, i)) or scene.actor(i),
        target=_label(scene, next(iter(patients(parsed, i)), None)),
    )  # fmt: skip


def _kind(parsed: Parsed, i: int) -> tuple[str, str] | None:
    word = parsed.words[i]
    if word.lemma in ON_TRIAL and any(
        parsed.words[kid].lower == "on" and "trial" in parsed.said(*parsed.reach(kid)).casefold().split()[:2]
        for kid in parsed.kids(i, "prep")
    ):
        return "hearing", "nothing"
    if word.lemma == "appear" and "court" in parsed.said(i, min(parsed.reach(i)[1], i + 6)).casefold():
        return "hearing", "nothing"
    about = subject(parsed, i)
    if about is not None and parsed.words[about].lemma in {"trial", "hearing"} and word.lemma in words("proceeding"):
        return "hearing", "nothing"
    judge = None if is_passive(parsed, i) else subject(parsed, i)
    if judge is not None and parsed.words[judge].lemma in COURTS and word.lemma in words("ruling"):
        return "hearing", "nothing"
    objects = {parsed.words[one].lemma for one in patients(parsed, i)}
    for wanted, type_, needs in kinds().get(word.lemma, ()):
        if not wanted or objects & wanted:
            return type_, needs
    return None


def _label(scene: Scene, head: int | None) -> Value | None:
    """Name a party of an event by its words; a pronoun names nobody."""
    if head is None or scene.parsed.words[head].tag in {"PRP", "WP", "WDT", "DT", "EX"}:
        return None
    kids = scene.parsed.kids(head, "det", "amod", "compound", "poss", "nummod", "nmod")
    first = min([*(scene.parsed.reach(kid)[0] for kid in kids if kid < head), head])
    return Value(text=scene.parsed.said(first, head + 1), span=scene.parsed.span(first, head + 1))

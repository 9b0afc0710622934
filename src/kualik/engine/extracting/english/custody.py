"""Custody in English: who was held, since when, for how long, where and why; and the arrests and sentences told of."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from kualik.engine.extracting.english.afterwards import held_before, note_held_until
from kualik.engine.extracting.english.circumstances import Scene, grounds, place_of, scene_of
from kualik.engine.extracting.english.custody_words import state_of_place
from kualik.engine.extracting.english.dates import Date
from kualik.engine.extracting.english.deeds import conjuncts, is_passive, subject
from kualik.engine.extracting.english.groups_before import group_before, people_of
from kualik.engine.extracting.english.labels import count_of
from kualik.engine.extracting.english.members import of_members
from kualik.engine.extracting.english.one_of import one_of
from kualik.engine.extracting.english.people import Register
from kualik.engine.extracting.english.terms import Term, find_terms
from kualik.engine.extracting.english.trigger import Trigger
from kualik.engine.extracting.english.triggers import find_triggers
from kualik.engine.extracting.english.vocabulary import kin_words
from kualik.engine.extracting.notes import Happening, Held, Value
from kualik.engine.extracting.parting import part
from kualik.engine.extracting.spans import Span

__all__ = ["find_custody"]

EVENTS = {"arrest": "arrest", "sentencing": "sentencing", "release": "release", "abduction": "other"}
HUMAN = frozenset({"custody.passive", "custody.active", "custody.given", "custody.serving", "custody.let-go"})
OF_A = re.compile(r" (?:(?:in prison|in jail|behind bars) )?of (?:an?|his|her|their|the) ")
SUSPENDED = re.compile(r"\b(?:suspended|non-custodial|probation)\b(?! for)", re.IGNORECASE)
AT_LARGE = re.compile(r"\b(?:suspended|non-custodial|probation|fined?|community service)\b", re.IGNORECASE)
MOVES = frozenset({"custody.taken", "custody.put"})
MANY = 200  # more are a population and no group of somebody's
NAMED = 2  # words from a noun to the name beside it
BACK = 4  # sentences
UNTIMED = frozenset({"disappeared", "barred", "died", "release", "abduction"})  # a length of time beside it is no term


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One trigger with what its clause says."""

    trigger: Trigger
    scene: Scene
    parties: tuple[int, ...]
    term: Term | None
    served: Term | None
    date: Date | None


def find_custody(register: Register, dates: Sequence[Date]) -> None:
    """Note every custody of a document, and the arrests, sentences and releases told with a verb.

    Args:
        register: the people of the document; what is found is added to its notes.
        dates: the dates of the document, in order.
    """
    parsed = register.parsed
    triggers = find_triggers(parsed)
    owned = {trigger.i for trigger in triggers}
    for trigger in triggers:
        scene = scene_of(parsed, trigger.i, owned, dates)
        parties = _parties(register, trigger)
        if trigger.later:
            parties = held_before(register, parties)
        if parties:
            terms = _terms(scene) if trigger.kind not in UNTIMED else []
            served, term = _served(parsed.text, terms)
            date = _date(trigger, scene)
            _note(register, Case(trigger=trigger, scene=scene, parties=parties, term=term, served=served, date=date))
    note_held_until(register)


def _parties(register: Register, trigger: Trigger) -> tuple[int, ...]:
    if trigger.elliptic:
        return _topic(register, trigger.i)
    if any((count_of(register.parsed, head) or 0) > MANY for head in trigger.whose):
        return ()  # "as many as 2 million Uyghurs, Kazakhs and others": a figure
    if any(_is_left_out(register, head) for head in trigger.whose):
        return ()
    whose = tuple(one for head in trigger.whose for one in _named_beside(register, head))
    human = trigger.rule in HUMAN and trigger.kind != "held"
    found = (key for one in whose for key in _people(register, one, human=human))
    return tuple(dict.fromkeys(found))


def _is_left_out(register: Register, head: int) -> bool:
    """See "all but four were released": it befell the others."""
    words = register.parsed.words
    return head > 1 and words[head - 1].lower in {"but", "except"} and words[head - 2].lower in {"all", "everyone"}


def _people(register: Register, head: int, *, human: bool) -> tuple[int, ...]:
    told = group_before(register, head)
    if told:
        return told
    member = one_of(register, head)
    if member is not None:
        return (member,)
    called = _called(register, head)
    key = register.detainee(head, human=human) if called is None else called
    return () if key is None else people_of(register, key)


def _called(register: Register, head: int) -> int | None:
    """Take the name beside one who is described: "my brother Marat Bekov", "her eldest son, Obul,"."""
    parsed, cast = register.parsed, register.cast
    described = cast.mentions.at(head) is not None or parsed.words[head].lemma in kin_words()
    if not described or not parsed.words[head].tag.startswith("NN") or (count_of(parsed, head) or 1) != 1:
        return None
    for kid in parsed.kids(head, "appos"):
        mention = cast.mentions.at(kid)
        if mention is not None and mention.kind == "name" and mention.first - head <= NAMED and kid > head:
            return None if cast.party(mention.party).body else cast.true(mention.party)
    return None


def _named_beside(register: Register, head: int) -> tuple[int, ...]:
    """Take the members of a group that are named beside it: "two of them, Talgat and Murat"."""
    parsed = register.parsed
    beside = parsed.kid(head, "appos")
    if parsed.words[head].tag not in {"NNS", "NNPS", "CD"}:
        return (head,)
    named = conjuncts(parsed, beside) if beside is not None and parsed.words[beside].tag == "NNP" else ()
    return named if len(named) > 1 else _counted_beside(register, head) or (head,)


def _counted_beside(register: Register, head: int) -> tuple[int, ...]:
    """Take the names after "two brothers from Osh, …" up to the verb, where they are as many as it says."""
    parsed = register.parsed
    sentence = parsed.sentences[parsed.words[head].sentence]
    last = next(
        (n for n in range(head + 1, sentence.last) if parsed.words[n].tag in {"VBD", "VBZ", "VBP"}), sentence.last
    )
    named = [one for one in register.cast.mentions.within(head + 1, last) if one.kind == "name"]
    people = {one.party: one.head for one in named if not register.cast.party(one.party).body}
    count = count_of(parsed, head) or 0
    return tuple(people.values())[-count:] if 1 < count <= len(people) else ()


def _topic(register: Register, i: int) -> tuple[int, ...]:
    """Find whom a note without a subject is about: the one its paragraph, or the one before, begins with."""
    parsed = register.parsed
    here = parsed.sentences[parsed.words[i].sentence]
    for sentence in reversed(parsed.sentences[max(0, here.number - BACK) : here.number]):
        if sentence.paragraph < here.paragraph - 1:
            break
        named = [one for one in register.cast.mentions.within(sentence.first, sentence.last)
                 if register.cast.party(one.party).name and not register.cast.party(one.party).body]  # fmt: skip
        if named:
            return (register.cast.true(named[0].party),)
    return ()


def _terms(scene: Scene) -> list[Term]:
    """Find the terms in the words of a clause, with their places in the text."""
    found: list[Term] = []
    for span in scene.stretches:
        said = scene.parsed.text[span.start : span.end]
        found += (
            Term(start=span.start + one.start, end=span.start + one.end, values=one.values, worded=one.worded)
            for one in find_terms(said)
        )
    return found


def _served(text: str, terms: Sequence[Term]) -> tuple[Term | None, Term | None]:
    """Tell time served from the whole term: "15 years of an 18-year sentence"."""
    if len(terms) > 1 and OF_A.fullmatch(text[terms[0].end : terms[1].start]):
        return terms[0], terms[1]
    return None, terms[0] if terms else None


def _date(trigger: Trigger, scene: Scene) -> Date | None:
    at = scene.parsed.words[trigger.i].start
    fitting = [one for one in scene.dates if one.since or trigger.kind != "held" or one.given]
    return min(fitting, key=lambda one: (not one.since, abs(one.start - at)), default=None)


def _note(register: Register, case: Case) -> None:
    keys = case.parties
    values = case.term.values if case.term else ()
    if len(keys) == 1 and len(values) > 1 and register.notes.parties[keys[0]].count == len(values):
        keys = part(register.notes, keys[0], len(values))
    for order, key in enumerate(keys):
        held = _held(case, key, _value(values, order, len(keys)))
        if _is_suspended(case):
            continue  # it takes nobody's liberty
        before = _before(case, held)
        told = [held] if before is None else [before, held]
        register.notes.held += [*told, *(one for each in told for one in of_members(register, each))]
    if case.trigger.kind in EVENTS and _is_told(register, case):
        register.notes.happenings.append(_happening(register, case))


def _is_told(register: Register, case: Case) -> bool:
    """Say whether the words tell of what happened: a finite verb does, "X, released in May," with its day or a name."""
    if case.trigger.finite:
        return True
    word = register.parsed.words[case.trigger.i]
    apart = word.tag == "VBN" and word.dep in {"acl", "relcl", "advcl", "ccomp"}
    return apart and (case.date is not None or register.notes.parties[case.parties[0]].name is not None)


def _is_suspended(case: Case) -> bool:
    if case.trigger.rule == "custody.guilty":
        parsed = case.scene.parsed
        sentence = parsed.sentences[parsed.words[case.trigger.i].sentence]
        return bool(AT_LARGE.search(parsed.text, sentence.start, sentence.end))
    if case.term is None or case.trigger.kind != "sentencing":
        return False
    return bool(SUSPENDED.search(case.scene.parsed.text, max(0, case.term.start - 30), case.term.end + 24))


def _value(values: Sequence[str], order: int, people: int) -> str | None:
    if not values:
        return None
    return values[order] if len(values) == people else values[0]


def _held(case: Case, key: int, value: str | None) -> Held:
    trigger, scene = case.trigger, case.scene
    sentenced = _is_sentence(case)
    timed = Value(text=value, span=_span(case.term)) if value and case.term else None
    worded = case.term.worded if case.term and sentenced else None
    date = Value(text=case.date.edtf, span=case.date.span) if case.date else None
    told = trigger.kind not in {"release", "died", "barred"} and trigger.rule != "custody.came-for"
    reason = grounds(scene, trigger.i) if told else {}
    cue = scene.parsed.span(trigger.i, trigger.i + 1)
    return Held(
        party=key, state="prison" if _is_short_arrest(case) else trigger.state, span=scene.passage,
        cue=cue, rule=trigger.rule, doubtful=trigger.hedged,
        sentence=timed if sentenced else None, duration=_duration(case, None if sentenced else timed),
        sentence_text=Value(text=worded, span=_span(case.term)) if worded and case.term else None,
        since=date, until=scene.until, place=place_of(scene, trigger.i, released=trigger.kind == "release"),
        grounds=reason.get("grounds"), suspected=reason.get("suspected"),
        authority=_authority(case),
    )  # fmt: skip


def _duration(case: Case, timed: Value | None) -> Value | None:
    if case.served is not None and case.served.values:
        return Value(text=case.served.values[0], span=_span(case.served))
    return timed


def _before(case: Case, held: Held) -> Held | None:
    """Tell the state that somebody came out of: "released from a camp in 2020 after sixteen months"."""
    if case.trigger.rule in MOVES:
        return _moved(case, held)
    if case.trigger.kind != "release":
        return None
    terms = [one for one in _terms(case.scene) if one.values and not one.worded]
    if held.place is None and not terms:
        return None
    state = state_of_place(held.place.text) if held.place else None
    duration = Value(text=terms[0].values[0], span=_span(terms[0])) if terms else None
    return replace(
        held,
        state=state or "unspecified",
        duration=duration,
        since=None,
        until=held.since,
        rule="custody.before-release",
    )


def _moved(case: Case, held: Held) -> Held | None:
    """Tell where somebody was before: "moved from a camp in Tekes to a prison"."""
    parsed, i = case.scene.parsed, case.trigger.i
    away = next((kid for kid in parsed.kids(i, "prep") if parsed.words[kid].lower in {"from", "out"}), None)
    if away is None:
        return None
    first, last = parsed.reach(away)
    state = state_of_place(parsed.said(first, last))
    if state is None:
        return None
    place = Value(text=parsed.said(first + 1, last), span=parsed.span(first + 1, last))
    return replace(
        held, state=state, place=place if any(letter.isupper() for letter in place.text) else None, since=None,
        until=held.since, sentence=None, duration=None, grounds=None, suspected=None, rule="custody.moved-from",
    )  # fmt: skip


def _is_sentence(case: Case) -> bool:
    if case.term is None:
        return False
    if _is_short_arrest(case):
        return True
    trigger, text = case.trigger, case.scene.parsed.text
    if trigger.kind == "sentencing" or trigger.rule == "custody.serving":
        return True
    follows = text[case.term.end : case.term.end + 24].casefold()
    return any(word in follows for word in ("sentence", "term", "in prison", "in jail")) and trigger.state == "prison"


def _is_short_arrest(case: Case) -> bool:
    """See "placed under arrest for 15 days", "arrested for ten days": a term that a court gave."""
    values = case.term.values if case.term else ()
    word = case.scene.parsed.words[case.trigger.i]
    held = word.lemma == "arrest" or case.trigger.rule == "custody.put"
    return held and case.trigger.state == "police custody" and any(value.endswith("D") for value in values)


def _span(term: Term | None) -> Span:
    assert term is not None
    return Span(start=term.start, end=term.end)


def _authority(case: Case) -> Value | None:
    """Find who did it; who gets a term or comes out is the subject of such verbs, but did nothing."""
    trigger = case.trigger
    parsed = case.scene.parsed
    acts = is_passive(parsed, trigger.i) or subject(parsed, trigger.i) not in trigger.whose
    return case.scene.actor(trigger.i) if acts and trigger.kind in EVENTS else None


def _happening(register: Register, case: Case) -> Happening:
    trigger, scene = case.trigger, case.scene
    labels = " and ".join(register.notes.parties[key].label for key in case.parties)
    cue = scene.parsed.span(trigger.i, trigger.i + 1)
    return Happening(
        type=EVENTS[trigger.kind], span=scene.passage, cue=cue, rule=trigger.rule.replace("custody", "event"),
        date=Value(text=case.date.edtf, span=case.date.span) if case.date else None,
        place=place_of(scene, trigger.i, released=False), who=_authority(case),
        target=Value(text=labels, span=scene.passage),
    )  # fmt: skip

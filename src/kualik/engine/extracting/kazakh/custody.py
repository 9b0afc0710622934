"""Who is held, sentenced, missing, let go: verbs of custody with what stands beside them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kualik.engine.extracting.kazakh.circumstances import date_near, facility_in, grounds_in, place_in
from kualik.engine.extracting.kazakh.nominal import nominal
from kualik.engine.extracting.kazakh.nouns import noun_of
from kualik.engine.extracting.kazakh.patients import is_attribute, is_mass, patients
from kualik.engine.extracting.kazakh.phrases import Phrase
from kualik.engine.extracting.kazakh.predicates import Predicate, find_predicates, hard_starts
from kualik.engine.extracting.kazakh.scene import Scene
from kualik.engine.extracting.kazakh.tables import group, members
from kualik.engine.extracting.kazakh.terms import Term, find_terms
from kualik.engine.extracting.kazakh.tokens import Token
from kualik.engine.extracting.notes import Happening, Held, Value
from kualik.engine.extracting.parting import part

__all__ = ["find_custody"]

MEMBERS = ("{} ішінен бірі", "{} ішінен екіншісі")
TOLD = frozenset({"past", "hearsay", "converb", "perfect", "nominal", "present", "habit"})
REMAND = frozenset({"P1M", "P2M", "P3M"})  # months before trial
COURT = ("сот", "үкім")
NEAR = 8  # words between a place of detention and its verb


@dataclass(frozen=True, slots=True, kw_only=True)
class _Told:
    """One verb of custody, understood."""

    number: int
    one: Predicate
    first: int  # where its own stretch of the sentence begins
    state: str
    event: str
    term: Term | None = None


def find_custody(scene: Scene) -> list[Held | Happening]:
    """Find custody, and the arrests, sentences and releases that are told with a verb.

    Args:
        scene: the document.

    Returns:
        What was noted, in order.
    """
    found: list[Held | Happening] = []
    topic: list[int] = []
    for number, frame in enumerate(scene.page.frames):
        if frame.heading:
            continue
        if number and frame.paragraph != scene.page.frames[number - 1].paragraph and frame.quote < 0:
            topic = _head_of_record(scene, number)
        for told in _told(scene, number):
            keys = _keys(scene, told, topic)
            if keys:
                topic = keys
                found += _gapped(scene, told, keys)
                found += _written(scene, told, keys)
    return found


def _head_of_record(scene: Scene, number: int) -> list[int]:
    """Find whom an entry of a list is about: the name that it begins with."""
    head = next((phrase for phrase in scene.phrases[number] if phrase.kind == "name" and phrase.case == ""), None)
    if head is None or head.first > 4:
        return []
    key = scene.register.key(number, head)
    return [key] if key is not None else []


def _told(scene: Scene, number: int) -> Iterator[_Told]:
    tokens = scene.tokens(number)
    terms, starts, begun = find_terms(tokens), hard_starts(tokens), 0
    for one in sorted((*find_predicates(tokens, "custody"), *nominal(tokens)), key=lambda one: (one.first, -one.last)):
        if one.form.denied and "шығарма" not in one.entry[0]:
            continue
        if one.first < begun or _is_auxiliary(one, tokens) or one.form.tense not in TOLD or not _is_real(one, tokens):
            continue
        first = max(begun, max((start for start in starts if start <= one.first), default=0))
        told = _understood(scene, number, one, first, terms)
        if told is not None:
            yield told
            begun = one.last


def _is_auxiliary(one: Predicate, tokens: Sequence[Token]) -> bool:
    """Say whether "sits", "lies" only helps the verb before it."""
    before = tokens[one.first - 1].lower if one.first else ""
    alone = one.last - one.first == 1 and one.entry[0] != "-" and one.entry[2] == "place"
    return alone and not tokens[one.first - 1].capital and before.endswith(("п", *group("refusing")))


def _is_real(one: Predicate, tokens: Sequence[Token]) -> bool:
    """Leave out what might be, what is asked for and what others deny."""
    noun = noun_of(tokens[one.last - 1].lower) if one.form.tense == "nominal" else None
    if noun is not None and noun.kind == "people":
        return False  # "the convicted"
    after = [token.lower for token in tokens[one.last : one.last + 2]]
    return tokens[-1].text != "?" and not any(word in members("unreal") for word in after[:1])


def _understood(scene: Scene, number: int, one: Predicate, first: int, terms: Sequence[Term]) -> _Told | None:
    """Settle state and event by the place, the term and the court beside the verb."""
    tokens = scene.tokens(number)
    _, _, state, event, needs = one.entry
    near = [term for term in terms if first <= term.first and term.last <= one.first and one.first - term.last < NEAR]
    term = near[-1] if near else None
    place = facility_in(tokens, max(first, one.first - NEAR), one.first)
    if (needs in {"place", "from", "forced"} and place is None and not _forced(tokens, one, first, needs)) or (
        needs == "term" and term is None
    ):
        return None
    if one.entry[0] == "-":
        place = facility_in(tokens, one.first, one.last)
        state = place[1] if place is not None else state
    if needs == "held" and place is None and not _is_taken(tokens, one):
        return None
    if state == "place" and place is not None:
        state = (
            "taken"
            if tokens[place[0]].lower.startswith(("қамау", "тергеу")) and place[1] == "police custody"
            else place[1]
        )
        place = None if state == "taken" else place
    if state == "taken":
        state, event = _taken(scene, tokens, one, first, place, term, event)
    if one.entry[0] == "сотта" and term is None and is_attribute(one, tokens):
        return None  # "the convict": nothing is told of the sentence
    if state == "prison" and one.entry[3] == "sentencing" and term is not None and term.suspended:
        state = ""
    if needs == "place" and one.entry[2] == "place" and one.entry[0].startswith("отыр") and one.form.tense == "converb":
        return None
    return _Told(number=number, one=one, first=first, state=state, event=event, term=term)


def _forced(tokens: Sequence[Token], one: Predicate, first: int, needs: str) -> bool:
    return needs == "forced" and any(token.lower.startswith("мәжбүр") for token in tokens[first : one.first])


def _is_taken(tokens: Sequence[Token], one: Predicate) -> bool:
    """Say whether "took away" is said of somebody, and not of a thing."""
    return one.form.tense != "nonfinite" and tokens[one.last - 1].lower.startswith(("әкет", "алып", "кет"))


def _taken(
    scene: Scene, tokens: Sequence[Token], one: Predicate, first: int, place: tuple[int, str] | None,
    term: Term | None, event: str,
) -> tuple[str, str]:  # fmt: skip
    court = any(token.lower.startswith(COURT) for token in tokens[first : one.first])
    if term is not None and term.imposed and court and term.values and term.values[0] in REMAND:
        return "prison", "hearing"
    if term is not None and term.imposed and (court or not term.values or not term.values[0].endswith("D")):
        return "prison", "sentencing" if court else event
    if (
        term is not None
        and term.imposed
        and term.values
        and term.values[0].endswith("D")
        and "тәулік" in _unit(tokens, term)
    ):
        return "prison", event
    if place is not None and place[0] < one.first:
        return place[1], event
    return ("unspecified" if scene.chinese else "police custody"), event


def _unit(tokens: Sequence[Token], term: Term) -> str:
    return tokens[term.last - 1].lower


def _keys(scene: Scene, told: _Told, topic: Sequence[int]) -> list[int]:
    """Find who it is about: in the clause, or whom the text spoke of before."""
    if is_mass(scene, told.number, told.one, told.first):
        return []
    found = patients(scene, told.number, told.one, told.first) or patients(
        scene, told.number, told.one, _earlier(scene, told)
    )
    keys = [_meant(scene, told.number, phrase, topic) for phrase in found]
    known = [key for key in keys if key is not None]
    if known or found or is_attribute(told.one, scene.tokens(told.number)):
        return list(dict.fromkeys(known))
    ending = scene.tokens(told.number)[told.one.last - 1].lower
    if ending.endswith((*group("first-person"), "ымды", "імді")):
        me = scene.register.speaker_of(scene.page.frames[told.number].quote)
        return [me] if me is not None and not ending.endswith(group("plural-us")) else []
    if not _may_drop(told, scene.tokens(told.number)):
        return []
    outer = _outer(scene, told.number)
    if outer is not None or topic:
        return [outer] if outer is not None else list(topic)
    key = scene.register.antecedent(told.number, told.one.first, without=scene.register.spoke(told.number))
    return [key] if key is not None and told.one.form.tense != "nominal" else []


def _meant(scene: Scene, number: int, phrase: Phrase, topic: Sequence[int]) -> int | None:
    """Find who is meant; by "him" rather the one whose custody was told just before than who told of it."""
    key = scene.register.key(number, phrase)
    him = phrase.kind == "pronoun" and phrase.stem == "3" and phrase.case != ""
    if him and len(topic) == 1 and key in {scene.register.spoke(number - step) for step in (1, 2) if number >= step}:
        return topic[0]
    return key


def _outer(scene: Scene, number: int) -> int | None:
    """Find whom words in marks that nobody speaks are about: the last subject of the sentence around them."""
    quote = scene.page.frames[number].quote
    if quote < 0 or scene.register.speaker_of(quote) is not None:
        return None
    for other in range(number - 1, max(-1, number - 4), -1):
        tokens = scene.tokens(other)
        place = next((at for at, token in enumerate(tokens) if token.quote == quote), -1)
        before = [p for p in scene.phrases[other] if p.last <= place and p.case == "" and p.kind in {"name", "kin"}]
        if before:
            return scene.register.key(other, before[-1])
    return None


def _may_drop(told: _Told, tokens: Sequence[Token]) -> bool:
    """Say whether the one who is taken can have been left out: nothing else stands there as the object."""
    one = told.one
    beside = tokens[one.first - 1].lower if one.first else ""
    if beside.endswith(("лар", "лер", "дар", "дер", "тар", "тер")) and noun_of(beside) is None:
        return False  # "the recordings disappeared"
    if one.entry[1] != "acc" or one.form.passive:
        return True
    if tokens[one.last - 1].lower.startswith(("тұр", "жүр")) and one.last - one.first > 1:
        return False  # "held up a poster"
    before = tokens[one.first - 1] if one.first else None
    if before is None or not before.word:
        return True
    return before.lower.endswith(group("beside-deed")) or noun_of(before.lower) is not None


def _earlier(scene: Scene, told: _Told) -> int:
    """Find where the clauses begin that share their subject with this one."""
    tokens = scene.tokens(told.number)
    stops = [
        start for start in hard_starts(tokens) if start <= told.one.first and tokens[start].lower in {"ал", "алайда"}
    ]
    return max(stops, default=0)


def _written(scene: Scene, told: _Told, keys: Sequence[int]) -> Iterator[Held | Happening]:
    tokens = scene.tokens(told.number)
    span = scene.page.span(tokens[_span_first(scene, told)], tokens[told.one.last - 1])
    cue = scene.page.span(tokens[told.one.first], tokens[told.one.last - 1])
    date = date_near(scene, told.number, told.first, told.one.last)
    when = scene.value(told.number, date.first, date.last, date.edtf) if date is not None else None
    place = place_in(scene, told.number, told.first, told.one.first)
    if told.state:
        duration, words = _duration(scene, told), _words(scene, told)
        grounds = grounds_in(scene, told.number, told.first, told.one.first) if told.event != "release" else None
        for key, sentence in _shares(scene, keys, told):
            yield Held(
                party=key, state=told.state, span=span, cue=cue, rule=f"custody.{told.one.entry[1]}",
                since=when, place=place, sentence=sentence, sentence_text=words, duration=duration, grounds=grounds,
            )  # fmt: skip
    if told.event != "-" and not is_attribute(told.one, tokens):
        target = Value(text=" мен ".join(scene.register.label(key) for key in keys), span=span)
        yield Happening(
            type=told.event, span=span, cue=cue, rule=f"event.{told.event}", date=when, place=place, target=target
        )


def _gapped(scene: Scene, told: _Told, keys: Sequence[int]) -> Iterator[Held]:
    """Read "sentenced A to five years, B to seven": those before the last, who share its verb."""
    if told.state != "prison" or told.event != "sentencing" or told.term is None:
        return
    tokens, begun = scene.tokens(told.number), told.first
    for term in find_terms(tokens[: told.term.first]):
        inside = [p for p in scene.phrases[told.number] if begun <= p.first and p.last <= term.first]
        whom = next((p for p in reversed(inside) if p.case in {"acc", "dat"} and p.kind in {"name", "kin"}), None)
        parted = term.last < len(tokens) and tokens[term.last].text == ","
        key = scene.register.key(told.number, whom) if whom is not None and parted and term.imposed else None
        if whom is not None and key is not None and key not in keys and term.values and not term.suspended:
            yield Held(
                party=key, state="prison", rule="custody.gapped",
                span=scene.page.span(tokens[whom.first], tokens[term.last - 1]),
                cue=scene.page.span(tokens[told.one.first], tokens[told.one.last - 1]),
                sentence=scene.value(told.number, term.first, term.last, term.values[0]),
            )  # fmt: skip
            begun = term.last


def _span_first(scene: Scene, told: _Told) -> int:
    """Begin a passage with the clause, behind marks and conjunctions."""
    tokens = scene.tokens(told.number)
    first = told.first
    while first < told.one.first and not (tokens[first].word or tokens[first].number or tokens[first].quote >= 0):
        first += 1
    return first


def _shares(scene: Scene, keys: Sequence[int], told: _Told) -> Iterator[tuple[int, Value | None]]:
    """Give everybody their term; several terms for one group part it into people."""
    term = told.term if told.state == "prison" and told.term is not None and _is_sentence(told, told.term) else None
    values = term.values if term is not None else ()
    if len(values) > 1 and len(keys) == 1:
        keys = part(scene.register.notes, keys[0], len(values), words=MEMBERS)
    for place, key in enumerate(keys):
        text = values[place] if len(values) == len(keys) > 1 else values[0] if len(values) == 1 else None
        yield key, scene.value(told.number, term.first, term.last, text) if term is not None and text else None


def _is_sentence(told: _Told, term: Term) -> bool:
    """Say whether a length of time was imposed, or is served; by how much a remand is lengthened is neither."""
    return told.event != "hearing" and (term.imposed or told.event == "sentencing" or told.one.entry[0] == "өте")


def _words(scene: Scene, told: _Told) -> Value | None:
    term = told.term
    if term is None or not term.words or told.state != "prison":
        return None
    return scene.value(told.number, term.first, term.last, term.words)


def _duration(scene: Scene, told: _Told) -> Value | None:
    term = told.term
    if term is None or len(term.values) != 1 or told.event in {"sentencing", "release"} or told.state == "released":
        return None
    if told.state == "prison" and (term.imposed or told.one.entry[0] == "өте"):
        return None
    return scene.value(told.number, term.first, term.last, term.values[0])

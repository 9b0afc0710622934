"""Who is held, sentenced, missing, let go: verbs and participles, and whom they speak of."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kualik.engine.extracting.notes import Happening, Held, Value
from kualik.engine.extracting.russian.circumstances import (
    Sentence,
    facility_state,
    grounds_near,
    moment_near,
    place_near,
    sentence_near,
)  # fmt: skip
from kualik.engine.extracting.russian.lexicon import group, rows
from kualik.engine.extracting.russian.patients import patients
from kualik.engine.extracting.russian.people import Someone
from kualik.engine.extracting.russian.phrases import Phrase
from kualik.engine.extracting.russian.scene import Scene

__all__ = ["find_custody"]

CHINA = ("китай", "китае", "китая", "синьцзян", "кнр", "суар", "уйгур", "тибет", "кашгар", "урумчи")
OPEN = frozenset({"бы", "если", "якобы-бы"})
MASS = 50
PLACED = frozenset({"house arrest", "camp", "prison", "forced labour", "police custody"})
FREEDOM = group("custody.freedom")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Cue:
    state: str
    event: str
    needs: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _Told:
    """One telling: the cue at token *i*, the state, and the stretch that carries it."""

    i: int
    state: str
    cue: _Cue
    last: int
    sentence: Sentence
    duration: Value | None = None


def _table() -> dict[str, _Cue]:
    return {
        lemma: _Cue(state=cells[1], event=cells[2], needs=cells[3])
        for cells in rows("custody")
        for lemma in cells[0].split()
    }


TABLE = _table()


def find_custody(scene: Scene) -> Iterator[Held | Happening]:
    """Find states of custody, and the acts of arrest, sentencing and release that begin or end them.

    Args:
        scene: the text read so far.

    Yields:
        What is told, in order.
    """
    foreign = any(token.lower.startswith(CHINA) for token in scene.page.tokens)
    for i in range(len(scene.page.tokens)):
        if scene.page.sentence(i).heading:
            continue
        cue = _cue(scene, i)
        told = _told(scene, i, cue, foreign=foreign) if cue is not None else None
        if told is not None:
            yield from _written(scene, told)


def _cue(scene: Scene, i: int) -> _Cue | None:
    page, token = scene.page, scene.page.tokens[i]
    if not token.forms or token.forms[0].pos not in {"VERB", "PRTS", "PRTF", "GRND"}:
        return None
    form = next(
        (one for one in token.forms if one.lemma in TABLE and one.pos in {"VERB", "PRTS", "PRTF", "GRND"}), None
    )
    if token.forms[0].pos == "PRTF" and scene.clauses.is_head(i):
        return None
    if form is None or page.lower(i - 1) == "не" or "impr" in form.marks:
        return None
    segment = scene.clauses.segment(i)
    words = {page.lower(k) for k in range(segment.first, segment.last)}
    if words & OPEN or ("futr" in form.marks and form.pos == "VERB"):
        return None
    return TABLE[form.lemma]


def _last(scene: Scene, i: int) -> int:
    """Find where what a verb tells ends: its stretch and those behind it, up to the next finite verb."""
    segments = scene.clauses.around(i, ahead=3)
    end = segments[0].last
    for one in segments[1:]:
        if (
            one.verb is not None
            or one.kind in {"rel", "sub"}
            or scene.page.tokens[one.first - 1].text in {";", ":", "."}
        ):
            break
        end = one.last
    return min(end, i + 40)


def _told(scene: Scene, i: int, cue: _Cue, *, foreign: bool) -> _Told | None:
    last, segment = _last(scene, i), scene.clauses.segment(i)
    words = {scene.page.lower(k) for k in range(segment.first, last)}
    facility = facility_state(scene, segment.first, last)
    if cue.needs == "facility" and (facility is None or facility[1] - i > 3 or facility[1] < i):
        return None
    if cue.needs == "freedom" and not words & FREEDOM and scene.page.lower(i + 1) != ":":
        return None
    if cue.needs == "place" and facility is None and "учёбу»" not in words:
        return None
    sentence = sentence_near(scene, i, last)
    if cue.needs in {"term", "served"} and sentence.place is None:
        sentence = sentence_near(scene, segment.first, i)
    if cue.needs == "term" and not (sentence.place and _is_imposed(i, sentence)):
        return None
    if cue.needs == "served" and facility is None:
        if not (sentence.place and _is_served(scene, i, sentence)):
            return None
        facility = "prison", i
    state, duration = _state(cue, facility, sentence, foreign=foreign, into=_into(scene, i, facility)), None
    imposed = cue.needs == "served" and any(value.endswith("D") for value in sentence.values)
    if cue.state in {"?", "taken", "disappeared", "released", "died in custody"} and sentence.place and not imposed:
        duration = scene.value(*sentence.place, sentence.values[0]) if sentence.values else None
        sentence = Sentence()
    if cue.state == "arrested" and sentence.values and not sentence.values[0].endswith("D"):
        sentence = Sentence()
    return _Told(i=i, state=state, cue=cue, last=last, sentence=sentence, duration=duration)


def _into(scene: Scene, i: int, facility: tuple[str, int] | None) -> bool:
    """Say whether somebody is brought into a place: "взяли под стражу", "забрали в лагерь"."""
    if facility is None or not 0 < facility[1] - i < 5:
        return False
    return any(scene.page.lower(k) in {"в", "под", "на", "за"} for k in range(i, facility[1]))


def _is_imposed(i: int, sentence: Sentence) -> bool:
    """Say whether a length of time beside "получил", "дали" is a sentence: behind it, or not far before."""
    assert sentence.place is not None
    return -7 < sentence.place[0] - i < 12


def _is_served(scene: Scene, i: int, sentence: Sentence) -> bool:
    """Say whether "просидел" with a length of time and no place means prison: years, months, "суток"."""
    assert sentence.place is not None
    days = scene.page.lower(sentence.place[1] - 1).startswith("сут")
    return abs(sentence.place[0] - i) < 4 and (days or any(value.endswith(("Y", "M")) for value in sentence.values))


def _state(
    cue: _Cue, facility: tuple[str, int] | None, sentence: Sentence, *, foreign: bool, into: bool = False
) -> str:  # fmt: skip
    place = facility[0] if facility else ""
    if cue.state in {"released", "disappeared", "died in custody"}:
        return cue.state
    if cue.state == "prison":
        return "house arrest" if place == "house arrest" and cue.needs != "place" else "prison"
    if cue.state in {"taken", "arrested"} and place in {"camp", "prison", "house arrest"} and facility and into:
        return place
    if place in PLACED and (cue.state == "?" or place == "house arrest"):
        return place
    if cue.state == "arrested" and sentence.values:
        return "prison"
    return "unspecified" if foreign or cue.state == "?" else "police custody"


def _written(scene: Scene, told: _Told) -> Iterator[Held | Happening]:
    people = patients(scene, told.i)
    if not people:
        return
    span = scene.reach(told.i, told.last, people)
    whom = _counted_out(scene, people)
    if not whom:
        return
    if not told.sentence.suspended:
        for someone, value in _shares(scene, whom, told.sentence.values):
            yield _held(scene, told, someone, value, span)
    attributive = scene.page.tokens[told.i].forms[0].pos == "PRTF"
    if told.cue.event != "-" and (
        not attributive or told.state == "released" or moment_near(scene, told.i) is not None
    ):
        yield _happening(scene, told, whom, span)


def _counted_out(scene: Scene, people: Sequence[tuple[Someone, Phrase | None]]) -> list[Someone]:
    """Leave out masses, and who is counted together with them: "до миллиона уйгуров, казахов и киргизов"."""
    kept: list[Someone] = []
    mass = False
    for one, phrase in people:
        if not one.name and ((one.count or 1) >= MASS or (not one.count and _bounded(scene, phrase))):
            mass = True
        elif one.name or one.count or not one.plural or not (mass or _follows_number(scene, phrase)):
            kept.append(one)
    return kept


def _follows_number(scene: Scene, phrase: Phrase | None) -> bool:
    """Say whether a phrase is counted together with the one before: "восемь журналистов и блогеров"."""
    if phrase is None or scene.page.lower(phrase.first - 1) not in {"и", ","}:
        return False
    near = scene.clauses.phrases_in(max(0, phrase.first - 8), phrase.first - 1)
    return any(one.count is not None and one.last == phrase.first - 1 for one in near)


def _bounded(scene: Scene, phrase: Phrase | None) -> bool:
    """Say whether a number is only a bound: "не менее 260 человек" is a figure, and nobody's custody."""
    return phrase is not None and scene.page.lower(phrase.first - 1) in {
        "менее", "более", "свыше", "меньше", "больше", "минимум", "до", "около", "порядка", "почти", "примерно",
    }  # fmt: skip


def _shares(scene: Scene, whom: Sequence[Someone], values: Sequence[str]) -> Iterator[tuple[Someone, str | None]]:
    """Give each their sentence; several sentences for one group part it into "one of" them."""
    if len(values) > 1 and len(whom) == len(values):
        yield from zip(whom, values, strict=True)
    elif len(values) > 1 and len(whom) == 1 and whom[0].count in {None, len(values)}:
        for value in values:
            yield scene.register.one_of(whom[0]), value
    else:
        for someone in whom:
            yield someone, values[0] if values else None


def _held(scene: Scene, told: _Told, someone: Someone, value: str | None, span: tuple[int, int]) -> Held:
    place, moment = (
        told.sentence.place,
        moment_near(scene, told.i, since_only=told.cue.state == "?" and told.cue.event == "-"),
    )
    grounds, suspected = grounds_near(scene, told.i, told.last) if told.state != "released" else (None, None)
    since = scene.value(moment.first, moment.last, moment.edtf) if moment is not None else None
    return Held(
        party=scene.register.key(someone),
        state=told.state,
        span=scene.span(*span),
        cue=scene.span(told.i, told.i + 1),
        rule=f"custody.{told.state.replace(' ', '-')}",
        sentence=scene.value(*place, value) if place and value else None,
        sentence_text=scene.value(*place, told.sentence.worded) if place and told.sentence.worded else None,
        duration=told.duration,
        since=since,
        place=place_near(scene, told.i, told.last),
        grounds=grounds,
        suspected=suspected,
    )


def _happening(scene: Scene, told: _Told, whom: Sequence[Someone], span: tuple[int, int]) -> Happening:
    moment = moment_near(scene, told.i)
    target = " и ".join(scene.register.label(one) for one in whom)
    return Happening(
        type=told.cue.event, span=scene.span(*span), cue=scene.span(told.i, told.i + 1), rule=f"event.{told.cue.event}",
        date=scene.value(moment.first, moment.last, moment.edtf) if moment is not None else None,
        place=place_near(scene, told.i, told.last), target=scene.value(told.i, told.i + 1, target),
    )  # fmt: skip

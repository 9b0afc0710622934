"""What happened at a time and place: protests, hearings, press conferences, meetings, searches, deaths, journeys."""

from collections.abc import Iterator
from dataclasses import dataclass

from kualik.engine.extracting.notes import Happening, Value
from kualik.engine.extracting.russian.circumstances import moment_near, place_near
from kualik.engine.extracting.russian.clauses import finite
from kualik.engine.extracting.russian.describing import description
from kualik.engine.extracting.russian.lexicon import group, rows
from kualik.engine.extracting.russian.phrases import Phrase
from kualik.engine.extracting.russian.scene import Scene
from kualik.engine.extracting.russian.tokens import Page

__all__ = ["find_happenings"]

HELD = group("happenings.held")
VERDICTS = {
    "verdict": frozenset({"вынести", "огласить", "зачитать", "объявить", "провозгласить"}),
    "letter": frozenset({"передать", "направить", "вручить", "отправить", "подать", "подписать"}),
    "summons": frozenset({"получить", "вручить", "прийти", "принести", "прислать", "отправить"}),
    "trial": frozenset(
        {"начаться", "продолжиться", "состояться", "проходить", "пройти", "завершиться", "идти", "возобновиться"}
    ),
}
DURING = frozenset({"обыск", "рейд", "облава"})
COURTS = frozenset({"суд", "судья", "верхсуд", "горсуд", "райсуд", "облсуд", "апелляция", "инстанция", "коллегия"})
STREET = frozenset({"picket", "rally", "march", "protest"})
GATHERING = frozenset({"собраться", "собираться", "выйти", "выходить", "встать", "стоять"})
BEFORE = frozenset({"у", "перед", "возле", "около", "напротив", "к", "рядом"})
PUBLIC = group("happenings.public")
CALMS = {
    "no intervention": (("не", "вмешив"), ("не", "препятств"), ("не", "мешал")),
    "did not come out": (("никто", "не"), ("не", "вышл"), ("не", "вышел")),
    "told it is illegal": (("не", "согласов"), ("несанкционир",), ("незаконн",)),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Kind:
    type: str
    needs: str


def _table() -> dict[str, _Kind]:
    return {lemma: _Kind(type=cells[1], needs=cells[2]) for cells in rows("happenings") for lemma in cells[0].split()}


TABLE = _table()


def find_happenings(scene: Scene) -> Iterator[Happening]:
    """Find what happened, other than arrests, sentences and releases.

    Args:
        scene: the text read so far.

    Yields:
        Happenings in order, one of a type in a sentence.
    """
    told: set[tuple[int, str]] = set()
    for i in range(len(scene.page.tokens)):
        kind = _kind(scene, i)
        if kind is None:
            continue
        sentence = scene.page.sentence_of[i]
        family = "street" if kind.type in STREET else kind.type
        if (sentence, family) in told:
            continue
        found = _happening(scene, i, kind)
        if found is not None:
            told.add((sentence, family))
            yield found


def _kind(scene: Scene, i: int) -> _Kind | None:
    page, token = scene.page, scene.page.tokens[i]
    if not token.forms or page.sentence(i).heading:
        return None
    form = next((one for one in token.forms[:3] if one.lemma in TABLE and "impr" not in one.marks), None)
    if form is None:
        return _gathering(scene, i)
    kind = TABLE[form.lemma]
    if form.noun:
        during = kind.needs == "verb" and form.lemma in DURING and _while(page, i)
        return kind if during or _is_held(scene, i, kind) else None
    if form.pos not in {"VERB", "PRTS"} or page.lower(i - 1) == "не" or "futr" in form.marks or "impr" in form.marks:
        return None
    return kind if _real(scene, i) and (kind.needs != "court" or _by_court(scene, i)) else None


def _is_held(scene: Scene, i: int, kind: _Kind) -> bool:
    """Say whether what a noun names took place, by the verb beside it."""
    if kind.needs in VERDICTS:
        return _with_verb(scene, i, VERDICTS[kind.needs])
    return _takes_place(scene, i) and (kind.needs != "street" or _public(scene, i))


def _by_court(scene: Scene, i: int) -> bool:
    """Say whether a court does what a verb says."""
    subject = scene.clauses.subject(i)
    return subject is not None and subject.lemma in COURTS


def _while(page: Page, i: int) -> bool:
    """Say whether something happened while a noun's deed was done: "при обыске", "в ходе обыска", "после обыска"."""
    before = page.lower(i - 1)
    lasting = before in {"время", "ходе", "результате"} and page.lower(i - 2) in {"во", "в"}
    return lasting or before in {"при", "после"}


def _with_verb(scene: Scene, i: int, verbs: frozenset[str]) -> bool:
    """Say whether one of these verbs stands in a noun's stretch."""
    segment = scene.clauses.segment(i)
    near = (scene.page.tokens[k] for k in range(segment.first, segment.last))
    return any(finite(token) and set(token.lemmas("VERB", "PRTS")) & verbs for token in near)


def _public(scene: Scene, i: int) -> bool:
    """Say whether "акция" is one of protest, or stands before a public building."""
    segment = scene.clauses.segment(i)
    words = [scene.page.lower(k) for k in range(i + 1, segment.last)]
    near = scene.clauses.phrases_in(i, segment.last)
    before = any(one.lemma in PUBLIC and scene.page.lower(one.first - 1) in BEFORE for one in near)
    return before or any(word.startswith(("протест", "солидарн", "поддержк")) for word in words)


def _real(scene: Scene, i: int) -> bool:
    segment = scene.clauses.segment(i)
    return not {"бы", "если", "чтобы"} & {scene.page.lower(k) for k in range(segment.first, i)}


def _takes_place(scene: Scene, i: int) -> bool:
    """Say whether a verb of taking place stands in a noun's stretch."""
    segment = scene.clauses.segment(i)
    for k in range(segment.first, segment.last):
        token = scene.page.tokens[k]
        if finite(token) and set(token.lemmas("VERB", "PRTS")) & HELD:
            return scene.page.lower(k - 1) != "не" and _real(scene, k)
    return False


def _gathering(scene: Scene, i: int) -> _Kind | None:
    """Find people who gather before a public building: a protest in other words."""
    if not set(scene.page.tokens[i].lemmas("VERB")) & GATHERING or not _real(scene, i):
        return None
    segment = scene.clauses.segment(i)
    near = scene.clauses.phrases_in(segment.first, segment.last)
    where = any(one.lemma in PUBLIC and scene.page.lower(one.first - 1) in BEFORE for one in near)
    subject = scene.clauses.subject(i)
    people = subject is None or subject.plural
    return _Kind(type="protest", needs="-") if where and people else None


def _happening(scene: Scene, i: int, kind: _Kind) -> Happening | None:
    moment = moment_near(scene, i)
    if kind.needs == "date" and moment is None:
        return None
    segment = scene.clauses.segment(i)
    subject = scene.clauses.subject(i) if finite(scene.page.tokens[i]) else _agent(scene, i)
    if kind.needs == "date" and (subject is None or subject.kind == "other") and not _objects(scene, i):
        return None
    first = min(
        [segment.first, *([subject.first] if subject is not None and segment.first - subject.first < 40 else [])]
    )
    first = max(first, scene.page.sentence(i).first)
    return Happening(
        type=kind.type,
        span=scene.span(first, segment.last),
        cue=scene.span(i, i + 1),
        rule=f"event.{kind.type}".replace(" ", "-"),
        date=scene.value(moment.first, moment.last, moment.edtf) if moment is not None else None,
        place=_place(scene, i) or place_near(scene, i, segment.last),
        who=_who(scene, subject),
        target=_target(scene, i, kind),
        demand=_demand(scene, i) if kind.type in STREET else None,
        crowd=_crowd(scene, subject) if kind.type in STREET else None,
        responses=_responses(scene, i) if kind.type in STREET else (),
    )


def _objects(scene: Scene, i: int) -> bool:
    return bool(scene.clauses.objects(i))


def _agent(scene: Scene, i: int) -> Phrase | None:
    """Find who held what a noun names: the subject of the verb in its stretch."""
    segment = scene.clauses.segment(i)
    verb = segment.verb
    subject = scene.clauses.subject(verb) if verb is not None else None
    return subject if subject is not None and subject.head != i else None


def _who(scene: Scene, subject: Phrase | None) -> Value | None:
    if subject is None or not subject.animate:
        return None
    someone = scene.register.meant(subject)
    text = scene.register.label(someone) if someone is not None else scene.page.words(subject.first, subject.last)
    return scene.value(subject.first, subject.last, text)


def _place(scene: Scene, i: int) -> Value | None:
    """Find the building that a protest stands before."""
    segment = scene.clauses.segment(i)
    for one in scene.clauses.phrases_in(segment.first, segment.last):
        if scene.page.lower(one.first - 1) in BEFORE and (one.lemma in PUBLIC or one.kind == "body"):
            last = one.last
            behind = scene.clauses.phrases_in(one.last, one.last + 2)
            if behind and scene.page.lower(behind[0].first - 1) in {"в", "на"}:
                last = behind[0].last
            return scene.value(one.first - 1, last)
    return None


def _target(scene: Scene, i: int, kind: _Kind) -> Value | None:
    objects = scene.clauses.objects(i) if finite(scene.page.tokens[i]) and kind.type not in STREET else []
    if objects:
        someone = scene.register.meant(objects[0])
        if someone is not None:
            return scene.value(objects[0].first, objects[0].last, scene.register.label(someone))
    if kind.type not in STREET:
        return None
    segment = scene.clauses.segment(i)
    for one in scene.clauses.phrases_in(segment.first, segment.last):
        if scene.page.lower(one.first - 1) in BEFORE and one.kind == "body":
            return scene.value(one.first, one.last, description(scene.page, one))
    return None


def _demand(scene: Scene, i: int) -> Value | None:
    """Find what is demanded: "требуя освободить …", "с требованием …"."""
    page, sentence = scene.page, scene.page.sentence(i)
    for k in range(sentence.first, sentence.last - 1):
        if page.lower(k).startswith(("требу", "требова", "призыва", "просьб", "потребова")):
            last = scene.clauses.segment(k).last
            return scene.value(k + 1, last) if last > k + 1 else None
    return None


def _crowd(scene: Scene, subject: Phrase | None) -> Value | None:
    if subject is None or subject.count is None or subject.count < 3:
        return None
    first = subject.first - (scene.page.lower(subject.first - 1) in {"около", "более", "порядка", "примерно"})
    return scene.value(first, subject.last)


def _responses(scene: Scene, i: int) -> tuple[Value, ...]:
    """Find how the authorities answered, in the sentence and the two behind it."""
    page, number = scene.page, scene.page.sentence_of[i]
    last = page.sentences[min(number + 2, len(page.sentences) - 1)].last
    found = []
    for text, patterns in CALMS.items():
        for k in range(page.sentences[number].first, last):
            if any(all(page.lower(k + n).startswith(stem) for n, stem in enumerate(stems)) for stems in patterns):
                found.append(scene.value(k, k + 1, text))
                break
    return tuple(found)

"""Whom a verb of custody speaks of: the object of the act, the subject of the passive, the noun of a participle."""

from collections.abc import Sequence

from kualik.engine.extracting.russian.lexicon import group
from kualik.engine.extracting.russian.people import Someone
from kualik.engine.extracting.russian.phrases import Phrase
from kualik.engine.extracting.russian.scene import Scene
from kualik.engine.extracting.russian.tokens import Token

__all__ = ["patients"]

Found = list[tuple[Someone, Phrase | None]]
INTRANSITIVE = group("patients.intransitive")
AMONG = {("среди", "них"), ("среди", "которых"), ("в", "частности")}
GIVING = frozenset(
    {
        "дать", "давать", "присудить", "назначить", "добавить", "впаять", "влепить", "накинуть", "вынести",
        "смягчить", "ужесточить", "увеличить", "сократить", "снизить",
    }
)  # fmt: skip
SENTENCES, TITLE = 6, 4  # sentences of an item looked back over; tokens of its number
OTHERS = frozenset({"остальные", "остальных", "другие", "других", "многие", "многих", "некоторые", "некоторых"})
JOINING = frozenset({",", "и", "а", "также"})
NAMING = frozenset({",", ":", "—", "–"})
BRACKETED = 16  # tokens that stand in brackets behind a name
NOT_HELD = frozenset({"body", "other"})


def patients(scene: Scene, i: int) -> Found:
    """Find whom a verb of custody at a token speaks of; nobody where that is not safe to say."""
    token = scene.page.tokens[i]
    pos = token.forms[0].pos
    segment = scene.clauses.segment(i)
    rest = next((k for k in range(segment.first, segment.last) if scene.page.lower(k) in OTHERS), None)
    if rest is not None and pos != "PRTF" and not scene.page.tokens[rest + 1].may_be("NOUN", "ADJF"):
        return []
    if pos == "PRTF":
        phrases = _modified(scene, i)
    elif pos == "PRTS" or _intransitive(token):
        subject = scene.clauses.subject(i)
        phrases = _joined(scene, subject) if subject is not None else []
    elif any(lemma in GIVING for lemma in token.lemmas("VERB")):
        phrases = [one for phrase in _given(scene, i) for one in _joined(scene, phrase)]
    else:
        phrases = [one for phrase in scene.clauses.objects(i) for one in _joined(scene, phrase)]
    phrases = _listed(scene, i) or [*phrases, *_included(scene, i)]
    phrases = [member for phrase in phrases for member in _members(scene, phrase) or [phrase]]
    found = _people(scene, phrases) or _which(scene, i)
    if found or phrases:
        return found
    return _unsaid(scene, i, pos)


def _given(scene: Scene, i: int) -> list[Phrase]:
    """Find who was given a sentence: the dative of "дал Омарову 19 лет"."""
    near = scene.clauses.phrases_in(scene.page.sentence(i).first, scene.clauses.segment(i).last)
    return [
        one
        for one in near
        if "nomn" not in one.cases
        and "datv" in one.cases
        and one.animate
        and one.kind != "body"
        and not scene.page.tokens[max(0, one.first - 1)].may_be("PREP")
    ][:3]


def _members(scene: Scene, phrase: Phrase) -> list[Phrase]:
    """Find who a group is, where it names all of its members: "двух братьев, Марата и Олега Титовых, забрали"."""
    if not phrase.plural or phrase.name is not None or scene.page.lower(phrase.last) not in NAMING:
        return []
    first = next(iter(scene.clauses.phrases_in(phrase.last + 1, phrase.last + 2)), None)
    if first is None or first.name is None or not first.cases & phrase.cases:
        return []
    named = [one for one in _joined(scene, first) if one.name is not None]
    return named if len(named) == (phrase.count or max(2, len(named))) else []


def _included(scene: Scene, i: int) -> list[Phrase]:
    """Find those named of a group: "задержаны пятеро, в том числе Ильдар Галин"."""
    page, last = scene.page, scene.page.sentence(i).last
    for k in range(i, last - 2):
        words = tuple(page.lower(k + n) for n in range(3))
        start = (
            k + 3
            if words == ("в", "том", "числе")
            else k + 1
            if words[0] == "включая"
            else k + 2
            if words[:2] in AMONG
            else 0
        )
        if start:
            return [one for one in scene.clauses.phrases_in(start, last) if one.name is not None][:12]
    return []


def _listed(scene: Scene, i: int) -> list[Phrase]:
    """Find the names behind a colon: "Задержаны четверо: …"."""
    segment = scene.clauses.segment(i)
    if scene.page.tokens[segment.last - 1].text != ":" or segment.last - i > 8:
        return []
    end = scene.page.sentence(i).last
    return [
        one
        for one in scene.clauses.phrases_in(segment.last, end)
        if one.name is not None and one.cases & {"nomn", "accs"}
    ][:30]


def _which(scene: Scene, i: int) -> Found:
    """Find the noun before "которого задержали", "которую держат", "которому дали"."""
    page, segment = scene.page, scene.clauses.segment(i)
    if segment.kind != "rel":
        return []
    giving = any(lemma in GIVING for lemma in page.tokens[i].lemmas("VERB"))
    which = next((k for k in range(segment.first, i) if "который" in page.tokens[k].lemmas()), None)
    if (
        which is None
        or page.tokens[which - 1].may_be("PREP")
        or not page.tokens[which].cases() & ({"datv"} if giving else {"accs", "nomn"})
    ):
        return []
    near = scene.clauses.phrases_in(max(0, segment.first - 12), segment.first - 1)
    phrase = next(
        (one for one in reversed(near) if one.last in {segment.first - 1, segment.first} and one.animate), None
    )
    return _people(scene, [phrase]) if phrase is not None else []


def _intransitive(token: Token) -> bool:
    return any(lemma in INTRANSITIVE for lemma in token.lemmas("VERB", "GRND"))


def _people(scene: Scene, phrases: Sequence[Phrase]) -> Found:
    found: Found = []
    for phrase in phrases:
        someone = scene.register.meant(phrase) if phrase.kind not in NOT_HELD else None
        if someone is not None and someone.kind != "body" and all(someone is not one for one, _ in found):
            found.append((someone, phrase))
    return found


def _modified(scene: Scene, i: int) -> list[Phrase]:
    """Find the noun of a participle: "задержанные студенты", "…студенты, задержанные в мае"."""
    ahead = [one for one in scene.clauses.phrases_in(max(0, i - 4), i + 1) if one.first <= i < one.head]
    if ahead:
        return ahead[:1]
    segment, token = scene.clauses.segment(i), scene.page.tokens[i]
    cases = token.cases("PRTF")
    plural = all(form.plural for form in token.forms if form.pos == "PRTF")
    if i - segment.first > 2:
        behind = scene.clauses.phrases_in(i + 1, min(segment.last, i + 8))
        return [one for one in behind if one.cases & cases and one.plural == plural and one.animate][:1]
    before = scene.clauses.phrases_in(max(0, segment.first - 12), segment.first - 1)
    fitting = [
        one
        for one in before
        if one.last in {segment.first - 1, segment.first}
        and one.cases & cases
        and (one.plural == plural or one.name)
        and one.animate
    ]
    if fitting:
        return fitting[:1]
    behind = scene.clauses.phrases_in(i + 1, min(segment.last, i + 10))
    return [one for one in behind if one.cases & cases and one.plural == plural and one.animate][-1:]


def _joined(scene: Scene, phrase: Phrase) -> list[Phrase]:
    """Find who is named together with somebody: "задержали Ольгу Зуеву, Марата Акимова и его брата"."""
    joined, end = [phrase], phrase.last
    while len(joined) < 30:
        place = _behind_brackets(scene, end)
        while scene.page.lower(place) in JOINING and place < end + BRACKETED + 3:
            place += 1
        if scene.page.lower(place - 1) not in JOINING:
            break
        found = next((one for one in scene.clauses.phrases_in(place, place + 1)), None)
        if found is None or not found.animate or not found.cases & phrase.cases or found.kind in {"pronoun", "body"}:
            break
        joined.append(found)
        end = found.last
    return joined


def _behind_brackets(scene: Scene, place: int) -> int:
    """Give the place behind what stands in brackets: "Тимура Галина (61 год) и его брата"."""
    if scene.page.lower(place) != "(":
        return place
    return next((k + 1 for k in range(place, place + BRACKETED) if scene.page.lower(k) == ")"), place)


def _unsaid(scene: Scene, i: int, pos: str) -> Found:
    """Find whom a verb without object or subject goes on about: the one held before, or a subject shared."""
    token = scene.page.tokens[i]
    form = next(one for one in token.forms if one.pos == pos)
    giving = any(lemma in GIVING for lemma in token.lemmas("VERB"))
    if pos == "VERB" and not giving and not _intransitive(token) and _inanimate_object(scene, i):
        return []
    if pos == "VERB" and not form.plural and not _intransitive(token) and (found := _object_before(scene, i)):
        return found
    if pos == "VERB" and not form.plural and not giving and not _intransitive(token):
        return []
    someone = _heading(scene, i) or scene.last_held(i)
    gender = form.gender if not form.plural else ""
    if someone is None or (gender and someone.gender and someone.gender != gender and pos != "VERB"):
        someone = scene.register.last_person(i, gender) if pos == "PRTS" else None
    return [(someone, None)] if someone is not None else []


def _heading(scene: Scene, i: int) -> Someone | None:
    """Find whom an item of a list is about: "3. Руслан Аметов, Судак. Увезли в неизвестном направлении"."""
    page = scene.page
    number = page.sentence_of[i]
    paragraph, first = page.sentences[number].paragraph, number
    while first > 0 and page.sentences[first - 1].paragraph == paragraph and number - first < SENTENCES:
        first -= 1
    if first == number:
        return None
    opening = page.sentences[first]
    if page.tokens[opening.first].text.isdigit() and opening.last - opening.first < TITLE and first + 1 < number:
        opening = page.sentences[first + 1]
    if any(segment.verb is not None for segment in scene.clauses.around(opening.first, ahead=8)):
        return None
    named = [one for one in scene.clauses.phrases_in(opening.first, opening.last) if one.name and "nomn" in one.cases]
    return scene.register.meant(named[0]) if len(named) == 1 else None


def _object_before(scene: Scene, i: int) -> Found:
    """Find the object that a verb shares with the one before: "признал Омарова виновным и приговорил к шести годам"."""
    near = [
        one for one in scene.clauses.phrases_in(scene.page.sentence(i).first, i)
        if "accs" in one.cases and "nomn" not in one.cases and one.kind in {"person", "human", "kin", "pronoun"}
        and not scene.page.tokens[max(0, one.first - 1)].may_be("PREP")
    ]  # fmt: skip
    return _people(scene, near[-1:])


def _inanimate_object(scene: Scene, i: int) -> bool:
    """Say whether the verb acts upon a thing: "забрали паспорт"."""
    segment = scene.clauses.segment(i)
    near = scene.clauses.phrases_in(segment.first, segment.last)
    return any(
        "accs" in one.cases
        and not one.animate
        and one.first > i
        and not scene.page.tokens[one.first - 1].may_be("PREP")
        for one in near
    )

"""Sources named beside what they say: "по словам адвоката, …", "как сообщает МИД, …", "…, сообщает агентство"."""

from collections.abc import Iterator

from kualik.engine.extracting.notes import Saying
from kualik.engine.extracting.russian.people import Someone
from kualik.engine.extracting.russian.sayings import unreal
from kualik.engine.extracting.russian.scene import Scene
from kualik.engine.extracting.russian.stances import cue_of, denied
from kualik.engine.facts.vocabulary import Stance

__all__ = ["find_sources"]

WORDS = {
    "словам": Stance.ASSERTS,
    "данным": Stance.ASSERTS,
    "информации": Stance.ASSERTS,
    "сведениям": Stance.ASSERTS,
    "мнению": Stance.ASSERTS,
    "утверждению": Stance.ASSERTS,
    "сообщению": Stance.ASSERTS,
    "сообщениям": Stance.ASSERTS,
    "версии": Stance.ACCUSES,
    "подсчетам": Stance.ASSERTS,
    "подсчётам": Stance.ASSERTS,
    "оценке": Stance.ASSERTS,
    "оценкам": Stance.ASSERTS,
    "свидетельству": Stance.ASSERTS,
    "рассказам": Stance.ASSERTS,
    "убеждению": Stance.ASSERTS,
    "заявлению": Stance.ASSERTS,
    "признанию": Stance.ASSERTS,
    "воспоминаниям": Stance.ASSERTS,
    "предположению": Stance.ALLEGES,
}


def find_sources(scene: Scene) -> Iterator[Saying]:
    """Find sources that are put in beside their words.

    Args:
        scene: the text read so far; used verbs are noted in it.

    Yields:
        Sayings in the order of their sources.
    """
    for i in range(len(scene.page.tokens) - 2):
        if scene.page.sentence(i).heading:
            continue
        found = (
            _according(scene, i)
            or _heard_from(scene, i)
            or _with_reference(scene, i)
            or _as_said(scene, i)
            or _trailing(scene, i)
        )
        if found is not None:
            yield found


def _according(scene: Scene, i: int) -> Saying | None:
    page = scene.page
    word, after = page.lower(i), page.lower(i + 1)
    if word == "по" and after in WORDS:
        stance, place = WORDS[after], i + 2
        owned = page.lower(i + 1)
    elif word == "по" and page.lower(i + 2) in WORDS and page.lower(i + 1) in {"его", "ее", "её", "их"}:
        return _owned(scene, i)
    elif word in {"со", "с"} and after == "слов":
        stance, place, owned = Stance.ASSERTS, i + 2, after
    elif word == "согласно":
        stance, place, owned = Stance.ASSERTS, i + 1, word
    else:
        return None
    return _from(scene, i, place, stance, dative=owned == "согласно")


def _heard_from(scene: Scene, i: int) -> Saying | None:
    """Read "узнала от следователя, что …": it is the one heard from who says it."""
    page, segment = scene.page, scene.clauses.segment(i)
    if not {"узнать", "услышать"} & set(page.tokens[i].lemmas("VERB", "GRND")) or page.lower(i - 1) == "не":
        return None
    near = [one for one in scene.clauses.phrases_in(i + 1, segment.last) if page.lower(one.first - 1) in {"от", "у"}]
    linked = page.lower(segment.last) == "что" and page.tokens[segment.last - 1].text == ","
    who = scene.register.meant(near[0]) if linked and near and near[0].animate else None
    if who is None:
        return None
    end = scene.end_of_saying(i)
    stance = Stance.DENIES if denied(page, segment.last + 1, end) else Stance.ASSERTS
    return scene.saying(
        first=near[0].first, last=end, content=(segment.last, end), stance=stance, speaker=who, rule="source.heard-from"
    )


def _with_reference(scene: Scene, i: int) -> Saying | None:
    """Read "сообщает агентство со ссылкой на адвоката": the lawyer says it too."""
    page = scene.page
    if page.lower(i) != "со" or page.lower(i + 1) != "ссылкой" or page.lower(i + 2) != "на":
        return None
    phrase = next((one for one in scene.clauses.phrases_in(i + 3, i + 5) if "accs" in one.cases and one.animate), None)
    who = scene.register.meant(phrase) if phrase is not None else None
    if who is None or phrase is None:
        return None
    sentence = page.sentence(i)
    return scene.saying(
        first=sentence.first, last=phrase.last, content=(sentence.first, scene.clauses.segment(i).first or i),
        stance=Stance.ASSERTS, speaker=who, rule="source.reference",
    ) if scene.clauses.segment(i).first > sentence.first else None  # fmt: skip


def _from(scene: Scene, i: int, place: int, stance: Stance, *, dative: bool) -> Saying | None:
    wanted = {"gent", "datv"} if dative else {"gent"}
    near = scene.clauses.phrases_in(place, place + 3)
    phrase = next((one for one in near if one.cases & wanted and one.animate), None)
    who = scene.register.meant(phrase) if phrase is not None else None
    if phrase is None:
        phrase = next((one for one in near if scene.page.tokens[one.head].capital and one.first <= place + 1), None)
        who = scene.register.body(phrase) if phrase is not None else None
    if phrase is None or (phrase.first > place + 1 and not dative):
        return None
    return _said(scene, i, phrase.last, who, stance, rule="source.according")


def _owned(scene: Scene, i: int) -> Saying | None:
    """Read "по её словам": the possessive is resolved as a pronoun is."""
    token = scene.page.tokens[i + 1]
    gender = "masc" if token.lower == "его" else "" if token.lower == "их" else "femn"
    who = scene.register.owner_before(i + 1, gender=gender, plural=token.lower == "их")
    stance = WORDS[scene.page.lower(i + 2)]
    return _said(scene, i, i + 3, who, stance, rule="source.his-words")


def _said(scene: Scene, i: int, behind: int, who: Someone | None, stance: Stance, *, rule: str) -> Saying | None:
    if who is None:
        return None
    first, last = _reach(scene, i)
    content = (first, last) if first < i else (min(behind, last - 1), last)
    if stance is Stance.ASSERTS and denied(scene.page, max(behind, content[0]), last):
        stance = Stance.DENIES
    for one in scene.speeches_in(first, last):
        scene.register.says(one, who)
    return scene.saying(first=min(first, i), last=last, content=content, stance=stance, speaker=who, rule=rule)


def _reach(scene: Scene, i: int) -> tuple[int, int]:
    """Find the stretch that a source vouches for: its sentence, or what follows in the words of another."""
    page, sentence = scene.page, scene.page.sentence(i)
    first, last = sentence.first, scene.end_of_saying(i)
    for k in range(i - 1, sentence.first - 1, -1):
        if page.tokens[k].text in {";", ":"} or (page.lower(k) == "что" and k < i):
            return k + 1, last
    spoken = next(
        (k for k in range(sentence.first, i) if cue_of(page, k) is not None and page.tokens[k].may_be("VERB")), None
    )
    return (i if spoken is not None else first), last


def _as_said(scene: Scene, i: int) -> Saying | None:
    """Read "как сообщил адвокат, …" wherever it stands in the sentence."""
    page = scene.page
    if page.lower(i) != "как" or i + 2 >= len(page.tokens):
        return None
    segment = scene.clauses.segment(i)
    if i - segment.first > 1:
        return None
    verb = next(
        (k for k in range(i + 1, min(segment.last, i + 8)) if cue_of(page, k) and page.tokens[k].may_be("VERB")), None
    )
    if verb is None or page.tokens[segment.last - 1].text not in {",", "—", "–"}:
        return None
    return _by_verb(scene, i, verb, rule="source.as-said")


def _trailing(scene: Scene, i: int) -> Saying | None:
    """Read "…, сообщает агентство." and "…, — говорится в заявлении министерства." at a sentence's end or middle."""
    page = scene.page
    if page.tokens[i].text != "," or i in scene.spent:
        return None
    place = i + 1 + (page.tokens[i + 1].text in {"—", "–", "-"})
    if place >= len(page.tokens) or (
        cue_of(page, place) is None and page.lower(place) not in {"говорится", "передает", "передаёт"}
    ):
        return None
    segment = scene.clauses.segment(place)
    token = page.tokens[place]
    if token.capital or not token.may_be("VERB") or segment.first != place or place in scene.spent:
        return None
    if page.tokens[segment.last - 1].text not in {".", ",", "!", "…", ";"} or page.lower(segment.last) in {
        "что",
        "чтобы",
        "как",
    }:
        return None
    return _by_verb(scene, place, place, rule="source.trailing")


def _by_verb(scene: Scene, i: int, verb: int, *, rule: str) -> Saying | None:
    if unreal(scene, verb):
        return None
    segment = scene.clauses.segment(verb)
    behind = [one for one in scene.clauses.phrases_in(verb + 1, segment.last) if "nomn" in one.cases and one.animate]
    subject = behind[0] if behind else scene.clauses.subject(verb) if rule == "source.as-said" else None
    who = (
        scene.register.meant(subject)
        if subject is not None and subject.animate
        else _in_paper(scene, verb, segment.last)
    )
    who = who or _outlet(scene, verb, segment.last)
    cue = cue_of(scene.page, verb)
    stance = cue[0] if cue else Stance.ASSERTS
    scene.spent.add(verb)
    return _said(scene, i, segment.last, who, stance, rule=rule)


def _outlet(scene: Scene, verb: int, last: int) -> Someone | None:
    """Find an outlet that is only named: "сообщает «Вестник»", "пишет Reuters"."""
    place = verb + 1
    near = scene.clauses.phrases_in(place, min(place + 2, last))
    one = next((p for p in near if p.kind == "other" and scene.page.tokens[p.head].capital and "nomn" in p.cases), None)
    return scene.register.body(one) if one is not None else None


def _in_paper(scene: Scene, verb: int, last: int) -> Someone | None:
    """Find the body of "говорится в заявлении министерства", "заявили в посольстве"."""
    for one in scene.clauses.phrases_in(verb + 1, last):
        if one.kind == "body" and "loct" in one.cases and scene.page.lower(one.first - 1) in {"в", "во", "на"}:
            return scene.register.meant(one)
        if one.lemma in scene.documents and one.complement is not None:
            owner = next((p for p in scene.clauses.phrases_in(one.complement, one.last) if p.animate), None)
            return scene.register.meant(owner) if owner is not None else None
    return None

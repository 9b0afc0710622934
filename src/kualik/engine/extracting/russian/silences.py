"""Refusals to comment and questions left unanswered."""

from collections.abc import Iterator

from kualik.engine.extracting.notes import Saying
from kualik.engine.extracting.russian.lexicon import group
from kualik.engine.extracting.russian.sayings import speaker_of
from kualik.engine.extracting.russian.scene import Scene
from kualik.engine.facts.vocabulary import Stance

__all__ = ["find_silences"]

REFUSING = group("silences.refusing")
KEEPING = group("silences.keeping")
UNWILLING = frozenset({"стать", "пожелать", "захотеть", "хотеть", "желать", "торопиться", "спешить"})
TELLING = frozenset({"сказать", "рассказать", "говорить", "сообщить", "ответить"})
SPEECH = tuple(sorted(group("silences.speech")))
UNSAID = group("silences.unsaid")
UNANSWERED = frozenset({"ответить", "отвечать", "отреагировать", "откликнуться", "перезвонить", "реагировать"})
REPLY = frozenset(
    {"ответ", "ответа", "комментарий", "комментария", "комментарии", "комментариев", "реакции", "ответов"}
)
NO_REPLY = frozenset({"последовать", "поступить", "получить", "прийти", "быть", "дождаться", "предоставить", "дать"})


def find_silences(scene: Scene) -> Iterator[Saying]:
    """Find who would not speak, and who did not answer.

    Args:
        scene: the text read so far; used verbs are noted in it.

    Yields:
        Sayings without content, in order.
    """
    for i in range(len(scene.page.tokens)):
        stance = _refused(scene, i) or _unanswered(scene, i)
        if stance is None or scene.page.sentence(i).heading or i in scene.spent:
            continue
        found = _note(scene, i, stance)
        if found is not None:
            yield found


def _refused(scene: Scene, i: int) -> Stance | None:
    """Read "от комментариев отказался", "отказалась отвечать", "не стал комментировать", "не пояснили"."""
    page, token = scene.page, scene.page.tokens[i]
    segment = scene.clauses.segment(i)
    lemmas = set(token.lemmas("VERB", "PRTS"))
    if lemmas & REFUSING:
        near = (page.lower(k) for k in range(segment.first, segment.last) if k != i)
        return Stance.DECLINES_TO_COMMENT if any(word.startswith(SPEECH) for word in near) else None
    if lemmas & KEEPING:
        return Stance.DECLINES_TO_COMMENT
    if page.lower(i - 1) != "не":
        return None
    if lemmas & UNSAID:
        return Stance.DECLINES_TO_COMMENT
    if lemmas & UNWILLING and any(
        page.lower(k).startswith(SPEECH) and page.tokens[k].may_be("INFN") for k in range(segment.first, segment.last)
    ):
        return Stance.DECLINES_TO_COMMENT
    return Stance.DECLINES_TO_COMMENT if _tells_nothing(scene, i) else None


def _tells_nothing(scene: Scene, i: int) -> bool:
    """Read "ничего не скажу", "об этом не расскажу" of somebody who speaks of themselves."""
    page, segment = scene.page, scene.clauses.segment(i)
    form = next((one for one in page.tokens[i].forms if one.lemma in TELLING and "1per" in one.marks), None)
    words = {page.lower(k) for k in range(segment.first, segment.last)}
    return form is not None and "futr" in form.marks and bool(words & {"ничего", "о", "об", "про"})


def _unanswered(scene: Scene, i: int) -> Stance | None:
    """Read "на запрос не ответили", "ответа не последовало", "не предоставили комментариев"."""
    page, token = scene.page, scene.page.tokens[i]
    if page.lower(i - 1) != "не":
        return None
    lemmas = set(token.lemmas("VERB", "PRTS"))
    segment = scene.clauses.segment(i)
    if lemmas & UNANSWERED:
        near = {page.lower(k) for k in range(max(scene.page.sentence(i).first, segment.first - 10), i)}
        return (
            Stance.DECLINES_TO_COMMENT
            if "вопрос" in near and segment.first > scene.page.sentence(i).first
            else Stance.DID_NOT_RESPOND
        )
    words = {page.lower(k) for k in range(segment.first, segment.last)}
    if "удаться" in lemmas and (words & REPLY or words & {"связаться", "дозвониться"}):
        return Stance.DID_NOT_RESPOND
    return Stance.DID_NOT_RESPOND if lemmas & NO_REPLY and words & REPLY else None


def _note(scene: Scene, i: int, stance: Stance) -> Saying | None:
    segment, sentence = scene.clauses.segment(i), scene.page.sentence(i)
    phrase = scene.clauses.subject(i)
    if phrase is not None and not phrase.animate:
        phrase = None
    speaker = speaker_of(scene, phrase, i)
    if {"получить", "дождаться"} & set(scene.page.tokens[i].lemmas("VERB", "PRTS")):
        speaker = None
    if speaker is None:
        near = scene.clauses.phrases_in(sentence.first, segment.last)
        bodies = [
            one
            for one in near
            if one.kind == "body" and scene.page.lower(one.first - 1) in {"от", "из", "в", "во", "с", "у"}
        ]
        speaker = scene.register.meant(bodies[0]) if len(bodies) == 1 else None
        phrase = bodies[0] if len(bodies) == 1 else None
    if speaker is None:
        return None
    scene.spent.add(i)
    first = min(segment.first, phrase.first if phrase is not None else segment.first)
    rule = "silence.refused" if stance is Stance.DECLINES_TO_COMMENT else "silence.unanswered"
    return scene.saying(
        first=max(first, sentence.first), last=segment.last, content=(segment.first, segment.last), stance=stance,
        speaker=speaker, rule=rule,
    )  # fmt: skip

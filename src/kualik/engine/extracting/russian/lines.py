"""Texts that are told by one person, and talk in lines: testimonies, interviews, transcripts."""

from collections.abc import Iterator
from dataclasses import dataclass

from kualik.engine.extracting.notes import Saying
from kualik.engine.extracting.russian.lexicon import group
from kualik.engine.extracting.russian.people import Someone
from kualik.engine.extracting.russian.phrases import Phrase
from kualik.engine.extracting.russian.quotations import Quotation
from kualik.engine.extracting.russian.scene import Scene
from kualik.engine.extracting.russian.stances import denied
from kualik.engine.facts.vocabulary import Stance

__all__ = ["find_lines", "find_narrator"]

NAMED = frozenset({"назвать", "называть", "звать", "именовать"})
TELLERS = frozenset(
    {
        "рассказчик", "рассказчица", "собеседник", "собеседница", "автор", "свидетель", "свидетельница", "герой",
        "героиня", "женщина", "мужчина",
    }
)  # fmt: skip
TELLING = frozenset({"рассказывать", "рассказать", "свидетельствовать", "вспоминать"})
SELF = group("lines.self")
OFTEN = 4  # words of the first person from which on somebody tells the whole
SIGNATURE = 14  # tokens of a last line that is a signature
FEW = 3  # lines from which on a text is talk
NO_COMMENT = ("комментар", "прокоммент", "комментир")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Line:
    """A paragraph, tokens *first* to *last*; what is said begins at *start*."""

    first: int
    start: int
    last: int
    question: bool


def find_narrator(scene: Scene) -> Someone | None:
    """Find who says "I" throughout a testimony or a letter.

    Args:
        scene: the text read so far.

    Returns:
        The narrator: "Рассказывает …", "Меня зовут …", "Я, …"; None where the text does not say.
    """
    page, register = scene.page, scene.register
    own = sum(1 for token in page.tokens if token.lower in SELF and register.quoted(token.i) < 0)
    if own < 2:
        return None
    for phrase in register.phrases:
        if phrase.name is None:
            continue
        before = [page.lower(k) for k in range(max(0, phrase.first - 3), phrase.first)]
        verb = phrase.first > 0 and set(page.tokens[phrase.first - 1].lemmas("VERB")) & TELLING
        if own >= OFTEN and _asks_to_be_called(scene, phrase):
            return register.meant(phrase)
        if (verb and own >= OFTEN) or before[-2:] == ["меня", "зовут"] or before[-2:] == ["я", ","]:
            return register.meant(phrase)
    return _signed(scene) if own >= OFTEN - 1 else None


def _asks_to_be_called(scene: Scene, phrase: Phrase) -> bool:
    """Read "Рассказчица просит называть её Шолпан", and make the two one."""
    page, first = scene.page, phrase.name.first if phrase.name is not None else phrase.first
    called = page.lower(first - 1) in {"её", "ее", "его"} and set(page.tokens[first - 2].lemmas()) & NAMED
    tellers = scene.clauses.phrases_in(page.sentence(first).first, first)
    teller = next((one for one in tellers if one.lemma in TELLERS), None)
    if not called or teller is None:
        return False
    named, unnamed = scene.register.meant(phrase), scene.register.meant(teller)
    if named is not None and unnamed is not None and not unnamed.name:
        scene.register.same(unnamed, named)
    return True


def _signed(scene: Scene) -> Someone | None:
    """Find who signs at the end: "— Гульмира Сейткан, Алматы"."""
    first, last = list(_paragraphs(scene))[-1]
    named = [one for one in scene.clauses.phrases_in(first, last) if one.name is not None and "nomn" in one.cases]
    verb = any(segment.verb is not None for segment in scene.clauses.around(first, ahead=8))
    alone = last - first < FEW + 1
    whole = len(named) == 1 and named[0].name is not None and (alone or len(named[0].name.words) > 1)
    return scene.register.meant(named[0]) if whole and not verb and last - first < SIGNATURE else None


def find_lines(scene: Scene) -> Iterator[Saying]:
    """Find talk in lines: "А. ОМАРОВ: …" and the answers of an interview.

    Args:
        scene: the text read so far; who speaks in each line is noted in it.

    Yields:
        One saying for each answer.
    """
    yield from _named_lines(scene)
    yield from _answers(scene)


def _paragraphs(scene: Scene) -> Iterator[tuple[int, int]]:
    first, sentences = 0, scene.page.sentences
    for number, sentence in enumerate(sentences):
        if number + 1 == len(sentences) or sentences[number + 1].paragraph != sentence.paragraph:
            yield first, sentence.last
            first = sentence.last


def _named_lines(scene: Scene) -> Iterator[Saying]:
    found: list[tuple[_Line, Phrase]] = []
    for first, last in _paragraphs(scene):
        colon = next((k for k in range(first, min(last, first + 10)) if scene.page.tokens[k].text == ":"), None)
        if colon is None or colon + 2 > last:
            continue
        names = [
            one for one in scene.clauses.phrases_in(first, colon) if one.name is not None and one.name.last == colon
        ]
        if names and names[0].first - first < 4:
            ends = scene.page.tokens[last - 1].text
            found.append((_Line(first=first, start=colon + 1, last=last, question=ends == "?"), names[0]))
    if len(found) < FEW:
        return
    for line, phrase in found:
        speaker = scene.register.meant(phrase)
        if speaker is not None and scene.page.tokens[line.start].text not in "«—–":
            yield from _line(scene, line, speaker, rule="line.named")


def _line(scene: Scene, line: _Line, speaker: Someone, *, rule: str) -> Iterator[Saying]:
    speech = Quotation(first=line.start, last=line.last, words=line.last - line.start, dash=True)
    scene.register.hear(speech, speaker)
    if line.question:
        return
    words = {scene.page.lower(k) for k in range(line.start, line.last)}
    stance = Stance.ASSERTS
    if any(word.startswith(NO_COMMENT) for word in words) and words & {"не", "без", "нет"}:
        stance = Stance.DECLINES_TO_COMMENT
    elif denied(scene.page, line.start, min(line.last, line.start + 6)):
        stance = Stance.DENIES
    yield scene.saying(
        first=line.first, last=line.last, content=(line.start, line.last), stance=stance, speaker=speaker, rule=rule
    )


def _answers(scene: Scene) -> Iterator[Saying]:
    """Read an interview: lines with a dash, questions and answers in turn; who answers is the one of the beginning."""
    lines = [one for one in scene.quotations if one.dash and one.first not in scene.spent]
    asked = [one for one in lines if scene.page.tokens[one.last - 1].text == "?"]
    if len(asked) < FEW or len(lines) < 2 * FEW:
        return
    start = lines[0].first
    names = [one for one in scene.register.phrases if one.name is not None and one.first < start]
    first = scene.register.meant(names[0]) if names else None
    if first is None:
        return
    turn = True
    for one in lines:
        question = scene.page.tokens[one.last - 1].text == "?"
        turn = True if question else not turn
        if turn:
            continue
        scene.register.says(one, first)
        line = _Line(first=one.first, start=one.first, last=one.last, question=False)
        yield from _answer(scene, line, first)


def _answer(scene: Scene, line: _Line, speaker: Someone) -> Iterator[Saying]:
    words = {scene.page.lower(k) for k in range(line.first, min(line.last, line.first + 4))}
    stance = Stance.DEMANDS if words & {"чтобы", "пусть", "требую", "прошу"} else Stance.ASSERTS
    yield scene.saying(
        first=line.first,
        last=line.last,
        content=(line.first, line.last),
        stance=stance,
        speaker=speaker,
        rule="line.answer",
    )

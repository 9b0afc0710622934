"""Who says what a verb of saying tells of."""

import re
from collections.abc import Iterator, Sequence

from kualik.engine.extracting.kazakh.contents import Said
from kualik.engine.extracting.kazakh.endings import endings
from kualik.engine.extracting.kazakh.nouns import noun_of
from kualik.engine.extracting.kazakh.phrases import Phrase
from kualik.engine.extracting.kazakh.predicates import Predicate, hard_starts
from kualik.engine.extracting.kazakh.scene import Scene
from kualik.engine.extracting.kazakh.tables import group, members
from kualik.engine.extracting.kazakh.tokens import Token
from kualik.engine.extracting.kazakh.verbs import is_finite_word

__all__ = ["has_subject", "is_agent", "is_anybody", "speaker"]

AGENT = re.compile(r".{2,}[^н]ш[ыі](?:с[ыі]|лары?|лері?)?")  # "prosecutor", "his assistant"; not "third"

REACH = 6  # words between "said" and who said it


def speaker(scene: Scene, number: int, one: Predicate, said: Said, clause: int) -> tuple[int | None, int]:
    """Find who says it: behind the verb, right before it, or first in the clause.

    Args:
        scene: the document.
        number: the frame.
        one: the verb of saying.
        said: its content.
        clause: where its clause begins.

    Returns:
        The party, or None where the clause does not name one that is known, and where its passage begins.
    """
    tokens = scene.tokens(number)
    ending = tokens[one.last - 1].lower
    if ending.endswith((*group("first-person"), *group("second-person"))):
        mine = not ending.endswith(group("second-person"))
        return scene.register.speaker_of(scene.page.frames[number].quote) if mine else None, said.first
    if one.entry[2] == "heard":
        return _source(scene, number, one)
    phrases = [phrase for phrase in scene.phrases[number] if phrase.case == "" and _may_speak(phrase)]
    described = _described(scene, number, one, said)
    found = described or _behind(tokens, phrases, one, said) or _beside(phrases, said)
    if found is not None:
        return scene.register.key(number, found), said.first
    if one.last < len(tokens) and tokens[one.last].lower == "ол" and _closes(tokens, one.last + 1):
        return scene.register.antecedent(number, 0), said.first
    first = _first(tokens, phrases, one, clause)
    if first is None:
        return None, said.first
    return scene.register.key(number, first), max(first.first, min(clause, said.first))


def is_anybody(tokens: Sequence[Token], one: Predicate, clause: int) -> bool:
    """Say whether "some say": nobody is named behind the verb, or before it in its clause.

    Args:
        tokens: of one frame.
        one: the verb of saying.
        clause: where its clause begins.
    """
    behind = one.last < len(tokens) and tokens[one.last].lower in members("anybody")
    return behind or any(token.lower in {"біреулер", "кейбіреулер"} for token in tokens[clause : one.first])


def _described(scene: Scene, number: int, one: Predicate, said: Said) -> Phrase | None:
    """Find whom a participle of speech describes: «…» деп айқайлаған Олжастың анасы N."""
    if one.form.tense != "perfect" or said.quote < 0:
        return None
    behind = [phrase for phrase in scene.phrases[number] if phrase.first == one.last]
    found = max(behind, key=lambda phrase: phrase.last, default=None)
    return found if found is not None and found.name is not None else None


def _closes(tokens: Sequence[Token], place: int) -> bool:
    return place >= len(tokens) or not tokens[place].word


def _behind(tokens: Sequence[Token], phrases: Sequence[Phrase], one: Predicate, said: Said) -> Phrase | None:
    """Find the subject behind the verb: «…», – деді N."""
    if said.quote < 0 and not tokens[max(0, one.first - 1)].dash and not _is_loose(tokens, one):
        return None
    found = next((phrase for phrase in phrases if one.last <= phrase.first <= one.last + REACH), None)
    if found is None or not _stands_alone(tokens, found):
        return None
    between = tokens[one.last : found.first]
    return found if all(token.word or token.number or token.quote >= 0 for token in between) else None


def _beside(phrases: Sequence[Phrase], said: Said) -> Phrase | None:
    """Find the subject right before the verb, behind the content."""
    return next((phrase for phrase in phrases if 0 < said.subject == phrase.last and phrase.first >= said.last), None)


def _first(tokens: Sequence[Token], phrases: Sequence[Phrase], one: Predicate, clause: int) -> Phrase | None:
    """Find the subject that the clause begins with, or one that it shares with the clause before."""
    for start in _starts(tokens, clause):
        inside = (phrase for phrase in phrases if start <= phrase.first and phrase.last <= one.first)
        found = next((phrase for phrase in inside if _is_subject(tokens, phrase)), None)
        if found is not None:
            return found
    return None


def _starts(tokens: Sequence[Token], clause: int) -> Iterator[int]:
    """Give where the clause begins, then where those before it begin that share their subject with it."""
    yield clause
    if tokens[clause].lower in {"ал", "алайда"} or (clause and tokens[clause - 1].text in {":", ";"}):
        return
    yield from sorted((start for start in hard_starts(tokens) if start < clause), reverse=True)[:2]


def _stands_alone(tokens: Sequence[Token], phrase: Phrase) -> bool:
    """Leave out a bare noun that only stands before another one: "сот" of "сот залында"."""
    return bool(phrase.name or phrase.possessed or phrase.last >= len(tokens) or not tokens[phrase.last].word)


def _is_subject(tokens: Sequence[Token], phrase: Phrase) -> bool:
    """Leave out whom something is said of: "about N", "for N"."""
    after = tokens[phrase.last].lower if phrase.last < len(tokens) else ""
    if after in {"деген", "туралы", "үшін", "арқылы", "сияқты", "жөнінде", "есімді", "атты", "ретінде"}:
        return False
    return phrase.kind != "body" or bool(phrase.possessed) or not _is_owned(after)


def _is_owned(word: str) -> bool:
    """Say whether a word belongs to the bare noun before it: "иесі" of "дүкен иесі"."""
    if not word or noun_of(word) is not None or word.endswith(group("object")):
        return False
    return any(one.owner == "3" and not one.case for one in endings(word)) and not is_finite_word(word)


def _is_loose(tokens: Sequence[Token], one: Predicate) -> bool:
    """Say whether "…, деп жазады" hangs behind its content."""
    return any(
        tokens[at].lower == "деп" and at and tokens[at - 1].text == ","
        for at in range(max(0, one.first - 2), one.first)
    )


def _source(scene: Scene, number: int, one: Predicate) -> tuple[int | None, int]:
    """Find from whom it was heard."""
    for phrase in reversed(scene.phrases[number]):
        if phrase.last <= one.first and phrase.case == "abl" and one.first - phrase.last < 3:
            return scene.register.key(number, phrase), phrase.first
    return None, 0


def _may_speak(phrase: Phrase) -> bool:
    return phrase.kind in {"name", "people", "kin", "body"} or (
        phrase.kind == "pronoun" and phrase.stem in {"1", "1p", "3", "3p"}
    )


def is_agent(word: str) -> bool:
    """Say whether an unknown word is formed as one for somebody who does something, and so may be a subject.

    Args:
        word: in small letters.
    """
    return AGENT.fullmatch(word) is not None


def has_subject(scene: Scene, number: int, clause: int, one: Predicate) -> bool:
    """Say whether a clause has a subject of its own.

    Args:
        scene: the document.
        number: the frame.
        clause: where the clause begins.
        one: its verb.
    """
    return any(
        phrase.case == "" and _may_speak(phrase) and clause <= phrase.first < one.first
        for phrase in scene.phrases[number]
    )

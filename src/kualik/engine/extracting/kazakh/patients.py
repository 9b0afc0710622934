"""Whom a verb of custody is about."""

from collections.abc import Sequence

from kualik.engine.extracting.kazakh.nouns import COLLECTIVE
from kualik.engine.extracting.kazakh.phrases import Phrase
from kualik.engine.extracting.kazakh.predicates import Predicate
from kualik.engine.extracting.kazakh.scene import Scene
from kualik.engine.extracting.kazakh.tables import group, members
from kualik.engine.extracting.kazakh.tokens import Token

__all__ = ["is_attribute", "is_mass", "patients"]

MASS = 50  # of more people it is a figure
AHEAD = 9  # words from a converb to the verb that it leads to
BEHIND = 4  # words between a participle and its noun
NOBODY = frozenset({"none", "there"})


def is_attribute(one: Predicate, tokens: Sequence[Token]) -> bool:
    """Say whether a verb only describes the noun behind it: "қамалған туыстары"."""
    if one.form.tense not in {"perfect", "nominal", "habit"} or one.form.case or one.last >= len(tokens):
        return False
    after = tokens[one.last]
    ending = tokens[one.last - 1].lower.endswith(("ған", "ген", "қан", "кен", "тын", "тін"))
    closing = after.lower in members("after-participle")
    return ending and (after.word or after.number) and not closing


def patients(scene: Scene, number: int, one: Predicate, first: int) -> list[Phrase]:
    """Find whom it is done to.

    Args:
        scene: the document.
        number: the frame.
        one: the verb.
        first: where its clause begins.

    Returns:
        Phrases; several where they are joined; empty where the sentence leaves them out.
    """
    phrases = [phrase for phrase in scene.phrases[number] if _may_be_held(phrase)]
    if is_attribute(one, scene.tokens(number)):
        behind = next(
            (p for p in phrases if one.last <= p.first <= one.last + BEHIND or p.first <= one.last <= p.head), None
        )
        return _joined(scene, number, phrases, behind)
    before = [phrase for phrase in phrases if first <= phrase.first and phrase.last <= one.first]
    return _joined(scene, number, phrases, _nearest(before, _cases(one, scene.tokens(number))))


def is_mass(scene: Scene, number: int, one: Predicate, first: int) -> bool:
    """Say whether the verb is about a mass, which is a figure and nobody's custody.

    Args:
        scene: the document.
        number: the frame.
        one: the verb.
        first: where its clause begins.
    """
    if is_attribute(one, scene.tokens(number)):
        near = [p for p in scene.phrases[number] if one.last <= p.head <= one.last + BEHIND + 1]
    else:
        before = [p for p in scene.phrases[number] if first <= p.first and p.last <= one.first and p.kind != "body"]
        nearest = _nearest(before, _cases(one, scene.tokens(number)))
        near = [nearest] if nearest is not None else []
    return bool(near) and not _may_be_held(near[0]) and near[0].kind == "people"


def _becomes_noun(one: Predicate, tokens: Sequence[Token]) -> bool:
    """Say whether a converb leads to a verb that is made a noun: "that he was taken and sentenced"."""
    ahead = tokens[one.last : one.last + AHEAD]
    return one.form.tense == "converb" and any(token.word and token.lower.endswith(group("nouned")) for token in ahead)


def _cases(one: Predicate, tokens: Sequence[Token]) -> tuple[str, ...]:
    """Say in which cases the one who is held may stand."""
    kind = one.entry[1]
    told = one.last < len(tokens) and tokens[one.last].lower in {"екенін", "екендігін", "екені", "екенімді"}
    noun = told or one.form.tense in {"nominal", "infinitive"} or _becomes_noun(one, tokens)
    subject = ("gen", "") if noun else ("",)
    if kind == "dat":
        return ("dat",)
    if one.entry[2] == "barred from leaving":
        return ("gen", "dat", "") if one.form.passive else ("gen", "dat", "acc")
    if kind in {"abl", "gen"}:
        return (kind,)
    if kind == "any":
        return ("dat", "acc", *(subject if one.form.passive else ()))
    return subject if kind == "nom" or one.form.passive else ("acc",)


def _nearest(before: Sequence[Phrase], cases: Sequence[str]) -> Phrase | None:
    """Take the nearest in a fitting case; a subject also where other words stand between."""
    for case in cases:
        for phrase in reversed(before):
            if phrase.case == case and not (case == "gen" and _owns(before, phrase)) and phrase.stem != "self":
                return phrase
    return None


def _owns(before: Sequence[Phrase], phrase: Phrase) -> bool:
    return any(other.owner is phrase for other in before)


def _may_be_held(phrase: Phrase) -> bool:
    if phrase.kind == "body" or (phrase.count or 0) >= MASS:
        return False
    if phrase.kind == "pronoun":
        return phrase.stem not in NOBODY
    many = phrase.plural or phrase.stem in COLLECTIVE
    return not (phrase.kind == "people" and many and phrase.owner is None and phrase.count is None)


def _joined(scene: Scene, number: int, phrases: Sequence[Phrase], last: Phrase | None) -> list[Phrase]:
    """Take those along who are joined to one by "and"."""
    if last is None:
        return []
    found = [last]
    tokens = scene.tokens(number)
    for phrase in reversed([p for p in phrases if p.head < last.first]):
        between = tokens[phrase.last : found[0].first]
        bare = phrase.case in {"", last.case} and phrase.kind in {"name", "kin"}
        joined = (
            bool(between)
            and len(between) < 3
            and all(token.lower in {*members("joining"), ",", "әрі", "де", "да"} for token in between)
        )
        if not (joined and bare and (any(token.text != "," for token in between) or len(found) > 1)):
            break
        found.insert(0, phrase)
    return found

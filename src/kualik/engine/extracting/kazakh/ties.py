"""Who is whose kin."""

from collections.abc import Iterator, Sequence

from kualik.engine.extracting.kazakh.phrases import Phrase
from kualik.engine.extracting.kazakh.scene import Scene
from kualik.engine.extracting.kazakh.tables import mapping
from kualik.engine.extracting.kazakh.tokens import Token
from kualik.engine.extracting.notes import Tie

__all__ = ["find_ties"]

BY_AGE = frozenset({"үлкен", "кіші", "ортаншы", "кенже", "тұңғыш", "бір", "біреу", "екінші", "үшінші"})


def find_ties(scene: Scene) -> list[Tie]:
    """Find kinship that the text states.

    Args:
        scene: the document.

    Returns:
        Ties in order; plain relatives are left out, except named ones.
    """
    found: list[Tie] = []
    for number, frame in enumerate(scene.page.frames):
        if frame.heading:
            continue
        for place, phrase in enumerate(scene.phrases[number]):
            if phrase.relation:
                found += _tie(scene, number, phrase)
            elif phrase.name is not None and phrase.stem in BY_AGE:
                found += _of_group(scene, number, phrase)
            found += _pair(scene, number, scene.phrases[number][place : place + 2])
    return found


def _tie(scene: Scene, number: int, phrase: Phrase) -> Iterator[Tie]:
    if phrase.relation == "relative" and phrase.name is None:
        return
    register = scene.register
    person, relative = register.key(number, phrase), register.owner(number, phrase)
    if person is None or relative is None or person == relative:
        return
    if (
        phrase.owner is not None
        and phrase.owner.owner is None
        and phrase.owner.stem in {"бала", "ұл", "қыз"}
        and not phrase.owner.possessed
    ):
        return  # "a father of two"
    if phrase.owner is None and phrase.possessed == "3" and register.notes.parties[relative].name is None:
        return
    tokens = scene.tokens(number)
    first = phrase.owner.first if phrase.owner is not None else phrase.first
    rule = "kin.owner" if phrase.owner is not None else "kin.mine" if phrase.possessed in {"1", "1p"} else "kin.dropped"
    span = scene.page.span(tokens[min(first, phrase.first)], tokens[phrase.last - 1])
    yield Tie(person=person, relation=phrase.relation, relative=relative, span=span, rule=rule)


def _of_group(scene: Scene, number: int, phrase: Phrase) -> Iterator[Tie]:
    """Read "I have three brothers. The eldest, N, …"."""
    for other in range(number, max(-1, number - 5), -1):
        group = next(
            (p for p in reversed(scene.phrases[other]) if p.relation and (p.plural or (p.count or 1) > 1)), None
        )
        if group is None:
            continue
        person, relative = scene.register.key(number, phrase), scene.register.owner(other, group)
        if person is not None and relative is not None and person != relative:
            tokens = scene.tokens(number)
            span = scene.page.span(tokens[phrase.first], tokens[phrase.last - 1])
            yield Tie(person=person, relation=group.relation, relative=relative, span=span, rule="kin.group")
        return


def _pair(scene: Scene, number: int, two: Sequence[Phrase]) -> Iterator[Tie]:
    """Read "апалы-сіңлілі A мен B", "A мен B, ерлі-зайыпты"."""
    tokens = scene.tokens(number)
    if len(two) < 2 or any(one.kind != "name" for one in two) or not _joined(tokens, two):
        return
    beside = [
        token.lower
        for token in (*tokens[max(0, two[0].first - 2) : two[0].first], *tokens[two[1].last : two[1].last + 3])
    ]
    relation = next((mapping("pairs")[word] for word in beside if word in mapping("pairs")), None)
    keys = [scene.register.key(number, one) for one in two]
    if relation is None or keys[0] is None or keys[1] is None or keys[0] == keys[1]:
        return
    span = scene.page.span(tokens[two[0].first], tokens[two[1].last - 1])
    yield Tie(person=keys[0], relation=relation, relative=keys[1], span=span, rule="kin.pair")


def _joined(tokens: Sequence[Token], two: Sequence[Phrase]) -> bool:
    between = tokens[two[0].last : two[1].first]
    return len(between) == 1 and between[0].lower in {"мен", "пен", "бен", "және"}

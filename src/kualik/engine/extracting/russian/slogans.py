"""Slogans: what a crowd chants, and what stands on placards."""

from collections.abc import Iterator

from kualik.engine.extracting.notes import Saying
from kualik.engine.extracting.russian.people import Someone
from kualik.engine.extracting.russian.scene import Scene
from kualik.engine.facts.vocabulary import Stance

__all__ = ["find_slogans"]

CHANTING = frozenset({"скандировать", "выкрикивать", "кричать", "прокричать"})
PLACARDS = frozenset({"плакат", "баннер", "транспарант", "табличка", "надпись", "лозунг", "растяжка"})
NEAR = 5  # tokens between a placard or a verb and the words on it


def find_slogans(scene: Scene) -> Iterator[Saying]:
    """Find slogans.

    Args:
        scene: the text read so far.

    Yields:
        A demand for each slogan whose speaker is said.
    """
    for quotation in scene.quotations:
        if quotation.dash or quotation.first in scene.spent:
            continue
        cue = _cue(scene, quotation.first, quotation.last)
        if cue is None:
            continue
        speaker = _speaker(scene, cue)
        if speaker is not None:
            first = min(scene.clauses.segment(cue).first, quotation.first)
            yield scene.saying(
                first=first, last=max(quotation.last, cue + 1), content=(quotation.first, quotation.last),
                stance=Stance.DEMANDS, speaker=speaker, rule="slogan",
            )  # fmt: skip


def _cue(scene: Scene, first: int, last: int) -> int | None:
    """Find the verb of chanting, or the placard, beside a quotation."""
    places: list[int] = [
        *range(first - 1, max(-1, first - NEAR), -1),
        *range(last, min(len(scene.page.tokens), last + 4)),
    ]
    for k in places:
        token = scene.page.tokens[k]
        if set(token.lemmas("VERB", "GRND")) & CHANTING or (k < first and set(token.lemmas("NOUN")) & PLACARDS):
            return k
    return None


def _speaker(scene: Scene, cue: int) -> Someone | None:
    """Find who chants or holds the placard: the subject of the verb in its stretch."""
    token = scene.page.tokens[cue]
    verb = cue if token.may_be("VERB") else scene.clauses.segment(cue).verb
    subject = scene.clauses.subject(verb) if verb is not None else None
    if subject is None or not subject.animate or subject.kind == "body":
        return None
    return scene.register.meant(subject)

"""Names given afterwards: "Мой муж пропал. Его зовут Турсын Каримжан"."""

from kualik.engine.extracting.russian.phrases import Phrase
from kualik.engine.extracting.russian.scene import Scene

__all__ = ["find_called"]


def find_called(scene: Scene) -> None:
    """Join somebody of kin to the name that the text gives later with "зовут".

    Args:
        scene: the text read so far; the two are one person in it from now on.
    """
    page, register = scene.page, scene.register
    for token in page.tokens:
        if token.lower not in {"зовут", "звали"}:
            continue
        before = [one for one in scene.clauses.phrases_in(max(0, token.i - 3), token.i) if one.last == token.i]
        behind = [one for one in scene.clauses.phrases_in(token.i + 1, token.i + 2) if one.name is not None]
        if not before or not behind or "accs" not in before[-1].cases:
            continue
        named = register.meant(behind[0])
        unnamed = register.meant(_kin_before(scene, before[-1]) or before[-1])
        if unnamed is None or named is None or unnamed.name or unnamed.plural or unnamed.key is not None:
            continue
        if not unnamed.gender or not named.gender or unnamed.gender == named.gender:
            register.same(unnamed, named)


def _kin_before(scene: Scene, phrase: Phrase) -> Phrase | None:
    """Find the kin that "его", "её" goes on about: spoken of last, in this sentence or the one before."""
    if phrase.kind != "pronoun":
        return None
    number = scene.page.sentence_of[phrase.first]
    near = scene.clauses.phrases_in(scene.page.sentences[max(0, number - 1)].first, phrase.first)
    kin = [one for one in near if one.kind == "kin" and not one.plural and one.gender == phrase.gender]
    return kin[-1] if kin else None

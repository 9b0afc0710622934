"""Ages of people in Uyghur: "47-year-old X", "X, 61", "X was 23", "I am 54"."""

from kualik.engine.extracting.uyghur.numerals import Number, number_at
from kualik.engine.extracting.uyghur.scene import Scene

__all__ = ["find_ages"]

OLDEST = 120
NEAR = 6  # tokens between a name and its age
BEHIND = ("ياشتا", "ياشقا", "ياش")


def find_ages(scene: Scene) -> None:
    """Note the ages of those who are named.

    Args:
        scene: the text read so far; ages are written to the parties.
    """
    i = 0
    while i < len(scene.page.tokens):
        number = number_at(scene.page, i)
        if number is None:
            i += 1
            continue
        if 0 < number[0] < OLDEST and scene.page.form(number[1]).startswith("ياش"):
            _age(scene, i, number)
        i = number[1]


def _age(scene: Scene, i: int, number: Number) -> None:
    value, unit = number
    key = _ahead(scene, unit + 1) if scene.page.form(unit) == "ياشلىق" else None
    if key is None and (scene.page.form(unit) in BEHIND or scene.page.form(unit + 1).startswith("ئى")):
        key = _before(scene, i)
    if key is None and scene.page.form(unit + 1).endswith(("دىم", "تىم", "مەن")):
        key = scene.speaker_at(i)
    if key is not None and scene.cast.party(key).age is None:
        scene.cast.party(key).age = (value, scene.page.span(i, unit + 1))


def _ahead(scene: Scene, i: int) -> int | None:
    """Find whom "47-year-old" stands before."""
    for n in scene.among(i, i + NEAR):
        one = scene.mentions[n]
        if one.name is not None:
            return scene.keys[n]
        if one.kind not in {"people", "kin"} or one.case == "gen":
            return None
    around = [n for n in scene.among(max(0, i - 4), i) if scene.mentions[n].last > i]
    return scene.keys[around[0]] if around else None


def _before(scene: Scene, i: int) -> int | None:
    """Find whom an age follows: the person named shortly before, or the sentence's subject."""
    first, _ = scene.sentence(i)
    for n in reversed(scene.among(max(first, i - NEAR), i)):
        one = scene.mentions[n]
        if (one.name is not None or one.kind == "pronoun") and one.case == "":
            return scene.keys[n]
    return None

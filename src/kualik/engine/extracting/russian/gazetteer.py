"""Places and bodies that could pass for people's names, in any case."""

from functools import cache

from kualik.engine.extracting.russian.lexicon import group, word_set
from kualik.engine.extracting.russian.morphology import forms
from kualik.engine.extracting.russian.tokens import Token

__all__ = ["is_local", "is_outlet", "is_place", "place_name"]

ENDINGS = frozenset(
    {
        "",
        "а",
        "у",
        "е",
        "ом",
        "ем",
        "ы",
        "и",
        "ой",
        "ей",
        "ю",
        "я",
        "ью",
        "ям",
        "ах",
        "ами",
        "ов",
        "ии",
        "ию",
        "ией",
        "ого",
        "ском",
    }
)
SOFT = "аяоеьйиы"


@cache
def _stems() -> dict[str, str]:
    stems: dict[str, str] = {}
    for place in sorted(word_set("places")):
        stem = place[:-1] if place[-1] in SOFT and len(place) > 3 else place
        stems.setdefault(stem, place)
    return stems


@cache
def place_name(word: str) -> str | None:
    """Find the nominative of a known place that a word, in small letters, is a form of."""
    if word in word_set("places"):
        return word
    for cut in range(min(3, len(word) - 2) + 1):
        stem, ending = word[: len(word) - cut], word[len(word) - cut :]
        place = _stems().get(stem)
        if place and ending in ENDINGS and (cut or len(place) == len(stem)):
            return place
    return next((form.lemma for form in forms(word) if form.known and "Geox" in form.marks and form.score > 0.2), None)


def is_local(token: Token) -> bool:
    """Say whether a word is a noun for places, after which a capital names one: "села", "уезде"."""
    return bool(set(token.lemmas("NOUN")) & group("names.place_nouns"))


def is_place(word: str) -> bool:
    """Say whether a word names a known place, and no known person's name is likelier."""
    return place_name(word) is not None


@cache
def is_outlet(word: str) -> bool:
    """Say whether a word is part of the names of outlets and bodies."""
    listed = word_set("outlets")
    stems = (word[: len(word) - cut] for cut in range(3) if len(word) - cut > 4 and word[len(word) - cut :] in ENDINGS)
    return (
        any(stem in listed for stem in stems)
        or word in listed
        or any(form.lemma in listed for form in forms(word) if form.known)
    )

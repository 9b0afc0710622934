"""Kazakh words put into the form that a label needs: nominative, genitive."""

from collections.abc import Sequence

from kualik.engine.extracting.kazakh.endings import CASES, FRONT, HARD, NASAL, OWNED_CASES, VOWELS, endings, nominative
from kualik.engine.extracting.kazakh.nouns import noun_of
from kualik.engine.extracting.kazakh.tokens import Token

__all__ = ["base_form", "genitive", "label_of", "place_name"]

FORMS = dict(CASES)
OWNED_FORMS = dict(OWNED_CASES)


def base_form(word: str) -> str:
    """Take the case off a noun of the tables, and leave whose it is: "қызметкерлерін" is "қызметкерлері"."""
    noun = noun_of(word.casefold())
    if noun is None or not noun.case or noun.kind == "pronoun":
        return word
    forms = OWNED_FORMS.get(noun.case, ()) if noun.ending.owner == "3" else FORMS.get(noun.case, ())
    for form in (*sorted(forms, key=len, reverse=True), "а", "е", "ің", "ың"):
        left = word[: -len(form)]
        if word.casefold().endswith(form) and any(
            (one.stem, one.owner, one.case) == (noun.ending.stem, noun.ending.owner, "")
            for one in endings(left.casefold())
        ):
            return left
    return word


def genitive(word: str) -> str:
    """Put a name or a noun into the genitive: "Мақсат" is "Мақсаттың"."""
    lower = word.casefold()
    vowels = [letter for letter in lower if letter in VOWELS]
    front = bool(vowels) and (vowels[-1] in FRONT or (vowels[-1] in "ию" and any(v in FRONT - {"и"} for v in vowels)))
    last = lower[-1:]
    opening = "н" if last in VOWELS | NASAL else "т" if last in HARD else "д"
    return f"{word}{opening}{'ің' if front else 'ың'}"


def label_of(tokens: Sequence[Token]) -> str:
    """Write a phrase as a label: its words, the last one in the nominative."""
    words = [token.text for token in tokens]
    if words:
        words[-1] = base_form(words[-1])
    said = ""
    for word in words:
        tight = not said or said.endswith(("«", "(")) or word in {"»", ",", ")", "."}
        said += word if tight else f" {word}"
    return said.replace(" «", " «")


def place_name(word: str) -> str:
    """Take the case off the last word of a place."""
    known = base_form(word)
    return known if known != word or noun_of(word.casefold()) else nominative(word, person=False)[0]

"""Descriptions in the nominative, and names in the genitive: "генеральное консульство Китая", "сын Ольги Петровой"."""

from functools import lru_cache

from kualik.engine.extracting.russian.morphology import analyser
from kualik.engine.extracting.russian.naming import FIXED, VOWELS
from kualik.engine.extracting.russian.phrases import Phrase
from kualik.engine.extracting.russian.tokens import Page, Token

__all__ = ["description", "genitive"]

COUNTS = {
    "двух": "двое",
    "двоих": "двое",
    "двум": "двое",
    "двумя": "двое",
    "трех": "трое",
    "трёх": "трое",
    "троих": "трое",
    "трем": "трое",
    "трём": "трое",
    "четырех": "четверо",
    "четырёх": "четверо",
    "четверых": "четверо",
    "пятерых": "пятеро",
}
VELARS = "гкхжчшщ"
BLANK = frozenset({"его", "ее", "её", "их", "мой", "моя", "наш", "свой", "этот", "тот"})


def description(page: Page, phrase: Phrase, *, bare: bool = False) -> str:
    """Put a phrase into the nominative.

    Args:
        page: the text.
        phrase: the phrase.
        bare: leave out its complement.

    Returns:
        Its words on one line, the head and its adjectives in the nominative.
    """
    words: list[str] = []
    counted = phrase.count not in {None, 1}
    end = phrase.last if not bare or phrase.complement is None else phrase.complement
    for i in range(phrase.first, end):
        token = page.tokens[i]
        if i < phrase.head and (token.lower in BLANK or set(token.lemmas("ADJF")) & BLANK):
            continue
        spaced = i > phrase.first and words and page.tokens[i].start > page.tokens[i - 1].end
        text = token.text
        if i <= phrase.head and token.word and not counted:
            text = _nominative(token.lower, phrase.plural, phrase.gender, i == phrase.head)
            text = _cased(token, text, first=i == page.sentence(i).first)
        if counted and i < phrase.head and token.lower in COUNTS:
            text = COUNTS[token.lower]
        words.append(f"{' ' if spaced else ''}{text}")
    return "".join(words).strip()


def _cased(token: Token, text: str, *, first: bool) -> str:
    """Keep the capitals that are not the sentence's."""
    if (token.text.isupper() and len(token.text) > 1) or not (token.forms and token.forms[0].known):
        return token.text
    return text[:1].upper() + text[1:] if token.capital and not first else text


@lru_cache(maxsize=10_000)
def _nominative(word: str, plural: bool, gender: str, head: bool) -> str:  # noqa: FBT001 - the arguments are a cache's key
    kinds = {"NOUN", "ADJF", "PRTF"}
    for parse in analyser().parse(word):
        if str(parse.tag.POS) not in kinds or (head and gender and str(parse.tag.gender or gender) != gender):
            continue
        wanted = {"nomn", "plur"} if plural else {"nomn", "sing"}
        if not head and gender and not plural:
            wanted.add(gender)
        found = parse.inflect(wanted)
        if found is not None:
            return str(found.word)
    return word


def genitive(label: str, gender: str, *, named: bool) -> str:
    """Put a name into the genitive, where its ending allows; a description stays as it is."""
    if not named:
        return label
    return " ".join(_genitive(word, gender) for word in label.split())


def _genitive(word: str, gender: str) -> str:
    lower = word.lower()
    if lower.endswith(FIXED) or word.endswith("."):
        return word
    surname = lower.endswith(("ова", "ева", "ина", "ына")) and gender == "femn" and len(word) > 4
    for ending, cut, added in (("ский", 2, "ого"), ("цкий", 2, "ого"), ("я", 1, "и")):
        if lower.endswith(ending):
            return word[:-cut] + added
    if lower[-1] == "а":
        return word[:-1] + ("ой" if surname else "и" if lower[-2:-1] in VELARS else "ы")
    if gender != "masc" or lower[-1] in VOWELS:
        return word
    return f"{word[:-1]}я" if lower[-1] in "йь" else f"{word}а"

"""Kazakh in Latin and in Arabic letters written in Cyrillic ones for the rules, with the place of every letter."""

import re
from dataclasses import dataclass

from kualik.engine.extracting.kazakh.endings import nominative
from kualik.engine.extracting.kazakh.tables import group, mapping, words

__all__ = ["Rewritten", "rewrite"]

ARABIC = re.compile(r"[\u0600-\u06ff]")
LATIN = re.compile(r"[a-zäáöóüúūğǵşçñńŋıýïə]", re.IGNORECASE)
CYRILLIC = re.compile(r"[\u0400-\u04ff]")
WORD = re.compile(r"[\u0600-\u06ff]+")
HAMZA = "ٴ"
FRONTED = {"а": "ә", "о": "ө", "ұ": "ү", "ы": "і"}
FRONT_SIGNS = frozenset("گكە")  # letters that only words of front vowels hold
SHARE = 0.5  # of the letters in another script, from where on a text is rewritten
VOWELS = frozenset("аәоөұүыіеэ")


@dataclass(frozen=True, slots=True, kw_only=True)
class Rewritten:
    """A text in Cyrillic letters; `places[i]` is where its letter i stands in the text as kept, one more at the end."""

    text: str
    places: tuple[int, ...]


def rewrite(text: str) -> Rewritten | None:
    """Write a Kazakh text in Cyrillic letters.

    Args:
        text: as kept.

    Returns:
        The text and the places of its letters; None where most letters are Cyrillic already.
    """
    cyrillic, latin, arabic = (len(script.findall(text)) for script in (CYRILLIC, LATIN, ARABIC))
    total = cyrillic + latin + arabic
    if not total or cyrillic >= SHARE * total:
        return None
    return _from_arabic(text) if arabic > latin else _from_latin(text)


def _from_latin(text: str) -> Rewritten:
    table = mapping("latin")
    dotless = "ı" in text
    letters: list[str] = []
    places: list[int] = []
    at = 0
    while at < len(text):
        size = next((n for n in (2, 1) if text[at : at + n].casefold() in table), 0)
        letter = table[text[at : at + size].casefold()] if size else text[at]
        if letter == "і" and dotless and text[at] in "iİ":
            letter = "и"
        if letter in {"и", "і"} and letters and letters[-1].casefold() in VOWELS and text[at] in "iİ":
            letter = "й"
        letters.append(letter.upper() if size and text[at].isupper() else letter)
        places.append(at)
        at += size or 1
    return Rewritten(text="".join(letters), places=(*places, len(text)))


def _from_arabic(text: str) -> Rewritten:
    letters: list[str] = []
    places: list[int] = []
    done, before = 0, -1
    for match in WORD.finditer(text):
        _keep(text, done, match.start(), letters, places)
        begun = len(letters)
        _word(match, letters, places)
        if before >= 0 and "".join(letters[begun:]).casefold().endswith(group("patronymics")):
            letters[before] = letters[before].upper()  # what stands before a patronymic is a name
        before = begun if begun < len(letters) else -1
        done = match.end()
    _keep(text, done, len(text), letters, places)
    return Rewritten(text="".join(letters), places=(*places, len(text)))


def _keep(text: str, first: int, last: int, letters: list[str], places: list[int]) -> None:
    letters.extend(text[first:last])
    places.extend(range(first, last))


def _word(match: re.Match[str], letters: list[str], places: list[int]) -> None:
    """Write one word; a name that is known gets the capital that its script lacks."""
    table = mapping("arabic")
    word = match[0]
    front = HAMZA in word or bool(FRONT_SIGNS & set(word))
    written: list[str] = []
    for at, letter in enumerate(word):
        if letter == HAMZA:
            continue
        plain = table.get(letter, letter)
        if plain == "и" and written and written[-1] in VOWELS:
            plain = "й"
        written.append(FRONTED.get(plain, plain) if front else plain)
        places.append(match.start() + at)
    if written and _is_name("".join(written)):
        written[0] = written[0].upper()
    letters.extend(written)


def _is_name(word: str) -> bool:
    known = words("given") | words("places")
    return word in known or nominative(word)[0] in known or word.endswith(("ұлы", "қызы", "ұлының", "қызының"))

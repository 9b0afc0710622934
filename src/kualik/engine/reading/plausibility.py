"""How much a decoded text looks like writing: the wrong encoding puts letters where nobody would."""

import re
import unicodedata

from kualik.engine.reading.letters import COMMON_CYRILLIC, COMMON_HANZI

__all__ = ["plausibility"]

WORD = re.compile(r"[^\W\d_]+")
CYRILLIC = re.compile(r"[\u0400-\u052f]+")
HAN = re.compile(r"[\u3400-\u9fff\uf900-\ufaff]+")
ARABIC = re.compile(r"[\u0600-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufeff]+")
LATIN = re.compile(r"[A-Za-z\u00c0-\u024f\u1e00-\u1eff]+")
ORDINARY = frozenset(
    "«»„“”‘’‚–—―…№§°·•©®\u00a0\u00ad€£¥×±½¼¿¡、。〈〉《》「」『』【】〔〕・，．！？：；（）～％\u3000،؛؟٪۔ـ"
)
SIGNS = "£€¥×±½¼¿¡©®•§°"
STUCK = re.compile(
    rf"[{SIGNS}](?=[\u0400-\u052f])|(?<=[\u0400-\u052f])[{SIGNS}]|(?<=[^\W\d_])[{SIGNS}№](?=[^\W\d_])"
    r"|(?<!\w)[–—](?=[\u0400-\u052f])"
)
"""Signs where few writers put them: beside a Cyrillic letter, between two letters; a dash grown onto a word."""
ONE_LETTER_WORDS = frozenset("авикосуяі")
USUAL = 0.65  # share of the common letters in any Cyrillic text; Russian has 85 %, Kazakh 80 %
FREQUENT = 0.12  # share of the most frequent hanzi in any Chinese text; prose has some 40 %
FEW = 12  # letters; below this, shares say nothing
HALF = 0.5
FIRST_LEVEL = range(0xB0, 0xD8)  # lead bytes of the 3,755 everyday hanzi in GB 2312
CONTROLS = {"Cc", "Cn", "Co", "Cs"}


def plausibility(text: str) -> float:
    """Say how much a text looks like writing.

    Args:
        text: a decoded text, or the beginning of one.

    Returns:
        0 to 1: the share of characters beyond ASCII that stand where a writer would put them;
        lower where letters come in unusual numbers, or where there are control characters.
    """
    foreign = sum(character > "\x7f" for character in text)
    bad = sum(unicodedata.category(character) in CONTROLS and character not in "\t\n\r\f\v" for character in text)
    ordinary = sum(character in ORDINARY for character in text) - 2 * len(STUCK.findall(text))
    good = ordinary + sum(_word(word) for word in WORD.findall(text))
    share = good / foreign if foreign else 1.0
    return max(0.0, min(1.0, share) * _usual(text) - 10 * bad / max(len(text), 1))


def _word(word: str) -> float:
    """Count the characters beyond ASCII of a word: for it if they are in order, against it if not."""
    foreign = sum(letter > "\x7f" for letter in word)
    if HAN.fullmatch(word):
        return sum(1.0 if _everyday(letter) else 0.1 for letter in word)
    if ARABIC.fullmatch(word):
        return foreign
    return foreign if _in_order(word, foreign) else -foreign


def _in_order(word: str, foreign: int) -> bool:
    """Tell whether a word of Cyrillic or Latin letters is one that is written so."""
    if CYRILLIC.fullmatch(word):
        return _regular(word) and (len(word) > 1 or word.lower() in ONE_LETTER_WORDS)
    return bool(LATIN.fullmatch(word)) and _regular(word) and (foreign <= HALF * len(word) or len(word) == 1)


def _regular(word: str) -> bool:
    """Tell whether capitals stand as in writing: none, the first, or all."""
    return word.islower() or word.isupper() or word[1:].islower()


def _everyday(character: str) -> bool:
    try:
        encoded = character.encode("gb2312")
    except UnicodeEncodeError:
        return _in_first_plane_of_big5(character)
    return encoded[0] in FIRST_LEVEL


def _in_first_plane_of_big5(character: str) -> bool:
    """Tell whether Big5 counts a traditional character among its 5,401 frequent ones."""
    try:
        return b"\xa4\x40" <= character.encode("big5") <= b"\xc6\x7e"
    except UnicodeEncodeError:
        return False


def _usual(text: str) -> float:
    """Lower the score where the letters that are common in any text are rare."""
    cyrillic = [letter for word in CYRILLIC.findall(text.lower()) for letter in word]
    hanzi = [letter for word in HAN.findall(text) for letter in word]
    return _share(cyrillic, COMMON_CYRILLIC, USUAL) * _share(hanzi, COMMON_HANZI, FREQUENT)


def _share(letters: list[str], common: frozenset[str], usual: float) -> float:
    if len(letters) < FEW:
        return 1.0
    return min(1.0, sum(letter in common for letter in letters) / len(letters) / usual)

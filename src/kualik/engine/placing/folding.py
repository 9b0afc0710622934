"""How a written place name is compared: small letters, no marks, one letter for those that scribes exchange."""

import re
import unicodedata

__all__ = ["fold", "is_han", "script_of", "words_of"]

WORD = re.compile(r"[^\W\d_]+(?:['’ʻ‘`][^\W\d_]+)*")
DROPPED = re.compile(r"['’ʻ‘`\u0640\u064b-\u065f\u0670\u200c\u200d]")
LATIN_FOLDED = str.maketrans({"ı": "i", "ɵ": "o", "ə": "a", "ƣ": "gh", "ß": "ss", "ø": "o", "ł": "l", "đ": "d"})
CYRILLIC_FOLDED = str.maketrans("әғқңөұүһіёѵҗѳ", "агкноуухиеижо")
ARABIC_FOLDED = str.maketrans("ىیېهةکھأإآ", "يييەەكەااا")
HAMZA = re.compile(r"^ئ(?=.)")
FIRST_OF_HAN, LAST_OF_HAN = "\u3400", "\u9fff"
RANGES = (("Cyrl", "\u0400", "\u052f"), ("Arab", "\u0600", "\u06ff"), ("Hani", FIRST_OF_HAN, LAST_OF_HAN))


def is_han(letter: str) -> bool:
    """Say whether a letter is a Chinese character.

    Args:
        letter: one code point.

    Returns:
        True for the characters of the first block and its extension A.
    """
    return FIRST_OF_HAN <= letter <= LAST_OF_HAN


def script_of(word: str) -> str:
    """Name the script of a word by its first letter.

    Args:
        word: at least one letter.

    Returns:
        "Cyrl", "Arab", "Hani", or "Latn" for every other.
    """
    return next((name for name, first, last in RANGES if first <= word[0] <= last), "Latn")


def words_of(text: str) -> list[tuple[str, int, int]]:
    """Cut a text into words; Chinese characters stay together.

    Args:
        text: as written.

    Returns:
        Each word with its start and end.
    """
    return [(match[0], match.start(), match.end()) for match in WORD.finditer(text)]


def fold(word: str) -> str:
    """Fold one word, or several written together.

    Args:
        word: as written; blanks and hyphens are dropped, so that "Kok-Togai" is "Koktogai".

    Returns:
        What all its spellings share.
    """
    plain = DROPPED.sub("", unicodedata.normalize("NFKC", word).casefold())
    return "".join(_folded(part) for part in re.split(r"[\s\-–.,()]+", plain) if part)


def _folded(part: str) -> str:
    script = script_of(part)
    if script == "Cyrl":
        return unicodedata.normalize("NFC", part).translate(CYRILLIC_FOLDED)
    if script == "Arab":
        return HAMZA.sub("", part.translate(ARABIC_FOLDED))
    if script == "Hani":
        return part
    bare = unicodedata.normalize("NFD", part.translate(LATIN_FOLDED))
    return "".join(letter for letter in bare if not unicodedata.combining(letter))

"""Uyghur words in Arabic letters, whatever script they are written in; for matching only, the text is kept."""

import re
import unicodedata
from functools import cache, lru_cache

from kualik.engine.extracting.uyghur.tables import rows

__all__ = ["fold", "trimmed"]

IGNORED = re.compile("[\u00ad\u0640\u064b-\u0652\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
ALIKE = str.maketrans({"ی": "ى", "ک": "ك", "ه": "ھ", "ہ": "ھ", "ۀ": "ە", "ة": "ە", "أ": "ا", "ٱ": "ا"})
VOWELS = frozenset("اەېىوۇۆۈ")
LONGEST = 60  # letters; what is longer is no word of Uyghur


@lru_cache(maxsize=1 << 16)
def fold(word: str) -> str:
    """Write a word in the Arabic letters of Uyghur, without marks that are not seen.

    Args:
        word: as it stands, in Arabic, Latin (ULY) or Cyrillic letters.

    Returns:
        The word in Arabic letters; a word in other letters in small letters; the beginning of what is too long.
    """
    bare = IGNORED.sub("", word[: 4 * LONGEST])
    if len(bare) > LONGEST:
        return bare[:LONGEST]
    bare = unicodedata.normalize("NFKC", bare)
    if any("\u0600" <= letter <= "\u06ff" for letter in bare):
        return bare.translate(ALIKE)
    bare = unicodedata.normalize("NFC", bare).casefold().replace("’", "'").replace("ʼ", "'").replace("`", "'")
    return "-".join(_mapped(part) for part in bare.split("-"))


@cache
def _letters() -> tuple[re.Pattern[str], dict[str, str]]:
    table = {row[0]: row[1] for row in rows("letters")}
    return re.compile("|".join(sorted(table, key=len, reverse=True))), table


def _mapped(word: str) -> str:
    """Map letter by letter; a vowel that begins a syllable is carried by a hamza."""
    pattern, table = _letters()
    out: list[str] = []
    for piece in re.split(f"({pattern.pattern})", word):
        mapped = table.get(piece, "" if piece == "'" else piece)
        if mapped and mapped[0] in VOWELS and (not out or out[-1] in VOWELS):
            out.append("ئ")
        out.extend(mapped)
    return "".join(out)


def trimmed(word: str, stem: str) -> str:
    """Cut a word as it is written down to its stem, whatever its letters.

    Args:
        word: the word as it stands.
        stem: its folded form without what joins it.
    """
    for last in range(min(len(word), LONGEST), 0, -1):
        if fold(word[:last]) == stem:
            return word[:last]
    return word

"""Which script a name is written in."""

from functools import lru_cache
from unicodedata import normalize

__all__ = ["COMMON", "script"]

COMMON = "Zyyy"
"""No letters of a script we know."""

RANGES = (
    ("Latn", 0x0041, 0x024F),
    ("Latn", 0x1E00, 0x1EFF),
    ("Cyrl", 0x0400, 0x052F),
    ("Arab", 0x0600, 0x06FF),
    ("Arab", 0x0750, 0x077F),
    ("Arab", 0xFB50, 0xFDFF),
    ("Arab", 0xFE70, 0xFEFC),
    ("Hani", 0x3400, 0x9FFF),
    ("Hani", 0xF900, 0xFAFF),
    ("Hani", 0x20000, 0x323AF),
)


@lru_cache(maxsize=65536)  # linking asks it again for every pair
def script(name: str) -> str:
    """Find the script that most letters of a name belong to.

    Args:
        name: any text.

    Returns:
        An ISO 15924 code: Latn, Cyrl, Arab or Hani; Zyyy where there is none of these. The first in
        this order where two have as many letters.
    """
    counts: dict[str, int] = {"Latn": 0, "Cyrl": 0, "Arab": 0, "Hani": 0}
    for letter in normalize("NFC", name):
        found = _script_of(letter)
        if found:
            counts[found] += 1
    best = max(counts, key=lambda code: counts[code])
    return best if counts[best] else COMMON


@lru_cache(maxsize=4096)
def _script_of(letter: str) -> str | None:
    if not letter.isalpha():
        return None
    code = ord(letter)
    return next((name for name, first, last in RANGES if first <= code <= last), None)

"""The parts of a name, each with its sounds and what is left when a patronymic or family ending is off."""

import re
from dataclasses import dataclass
from functools import lru_cache

from kualik.engine.names.folding import readings, words

__all__ = ["Part", "parts"]

FATHER = re.compile(r"(?:ovic|evic|ovna|evna|icna|uli|uulu|ulu|ugli|ogli|oglu|uglu|gizi|kizi|kisi|zada|zade)$")
FAMILY = re.compile(r"(?:ov|ev|ova|eva|of|ef)$")
LEAST_STEM = 3  # sounds; less is no name ("Ulov" is not the child of Ul)


@dataclass(frozen=True, slots=True)
class Part:
    """One part: as written (case folded), its readings, the stem of each, whether it names the father."""

    text: str
    readings: tuple[str, ...]
    stems: tuple[str, ...]
    of_father: bool = False


@lru_cache(maxsize=65536)
def parts(name: str) -> tuple[Part, ...]:
    """Split a name into its parts.

    Args:
        name: a personal name in any of our scripts, in any order.

    Returns:
        The parts in the order written. An ending that stands alone ("Aqytkhan qyzy", "Ақытхан ұлы") is
        taken into the part before it.
    """
    found: list[Part] = []
    for word in words(name):
        read = tuple(filter(None, readings(word)))
        if found and any(FATHER.fullmatch(one) for one in read):
            found[-1] = Part(found[-1].text, found[-1].readings, found[-1].stems, of_father=True)
        elif read:
            found.append(_part(word, read))
    return tuple(found)


def _part(word: str, read: tuple[str, ...]) -> Part:
    of_father = any(_stem(one, FATHER) != one for one in read)
    stems = tuple(dict.fromkeys(_stem(_stem(one, FATHER), FAMILY) for one in read))
    return Part(word, read, stems, of_father=of_father)


def _stem(sounds: str, ending: re.Pattern[str]) -> str:
    stem = ending.sub("", sounds)
    return stem if len(stem) >= LEAST_STEM else sounds

"""Chinese characters as syllables, and syllables as the coarse sounds that letters.py uses.

Only a table of readings: a character that is not in it is marked unknown, not guessed.
"""

import re
from functools import cache
from importlib.resources import files

__all__ = ["UNKNOWN", "sounds", "syllables", "written_in_pinyin"]

UNKNOWN = "?"
LONGEST_SYLLABLE = 6  # zhuang
LONGEST_WORD = 40  # letters; nothing longer is a transcribed name


@cache
def _readings() -> dict[str, str]:
    text = (files("kualik.engine.names") / "pinyin.txt").read_text(encoding="utf-8")
    lines = (line.split() for line in text.splitlines() if not line.startswith("#"))
    return {character: syllable for syllable, characters in lines for character in characters}


@cache
def _known() -> frozenset[str]:
    return frozenset(_readings().values())


def syllables(text: str) -> tuple[str, ...]:
    """Read each Chinese character as pinyin without tone; UNKNOWN for one not in the table."""
    return tuple(_readings().get(character, UNKNOWN) for character in text)


def written_in_pinyin(word: str) -> tuple[str, ...]:
    """Split a Latin word into pinyin syllables, longest first; empty where it is no pinyin."""
    if len(word) > LONGEST_WORD:
        return ()
    reached: dict[int, tuple[str, ...]] = {0: ()}
    for end in range(1, len(word) + 1):
        for start in range(max(0, end - LONGEST_SYLLABLE), end):
            if start in reached and word[start:end] in _known():
                reached[end] = (*reached[start], word[start:end])
                break
    return reached.get(len(word), ())


INITIALS = (
    ("zh", "j"),
    ("ch", "c"),
    ("sh", "x"),
    ("q", "c"),
    ("x", "x"),
    ("c", "ts"),
    ("w", "u"),
    ("y", "i"),
)


def sounds(read: tuple[str, ...]) -> str:
    """Turn syllables into coarse sounds: `er` inside a name stands for a lone r, `ng` for n."""
    text = "".join(_sound(syllable, inside=place > 0) for place, syllable in enumerate(read))
    return re.sub(r"(.)\1+", r"\1", text)


def _sound(syllable: str, *, inside: bool) -> str:
    if syllable == "er":
        return "r" if inside else "er"
    plain = syllable.replace("ng", "n").replace("v", "u")
    initial = next(((letters, sound) for letters, sound in INITIALS if plain.startswith(letters)), ("", ""))
    return initial[1] + plain[len(initial[0]) :]

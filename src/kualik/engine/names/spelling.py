"""Write plain sounds in one of the alphabets, or in Chinese characters."""

from functools import cache
from itertools import pairwise

from kualik.engine.names.orthography import rows

__all__ = ["TARGETS", "in_characters", "write"]

TARGETS = ("Latn", "kk-Cyrl", "kk-Latn", "kk-Arab", "ug-Arab", "ug-Latn", "ug-Cyrl", "ru")

BACK, FRONT = frozenset({"a", "o", "u", "ı"}), frozenset({"ä", "e", "é", "i", "ö", "ü"})
VOWELS = BACK | FRONT | {"i?", "uw"}
ALONE_FRONT = frozenset({"e", "é", "k", "g"})
"""Sounds that already say, in Kazakh Arabic, that the word is front: it then takes no ٴ."""

HAMZA, CARRIER = "ٴ", "ئ"
UNMARKED = {"ä": "a", "ö": "o", "ü": "u", "i": "ı"}
JOTATED = {
    "kk-Cyrl": {("y", "a"): "я", ("y", "uw"): "ю"},
    "ug-Cyrl": {("y", "a"): "я", ("y", "u"): "ю"},
    "ru": {("y", "a"): "я", ("y", "u"): "ю", ("y", "ü"): "ю"},
}
SON = (("u", "l", "ı"), ("u", "l", "i?"), ("u", "l", "i"))
"""The ending -ұлы: its u does not melt with the й before it."""
IN_CHARACTERS = {"e": "ä", "i?": "i", "uw": "u", "shch": "sh"}
END = "$"


def write(sounds: tuple[str, ...], target: str) -> str:
    """Write a word.

    Args:
        sounds: plain sounds, the first column of orthographies/targets.tsv.
        target: one of TARGETS.

    Returns:
        The word in that alphabet, with a capital where it has capitals.
    """
    if target.startswith("kk"):
        sounds = _kazakh(sounds)
    if target in {"kk-Arab", "kk-Latn"}:
        sounds = tuple(one for before, one in pairwise((END, *sounds)) if (before, one) != ("i?", "y"))
    if target == "kk-Arab":
        return _kazakh_arabic(sounds)
    if target == "ug-Arab":
        return _uyghur_arabic(sounds)
    if target == "ru":
        sounds = _russian(sounds)
    return _lettered(sounds, _letters(target), JOTATED.get(target, {})).capitalize()


@cache
def _letters(target: str) -> dict[str, str]:
    return {row["sound"]: row[target] for row in rows("targets.tsv")}


def _lettered(sounds: tuple[str, ...], letters: dict[str, str], joined: dict[tuple[str, str], str]) -> str:
    out: list[str] = []
    skip = False
    for place, (one, following) in enumerate(pairwise((*sounds, END))):
        if skip:
            skip = False
            continue
        skip = (one, following) in joined and sounds[place + 1 :] not in SON
        out.append(joined[one, following] if skip else letters[one])
    return "".join(out)


def _kazakh(sounds: tuple[str, ...]) -> tuple[str, ...]:
    """Let the vowels around them decide about к and қ, г and ғ, і and и."""
    front = not BACK & set(sounds) and {"e", "é"} & set(sounds)
    if front:
        sounds = tuple("i" if sound == "i?" else sound for sound in sounds)
    if {"q", "gh"} & set(sounds):
        return sounds
    return tuple(_beside(sounds, place) for place in range(len(sounds)))


def _beside(sounds: tuple[str, ...], place: int) -> str:
    near = (*sounds[max(0, place - 1) : place], *sounds[place + 1 : place + 2])
    vowel = next((one for one in near if one in VOWELS), "")
    return {"k": "q", "g": "gh"}.get(sounds[place], sounds[place]) if vowel in BACK else sounds[place]


def _kazakh_arabic(sounds: tuple[str, ...]) -> str:
    letters = _letters("kk-Arab")
    plain = tuple(UNMARKED.get(sound, sound) for sound in sounds)
    marked = plain != sounds and not ALONE_FRONT & set(sounds)
    return (HAMZA if marked else "") + "".join(letters[sound] for sound in plain)


def _uyghur_arabic(sounds: tuple[str, ...]) -> str:
    letters = _letters("ug-Arab")
    carried = (
        (CARRIER if one in VOWELS and (before == END or before in VOWELS) else "") + letters[one]
        for before, one in pairwise((END, *sounds))
    )
    return "".join(carried)


def _russian(sounds: tuple[str, ...]) -> tuple[str, ...]:
    return tuple("u" if one == "w" and following not in VOWELS else one for one, following in pairwise((*sounds, END)))


def in_characters(sounds: tuple[str, ...]) -> str:
    """Write a word in Chinese characters, as transcriptions of names do.

    Args:
        sounds: plain sounds.

    Returns:
        The most probable characters; a sound that no row has is left out.
    """
    own = [*(IN_CHARACTERS.get(sound, sound) for sound in sounds), END]
    out, place = [], 0
    while place < len(own):
        size, found = _longest(own, place)
        out.append(found)
        place += size
    return "".join(out)


def _longest(own: list[str], place: int) -> tuple[int, str]:
    for size in range(min(7, len(own) - place), 0, -1):
        key = tuple(own[place : place + size])
        following = own[place + size] if place + size < len(own) else END
        if key in _characters() and not (key[-1] == "n" and size > 1 and following in VOWELS):
            return size, _characters()[key]
    return 1, ""


@cache
def _characters() -> dict[tuple[str, ...], str]:
    return {tuple(row["sounds"].split()): row["characters"] for row in rows("han.tsv")}

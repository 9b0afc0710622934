"""Guess the plain sounds of a word: what its letters most probably stand for where they do not tell.

Only for writing a name in another script. Comparing never guesses: there every reading that a letter can have counts.
"""

from collections.abc import Iterator
from functools import cache

from kualik.engine.names.orthography import SCRIPTS, characters, phones, rows, syllables
from kualik.engine.names.sounding import spell
from kualik.engine.names.wording import Word

__all__ = ["plain_sounds"]

UYGHUR = frozenset("ئېۈغخھ")
KAZAKH = frozenset("ٴءىەۇۋگچپڭ")
TURKISH = frozenset("şğıŞĞİçÇ")
LIGHT = "/"
"""In the name of a nucleus (e/k): a vowel that often is not there in the name that is transcribed."""


def plain_sounds(word: Word, text: str) -> tuple[str, ...]:
    """Guess the plain sounds of a word.

    Args:
        word: one of `cut_words`.
        text: the whole name, from which the language is seen.

    Returns:
        Names of sounds, as in the first column of orthographies/targets.tsv.
    """
    if word.script == 4:
        return tuple(_chinese(word.letters))
    script = SCRIPTS[word.script - 1]
    names = [_names()[symbol] for symbol in spell(word.letters, script)[0]]
    own = _of_language(script, text)
    names = ["v" if name == "ö" and own.get(name) == "v" else name for name in names]
    table = _table(script) | own
    found = (_sound(names, place, script, table) for place in range(len(names)))
    return tuple(sound for one in found for sound in one.split())


@cache
def _names() -> dict[int, str]:
    return {phone.symbol: phone.name for phone in phones()}


@cache
def _vowels() -> frozenset[str]:
    return frozenset(phone.name for phone in phones() if phone.kind == "V")


@cache
def _table(script: str) -> dict[str, str]:
    return {row["phone"]: row["sound"] for row in rows("sounds.tsv") if row["script"] == script}


def _of_language(script: str, text: str) -> dict[str, str]:
    """Find what the letters of a language say differently."""
    if script == "Latn":
        return {"c?": "dzh"} if TURKISH & set(text) else {}
    if script != "Arab" or UYGHUR & set(text):
        return {}
    return {"e": "é", "ı": "ı", "ö": "v", "ʿ": "gh"} if KAZAKH & set(text) else {}


def _sound(names: list[str], place: int, script: str, table: dict[str, str]) -> str:
    name = names[place]
    before = place > 0 and names[place - 1] in _vowels()
    after = place + 1 < len(names) and names[place + 1] in _vowels()
    if script == "Latn" and name == "c?" and table[name] == "k":
        return "s" if names[place + 1 : place + 2] in (["e"], ["é"], ["i"]) else "k"
    if name in {"y?", "i?"} and script != "Cyrl" and not before and not after:
        return "ı" if script == "Latn" and name == "y?" else "i?"
    if (script, name) == ("Cyrl", "u?") and (before or after):
        return "w" if before else "uw"
    if (script, name) in {("Arab", "o?"), ("Arab", "a?")} and (before or after):
        return "w" if name == "o?" else "h"
    return table.get(name, "i?" if (script, name) == ("Latn", "i") else name)


def _chinese(letters: str) -> Iterator[str]:
    read = [[_names()[symbol] for symbol in syllables().get(characters().get(one, ""), b"")] for one in letters]
    silent = _silent(read, letters)
    for place, names in enumerate(read):
        if place in silent:
            ends = place + 1 == len(read)
            yield "p" if ends and names[0] == "f-" else _table("Hani")[names[0]]
        else:
            yield from _syllable(names)


def _silent(read: list[list[str]], letters: str) -> set[int]:
    """Find the syllables that stand for a consonant only: 合 and 卜, then the last, then others from the left."""
    silent: set[int] = set()
    lasting = len(read) - 1
    inner = [
        place for place in range(1, lasting) if read[place][-1:] not in (["i/l"], ["i/t"], ["i/d"], ["i/b"], ["i/n"])
    ]
    always = [place for place in inner if letters[place] in "合卜"]
    for place in (*always, *([lasting] if len(read) > 2 else []), *inner):
        if _may_be_silent(read, place) and not {place - 1, place, place + 1} & silent:
            silent.add(place)
    return silent


def _may_be_silent(read: list[list[str]], place: int) -> bool:
    names, before, following = read[place], read[place - 1], read[place + 1] if place + 1 < len(read) else []
    light = len(names) == 2 and LIGHT in names[1]
    closed = not following or following[0].removesuffix("-") != following[0]
    return light and closed and bool(before) and before[-1] in _vowels()


def _syllable(names: list[str]) -> Iterator[str]:
    if names == ["j-", "-i-", "-a", "-ng"]:
        names = ["j-", "-a", "-n"]  # 江 is jan
    for place, name in enumerate(names):
        if place and _is_glide(name, names[0], names[place + 1 : place + 2]):
            continue
        if name == "-ü":
            yield from ("u",) if names[place + 1 :] == ["-n"] else ("ü",) if place else ("y", "ü")
        elif LIGHT in name:
            yield {"e": "é", "i": "i?", "u": "u"}[name[0]]
        else:
            yield from _table("Hani")[name].split()


def _is_glide(name: str, initial: str, following: list[str]) -> bool:
    """Say whether a medial is only how Chinese writes the initial or the vowel: x-i-a, t-u-o, b-i-ê."""
    if name == "-u-":
        return following == ["-o"]
    return name in {"-i-", "-ü-"} and (initial in {"j-", "q-", "x-"} or following == ["-ê"])

"""Write a name in another script: a probable spelling for search forms and pages, never an official one."""

from dataclasses import replace
from functools import cache

from kualik.engine.facts import EngineError
from kualik.engine.names import spelling
from kualik.engine.names.orthography import characters, rows
from kualik.engine.names.plain import plain_sounds
from kualik.engine.names.preparing import MOST_TEXT
from kualik.engine.names.wording import Word, cut_words

__all__ = ["TARGETS", "Derived", "UnknownTarget", "transliterate"]

CHINESE, PINYIN = "zh-Hans", "zh-Latn-pinyin"
TARGETS = (*spelling.TARGETS, CHINESE, PINYIN)
NAME_PROPER = (2, 3)
"""Characters of a Chinese name that is no transcription."""


class Derived(str):
    """A spelling that was worked out, not found: show it as such, and never store it as what a source said."""

    __slots__ = ()


class UnknownTarget(EngineError):
    """There is no way into that script."""

    def __init__(self, *, target: str) -> None:
        super().__init__(f"cannot transliterate into {target!r}; use one of {', '.join(TARGETS)}")
        self.target = target


def transliterate(name: str, target: str = "Latn") -> Derived:
    """Write a name in another script, as it would probably be spelled.

    Args:
        name: a name in Latin, Cyrillic, Arabic or Chinese script; of 4,096 code points at most, the rest is left out.
        target: "Latn" (plain letters), "kk-Cyrl", "kk-Latn" (alphabet of 2021), "kk-Arab", "ug-Arab", "ug-Latn",
            "ug-Cyrl", "ru", "zh-Hans" or "zh-Latn-pinyin".

    Returns:
        The words of the name in their order; empty where nothing in it has a sound.

    Raises:
        UnknownTarget: the target is none of these.

    Assumes:
        A Kazakh or Uyghur name, or a Chinese one of two or three characters. What the letters do not tell (the vowels
        of Arabic, Latin c, i and y) is guessed.

    Source:
        The tables in orthographies/: sounds.tsv, targets.tsv, han.tsv.
    """
    if target not in TARGETS:
        raise UnknownTarget(target=target)
    text = name[:MOST_TEXT]
    words = [word for word in cut_words(text) if word.kind != "title"]
    between = "·" if target == CHINESE else " "
    alone = len(words) == 1
    return Derived(between.join(filter(None, (_word(word, text, target, alone=alone) for word in words))))


def _word(word: Word, text: str, target: str, *, alone: bool) -> str:
    if target == PINYIN or (alone and target != CHINESE and _is_chinese_name(word)):
        words = [word] if word.script != 4 or not alone or not _is_chinese_name(word) else _surname_apart(word)
        return " ".join(_alphabetic(one, text, target) for one in words)
    if target == CHINESE:
        return word.letters if word.script == 4 else spelling.in_characters(plain_sounds(word, text))
    return spelling.write(plain_sounds(word, text), target)


def _alphabetic(word: Word, text: str, target: str) -> str:
    if target not in {PINYIN, "Latn"}:
        return spelling.write(plain_sounds(word, text), target)
    letters = word.letters if word.script == 4 else spelling.in_characters(plain_sounds(word, text))
    return "".join(characters().get(letter, "").replace("u\u0308", "ü") for letter in letters).capitalize()


def _surname_apart(word: Word) -> list[Word]:
    return [replace(word, letters=word.letters[:1]), replace(word, letters=word.letters[1:])]


def _is_chinese_name(word: Word) -> bool:
    return word.script == 4 and len(word.letters) in NAME_PROPER and word.letters[0] in _surnames()


@cache
def _surnames() -> frozenset[str]:
    return frozenset(character for row in rows("surnames.tsv") for character in row["surnames"])

"""The stems of Kazakh and Uyghur words: suffixes taken off layer by layer, from the last to the first.

A word is given as it sounds (see letters.sounds), so that one table serves three alphabets.
Source: the order of suffixes (root, plural, possessive, case, copula) as in any grammar of either language; the
tables are our own.
"""

import re
from collections.abc import Sequence
from typing import Final

__all__ = ["kazakh", "uyghur"]

_VOWEL = "aeiou"
_A = "[ae]"
_AFTER: Final = {
    "D": "(?:(?<=[ktpsxchf])t|(?<![ktpsxchf])d)",  # t after a voiceless sound, d after any other
    "G": "(?:(?<=[ktpsxchf])k|(?<![ktpsxchf])g)",
    "N": "(?:(?<=[ktpsxchf])t|(?<=[lmnzjryu])d|(?<=[aeiouymn])n)",
    "L": "(?:(?<=[ktpsxchf])t|(?<=[lmnzj])d|(?<=[aeiouyru])l)",
    "A": _A,
}
"""Sounds that follow the one before, in capitals: where they do not, the letters belong to the root."""
SHORT: Final = frozenset({"ul", "er", "is", "at", "uy", "ak", "ok", "il", "oy", "ay"})
"""Roots of two letters that may be left when a suffix goes."""


def _layers(*layers: str) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(f"(?:{_spelt(layer)})$") for layer in layers)


def _spelt(layer: str) -> str:
    longest_first = sorted(layer.split(), key=len, reverse=True)
    return "|".join("".join(_AFTER.get(letter, letter) for letter in suffix) for suffix in longest_first)


KAZAKH = _layers(
    "(?<!i)min sin siz sizdAr Di Dim Din Diniz edi Adi ydi Dir sA sAm sAn sAk mAy",
    "GAn Atin ytin ip GAli mAGAn mAs",
    "Nin Ni GA DA Dan nAn DAn mAn bAn pAn inA sinA inin sinin in sin indA sindA inAn sinAn inDAn sindAn",
    "DAgi indAgi sindAgi",
    "im in si i imiz miz iniz niz lAri",
    "LAr",
)
"""Who and how surely; what was and will be; case; what is there; whose; many."""

UYGHUR = _layers(
    "Di Dim Din Duk DilA DilAr idu ydu Dur miz siz mAn sAn mu",
    "GAn idiGAn ydiGAn ip up mAk GAnliG Gili Atti",
    "nin ni GA DA Din GicA DAk Diki niki",
    "im um in un i si imiz miz inlAr iniz lik ix ux",
    "lAr lir",
)


def kazakh(word: str) -> str:
    """Take the suffixes off a Kazakh word: балаларының and балаға both leave bala."""
    root = _stripped(word, KAZAKH)
    return _even(root[:-1] if root.endswith("st") else root).replace("e", "a")


def uyghur(word: str) -> str:
    """Take the suffixes off a Uyghur word, where a and e turn to i before them: mektipi leaves maktap."""
    root = _lowered(_stripped(word.replace("e", "a"), UYGHUR))
    return _even(root[:-1] if root.endswith("a") and _stands(root[:-1]) else root)


VERBAL = 2
"""The first layers are those of verbs; what they would take off a second time belongs to the root."""


def _stripped(word: str, layers: Sequence[re.Pattern[str]]) -> str:
    for again in range(4):
        before = word
        for layer in layers[VERBAL:] if again else layers:
            found = layer.search(word)
            if found and _stands(word[: found.start()]):
                word = word[: found.start()]
        if word == before:
            break
    return word


def _stands(root: str) -> bool:
    """Say whether what is left can be a word."""
    return root in SHORT or (len(root) > 2 and any(letter in _VOWEL for letter in root))


def _lowered(root: str) -> str:
    """Give the last vowel of a root of several syllables its own sound back: i before a suffix was a or e."""
    vowels = [place for place, letter in enumerate(root) if letter in _VOWEL]
    if len(vowels) > 1 and root[vowels[-1]] == "i":
        return f"{root[: vowels[-1]]}a{root[vowels[-1] + 1 :]}"
    return root


def _even(root: str) -> str:
    """Let the last consonant be voiceless, as it is where nothing follows: кітап, кітабы."""
    voiceless = {"b": "p", "g": "k"}.get(root[-1:])
    return root[:-1] + voiceless if voiceless else root

"""A name in any script as coarse Latin sounds, so that spellings of one name come near each other."""

import re
from functools import lru_cache
from unicodedata import category, normalize

from kualik.engine.facts import EngineError
from kualik.engine.names import pinyin
from kualik.engine.names.letters import ARABIC, CYRILLIC, LATIN_GROUPS, LATIN_SINGLE
from kualik.engine.names.scripts import script

__all__ = ["UnknownTarget", "readings", "transliterate", "words"]

SEPARATORS = re.compile(r"[\s\-‐‑–—·•・‧∙⋅.,،;/()\[\]«»\"“”]+")
SILENT = re.compile(r"['’‘ʼʻ`´]")
DOUBLED = re.compile(r"(.)\1+")


class UnknownTarget(EngineError):
    """There is no way into that script."""

    def __init__(self, *, target: str) -> None:
        super().__init__(f"cannot transliterate into {target!r}; only into 'Latn'")
        self.target = target


def words(name: str) -> tuple[str, ...]:
    """Split a name at spaces, hyphens and dots.

    Args:
        name: any text.

    Returns:
        Its words, with compatibility forms and letter case folded; what has no letter falls away.
    """
    text = SILENT.sub("", normalize("NFKC", name).casefold())
    return tuple(word for word in SEPARATORS.split(text) if any(letter.isalpha() for letter in word))


def transliterate(name: str, target: str = "Latn") -> str:
    """Write a name in coarse Latin sounds, one word per part.

    Args:
        name: a name in Latin, Cyrillic, Arabic or Chinese script.
        target: an ISO 15924 code; only "Latn".

    Returns:
        Lower-case ASCII letters and spaces; "?" for a Chinese character that the table lacks. Not an
        official romanisation: c is ch, j is zh, x is sh, q and gh and kh are k, g and h.

    Raises:
        UnknownTarget: the target is not "Latn".
    """
    if target != "Latn":
        raise UnknownTarget(target=target)
    return " ".join(filter(None, (readings(word)[0] for word in words(name))))


@lru_cache(maxsize=65536)
def readings(word: str) -> tuple[str, ...]:
    """Find how one word may be read, the likeliest first; never empty.

    A Latin word has a second reading where it can be pinyin (q is ch) or has an x (kh in Uyghur Latin,
    ks elsewhere).
    """
    writing = script(word)
    if writing == "Hani":
        return (pinyin.sounds(pinyin.syllables(word)),)
    if writing == "Cyrl":
        return (_finish("".join(CYRILLIC.get(letter, "") for letter in _bare(word, CYRILLIC))),)
    if writing == "Arab":
        return (_finish("".join(ARABIC.get(letter, "") for letter in word)),)
    return _latin(word)


def _latin(word: str) -> tuple[str, ...]:
    plain = _bare(word, LATIN_SINGLE)
    found = [_latin_sounds(word)]
    if "x" in plain:
        found.append(_latin_sounds(word.replace("x", "ks")))
    if re.search(r"[qxczr]", plain):
        split = pinyin.written_in_pinyin(plain)
        if split:
            found.append(pinyin.sounds(split))
    return tuple(dict.fromkeys(found))


def _latin_sounds(word: str) -> str:
    for pattern, sound in LATIN_GROUPS:
        word = pattern.sub(sound, word)
    spelled = (letter if letter.isupper() else LATIN_SINGLE.get(letter, "") for letter in _bare(word, LATIN_SINGLE))
    return _finish("".join(spelled).lower())


def _bare(word: str, table: dict[str, str]) -> str:
    """Take marks off letters that the table does not know with them (é, but not й or ң)."""
    return "".join(letter if letter in table or letter.isupper() else _unmarked(letter) for letter in word)


def _unmarked(letter: str) -> str:
    return "".join(one for one in normalize("NFD", letter) if category(one) != "Mn")


def _finish(sounds: str) -> str:
    return DOUBLED.sub(r"\1", sounds.replace("dj", "j"))

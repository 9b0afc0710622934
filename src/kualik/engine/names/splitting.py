"""The parts of a name for those who read it: what each is, whose gender it tells, what it is without its ending."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from unicodedata import normalize

from kualik.engine.names.orthography import SCRIPTS, characters, decomposed, syllables
from kualik.engine.names.plain import plain_sounds
from kualik.engine.names.preparing import CLERIC, INITIAL, MOST_TEXT, TITLE, NamePart, prepare
from kualik.engine.names.sounding import FAMILY, FATHER, FEMALE, MALE, spell
from kualik.engine.names.wording import Word, cut_words

__all__ = ["Part", "parts", "words"]

ROLES = ((TITLE, "title"), (INITIAL, "initial"), (FATHER, "father"), (FAMILY, "family"), (CLERIC, "cleric"))
GENDERS = {FEMALE: "f", MALE: "m"}

COARSE = {
    **dict(zip("äéıöüwyqx", "aeiouuikh", strict=True)),
    "i?": "i",
    "uw": "u",
    "gh": "g",
    "ng": "n",
    "sh": "x",
    "ch": "c",
    "zh": "j",
    "dzh": "j",
    "shch": "x",
}
"""Plain sounds that are no coarse one yet: the same letter then stands for them in every script."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One part of a name.

    *text*: as written, case folded. *role*: father, family, cleric, initial, title, or "" where the part does not tell
    (a given name, a father's without an ending). *gender*: f, m or "" as its ending tells. *stem*: the text without
    a father's or family ending. *stems*: the stem in coarse sounds, the same letters for every script.
    """

    text: str
    role: str
    gender: str
    stem: str
    stems: tuple[str, ...]


@lru_cache(maxsize=65536)
def parts(name: str) -> tuple[Part, ...]:
    """Split a name into its parts.

    Args:
        name: a personal name in any of our scripts, in any order.

    Returns:
        The parts in the order written, at most eight. An ending that stands alone ("Aqytkhan qyzy", "Ақытхан ұлы") is
        taken into the part before it.
    """
    return tuple(_part(name[:MOST_TEXT], part) for part in prepare(name).parts)


def words(name: str) -> tuple[str, ...]:
    """Split a name at spaces, hyphens, dots and changes of script.

    Args:
        name: any text; of 4,096 code points at most, the rest is left out.

    Returns:
        Its words as written, with compatibility forms and letter case folded; what has no letter falls away.
    """
    return tuple(_shown(name, word.first, word.last) for word in cut_words(name[:MOST_TEXT]))


def _shown(name: str, first: int, last: int) -> str:
    text = normalize("NFKC", name[first:last]).casefold()
    return "".join(one for one in text if one.isprintable()).strip(" .,'’-")


def _part(name: str, part: NamePart) -> Part:
    text, stem = _shown(name, part.first, part.last), _stem(name, part)
    role = next((role for flag, role in ROLES if part.flags & flag), "")
    gender = "".join(letter for flag, letter in GENDERS.items() if part.flags & flag)
    return Part(text=text, role=role, gender=gender, stem=stem, stems=(_coarse(stem, name, part.script),))


def _stem(name: str, part: NamePart) -> str:
    """Find the letters that the symbols of the stem were read from: the shortest beginning that gives them."""
    text, symbols = _shown(name, part.first, part.last), part.symbols[0][: part.stem[0]]
    if part.stem[0] == part.length[0]:
        return text
    return next((text[:end] for end in range(1, len(text)) if _symbols(text[:end], part.script) == symbols), text)


def _symbols(text: str, script: int) -> bytes:
    letters = decomposed(text)
    if script == 4:
        return b"".join(syllables().get(characters().get(letter, ""), b"") for letter in letters)
    return spell(letters, SCRIPTS[script - 1])[0]


def _coarse(text: str, name: str, script: int) -> str:
    letters = "".join(word.letters for word in cut_words(text))
    return "".join(_sounds(Word(letters=letters, script=script, first=0, last=0), name))


def _sounds(word: Word, name: str) -> Iterator[str]:
    last = ""
    for sound in plain_sounds(word, name):
        coarse = COARSE.get(sound, sound)
        if coarse != last:
            yield coarse
        last = coarse

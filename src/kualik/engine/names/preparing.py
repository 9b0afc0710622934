"""Prepare a name: its parts as symbols, with endings, flags and places. The law that core/prepare.c follows.

1. At most MOST_TEXT code points of the text are looked at; where there are more, `cut` is 1.
2. Each is folded (`folds.folded`); each folded code point keeps the place of the one it came from. Marks after
   the fourth in a row fall away; the marks of one letter are put in the order of their classes.
3. `letters` counts the folded letters of our scripts (65,535 at most), `script` is the one with most (of several, the
   lowest number).
4. Words. A word is a run of letters, marks, apostrophes and digits. SPACE, HYPHEN, DOT, COMMA end it; so does a letter
   of another group than the first letter in it: Latin with Cyrillic and Greek is one group, Arabic one, Chinese one.
   A word without a letter of our scripts is dropped. Its place is from the code point its first unit came from to the
   one that the unit after it came from (to the end of the text looked at, if nothing follows).
5. At each start of a word the longest entry of titles.tsv that the folded text begins with there and after which no
   letter, mark or digit follows is a word of its own, of that kind (an entry that ends in a hyphen needs it).
   At the end of a Chinese word, and leaving something of it, a Chinese title is cut off as a word of its own.
6. Inside a Latin or Cyrillic word, the script with more letters wins (Latin, if as many, unless the text has more
   Cyrillic); every letter of the other one, and Greek, is replaced by looks.tsv: by the unfolded code point, else by
   the folded one; it is dropped where neither is there. A digit is replaced if letters (no marks) stand directly on
   both its sides, or if it begins the word and a letter follows; else, and where looks.tsv lacks it, it is dropped.
7. Chinese words of one character each with nothing but SPACE between them become one word. An article is put before the
   letters of the next word, if that is of the same script; its place then begins with the article's. Else it is a word
   like others.
8. The words are read (`sounding`); what has no sound is dropped. A Chinese word of more than 32 symbols becomes several
   parts, of as many whole characters as fit.
9. In the order of the text, words become parts:
   `bin` between two words is dropped and makes the next one FATHER; a word that as a whole is an ending that may stand
   alone is appended to the part before it, if that is of the same script and neither TITLE nor INITIAL: symbols are
   appended (of reading 1 where both have one, else reading 1 is dropped; what is over 32 is left out), `stem` stays as
   it was, `bare` becomes the length, flags are added, `last` is the ending's;
   any other word is a new part, its flags those of the endings of reading 0 and of its kind. It is an INITIAL if it
   is alphabetic, no entry of titles.tsv, no article was put before it, and it has one letter, or two and a DOT directly
   after it and words after it, and the two are one symbol or the first is a Latin y.
   After eight parts the rest is left out and `cut` is 1.
10. `pinyin` is 1 where there is a Latin part and every Latin part has a second reading.
"""

from dataclasses import dataclass, replace
from functools import lru_cache
from struct import Struct

from kualik.engine.names.orthography import characters, syllables
from kualik.engine.names.sounding import FATHER, MOST_SYMBOLS, Ending, Sounds, endings, sound
from kualik.engine.names.wording import MOST_TEXT, Word, cut_words, letters_of

__all__ = ["CLERIC", "INITIAL", "LAYOUT", "MOST_PARTS", "MOST_TEXT", "TITLE", "Name", "NamePart", "prepare", "to_bytes"]

MOST_PARTS = 8
CLERIC, INITIAL, TITLE = 4, 8, 64
FLAGS = {"title": TITLE, "cleric": CLERIC}

PART = Struct("<2B2B2BBBHH32s32s")
HEAD = Struct("<BBBBHH")
LAYOUT = [
    ("count", "u1"),
    ("script", "u1"),
    ("pinyin", "u1"),
    ("cut", "u1"),
    ("letters", "<u2"),
    ("spare", "<u2"),
    (
        "parts",
        [
            ("length", "u1", 2),
            ("stem", "u1", 2),
            ("bare", "u1", 2),
            ("script", "u1"),
            ("flags", "u1"),
            ("first", "<u2"),
            ("last", "<u2"),
            ("symbols", "u1", (2, MOST_SYMBOLS)),
        ],
        MOST_PARTS,
    ),
]
"""What `numpy.dtype` needs to read `to_bytes`; the same as `Name` in core/core.h."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NamePart:
    """One part of a name in two readings: symbols, lengths without endings, flags, place in the text.

    `stem` is the length without a father's or family ending, `bare` without a grammatical one. `first` and `last`
    (half open) count code points of the text given.
    """

    symbols: tuple[bytes, bytes]
    stem: tuple[int, int]
    bare: tuple[int, int]
    script: int
    flags: int
    first: int
    last: int

    @property
    def length(self) -> tuple[int, int]:
        """Count the symbols of each reading; 0 where there is no second one."""
        return len(self.symbols[0]), len(self.symbols[1])


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """A prepared name. `count` of the C struct is the number of parts."""

    script: int
    pinyin: bool
    cut: bool
    letters: int
    parts: tuple[NamePart, ...]


@lru_cache(maxsize=65536)
def prepare(name: str) -> Name:
    """Prepare a name for comparing.

    Args:
        name: any text at all.

    Returns:
        Its parts in symbols; without parts where nothing in the text is a name.

    Assumes:
        One person's name, in any order of its parts, in Latin, Cyrillic, Arabic or Chinese script.

    Source:
        The tables in orthographies/, each with its own; the steps are in the module.
    """
    codes = name[:MOST_TEXT]
    found, cut = _parts([piece for word in cut_words(codes) for piece in _pieces(word)])
    latin = [part for part in found if part.script == 1]
    script, letters = letters_of(codes)
    return Name(
        script=script,
        pinyin=bool(latin) and all(part.symbols[1] for part in latin),
        cut=cut or len(name) > MOST_TEXT,
        letters=letters,
        parts=tuple(found),
    )


def to_bytes(name: Name) -> bytes:
    """Lay a prepared name out as the C struct does: 616 bytes, see LAYOUT."""
    head = HEAD.pack(len(name.parts), name.script, name.pinyin, name.cut, name.letters, 0)
    parts = b"".join(
        PART.pack(*part.length, *part.stem, *part.bare, part.script, part.flags, part.first, part.last, *part.symbols)
        for part in name.parts
    )
    return head + parts.ljust(MOST_PARTS * PART.size, b"\0")


def _pieces(word: Word) -> list[Word]:
    """Cut a Chinese word into pieces of at most 32 symbols."""
    pieces: list[Word] = []
    begin = size = 0
    for place, character in enumerate(word.letters if word.script == 4 else ""):
        more = len(syllables().get(characters().get(character, ""), b""))
        if size + more > MOST_SYMBOLS:
            pieces.append(_piece(word, begin, place))
            begin, size = place, 0
        size += more
    return [*pieces, _piece(word, begin, len(word.letters))] if pieces else [word]


def _piece(word: Word, begin: int, end: int) -> Word:
    last = word.places[end] if end < len(word.places) else word.last
    return replace(word, letters=word.letters[begin:end], first=word.places[begin], last=last)


def _parts(words: list[Word]) -> tuple[list[NamePart], bool]:
    found: list[NamePart] = []
    cut = father = False
    for place, word in enumerate(words):
        if word.kind == "child" and found and place + 1 < len(words):
            father = True
            continue
        read = sound(word.letters, word.script)
        ending = _standing(word, read)
        if ending and found and _takes(found[-1], word):
            found[-1] = _with_ending(found[-1], word, read, ending)
        elif read and len(found) == MOST_PARTS:
            return found, True
        elif read:
            more = (FATHER if father else 0) | (INITIAL if _is_initial(word, read, words[place + 1 :]) else 0)
            found.append(_part(word, read, more))
            cut, father = cut or read[0].cut, False
    return found, cut


def _standing(word: Word, read: tuple[Sounds, ...]) -> Ending | None:
    own = endings()[word.script, "father"].get(read[0].symbols) if read else None
    return own if own and own.alone else None


def _takes(part: NamePart, word: Word) -> bool:
    return part.script == word.script and not part.flags & (TITLE | INITIAL)


def _with_ending(part: NamePart, word: Word, read: tuple[Sounds, ...], ending: Ending) -> NamePart:
    second = read[1].symbols if len(read) > 1 and part.symbols[1] else b""
    first = (part.symbols[0] + read[0].symbols)[:MOST_SYMBOLS]
    both = (part.symbols[1] + second)[:MOST_SYMBOLS] if second else b""
    return replace(
        part,
        symbols=(first, both),
        stem=(part.stem[0], part.stem[1] if both else 0),
        bare=(len(first), len(both)),
        flags=part.flags | ending.flags,
        last=word.last,
    )


def _is_initial(word: Word, read: tuple[Sounds, ...], rest: list[Word]) -> bool:
    if word.count == 2 and word.dotted and rest and not word.kind:
        return len(read[0].symbols) == 1 or word.letters.startswith("y")
    return word.count == 1 and not word.kind


def _part(word: Word, read: tuple[Sounds, ...], flags: int) -> NamePart:
    second = read[1] if len(read) > 1 else Sounds(symbols=b"", stem=0, bare=0)
    return NamePart(
        symbols=(read[0].symbols, second.symbols),
        stem=(read[0].stem, second.stem),
        bare=(read[0].bare, second.bare),
        script=word.script,
        flags=flags | read[0].flags | FLAGS.get(word.kind, 0),
        first=word.first,
        last=word.last,
    )

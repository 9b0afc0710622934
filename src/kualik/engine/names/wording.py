"""Cut a text into words, each of one script: steps 1 to 7 of the law in preparing.py."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from kualik.engine.names.code_points import COMMA, DOT, GREEK, HYPHEN, SPACE, is_mark, mark_class, script_of
from kualik.engine.names.folds import folded
from kualik.engine.names.orthography import SCRIPTS, looks, titles

__all__ = ["MOST_TEXT", "Word", "cut_words", "letters_of"]

MOST_TEXT = 4096
MOST_MARKS = 4
MOST_LETTERS = 65535  # one sign may stand for eighteen letters
PARTING = frozenset({SPACE, HYPHEN, DOT, COMMA})
GROUPS = (0, 1, 1, 2, 3)
"""By number of the script: Latin and Cyrillic mix inside a word, the others do not."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A folded code point, the place in the text that it came from, and what stands there."""

    code: int
    place: int
    met: str = " "


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """A word: letters of one script, kind if titles.tsv knows it, place in the text.

    *count*: letters of an alphabetic word. *dotted*: a full stop comes directly after it. *places* are those
    of the letters, of a Chinese word only. *spaced*: only spaces part it from the word before.
    *singles*: Chinese, of one character, or joined of such.
    """

    letters: str
    script: int
    first: int
    last: int
    kind: str = ""
    count: int = 0
    dotted: bool = False
    spaced: bool = False
    singles: bool = False
    places: tuple[int, ...] = ()


def letters_of(text: str) -> tuple[int, int]:
    """Tell the script of most letters of a text (0: none) and how many letters of our scripts it has."""
    counts = [0] * (len(SCRIPTS) + 1)
    for character in text:
        for code in folded(ord(character)):
            counts[_letter(code)] += 1
    total = sum(counts[1:])
    return (counts.index(max(counts[1:]), 1) if total else 0), min(total, MOST_LETTERS)


def cut_words(text: str) -> list[Word]:
    """Cut a text into words.

    Args:
        text: at most MOST_TEXT code points.

    Returns:
        The words in the order of the text, titles among them.
    """
    units = [*_units(text), Unit(SPACE, len(text))]
    tie = 2 if letters_of(text)[0] == 2 else 1
    found: list[Word] = []
    place = 0
    for first, span_end in _spans(units):
        if first < place:
            continue  # inside a title of several words
        title_end, kind = _title(units, first)
        after = title_end or span_end
        spaced = all(unit.code == SPACE for unit in units[place:first])
        found += (replace(word, spaced=spaced) for word in _words(units[first : after + 1], kind, tie))
        place = after
    return _joined(found)


def _letter(code: int) -> int:
    return 0 if is_mark(code) else script_of(code)


def _units(text: str) -> Iterator[Unit]:
    marks: list[Unit] = []
    for place, character in enumerate(text):
        for code in folded(ord(character)):
            if is_mark(code):
                marks.append(Unit(code, place, character))
                continue
            yield from _in_order(marks)
            marks = []
            yield Unit(code, place, character)
    yield from _in_order(marks)


def _in_order(marks: list[Unit]) -> list[Unit]:
    return sorted(marks[:MOST_MARKS], key=lambda unit: mark_class(unit.code))


def _spans(units: list[Unit]) -> Iterator[tuple[int, int]]:
    """Find where words begin and end, as places among the units, the last of which is a SPACE."""
    first, group = -1, 0
    for place, unit in enumerate(units):
        inside, own = unit.code not in PARTING, _group(unit.code)
        if first >= 0 and (not inside or (own and group and own != group)):
            yield first, place
            first, group = -1, 0
        if inside:
            first, group = (place if first < 0 else first), group or own


def _group(code: int) -> int:
    return 1 if _is_greek(code) else GROUPS[_letter(code)]


def _is_greek(code: int) -> bool:
    return GREEK[0] <= code <= GREEK[1]


def _title(units: list[Unit], first: int) -> tuple[int, str]:
    """Find the longest entry of titles.tsv at a place: where it ends among the units, and its kind."""
    ahead = "".join(chr(unit.code) for unit in units[first : first + _longest_title() + 1])
    for length in range(min(len(ahead) - 1, _longest_title()), 0, -1):
        kind = titles().get(ahead[:length], "")
        if kind and (ord(ahead[length]) in PARTING or ahead[length - 1] == "-"):
            return first + length, kind
    return 0, ""


@cache
def _longest_title() -> int:
    return max(map(len, titles()))


def _words(units: list[Unit], kind: str, tie: int) -> Iterator[Word]:
    """Make a word, or two where a Chinese one ends in a title, of units and the one that follows them."""
    own, following = [unit for unit in units[:-1] if unit.code not in PARTING], units[-1]
    script = _script(own, tie)
    if script == 4:
        yield from _chinese([unit for unit in own if _letter(unit.code) == 4], following.place, kind)
    elif script:
        letters = "".join(_as_letter(own, place, script) for place in range(len(own)))
        count = sum(1 for letter in letters if _letter(ord(letter)))
        first, last, dotted = own[0].place, following.place, following.code == DOT
        yield Word(letters=letters, script=script, first=first, last=last, kind=kind, count=count, dotted=dotted)


def _script(own: list[Unit], tie: int) -> int:
    counts = [0] * (len(SCRIPTS) + 1)
    for unit in own:
        counts[_letter(unit.code)] += 1
    if counts[tie] == counts[3 - tie] > 0:
        return tie
    return counts.index(max(counts[1:]), 1) if sum(counts[1:]) else 0


def _as_letter(own: list[Unit], place: int, script: int) -> str:
    """Write one unit of a word in the word's script: itself, what it looks like there, or nothing."""
    unit = own[place]
    if 0x30 <= unit.code <= 0x39:
        begins = place == 0 or _letter(own[place - 1].code)
        inside = begins and place + 1 < len(own) and _letter(own[place + 1].code)
        return looks().get((chr(unit.code), SCRIPTS[script - 1]), "") if inside else ""
    if script in {1, 2} and (_is_greek(unit.code) or _letter(unit.code) == 3 - script):
        return _look(unit, SCRIPTS[script - 1])
    return chr(unit.code)


def _look(unit: Unit, script: str) -> str:
    return looks().get((unit.met, script)) or looks().get((chr(unit.code), script), "")


def _chinese(own: list[Unit], last: int, kind: str) -> Iterator[Word]:
    letters, places = "".join(chr(unit.code) for unit in own), tuple(unit.place for unit in own)
    cut = next((at for at in range(1, len(letters)) if titles().get(letters[at:]) == "title"), len(letters))
    middle = (*places, last)[cut] if cut < len(letters) else last
    yield _chinese_word(letters[:cut], places[:cut], middle, kind)
    if cut < len(letters):
        yield _chinese_word(letters[cut:], places[cut:], last, "title")


def _chinese_word(letters: str, places: tuple[int, ...], last: int, kind: str) -> Word:
    single = len(letters) == 1 and not kind
    return Word(letters=letters, script=4, first=places[0], last=last, kind=kind, singles=single, places=places)


def _joined(words: list[Word]) -> list[Word]:
    """Join Chinese words of one character that only spaces part (马 明), and articles to what follows them."""
    found: list[Word] = []
    for word in words:
        before = found[-1] if found else None
        if before and before.singles and word.singles and word.spaced:
            places = before.places + word.places
            found[-1] = replace(before, letters=before.letters + word.letters, last=word.last, places=places)
        elif before and before.kind == "article" and before.script == word.script:
            found[-1] = replace(word, letters=before.letters + word.letters, first=before.first, count=0)
        else:
            found.append(word)
    return [replace(word, kind="") if word.kind == "article" else word for word in found]

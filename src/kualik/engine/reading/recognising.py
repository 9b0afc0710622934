"""Recognise the letters in a picture, by the program Tesseract if it is installed."""

import csv
import os
import re
import shutil
import subprocess
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from itertools import groupby
from statistics import fmean

from kualik.engine.facts import WordBox
from kualik.engine.reading.limits import Limits
from kualik.engine.reading.refusals import Refusal, Refused

__all__ = ["READER", "Recognised", "can_recognise", "recognise"]

READER = "tesseract 1"
WANTED = ("kaz", "rus", "uig", "chi_sim", "eng")
BY_LANGUAGE = {
    "kk-Cyrl": ("kaz", "rus"),
    "kk-Arab": ("uig",),
    "ug-Arab": ("uig",),
    "ru": ("rus",),
    "zh-Hans": ("chi_sim",),
    "zh-Hant": ("chi_tra",),
    "zh": ("chi_sim",),
    "en": ("eng",),
    "tr": ("tur",),
    "ky": ("kir", "rus"),
    "ar": ("ara",),
}
DOUBTFUL = 60  # Tesseract's confidence, 0 to 100
WORD_LEVEL = "5"
POINTS = 72  # an inch
CYRILLIC_LIKE, LATIN_LIKE = "АВЕКМНОРСТХаеорсухіһ", "ABEKMHOPCTXaeopcyxih"
TO_LATIN, TO_CYRILLIC = str.maketrans(CYRILLIC_LIKE, LATIN_LIKE), str.maketrans(LATIN_LIKE, CYRILLIC_LIKE)
AMBIGUOUS = frozenset(CYRILLIC_LIKE + LATIN_LIKE)
LATIN, CYRILLIC = re.compile(r"[A-Za-z]"), re.compile(r"[\u0400-\u052f]")
MOSTLY = 4  # times as many letters of one alphabet as of the other


@dataclass(frozen=True, slots=True, kw_only=True)
class Recognised:
    """What was recognised on one picture: offsets from its beginning, boxes in points."""

    text: str
    boxes: tuple[WordBox, ...]
    doubtful: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """One line of Tesseract's table."""

    line: tuple[str, str, str]  # block, paragraph, line
    box: tuple[float, float, float, float]  # left, top, right, bottom, in pixels
    confidence: float
    text: str


def can_recognise() -> bool:
    """Say whether Tesseract is installed."""
    return shutil.which("tesseract") is not None


def recognise(png: bytes, *, dpi: float, language: str | None, limits: Limits) -> Recognised:
    """Recognise the text of a picture.

    Args:
        png: the picture as PNG.
        dpi: dots per inch, for boxes in points.
        language: BCP 47 tag if it is known; otherwise all of Kuälik's languages that are installed.
        limits: for how long.

    Returns:
        The text with the place of each word.

    Raises:
        Refused: Tesseract is not installed, has none of the languages, fails, or takes too long.
    """
    languages = _languages(language)
    table = _run(("stdin", "stdout", "-l", "+".join(languages), "--dpi", f"{dpi:.0f}", "tsv"), png, limits)
    return _compose(list(_words(table)), scale=POINTS / dpi)


def _run(arguments: tuple[str, ...], given: bytes, limits: Limits) -> str:
    program = shutil.which("tesseract")
    if program is None:
        raise Refused(Refusal.OCR_NOT_INSTALLED)
    try:
        done = subprocess.run(  # noqa: S603 (a fixed program; its arguments are ours, the picture is its input)
            (program, *arguments),
            input=given,
            capture_output=True,
            timeout=limits.wall_seconds,
            env=os.environ | {"OMP_THREAD_LIMIT": "1"},
            check=True,
        )
    except subprocess.TimeoutExpired as error:
        raise Refused(Refusal.TOOK_TOO_LONG, detail="recognising letters") from error
    except (subprocess.CalledProcessError, OSError) as error:
        raise Refused(Refusal.CRASHED, detail=f"tesseract: {_last_line(error)}") from error
    return done.stdout.decode("utf-8", errors="replace")


def _last_line(error: subprocess.CalledProcessError | OSError) -> str:
    if isinstance(error, OSError):
        return str(error)
    lines = error.stderr.decode("utf-8", errors="replace").strip().splitlines()
    return lines[-1][:200] if lines else f"exit {error.returncode}"


@cache
def _installed(_program: str) -> frozenset[str]:
    listed = _run(("--list-langs",), b"", Limits(wall_seconds=20))
    return frozenset(line.strip() for line in listed.splitlines()[1:])


def _languages(language: str | None) -> tuple[str, ...]:
    program = shutil.which("tesseract")
    if program is None:
        raise Refused(Refusal.OCR_NOT_INSTALLED)
    wanted = BY_LANGUAGE.get(language or "", WANTED)
    found = tuple(one for one in wanted if one in _installed(program))
    if not found:
        raise Refused(Refusal.OCR_NOT_INSTALLED, detail=f"Tesseract has none of the languages {', '.join(wanted)}")
    return found


def _words(table: str) -> Iterator[Word]:
    for row in csv.DictReader(table.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE):
        if row.get("level") == WORD_LEVEL and (row.get("text") or "").strip():
            yield _word(row)


def _word(row: Mapping[str, str]) -> Word:
    try:
        left, top, width, height = (float(row[name]) for name in ("left", "top", "width", "height"))
        confidence = float(row["conf"])
        line = (row["block_num"], row["par_num"], row["line_num"])
    except (KeyError, ValueError, TypeError) as error:
        raise Refused(Refusal.CRASHED, detail="tesseract gave a table that cannot be read") from error
    return Word(line=line, box=(left, top, left + width, top + height), confidence=confidence, text=row["text"].strip())


def _compose(words: list[Word], *, scale: float) -> Recognised:
    """Write the words as lines, with an empty line between paragraphs."""
    text = ""
    boxes: list[WordBox] = []
    before: tuple[str, str] | None = None
    for line, group in groupby(words, key=lambda word: word.line):
        if text:
            text += "\n" if line[:2] == before else "\n\n"
        before = line[:2]
        start_of_line = len(text)
        for word in _in_one_alphabet(list(group)):
            if len(text) > start_of_line and not (_is_han(text[-1]) and _is_han(word.text[0])):
                text += " "
            boxes.append(_box(word, len(text), scale))
            text += word.text
    doubtful = bool(words) and fmean(word.confidence for word in words) < DOUBTFUL
    return Recognised(text=text, boxes=tuple(boxes), doubtful=doubtful)


def _in_one_alphabet(words: list[Word]) -> list[Word]:
    """Write a word that could be of either alphabet in that of its line: asked for both, Tesseract mixes them up."""
    sure = "".join(letter for word in words for letter in word.text if letter not in AMBIGUOUS)
    latin, cyrillic = len(LATIN.findall(sure)), len(CYRILLIC.findall(sure))
    if latin >= MOSTLY * max(cyrillic, 1):
        table = TO_LATIN
    elif cyrillic >= MOSTLY * max(latin, 1):
        table = TO_CYRILLIC
    else:
        return words
    return [replace(word, text=word.text.translate(table)) if _could_be_either(word.text) else word for word in words]


def _could_be_either(word: str) -> bool:
    letters = [letter for letter in word if letter.isalpha()]
    return bool(letters) and AMBIGUOUS.issuperset(letters)


def _is_han(character: str) -> bool:
    """Tell the characters between which no space is written, Chinese punctuation included."""
    return "\u3000" <= character <= "\u9fff" or "\uff00" <= character <= "\uffef"


def _box(word: Word, start: int, scale: float) -> WordBox:
    left, top, right, bottom = (side * scale for side in word.box)
    return WordBox(start=start, end=start + len(word.text), left=left, top=top, right=right, bottom=bottom)

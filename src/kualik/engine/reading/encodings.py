"""Find the encoding of a text by its letters, and ask where that is not sure.

Nothing is ever replaced silently: what cannot be decoded is refused, unless a person says which
encoding it is in, and then a warning counts what could not be read.
"""

import codecs
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from charset_normalizer import from_bytes

from kualik.engine.reading.language import identify
from kualik.engine.reading.letters import KAZAKH
from kualik.engine.reading.plausibility import plausibility
from kualik.engine.reading.refusals import Refusal, Refused

__all__ = ["Decoded", "decode"]

MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
    (b"\x84\x31\x95\x33", "gb18030"),
)
CANDIDATES = (
    "windows-1252",
    "windows-1254",
    "windows-1251",
    "kz1048",
    "gb18030",
    "big5",
    "koi8-r",
    "cp866",
    "mac-cyrillic",
    "iso-8859-5",
)
WIDE = ("utf-16-le", "utf-16-be")
SAMPLE = 20_000  # characters looked at to tell encodings apart
PLAUSIBLE = 0.8
LEAD = 0.03  # by which the best must lead the next best
UNLIKELY = 0.3  # an encoding in which it looks less like writing than this is not worth naming
CONTROL_SHARE = 0.05
STRAY = 0.01  # share of NUL bytes; of UTF-16 they are a third or more, save of Chinese, which has few or none
MOSTLY = 0.9  # of the high bytes in valid UTF-8: then it is UTF-8, damaged
LEAST_YERY = 0.01  # share of ы: 6 % of Kazakh letters, none of Ukrainian, Serbian, Macedonian
MANY_KINDS = 4  # of Kazakh letters
UKRAINIAN, MACEDONIAN, BELARUSIAN = frozenset("ғүө"), frozenset("әқң"), frozenset("ұ")
"""Kazakh letters that stand where each of these languages has letters of its own."""
TRACE, SOME = 0.01, 0.03  # share of letters
ENOUGH = 80  # letters, among which a Kazakh text has ы
CALM = 0.05  # charset-normalizer's "chaos" below which its answer is taken
UTF8_SEQUENCE = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f-\x84\x86-\x9f]")
CONTROL_BYTE = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
HIGH_BYTE = re.compile(rb"[\x80-\xff]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Decoded:
    """A text, the encoding it was in, and what has to be said about that."""

    text: str
    encoding: str
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """One way to decode, and how much the outcome looks like writing, 0 to 1."""

    encoding: str
    text: str
    score: float


def decode(content: bytes, *, forced: str | None = None) -> Decoded:
    """Decode a text.

    Args:
        content: the bytes; a byte order mark is a signature, and no part of the text.
        forced: the encoding that a person says it is in, by its name in Python.

    Returns:
        The characters, exactly; newlines and normal forms are as they were.

    Raises:
        Refused: more than one encoding is possible, or none.
    """
    if forced:
        return _as_told(content, forced)
    for mark, encoding in MARKS:
        if content.startswith(mark):
            return _marked(content, encoding)
    if content.count(0) > STRAY * len(content):
        return _found(_wide(content))
    try:
        return Decoded(text=_checked(content.decode()), encoding="utf-8")
    except UnicodeDecodeError as error:
        _refuse_damaged_utf8(content, error)
    return _found(_guess(content))


def _checked(text: str) -> str:
    """Refuse what decodes and is no text."""
    if len(CONTROL.findall(text)) > CONTROL_SHARE * len(text):
        raise Refused(Refusal.UNKNOWN_TYPE, detail="it is not text: it has control characters")
    return text


def _as_told(content: bytes, encoding: str) -> Decoded:
    try:
        text = content.decode(encoding, errors="replace")
        lost = _undecodable(content, encoding)
    except LookupError:
        raise Refused(Refusal.UNSURE_ENCODING, detail=f"there is no encoding {encoding!r}") from None
    warnings = (f"{lost} characters could not be decoded as {encoding}; each is shown as \ufffd",) if lost else ()
    return Decoded(text=text.removeprefix("\ufeff"), encoding=encoding, warnings=warnings)


def _undecodable(content: bytes, encoding: str) -> int:
    try:
        content.decode(encoding)
    except UnicodeDecodeError:
        return content.decode(encoding, errors="replace").count("\ufffd")
    return 0


def _marked(content: bytes, encoding: str) -> Decoded:
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError as error:
        detail = f"it begins as {encoding} and is not, from byte {error.start}"
        raise Refused(Refusal.UNSURE_ENCODING, detail=detail) from error
    return Decoded(text=text.removeprefix("\ufeff"), encoding=encoding.removesuffix("-sig"))


def _refuse_damaged_utf8(content: bytes, error: UnicodeDecodeError) -> None:
    high = len(HIGH_BYTE.findall(content))
    valid = sum(len(found) for found in UTF8_SEQUENCE.findall(content))
    if valid >= MOSTLY * high:
        raise Refused(
            Refusal.UNSURE_ENCODING,
            detail="it is UTF-8 with bytes that are not",
            where=f"byte {error.start}",
            advice="Ask for another copy, or read it again and say the encoding is utf-8: "
            "what cannot be decoded is then marked.",
        ) from error


def _found(found: Candidate) -> Decoded:
    warning = f"decoded as {found.encoding}, found by its letters"
    return Decoded(text=found.text, encoding=found.encoding, warnings=(warning,))


def _wide(content: bytes) -> Candidate:
    """Choose between the two byte orders of UTF-16 without a mark."""
    found = sorted(_candidates(content, WIDE), key=lambda one: one.score)
    if not found or found[-1].score < PLAUSIBLE:
        raise Refused(Refusal.UNKNOWN_TYPE, detail="it is not text: it has NUL bytes")
    return found[-1]


def _guess(content: bytes) -> Candidate:
    found = sorted(_candidates(content, (*CANDIDATES, *WIDE)), key=lambda one: -one.score)
    good = [one for one in found if one.score >= PLAUSIBLE and one.score >= found[0].score - LEAD]
    good = _without_twins(good)
    if len(good) == 1:
        return good[0]
    chosen = _by_language({one.encoding: one for one in good}) if good else _by_charset_normalizer(content)
    if chosen:
        return chosen
    if len(CONTROL_BYTE.findall(content)) > CONTROL_SHARE * len(content):
        raise Refused(Refusal.UNKNOWN_TYPE, detail="it is not text in any encoding we know")
    names = ", ".join(one.encoding for one in good or found if one.score > UNLIKELY)
    raise Refused(Refusal.UNSURE_ENCODING, detail=f"possible: {names or 'none that we know; it may be damaged'}")


def _candidates(content: bytes, encodings: Iterable[str]) -> Iterator[Candidate]:
    for encoding in encodings:
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        yield Candidate(encoding=encoding, text=text, score=plausibility(text[:SAMPLE]))


def _without_twins(found: Iterable[Candidate]) -> list[Candidate]:
    """Keep one of those that decode to the same characters: between them there is nothing to decide."""
    kept: dict[str, Candidate] = {}
    for one in found:
        kept.setdefault(one.text, one)
    return list(kept.values())


def _by_language(good: dict[str, Candidate]) -> Candidate | None:
    """Decide between encodings that differ in a few letters, by the language those letters make."""
    if good.keys() == {"windows-1251", "kz1048"}:
        verdict = _is_kazakh(good["kz1048"].text[:SAMPLE])
        return None if verdict is None else good["kz1048" if verdict else "windows-1251"]
    if good.keys() == {"windows-1252", "windows-1254"}:
        turkish = identify(good["windows-1254"].text) == "tr"
        return good["windows-1254"] if turkish else None
    return None


def _is_kazakh(text: str) -> bool | None:
    """Tell Kazakh from the languages whose letters stand at the same places of windows-1251.

    There ў (Belarusian) is ұ, є ї ґ (Ukrainian) are ғ ү ө, ј ќ ѕ (Serbian, Macedonian) are ә қ ң. Of
    these only Belarusian writes ы, as do Kazakh and a Russian text with Kazakh names.
    """
    letters = [letter for letter in text.lower() if letter.isalpha()]
    kinds = {letter for letter in letters if letter in KAZAKH}
    share = sum(letter in KAZAKH for letter in letters) / len(letters)
    if letters.count("ы") >= LEAST_YERY * len(letters):
        return _is_kazakh_with_yery(kinds, share)
    if len(kinds) >= MANY_KINDS:
        return True
    other = kinds <= UKRAINIAN or kinds <= MACEDONIAN
    return False if other and share >= TRACE and len(letters) >= ENOUGH else None


def _is_kazakh_with_yery(kinds: set[str], share: float) -> bool | None:
    if kinds <= BELARUSIAN:
        return False if share >= TRACE else None
    return True if share >= SOME or not kinds <= UKRAINIAN else None


def _by_charset_normalizer(content: bytes) -> Candidate | None:
    """Ask charset-normalizer about encodings outside our list; take only an answer that it is sure of."""
    found = [one for one in from_bytes(content, explain=False) if one.chaos <= CALM and one.coherence > 0]
    if len({str(one) for one in found}) != 1:
        return None
    return Candidate(encoding=found[0].encoding, text=str(found[0]), score=PLAUSIBLE)

"""Sentences and clauses of a text; what is quoted is one word of the sentence around it, and read by itself."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kualik.engine.extracting.chinese.cutting import Token
from kualik.engine.extracting.chinese.tables import column

__all__ = ["Clause", "Sentence", "lay_out"]

PAIRS = {"“": "”", "「": "」", "『": "』", "《": "》", "（": "）", "(": ")", "【": "】", "〈": "〉"}
SPOKEN = frozenset('“「『"')
ENDS = frozenset("。！？!?…")
COMMAS = frozenset("，,；;：:—")
LONGEST_SENTENCE = 400  # tokens
LONGEST_QUOTE = 2000  # tokens; one that runs longer was never closed
LONGEST_ASIDE = 150  # tokens between brackets
DEEPEST = 8  # quotations within quotations that are read
CUE_WITHIN = 14  # tokens after a closing mark among which the verb of saying stands


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """A stretch between commas; `before` and `after` are the marks around it."""

    start: int
    end: int
    tokens: tuple[Token, ...]
    before: str
    after: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """A sentence; `inner` are the sentences of each quotation in it, by the quotation's start."""

    start: int
    end: int
    clauses: tuple[Clause, ...]
    paragraph: int
    depth: int
    heading: bool
    inner: dict[int, tuple["Sentence", ...]]


def lay_out(tokens: Sequence[Token]) -> list[Sentence]:
    """Part a text into sentences.

    Args:
        tokens: the whole text, names joined.

    Returns:
        The outer sentences in order.
    """
    sentences: list[Sentence] = []
    paragraphs = list(_paragraphs(tokens))
    for number, paragraph in enumerate(paragraphs):
        heading = len(paragraphs) > 1 and len(paragraph) <= 40 and _is_heading(paragraph, number)
        sentences += _sentences(paragraph, number, 0, heading=heading)
    return sentences


def _paragraphs(tokens: Sequence[Token]) -> Iterator[Sequence[Token]]:
    start = 0
    for place, token in enumerate(tokens):
        if token.kind == "line":
            if _leads_on(tokens, place):
                continue
            if place > start:
                yield tokens[start:place]
            start = place + 1
    if start < len(tokens):
        yield tokens[start:]


def _leads_on(tokens: Sequence[Token], place: int) -> bool:
    """Say whether a line ends in a colon and what it announces stands quoted in the next one."""
    before = place
    while before > 0 and tokens[before].kind == "line":
        before -= 1
    after = next((token for token in tokens[place : place + 4] if token.kind != "line"), None)
    return tokens[before].text in {"：", ":"} and after is not None and after.text in SPOKEN


def _is_heading(paragraph: Sequence[Token], number: int) -> bool:
    """Take a first line without a full stop, and later short ones without any mark, as headings."""
    ends = paragraph[-1].text in ENDS or paragraph[-1].text in "”」』）)；;：:，,"
    if number == 0:
        return not ends
    return (
        not ends and len(paragraph) <= 14 and not any(token.text in COMMAS or token.text in ENDS for token in paragraph)
    )


def _sentences(tokens: Sequence[Token], paragraph: int, depth: int, *, heading: bool = False) -> Iterator[Sentence]:
    tokens = [token for token in tokens if token.kind != "line"]
    units, inner = _folded(tokens, paragraph, depth)
    start = 0
    for place in range(len(units)):
        if place - start < LONGEST_SENTENCE and not _ends(units, place) and place + 1 < len(units):
            continue
        stretch = units[start : place + 1]
        clauses = tuple(_clauses(stretch))
        if clauses:
            own = {unit.start: inner[unit.start] for unit in stretch if unit.start in inner}
            yield Sentence(
                start=stretch[0].start, end=stretch[-1].end, clauses=clauses, paragraph=paragraph, depth=depth,
                heading=heading, inner=own,
            )  # fmt: skip
        start = place + 1


def _folded(
    tokens: Sequence[Token], paragraph: int, depth: int
) -> tuple[list[Token], dict[int, tuple[Sentence, ...]]]:  # fmt: skip
    """Make one token of each stretch between quotation marks or brackets."""
    units: list[Token] = []
    inner: dict[int, tuple[Sentence, ...]] = {}
    place = 0
    while place < len(tokens):
        end = _closing(tokens, place)
        if end is None:
            units.append(tokens[place])
            place += 1
            continue
        spoken = tokens[place].text in SPOKEN
        start, stop = tokens[place].start, tokens[end].end
        text = "".join(token.text for token in tokens[place + 1 : end])
        units.append(Token(start=start, end=stop, text=text, kind="quote" if spoken else "aside"))
        if depth < DEEPEST and end > place + 1 and (spoken or any(token.kind == "name" for token in tokens[place:end])):
            inner[start] = tuple(_sentences(tokens[place + 1 : end], paragraph, depth + 1))
        place = end + 1
    return units, inner


def _closing(tokens: Sequence[Token], place: int) -> int | None:
    """Find the mark that closes the one at a place; a quotation left open runs to the end of the paragraph."""
    opening = tokens[place].text
    if opening == '"':
        for after in range(place + 1, min(len(tokens), place + LONGEST_QUOTE)):
            if tokens[after].text == '"':
                return after
        return None
    closing = PAIRS.get(opening)
    if closing is None:
        return None
    deep = 0
    longest = LONGEST_QUOTE if opening in SPOKEN else LONGEST_ASIDE
    for after in range(place + 1, min(len(tokens), place + longest)):
        if tokens[after].text == opening:
            deep += 1
        elif tokens[after].text == closing:
            if not deep:
                return after
            deep -= 1
    return (
        len(tokens) - 1
        if opening in SPOKEN and place + 1 < len(tokens) and len(tokens) - place < LONGEST_QUOTE
        else None
    )


def _ends(units: Sequence[Token], place: int) -> bool:
    unit = units[place]
    if unit.text in ENDS and unit.kind == "mark":
        return place + 1 >= len(units) or units[place + 1].text not in ENDS
    if unit.kind != "quote" or not unit.text.endswith(tuple(ENDS)):
        return False
    return not _cue_follows(units, place + 1)


def _cue_follows(units: Sequence[Token], place: int) -> bool:
    """Say whether the words after a quotation, such as 她说, say who spoke it."""
    for unit in units[place : place + CUE_WITHIN]:
        if unit.text in column("cues"):
            return True
        if unit.kind in {"mark", "quote"} and unit.text != "、":
            return False
    return False


def _clauses(units: Sequence[Token]) -> Iterator[Clause]:
    start, before = 0, ""
    for place, unit in enumerate(units):
        last = place + 1 == len(units)
        parts = unit.kind == "mark" and (unit.text in COMMAS or unit.text in ENDS)
        closes = unit.kind == "quote" and unit.text.endswith((*ENDS, "，", ",")) and not last
        if not (parts or last or closes):
            continue
        end = place if parts else place + 1
        if end > start:
            yield Clause(
                start=units[start].start, end=units[end - 1].end, tokens=tuple(units[start:end]), before=before,
                after=unit.text if parts else "”" if closes else "",
            )  # fmt: skip
        start, before = place + 1, unit.text if parts else "”"

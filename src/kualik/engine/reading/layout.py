"""Find the columns and tables of a page by the gaps between its words, and put the words into the eye's order.

Source: the gutters are found as in Breuel (2002), "Two geometric algorithms for layout analysis", simplified: a strip
that no word of several rows stands in.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

from kualik.engine.facts import WordBox
from kualik.engine.reading.pages import Sheet

__all__ = ["in_order"]

EM = 1.3  # heights of a middling word, whose box goes round the ink alone, in the size of its type
SAME_LINE = 0.35  # em between the middles of two words in one line
SAME_ROW = 0.8  # em between lines side by side in one row, as columns do not all begin at one height
APART = 1.1  # em between two words that no blank divides
GUTTER = 0.8  # em that must stay free through all rows
LEAST_ROWS = 3  # with words on both sides of a gutter
PROSE_WIDTH, PROSE_FILL = 8.0, 0.7  # em of a line, and its share of the column, from which a column is read downwards
MOST_COLUMNS = 4  # of prose
LONGEST_MARK = 4  # characters of "(10)" before an item of a list
FAR = 1.6  # usual distances between rows, after which what stands below is no part of a column
RIGHT_TO_LEFT = range(0x590, 0x900)

Interval = tuple[float, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """Words of one row that stand together, in the order of the file."""

    words: tuple[WordBox, ...]
    left: float
    right: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """The pieces that stand at one height, from the left."""

    middle: float
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line of the text to be: its cells, of which prose has one."""

    cells: tuple[tuple[WordBox, ...], ...]


def in_order(sheet: Sheet) -> Sheet:
    """Put the words of a page into the order in which they are read.

    Args:
        sheet: a page with a box for every word.

    Returns:
        The page as it was where the file has the words in order already; else its words, a line for each line of each
        column from its top to its foot, the rows of a table as lines with tabs between the cells.
    """
    if len(sheet.boxes) < 2 * LEAST_ROWS or not _is_whole(sheet):
        return sheet
    em = EM * median(box.bottom - box.top for box in sheet.boxes) or 1.0
    rows = _rows(sheet.boxes, em)
    lines = list(_lines(rows, em, backwards=_is_right_to_left(sheet.text)))
    order = [box.start for line in lines for cell in line.cells for box in cell]
    if order == sorted(order) and all(len(line.cells) == 1 for line in lines):
        return sheet
    return _written(sheet, lines)


def _is_whole(sheet: Sheet) -> bool:
    """Say whether every word has a box; a page on which some have none is left alone."""
    return sum(box.end - box.start for box in sheet.boxes) == len("".join(sheet.text.split()))


def _is_right_to_left(text: str) -> bool:
    return 2 * sum(ord(letter) in RIGHT_TO_LEFT for letter in text) > sum(letter.isalpha() for letter in text)


def _rows(boxes: Sequence[WordBox], em: float) -> list[Row]:
    """Take words of one height together, from the top, and lines side by side."""
    lines: list[list[WordBox]] = []
    top = 0.0
    for box in sorted((_short(box, em) for box in boxes), key=_middle):
        if not lines or _middle(box) - top > SAME_LINE * em:
            lines.append([])
            top = _middle(box)
        lines[-1].append(box)
    rows: list[Row] = []
    for line in lines:
        row = Row(middle=_middle(line[0]), pieces=tuple(_pieces(line, em)))
        if rows and row.middle - rows[-1].middle <= SAME_ROW * em and _is_beside(rows[-1], row):
            pieces = sorted((*rows[-1].pieces, *row.pieces), key=lambda one: one.left)
            row = Row(middle=rows.pop().middle, pieces=tuple(pieces))
        rows.append(row)
    return rows


def _is_beside(row: Row, other: Row) -> bool:
    """Say whether no word of one row stands above one of the other."""
    pieces = sorted((*row.pieces, *other.pieces), key=lambda one: one.left)
    return all(one.right < after.left for one, after in pairwise(pieces))


def _middle(box: WordBox) -> float:
    return (box.top + box.bottom) / 2


def _short(box: WordBox, em: float) -> WordBox:
    """Take a word that is divided at the end of a line for its first half: its box goes round both lines."""
    if box.bottom - box.top <= 2 * em:
        return box
    return replace(box, left=max(box.left, box.right - 2 * em), bottom=box.top + em)


def _pieces(row: Sequence[WordBox], em: float) -> Iterator[Piece]:
    held: list[WordBox] = []
    right = 0.0
    for box in sorted(row, key=lambda one: one.left):
        if held and box.left - right > APART * em:
            yield _piece(held)
            held = []
        right = max(right, box.right) if held else box.right
        held.append(box)
    yield _piece(held)


def _piece(boxes: Sequence[WordBox]) -> Piece:
    words = tuple(sorted(boxes, key=lambda box: box.start))
    return Piece(words=words, left=min(box.left for box in boxes), right=max(box.right for box in boxes))


def _lines(rows: Sequence[Row], em: float, *, backwards: bool) -> Iterator[Line]:
    """Give the lines in the order of reading: rows, and where some share a gutter, their columns."""
    at = 0
    while at < len(rows):
        end, gutters = _band(rows, at, em)
        if gutters and sum(len(_columns(row, gutters)) > 1 for row in rows[at:end]) >= LEAST_ROWS:
            yield from _in_columns(rows[at:end], gutters, em, backwards=backwards)
            at = end
            continue
        pieces = rows[at].pieces[::-1] if backwards else rows[at].pieces
        yield Line(cells=(tuple(box for piece in pieces for box in piece.words),))
        at += 1


def _band(rows: Sequence[Row], first: int, em: float) -> tuple[int, list[Interval]]:
    """Find how far down the gutters of a row reach, and what is left of them there."""
    gutters = _gaps(rows[first])
    at = first + 1
    while gutters and at < len(rows):
        narrower = [gutter for one in gutters if (gutter := _free(one, rows[at], em))]
        if not narrower:
            break
        gutters, at = narrower, at + 1
    return _without_tail(rows, first, at), gutters


def _gaps(row: Row) -> list[Interval]:
    return [(one.right, other.left) for one, other in pairwise(row.pieces)]


def _free(gutter: Interval, row: Row, em: float) -> Interval | None:
    """Find the part of a gutter that a row leaves free, if it is wide enough."""
    left, right = gutter
    for piece in row.pieces:
        if piece.left <= left < piece.right:
            left = piece.right
        elif left < piece.left < right:
            right = piece.left
    return (left, right) if right - left >= GUTTER * em else None


def _without_tail(rows: Sequence[Row], first: int, end: int) -> int:
    """Leave out what stands alone and apart below the columns."""
    steps = [rows[at].middle - rows[at - 1].middle for at in range(first + 1, end)]
    usual = median(steps) if steps else 0.0
    last = max((at for at in range(first, end) if len(rows[at].pieces) > 1), default=first)
    return next((at for at in range(last + 1, end) if steps[at - first - 1] > FAR * usual), end)


def _columns(row: Row, gutters: Sequence[Interval]) -> dict[int, list[Piece]]:
    """Sort the pieces of a row into columns, numbered from the left."""
    found: dict[int, list[Piece]] = {}
    for piece in row.pieces:
        found.setdefault(sum(piece.left >= right for _, right in gutters), []).append(piece)
    return found


def _in_columns(
    rows: Sequence[Row], gutters: Sequence[Interval], em: float, *, backwards: bool
) -> Iterator[Line]:  # fmt: skip
    found = [_columns(row, gutters) for row in rows]
    numbers = range(len(gutters), -1, -1) if backwards else range(len(gutters) + 1)
    if len(gutters) < MOST_COLUMNS and _is_prose(found, em):
        for number in numbers:
            yield from (Line(cells=(_words(row[number]),)) for row in found if number in row)
        return
    listed = len(gutters) == 1 and _is_list([row[numbers[0]] for row in found if numbers[0] in row])
    for row in found:
        last = max(at for at, number in enumerate(numbers) if number in row)
        cells = tuple(_words(row.get(number, ())) for number in numbers[: last + 1])
        yield Line(cells=(tuple(box for cell in cells for box in cell),) if listed else cells)


def _is_list(column: Sequence[Sequence[Piece]]) -> bool:
    """Say whether a column has nothing but the marks or numbers of a list."""
    return all(box.end - box.start <= LONGEST_MARK for pieces in column for box in _words(pieces))


def _is_prose(rows: Sequence[dict[int, list[Piece]]], em: float) -> bool:
    """Say whether every column has lines that fill it, as those of a newspaper do and cells do not."""
    lines: dict[int, list[Interval]] = {}
    for row in rows:
        for number, pieces in row.items():
            lines.setdefault(number, []).append((pieces[0].left, pieces[-1].right))
    return all(_fills(column, em) for column in lines.values())


def _fills(column: Sequence[Interval], em: float) -> bool:
    width = max(right for _, right in column) - min(left for left, _ in column)
    middling = median(right - left for left, right in column)
    return middling >= PROSE_WIDTH * em and middling >= PROSE_FILL * width


def _words(pieces: Sequence[Piece]) -> tuple[WordBox, ...]:
    return tuple(box for piece in pieces for box in piece.words)


def _written(sheet: Sheet, lines: Sequence[Line]) -> Sheet:
    """Write the words anew, each with its own box, wherever that was."""
    whole = {box.start: box for box in sheet.boxes}
    pieces: list[str] = []
    boxes: list[WordBox] = []
    length = 0
    for line in lines:
        for number, cell in enumerate(line.cells):
            for place, word in enumerate(cell):
                parting = " " if place else "\t" if number else ""
                start = length + len(parting)
                length = start + word.end - word.start
                pieces += [parting, sheet.text[word.start : word.end]]
                boxes.append(replace(whole[word.start], start=start, end=length))
            if number and not cell:
                pieces.append("\t")
                length += 1
        pieces.append("\n")
        length += 1
    return replace(sheet, text="".join(pieces).removesuffix("\n"), boxes=tuple(boxes))

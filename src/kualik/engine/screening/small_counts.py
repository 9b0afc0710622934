"""Hide small counts in a table so that they cannot be worked out from what is left."""

from collections.abc import Sequence

__all__ = ["LEAST", "hide_small_counts"]

LEAST = 5
Cell = tuple[int, int]
Table = list[list[int]]


def hide_small_counts(counts: Sequence[Sequence[int]], *, least: int = LEAST) -> list[list[int | None]]:
    """Hide counts below a threshold, and as many others as it takes to keep them hidden.

    Args:
        counts: rows of counts from 0, all of one length, without totals.
        least: the smallest count that may be shown.

    Returns:
        The table with a column of row totals and a last row of column totals added; None where hidden. No hidden
        cell follows from the shown ones by adding and subtracting, and hidden cells of one line add up to
        *least* or more where their sum can be known.

    Raises:
        ValueError: rows differ in length, or a count is negative.

    Source:
        A hidden cell of a two-way table with totals is determined exactly when it lies on no cycle of the graph
        that joins rows to columns by hidden cells; totals are cells of a further row and column.
    """
    if len({len(row) for row in counts}) > 1 or any(count < 0 for row in counts for count in row):
        raise ValueError("rows of one length with counts from 0 are needed")
    table = _with_totals(counts)
    hidden = {(i, j) for i, row in enumerate(table) for j, count in enumerate(row) if count < least}
    while more := _next_to_hide(table, hidden, least):
        hidden |= more
    return [[None if (i, j) in hidden else count for j, count in enumerate(row)] for i, row in enumerate(table)]


def _with_totals(counts: Sequence[Sequence[int]]) -> Table:
    rows = [[*row, sum(row)] for row in counts]
    return [*rows, [sum(column) for column in zip(*rows, strict=True)]] if rows else []


def _next_to_hide(table: Table, hidden: set[Cell], least: int) -> set[Cell]:
    """Find what else must be hidden because of one hidden cell; nothing when all are safe."""
    for cell in sorted(hidden):
        for line in _lines(table, cell):
            if _few(table, hidden, line, least):
                return {min(set(line) - hidden, key=lambda one: (table[one[0]][one[1]], one))}
        if not _on_cycle(hidden, cell):
            return _cheapest_corners(table, hidden, cell)
    return set()


def _lines(table: Table, cell: Cell) -> tuple[list[Cell], list[Cell]]:
    return [(cell[0], j) for j in range(len(table[0]))], [(i, cell[1]) for i in range(len(table))]


def _few(table: Table, hidden: set[Cell], line: list[Cell], least: int) -> bool:
    """Say whether a shown total tells that the hidden cells of its line are few in all."""
    return line[-1] not in hidden and sum(table[i][j] for i, j in line if (i, j) in hidden) < least


def _cheapest_corners(table: Table, hidden: set[Cell], cell: Cell) -> set[Cell]:
    """Find the rectangle with a cell at one corner that hides the fewest people more; it makes a cycle."""
    i, j = cell
    rectangles = (
        {(i, column), (row, j), (row, column)} - hidden
        for row in range(len(table))
        for column in range(len(table[0]))
        if row != i and column != j
    )
    return min(rectangles, key=lambda corners: (sum(table[r][c] for r, c in corners), sorted(corners)))


def _on_cycle(hidden: set[Cell], cell: Cell) -> bool:
    """Say whether a row and a column are joined by hidden cells other than this one."""
    rows, columns = {cell[0]}, set[int]()
    rest = hidden - {cell}
    while True:
        wider_columns = columns | {j for i, j in rest if i in rows}
        wider_rows = rows | {i for i, j in rest if j in wider_columns}
        if (wider_rows, wider_columns) == (rows, columns):
            return cell[1] in columns
        rows, columns = wider_rows, wider_columns

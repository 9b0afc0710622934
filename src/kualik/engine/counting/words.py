"""A report as plain text, for a terminal."""

from collections.abc import Iterator
from textwrap import wrap

from kualik.engine.counting.report import Report
from kualik.engine.counting.telling import Block, blocks, first_words, headline

__all__ = ["in_words"]

WIDTH = 110  # letters


def in_words(report: Report) -> str:
    """Say a report in words: first who is listed, then how many there may be, then all that this rests on.

    Args:
        report: what a table says.

    Returns:
        Text in lines; figures in two digits, and none below the people who are listed.
    """
    lines = [f"{first_words(report)}.", f"{headline(report)}."]
    for block in blocks(report):
        lines += ["", *_block(block)]
    return "\n".join(lines) + "\n"


def _block(block: Block) -> Iterator[str]:
    yield f"{block.title}:"
    for row in block.rows:
        yield from wrap(f"{row.words}.", WIDTH, initial_indent="  - ", subsequent_indent="    ")
        for one in row.below:
            yield from wrap(f"{one}.", WIDTH, initial_indent="      ", subsequent_indent="      ")

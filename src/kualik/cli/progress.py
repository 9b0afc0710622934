"""How far something has come, on stderr, where somebody watches."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

__all__ = ["Bar", "shown"]


class Bar:
    """One bar, or nothing where nobody watches."""

    def __init__(self, progress: Progress, title: str, total: int | None) -> None:
        self._progress = progress
        self._task = progress.add_task(title, total=total)

    def step(self) -> None:
        """Say that one more is done."""
        self._progress.advance(self._task)

    def at(self, done: int) -> None:
        """Say how much is done."""
        self._progress.update(self._task, completed=done)


@contextmanager
def shown(title: str, *, total: int | None) -> Iterator[Bar]:
    """Show a bar while something goes on."""
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True, disable=not sys.stderr.isatty()) as progress:
        yield Bar(progress, title, total)

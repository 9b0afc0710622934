"""One measured figure, ours beside a peer's."""

from dataclasses import dataclass

__all__ = ["Row", "table"]

HEAD = "| figure | ours | peer | ours : peer | peer is | note |\n|---|---:|---:|---:|---|---|\n"


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A figure in its unit; the peer was measured in the same run on the same machine, or is None.

    `more_is_better` says how to read the ratio: documents per second, or seconds per page.
    """

    figure: str
    unit: str
    ours: float
    peer: float | None = None
    peer_name: str = ""
    more_is_better: bool = True
    note: str = ""

    @property
    def ratio(self) -> float | None:
        """How many times the peer's figure ours is; None without a peer."""
        return self.ours / self.peer if self.peer else None

    @property
    def verdict(self) -> str:
        """The ratio in words that need no table of signs."""
        if self.ratio is None:
            return ""
        better = self.ratio > 1 if self.more_is_better else self.ratio < 1
        return f"{self.ratio:.2f} ({'better' if better else 'worse'})" if self.ratio != 1 else "1.00"

    def line(self) -> str:
        """Write it as a line of a Markdown table."""
        peer = "" if self.peer is None else f"{figure(self.peer)} {self.unit}"
        cells = (self.figure, f"{figure(self.ours)} {self.unit}", peer, self.verdict, self.peer_name, self.note)
        return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |\n"


def figure(number: float) -> str:
    """Write a number with three digits that count, in full where it is large."""
    if abs(number) >= 100:  # noqa: PLR2004 (three digits stand before the point from here on)
        return f"{number:,.0f}"
    return f"{number:.3g}"


def table(rows: list[Row]) -> str:
    """Write rows as a Markdown table."""
    return HEAD + "".join(row.line() for row in rows)

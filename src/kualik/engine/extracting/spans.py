"""A stretch of a document's text."""

from dataclasses import dataclass

__all__ = ["Span"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """A stretch of the text, in code points."""

    start: int
    end: int

    def holds(self, start: int, end: int) -> bool:
        """Say whether another stretch lies inside this one."""
        return self.start <= start and end <= self.end

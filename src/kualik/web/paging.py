"""A stretch of a long list, and the way to the next."""

from dataclasses import dataclass
from urllib.parse import urlencode

from django.http import HttpRequest

__all__ = ["SIZE", "Paging", "offset_of", "paging"]

SIZE = 50
FARTHEST = 1_000_000
DIGITS = 7


@dataclass(frozen=True, slots=True, kw_only=True)
class Paging:
    """Where in a list we are. `query` keeps the list's filters in its links."""

    offset: int
    total: int
    query: str = ""
    size: int = SIZE

    @property
    def first(self) -> int:
        """The number of the first row shown."""
        return min(self.offset + 1, self.total)

    @property
    def last(self) -> int:
        """The number of the last row shown."""
        return min(self.offset + self.size, self.total)

    @property
    def back(self) -> int:
        """Where the stretch before begins."""
        return max(0, self.offset - self.size)

    @property
    def next(self) -> int:
        """Where the next stretch begins."""
        return self.offset + self.size


def offset_of(request: HttpRequest) -> int:
    """Read where a stretch is to begin; what is no number is the beginning."""
    asked = request.GET.get("offset") or request.POST.get("offset") or ""
    return min(int(asked), FARTHEST) if asked.isascii() and asked.isdigit() and len(asked) <= DIGITS else 0


def paging(*, offset: int, total: int, **filters: str) -> Paging:
    """Describe a stretch, with the filters that its links keep."""
    kept = {name: value for name, value in filters.items() if value}
    return Paging(offset=offset, total=total, query=f"{urlencode(kept)}&" if kept else "")

"""Two people at one record: a page that shows both texts side by side, so that nothing of either is lost."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from http import HTTPStatus

from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

__all__ = ["Conflict", "Row", "conflict"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One value of the record, as each of the two would have it. `language` is that of a text written by people."""

    label: str
    mine: str
    theirs: str
    language: str = ""

    @property
    def agrees(self) -> bool:
        """Whether both would have it so."""
        return self.mine.strip() == self.theirs.strip()


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict:
    """Somebody changed a record between the moment it was shown and the moment an answer came.

    `by`, `at` and `why` are of whoever was first; `theirs` is the address of the record as it is now. `action` takes
    both ways on: `mine` are hidden fields that put one's own answer in place, saying that the present state was seen;
    `form` holds what was typed, to be changed and sent once more.
    """

    what: str
    said: str
    theirs: str
    by: str = ""
    at: datetime | None = None
    why: str = ""
    rows: tuple[Row, ...] = ()
    action: str = ""
    mine: Mapping[str, str] = field(default_factory=dict)
    form: Form | None = None


def conflict(request: HttpRequest, found: Conflict) -> HttpResponse:
    """Answer with both texts: a page, or for htmx the part of one that lands among the notices."""
    part = bool(request.headers.get("HX-Request"))
    template = "parts/conflict.html" if part else "pages/conflict.html"
    return render(request, template, {"conflict": found, "part": part}, status=HTTPStatus.CONFLICT)

"""The cells of a table that could not be read, as a sheet to be mended: no cell of it is ever a formula."""

import csv
import io
from collections.abc import Iterator
from uuid import UUID

from django.http import HttpRequest, HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe
from xlsxwriter import Workbook

from kualik.cases.arrivals import queries
from kualik.cases.arrivals.errors import NoSuchBatch
from kualik.cases.arrivals.importing import CODE_TWICE, listed, trial
from kualik.cases.arrivals.matching import Kind
from kualik.cases.arrivals.models import Import
from kualik.engine.reading.limits import STANDARD
from kualik.web import words
from kualik.web.signed_in import viewer_of

__all__ = ["errors"]

FORMULA = ("=", "+", "-", "@", "\t", "\r")
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
Line = tuple[object, ...]


@require_safe
def errors(request: HttpRequest, id: UUID, kind: str) -> HttpResponseBase:  # noqa: A002 (the address calls it so)
    """Give every cell that cannot be read: sheet, row, column, value, what is wrong, what to do."""
    one = queries.batch(viewer=viewer_of(request), id=id)
    if not hasattr(one, "table") or kind not in {"csv", "xlsx"}:
        raise NoSuchBatch(batch=id)
    lines, headers = _lines(one.table), _headers()
    if kind == "csv":
        response: HttpResponseBase = StreamingHttpResponse(_csv(headers, lines), content_type="text/csv; charset=utf-8")
    else:
        response = HttpResponse(_xlsx(headers, lines), content_type=XLSX)
    response.headers["Content-Disposition"] = f'attachment; filename="errors-{str(one.pk)[:8]}.{kind}"'
    return response


def _headers() -> tuple[str, ...]:
    return (_("Sheet"), _("Row"), _("Column"), _("What stands there"), _("What is wrong"), _("What to do"))


def _lines(table: Import) -> Iterator[Line]:
    sheet = table.document.title or table.document.source.handover.file_name
    for found, _next in trial(table):
        if found.kind == Kind.TWICE:
            number = found.key.partition(":")[2]
            yield (sheet, found.row.number, "", number, *map(str, words.FAULTS[CODE_TWICE]))
        for fault in found.row.faults:
            row, column, value, code = listed(fault)
            yield (sheet, row, column, value, *map(str, words.FAULTS[str(code)]))


def _csv(headers: tuple[str, ...], lines: Iterator[Line]) -> Iterator[str]:
    yield "\ufeff"
    yield _written(headers)
    for each in lines:
        yield _written(tuple(map(str, each)))


def _written(cells: tuple[str, ...]) -> str:
    """Write one line; a cell that a spreadsheet would take for a formula begins with an apostrophe."""
    held = io.StringIO()
    csv.writer(held).writerow([f"'{cell}" if cell.startswith(FORMULA) else cell for cell in cells])
    return held.getvalue()


def _xlsx(headers: tuple[str, ...], lines: Iterator[Line]) -> bytes:
    held = io.BytesIO()
    plain = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with Workbook(held, {"in_memory": True, "constant_memory": False, **plain}) as book:
        sheet = book.add_worksheet()
        sheet.freeze_panes(1, 0)
        sheet.set_column(0, 5, 24)
        sheet.write_row(0, 0, headers, book.add_format({"bold": True}))
        for place, line in enumerate(lines, start=1):
            if place > STANDARD.rows:
                break
            sheet.write_row(place, 0, line)
    return held.getvalue()

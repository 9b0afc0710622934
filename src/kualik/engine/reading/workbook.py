"""Read spreadsheets (XLSX, XLSM, XLSB, XLS, ODS): each sheet is a document of its own."""

import io
import re
from collections.abc import Iterator

from python_calamine import (
    CalamineError,
    CalamineWorkbook,
    PasswordError,
    SheetMetadata,
    SheetTypeEnum,
    SheetVisibleEnum,
    XmlError,
    ZipError,
)

from kualik.engine.reading.archive import holds, open_safely
from kualik.engine.reading.limits import Limits
from kualik.engine.reading.parts import Job, Part, check_characters
from kualik.engine.reading.refusals import Refusal, Refused
from kualik.engine.reading.sniffing import XLS
from kualik.engine.reading.tables import table_text

__all__ = ["parts"]

READER = "calamine 1"
FORMULA = re.compile(rb"<f[ >/]|table:formula=")
CELLS = re.compile(r"xl/worksheets/.*\.xml|content\.xml")
BROKEN = (CalamineError, XmlError, ZipError, ValueError, OSError)


def parts(content: bytes, *, job: Job) -> Iterator[Part]:
    """Read the sheets that hold anything."""
    warnings = () if job.media_type == XLS else _warnings(content, limits=job.limits)
    rows = size = 0
    for about, text in _sheets(content, limits=job.limits):
        rows, size = rows + text.count("\n") + 1, size + len(text)
        if rows > job.limits.rows:
            raise Refused(Refusal.TOO_MANY_ROWS, detail=f"more than {job.limits.rows:,} in all sheets")
        check_characters(size, limits=job.limits)
        hidden = () if about.visible == SheetVisibleEnum.Visible else (f"the sheet {about.name} is hidden",)
        yield Part(text=text, reader=READER, title=about.name, warnings=(*warnings, *hidden))
    if not size:
        raise Refused(Refusal.NO_TEXT, detail="all sheets are empty")


def _sheets(content: bytes, *, limits: Limits) -> Iterator[tuple[SheetMetadata, str]]:
    """Read the sheets as text, leaving out those that are empty or drawings."""
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(content))
        for about in book.sheets_metadata:
            if about.typ == SheetTypeEnum.WorkSheet:
                cells = book.get_sheet_by_name(about.name).to_python(skip_empty_area=False, nrows=limits.rows + 1)
                text = table_text(cells, limits=limits, where=f"sheet {about.name}")
                if text:
                    yield about, text
    except PasswordError as error:
        raise Refused(Refusal.ENCRYPTED, detail="a workbook with a password") from error
    except BROKEN as error:
        raise Refused(Refusal.DAMAGED, detail=str(error)) from error


def _warnings(content: bytes, *, limits: Limits) -> tuple[str, ...]:
    found = []
    with open_safely(content, limits=limits) as container:
        names = container.namelist()
        if any(holds(container, name, FORMULA) for name in names if CELLS.fullmatch(name)):
            found.append("it has formulas: the values stored with them were read, nothing was computed")
        if any(name.endswith("vbaProject.bin") for name in names):
            found.append("it has macros; they were not run")
        if any("externalLinks/" in name for name in names):
            found.append("it refers to other files; they were not opened")
    return tuple(found)

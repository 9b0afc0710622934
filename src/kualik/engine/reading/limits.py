"""How much of a file is read, and with how much of the machine (requirements R-DOC-1 and R-DOC-4)."""

from dataclasses import dataclass

__all__ = ["FIND_OUT", "MIB", "STANDARD", "Limits", "Options"]

MIB = 1024 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What is refused before, and stopped while, a file is parsed.

    Sizes are in bytes, times in seconds. Why 100,000 rows: the longest lists of detainees that have
    been published hold some tens of thousands, and at 200 characters a row the limit on text is
    reached at the same place. Why 30 pages by OCR: at three seconds a page they fit the wall limit.
    """

    file_bytes: int = 50 * MIB
    archive_entries: int = 2_000
    archive_bytes: int = 300 * MIB
    archive_ratio: int = 200
    archive_records: int = 200_000
    depth: int = 2
    parts: int = 200
    pixels: int = 50_000_000
    rendered_side: int = 3_000
    pages: int = 2_000
    ocr_pages: int = 30
    characters: int = 20_000_000
    rows: int = 100_000
    cpu_seconds: int = 15
    wall_seconds: int = 120
    memory_bytes: int = 1536 * MIB
    written_bytes: int = 64 * MIB
    open_files: int = 64


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """What the person who adds a file says of it; None means: find out."""

    publisher: str | None = None
    published: str | None = None
    language: str | None = None
    encoding: str | None = None
    enclosures: bool = True  # False where what the file holds was taken out of it, and is read by itself


STANDARD = Limits()
FIND_OUT = Options()

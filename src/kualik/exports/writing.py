"""Write a release to a file: whole or not at all."""

import os
from collections.abc import Callable, Mapping
from pathlib import Path
from secrets import token_hex

from kualik.cases.releases.frozen import FrozenRelease
from kualik.exports.annotations import annotations
from kualik.exports.csv_rows import csv_rows
from kualik.exports.ftm_json import ftm_json

__all__ = ["FORMATS", "write"]

PUBLIC = "public"

FORMATS: Mapping[str, Callable[[FrozenRelease], bytes]] = {
    "ftm": ftm_json,
    "csv": csv_rows,
    "annotations": annotations,
}
"""What `kualik export --format` can write."""


def write(frozen: FrozenRelease, *, form: str, path: Path) -> int:
    """Write a release to a file, by way of a file beside it, so that a broken-off export leaves none half-written.

    Args:
        frozen: an approved release.
        form: one of FORMATS.
        path: where to; a file that is there is replaced. What is not for the public, others on this machine cannot
            read.

    Returns:
        How many bytes were written.

    Raises:
        OSError: the file cannot be written.
    """
    content = FORMATS[form](frozen)
    part = path.with_name(f".{path.name}.{token_hex(6)}.part")
    try:
        handle = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666 if frozen.audience == PUBLIC else 0o600)
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)
    return len(content)

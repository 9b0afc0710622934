"""Write model.bin: the readable tables in the form that C and NumPy read, beside what was learned."""

import os
from collections.abc import Mapping
from pathlib import Path

from kualik.engine.names.model import ENTRY, HEADER, MAGIC, checksum

__all__ = ["packed", "write_sections"]

ALIGNMENT = 64
LONGEST_NAME = 15


def packed(sections: Mapping[str, bytes]) -> bytes:
    """Lay sections out as `model.py` reads them; the same sections give the same bytes.

    Raises:
        ValueError: a section's name is empty, too long or not ASCII.
    """
    offset = HEADER.size + ENTRY.size * len(sections)
    entries, body = b"", b""
    for name, content in sorted(sections.items()):
        if not name.isascii() or not 0 < len(name) <= LONGEST_NAME:
            raise ValueError(f"a section's name has 1 to {LONGEST_NAME} ASCII characters: {name!r}")
        body += bytes(-(offset + len(body)) % ALIGNMENT)
        entries += ENTRY.pack(name.encode("ascii"), offset + len(body), len(content))
        body += content
    return HEADER.pack(MAGIC, len(sections), checksum(len(sections), entries + body)) + entries + body


def write_sections(path: Path, sections: Mapping[str, bytes]) -> None:
    """Write a model, whole or not at all."""
    new = path.with_name(path.name + ".new")
    with new.open("wb") as file:
        file.write(packed(sections))
        file.flush()
        os.fsync(file.fileno())
    new.replace(path)

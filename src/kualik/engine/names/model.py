"""Open model.bin: the sections that preparing and scoring read, in C and in NumPy alike.

The file is mapped into memory, not read: what is not asked for is never loaded. Form: "KUALIKN1", uint32 count of
sections, uint32 CRC-32 of this count and of all that follows; per section 16 bytes of name, uint64 offset, uint64 size;
then the sections, each at a multiple of 64 bytes. Little-endian. `packing.py` writes it.
"""

import mmap
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from struct import Struct
from zlib import crc32

from kualik.engine.facts import EngineError

__all__ = ["ENTRY", "HEADER", "MAGIC", "MODEL", "BadModel", "Model", "checksum", "open_model", "shipped"]

MODEL = Path(__file__).with_name("model.bin")
MAGIC = b"KUALIKN1"
HEADER = Struct("<8sII")
ENTRY = Struct("<16sQQ")


class BadModel(EngineError):
    """The model of names is missing, of another form, or damaged."""

    def __init__(self, *, path: Path, why: str) -> None:
        super().__init__(f"{path}: {why}; install Kuälik again, or write it with: python -m tools.learn_names")
        self.path = path


@dataclass(frozen=True, slots=True, kw_only=True)
class Model:
    """A model that is open: its file mapped into memory, where each section lies, and its fingerprint."""

    path: Path
    mapped: mmap.mmap
    places: dict[str, tuple[int, int]]
    fingerprint: int

    def section(self, name: str) -> memoryview:
        """Give the bytes of a section; empty where there is none."""
        offset, size = self.places.get(name, (0, 0))
        return memoryview(self.mapped)[offset : offset + size].toreadonly()

    @property
    def sections(self) -> dict[str, memoryview]:
        """Every section by its name, in the order of the file."""
        return {name: self.section(name) for name in self.places}


def open_model(path: Path = MODEL) -> Model:
    """Map a model into memory and check that it is whole.

    Raises:
        BadModel: it is missing, of another form, or damaged.
    """
    try:
        with path.open("rb") as file:
            # Copy on write, so that C can be handed its address; nobody writes.
            mapped = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_COPY)
    except (OSError, ValueError) as error:
        raise BadModel(path=path, why="not to be read, or empty") from error
    fingerprint, places = _places(path, memoryview(mapped))
    return Model(path=path, mapped=mapped, places=places, fingerprint=fingerprint)


@cache
def shipped() -> Model:
    """Open the model that lies beside this module, once."""
    return open_model()


def checksum(count: int, rest: bytes | memoryview) -> int:
    """Make the checksum of a model, which is its fingerprint too: of how many sections, and all after the header."""
    return crc32(rest, crc32(count.to_bytes(4, "little")))


def _places(path: Path, content: memoryview) -> tuple[int, dict[str, tuple[int, int]]]:
    if len(content) < HEADER.size or bytes(content[: len(MAGIC)]) != MAGIC:
        raise BadModel(path=path, why="not a model of names")
    _, count, fingerprint = HEADER.unpack_from(content)
    if checksum(count, content[HEADER.size :]) != fingerprint:
        raise BadModel(path=path, why="damaged: its checksum does not fit")
    entries = content[HEADER.size : HEADER.size + count * ENTRY.size]
    if len(entries) != count * ENTRY.size:
        raise BadModel(path=path, why="broken off")
    places = {name.rstrip(b"\0").decode("ascii"): (offset, size) for name, offset, size in ENTRY.iter_unpack(entries)}
    if any(offset + size > len(content) for offset, size in places.values()):
        raise BadModel(path=path, why="broken off")
    return fingerprint, places

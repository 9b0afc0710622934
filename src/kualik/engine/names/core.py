"""The compiled core: find it, load it, call it. Where it is absent, `available()` is false and NumPy does the work.

The core is compiled when Kuälik is installed (hatch_build.py, decision 0013). It keeps no state but an open model,
which is never written, so any number of threads may call it; ctypes lets go of Python's lock while C works.
"""

import ctypes
from ctypes import POINTER, c_double, c_float, c_int, c_int32, c_int64, c_uint8, c_uint16, c_uint64, c_void_p
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from kualik.engine.facts import EngineError
from kualik.engine.names.model import Model, shipped

__all__ = ["VERSION", "Column", "Core", "CoreFailure", "Name", "Part", "available", "core", "load"]

VERSION = 1  # KN_VERSION in core/core.h: the layout of the structs and what the functions take
LIBRARIES = tuple(Path(__file__).with_name("core") / f"_core.{kind}" for kind in ("so", "dylib", "dll"))
ANSWERS = {
    1: "the model is not one of names",
    2: "the model lacks a section",
    3: "a section of the model is damaged",
    4: "there is no memory left",
    5: "the index is damaged",
}


class CoreFailure(EngineError):
    """The compiled core could not do what was asked."""

    def __init__(self, *, asked: str, answer: int) -> None:
        why = ANSWERS.get(answer, f"it answered {answer}")
        super().__init__(f"the names core, {asked}: {why}; install Kuälik again, or take the model that came with it")
        self.answer = answer


class Part(ctypes.Structure):
    """One part of a name, as core/core.h lays it out."""

    _fields_ = (
        ("length", c_uint8 * 2),
        ("stem", c_uint8 * 2),
        ("bare", c_uint8 * 2),
        ("script", c_uint8),
        ("flags", c_uint8),
        ("first", c_uint16),
        ("last", c_uint16),
        ("symbols", c_uint8 * 32 * 2),
    )


class Name(ctypes.Structure):
    """A prepared name, as core/core.h lays it out."""

    _fields_ = (
        ("count", c_uint8),
        ("script", c_uint8),
        ("pinyin", c_uint8),
        ("cut", c_uint8),
        ("letters", c_uint16),
        ("spare", c_uint16),
        ("parts", Part * 8),
    )


class Column(ctypes.Structure):
    """Where the texts of a column lie: what Python's strings and Arrow's arrays have in common."""

    _fields_ = (
        ("text", c_void_p),
        ("offsets", c_void_p),
        ("valid", c_void_p),
        ("first", c_int64),
        ("offset_bytes", c_int32),
        ("unit_bytes", c_int32),
    )


ARGUMENTS = {
    "kn_version": (),
    "kn_sources": (),
    "kn_features_count": (),
    "kn_open": (c_void_p, c_uint64, POINTER(c_void_p)),
    "kn_close": (c_void_p,),
    "kn_scores": (c_void_p,),
    "kn_prepare": (c_void_p, POINTER(Column), c_int64, c_int64, c_void_p),
    "kn_features": (c_void_p, c_void_p, c_void_p, c_int64, POINTER(c_float)),
    "kn_compare": (c_void_p, c_void_p, c_void_p, c_int64, POINTER(c_double)),
    "kn_explain": (c_void_p, c_void_p, c_void_p, c_int64, c_void_p),
    "kn_features_columns": (c_void_p, POINTER(Column), POINTER(Column), c_int64, c_int64, c_void_p),
    "kn_compare_columns": (c_void_p, POINTER(Column), POINTER(Column), c_int64, c_int64, c_void_p),
}
"""What each function of core/export.c takes; each answers an int, 0 when all is well."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Core:
    """The library and a model open in it. The model's memory lives as long as this does."""

    library: ctypes.CDLL
    model: Model
    handle: c_void_p

    def call(self, name: str, *arguments: object) -> None:
        """Call a function that takes the model first.

        Raises:
            CoreFailure: it did not answer 0.
        """
        if answer := getattr(self.library, name)(self.handle, *arguments):
            raise CoreFailure(asked=name, answer=answer)

    @property
    def scores(self) -> bool:
        """Whether the model holds what scoring needs."""
        return bool(self.library.kn_scores(self.handle))

    @property
    def sources(self) -> int:
        """The fingerprint of the sources that the library was compiled from."""
        return int(self.library.kn_sources()) & 0xFFFFFFFF


def available() -> bool:
    """Say whether names are compared by the compiled core."""
    return core() is not None


@cache
def core() -> Core | None:
    """Load the core with the model that we ship, once; None where it was not compiled."""
    library = _library()
    return None if library is None else load(shipped(), library)


def load(model: Model, library: ctypes.CDLL) -> Core:
    """Open a model in the core.

    Raises:
        CoreFailure: the core refuses the model.
    """
    handle = c_void_p()
    start = ctypes.addressof(c_uint8.from_buffer(model.mapped))
    if answer := library.kn_open(start, len(model.mapped), ctypes.byref(handle)):
        raise CoreFailure(asked="opening the model", answer=answer)
    return Core(library=library, model=model, handle=handle)


def _library() -> ctypes.CDLL | None:
    for path in filter(Path.exists, LIBRARIES):
        library = _declared(path)
        if library is not None:
            return library
    return None


def _declared(path: Path) -> ctypes.CDLL | None:
    """Load one; None if this platform does not take it, or it was compiled from other sources."""
    try:
        library = ctypes.CDLL(str(path))
        for name, arguments in ARGUMENTS.items():
            function = getattr(library, name)
            function.argtypes, function.restype = arguments, c_int
    except (OSError, AttributeError):
        return None
    return library if library.kn_version() == VERSION else None

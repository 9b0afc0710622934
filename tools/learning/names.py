"""Prepare texts and ask the compiled core, in arrays: what learning and measuring do all the time."""

import ctypes
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from kualik.engine.names import core as compiled
from kualik.engine.names.model import open_model
from kualik.engine.names.packing import write_sections

__all__ = ["NAME", "Asked", "opened", "untrained"]

PART = np.dtype(
    [
        ("length", "u1", 2),
        ("stem", "u1", 2),
        ("bare", "u1", 2),
        ("script", "u1"),
        ("flags", "u1"),
        ("first", "<u2"),
        ("last", "<u2"),
        ("symbols", "u1", (2, 32)),
    ]
)
NAME = np.dtype(
    [
        ("count", "u1"),
        ("script", "u1"),
        ("pinyin", "u1"),
        ("cut", "u1"),
        ("letters", "<u2"),
        ("spare", "<u2"),
        ("parts", PART, 8),
    ]
)


def untrained() -> dict[str, bytes]:
    """Give a forest of one leaf, so that a model can be opened before there are trees."""
    return {
        "m.trees": np.array([[0, 0], [0, 1]], "<u4").tobytes(),
        "m.nodes": bytes(12),
        "m.leaves": np.zeros(1, "<f4").tobytes(),
        "m.curve": np.array([[-1, 0.25], [1, 0.75]], "<f4").tobytes(),
        "m.rarity": bytes(65536),
    }


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """The compiled core with a model of our making."""

    core: compiled.Core

    def prepared(self, texts: Sequence[str]) -> NDArray[np.void]:
        """Prepare names, one row each."""
        joined = np.frombuffer("".join(texts).encode("utf-32-le", "surrogatepass"), "<u4")
        offsets = np.concatenate([[0], np.cumsum([len(text) for text in texts], dtype=np.int64)])
        joined = joined if len(joined) else np.zeros(1, "<u4")
        column = compiled.Column(
            text=joined.ctypes.data, offsets=offsets.ctypes.data, valid=None, first=0, offset_bytes=8, unit_bytes=4
        )
        out = np.zeros(len(texts), NAME)
        self.core.call("kn_prepare", ctypes.byref(column), 0, len(texts), out.ctypes.data)
        return out

    def features(self, a: NDArray[np.void], b: NDArray[np.void]) -> NDArray[np.float32]:
        """Describe pairs of prepared names."""
        out = np.zeros((len(a), self.core.library.kn_features_count()), np.float32)
        self.core.call("kn_features", a.ctypes.data, b.ctypes.data, len(a), _floats(out))
        return out

    def scores(self, a: NDArray[np.void], b: NDArray[np.void]) -> NDArray[np.float64]:
        """Score pairs of prepared names."""
        out = np.zeros(len(a), np.float64)
        self.core.call(
            "kn_compare", a.ctypes.data, b.ctypes.data, len(a), out.ctypes.data_as(ctypes.POINTER(ctypes.c_double))
        )
        return out

    def bones(self, names: NDArray[np.void]) -> NDArray[np.uint16]:
        """Hash the bones of each part; rows of eight."""
        out = np.zeros((len(names), 8), np.uint16)
        self.core.call("kn_bones", *map(ctypes.c_void_p, [names.ctypes.data]), ctypes.c_int64(len(names)), _at(out))
        return out

    def count(
        self,
        a: NDArray[np.void],
        b: NDArray[np.void],
        weight: NDArray[np.float64],
        least: float,
        into: Sequence[object],
    ) -> None:
        """Add up what met what in pairs of names said to be one (costs.Counts, in its order)."""
        self.core.call(
            "kn_count", _at(a), _at(b), _at(weight), ctypes.c_int64(len(a)), ctypes.c_double(least), *map(_at, into)
        )


def _at(array: object) -> ctypes.c_void_p:
    assert isinstance(array, np.ndarray)
    assert array.flags.c_contiguous
    return ctypes.c_void_p(array.ctypes.data)


def _floats(array: NDArray[np.float32]) -> object:
    return array.ctypes.data_as(ctypes.POINTER(ctypes.c_float))


def opened(sections: Mapping[str, bytes]) -> Asked:
    """Open the core with these sections."""
    loaded = compiled.core()
    assert loaded is not None, "learning needs the compiled core: install Kuälik first"
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "model.bin"
        write_sections(path, sections)
        return Asked(core=compiled.load(open_model(path), loaded.library))

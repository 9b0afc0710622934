"""The reader of Kazakh."""

from kualik.engine.extracting.kazakh.reading import METHOD, read_kazakh

__all__ = ["METHOD", "read_kazakh"]

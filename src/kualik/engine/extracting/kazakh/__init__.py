"""The reader of Kazakh."""

from kualik.engine.extracting.kazakh.reading import read_kazakh

__all__ = ["read_kazakh"]

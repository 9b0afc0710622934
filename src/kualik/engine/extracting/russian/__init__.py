"""Reports in Russian into notes: who says what, about whom, and exactly where it stands."""

from kualik.engine.extracting.russian.reading import read_russian

__all__ = ["read_russian"]

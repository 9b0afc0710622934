"""The reader of English."""

from kualik.engine.extracting.english.reading import METHOD, read_english

__all__ = ["METHOD", "read_english"]

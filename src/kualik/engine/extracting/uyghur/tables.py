"""The word lists of the Uyghur reader."""

from kualik.engine.facts.tables import Tables

__all__ = ["mapping", "rows", "words"]

LEXICON = Tables("kualik.engine.extracting.uyghur")
mapping, rows, words = LEXICON.mapping, LEXICON.rows, LEXICON.words

"""The word lists of the Kazakh reader."""

from kualik.engine.facts.tables import Tables

__all__ = ["group", "mapping", "members", "rows", "words"]

LEXICON = Tables("kualik.engine.extracting.kazakh")
group, mapping, members = LEXICON.group, LEXICON.mapping, LEXICON.members
rows, words = LEXICON.rows, LEXICON.words

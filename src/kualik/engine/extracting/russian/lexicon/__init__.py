"""The word lists of the Russian reader; words that share a line are set apart by blanks."""

from collections.abc import Mapping

from kualik.engine.facts.tables import Tables

__all__ = ["column", "group", "rows", "word_set"]

LEXICON = Tables("kualik.engine.extracting.russian")
group, rows = LEXICON.members, LEXICON.rows


def column(table: str) -> Mapping[str, str]:
    """Read a table of two columns."""
    return LEXICON.mapping(table, apart=None)


def word_set(table: str) -> frozenset[str]:
    """Read a table whose first column lists words."""
    return LEXICON.words(table, apart=None)

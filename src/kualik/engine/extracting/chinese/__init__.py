"""The reader of Chinese: words by lists, names by what stands beside them, clauses by their marks."""

from kualik.engine.extracting.chinese.reading import read_chinese
from kualik.engine.extracting.chinese.rules import RULES

__all__ = ["RULES", "read_chinese"]

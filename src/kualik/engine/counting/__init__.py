"""From overlapping lists to how many, with what it assumes and when it cannot be said."""

from kualik.engine.counting.lower_bound import chao
from kualik.engine.counting.report import Report, Result, count_people, in_words
from kualik.engine.counting.table import BadTable, Table, read_table
from kualik.engine.counting.two_lists import Estimate, ImpossibleCounts, TooLittleOverlap, chapman

__all__ = [
    "BadTable",
    "Estimate",
    "ImpossibleCounts",
    "Report",
    "Result",
    "Table",
    "TooLittleOverlap",
    "chao",
    "chapman",
    "count_people",
    "in_words",
    "read_table",
]

"""The reader of Uyghur."""

from kualik.engine.extracting.uyghur.reading import read_uyghur
from kualik.engine.extracting.uyghur.rules import RULES

__all__ = ["RULES", "read_uyghur"]

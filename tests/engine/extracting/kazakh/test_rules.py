"""The rules in words."""

from kualik.engine.extracting.kazakh.rules import RULES
from tests.engine.extracting.kazakh.samples import REPORT, notes_of


def test_every_rule_that_notes_something_is_told_in_words() -> None:
    """A short report is read by rules of all kinds."""
    notes = notes_of(REPORT)
    noted = (notes.parties, notes.sayings, notes.held, notes.ties, notes.happenings, notes.figures)
    seen = {one.rule for some in noted for one in some}
    assert len(seen) > 8
    assert seen <= RULES.keys()

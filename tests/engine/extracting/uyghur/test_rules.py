"""Every rule is in words."""

from kualik.engine.extracting.uyghur import RULES, read_uyghur
from tests.engine.extracting.uyghur.samples import documents


def test_every_rule_that_speaks_is_explained() -> None:
    """In all the documents of the project; and there are some that speak."""
    used: set[str] = set()
    for document in documents():
        notes = read_uyghur(document)
        for noted in (notes.parties, notes.sayings, notes.held, notes.ties, notes.happenings, notes.figures):
            used |= {one.rule for one in noted}
    assert len(used) > 20
    assert used <= RULES.keys()

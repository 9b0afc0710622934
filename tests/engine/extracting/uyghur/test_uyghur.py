"""The reader of Uyghur as others import it."""

from kualik.engine.extracting.uyghur import RULES, read_uyghur
from kualik.engine.facts.claims import Document


def test_a_report_becomes_notes() -> None:
    """Parties, a saying and custody of one sentence, each by a rule that is explained."""
    text = "خەۋەر\nئادۋوكات گۈلنار ھەمدۇل ئابلىز قاسىمنىڭ قولغا ئېلىنغانلىقىنى ئېيتتى."
    notes = read_uyghur(Document(id="x", media_type="text/plain", text=text, language="ug"))
    assert {party.name for party in notes.parties} >= {"گۈلنار ھەمدۇل", "ئابلىز قاسىم"}
    assert len(notes.sayings) == len(notes.held) == 1
    assert notes.held[0].rule in RULES

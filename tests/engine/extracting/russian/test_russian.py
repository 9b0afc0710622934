"""The reader of Russian as others import it."""

from kualik.engine.extracting.russian import read_russian
from kualik.engine.facts.claims import Document


def test_a_report_becomes_notes() -> None:
    """Parties, sayings and custody of one sentence."""
    text = "Суд.\nАдвокат Ольга Зуева сообщила, что Марата Акимова задержали."
    notes = read_russian(Document(id="x", media_type="text/plain", text=text, language="ru"))

    assert {party.name for party in notes.parties} >= {"Ольга Зуева", "Марат Акимов"}
    assert len(notes.sayings) == len(notes.held) == 1

"""Turns of an interview or a transcript."""

from kualik.engine.extracting.english.parsing import parse
from kualik.engine.extracting.english.turns import Turn, find_turns

INTERVIEW = "A talk\n\nQ: Where were you?\n\nA: In the camp.\n\nI was alone.\n\nQ: How long?\n\nA: A year.\n"
BRIEFING = "A briefing\n\nReporter: Is he held?\n\nBekova: He is not.\n\nReporter: Where is he?\n\nBekova: At home.\n"


def _said(text: str) -> list[tuple[str, str]]:
    parsed = parse(text)
    return [(_name(text, turn), text[turn.content.start : turn.content.end]) for turn in find_turns(parsed)]


def _name(text: str, turn: Turn) -> str:
    return "" if turn.head is None else parse(text).words[turn.head].text


def test_answers_are_turns_and_questions_are_not() -> None:
    """What follows an answer without a label belongs to it."""
    assert _said(INTERVIEW) == [("", "In the camp.\n\nI was alone."), ("", "A year.")]


def test_a_label_names_who_speaks() -> None:
    """The reporter asks; the other answers."""
    assert _said(BRIEFING) == [("Bekova", "He is not."), ("Bekova", "At home.")]


def test_notes_with_a_colon_are_no_conversation() -> None:
    """Contact, background, a single caption."""
    assert _said("Release\n\nContact: the office.\n\nHe was freed.\n\nNote: dates are local.\n") == []

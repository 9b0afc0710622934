"""What each rule of attribution sees."""

from kualik.engine.extracting.english.speech_rules import SPEECH_RULES


def test_every_rule_is_told_in_words() -> None:
    """A short stable id and a line that a person can read."""
    assert all("." in rule and " " not in rule for rule in SPEECH_RULES)
    assert all(len(words.split()) > 1 for words in SPEECH_RULES.values())
    assert {"say.subject", "deny.in-words", "refuse.declined", "quote.next-paragraph"} <= set(SPEECH_RULES)

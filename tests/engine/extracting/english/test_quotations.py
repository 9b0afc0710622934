"""Quotations given to their speakers."""

from kualik.engine.extracting.english.parsing import parse
from kualik.engine.extracting.english.quotations import follow_quotations
from kualik.engine.extracting.english.utterances import find_utterances


def _said(text: str) -> list[str]:
    parsed = parse(text)
    found = [one for sentence in parsed.sentences for one in find_utterances(parsed, sentence)]
    return [text[one.content.start : one.content.end] for one in follow_quotations(parsed, found)]


def test_a_quotation_goes_on_behind_its_speaker() -> None:
    """In the next sentence of the paragraph it is the same words."""
    text = '"He is gone," said Aida Bekova. "Nobody told us. We wait."'
    assert _said(text) == [text]


def test_a_quotation_of_several_sentences_is_one() -> None:
    """All of it is said."""
    text = '"He is gone. Nobody told us," said Aida Bekova.'
    assert _said(text) == ['"He is gone. Nobody told us,"']


def test_a_question_is_of_the_one_who_asked() -> None:
    """The mark ended the sentence, not the words."""
    assert _said('"Where is he?" Aida Bekova asked.') == ['"Where is he?"']


def test_a_colon_brings_the_next_quotation() -> None:
    """Also on the next line."""
    assert _said('Aida Bekova wrote:\n"He is gone."') == ['"He is gone."']


def test_a_quotation_goes_on_in_the_next_paragraph() -> None:
    """Right behind its speaker's own words."""
    text = '"He is gone," said Aida Bekova. "We wait."\n\n"We wait every day."'
    assert _said(text)[-1] == '"We wait every day."'


def test_a_quotation_far_from_any_speaker_is_nobody_s() -> None:
    """An empty speaker is better than a likely one."""
    assert _said('Aida Bekova said he was gone.\n\nThe road is long.\n\n"We wait every day."') == ["he was gone"]

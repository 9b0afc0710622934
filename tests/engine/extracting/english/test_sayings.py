"""Everything that a text gives as somebody's words."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kualik.engine.extracting.english.speech_rules import SPEECH_RULES
from tests.engine.extracting.english.speech_samples import sayings, speakers, told

NAMES = ("Aida Bekova", "Gulnar Omarova", "Zarina Alieva", "Dina Serikova")
REPORT = (
    "{name} told the paper that her brother had been taken away. "
    "The county police denied that anyone was held. According to a neighbour, the house is empty."
)


def test_each_voice_of_a_report_is_kept_apart() -> None:
    """Who says it, and where they stand."""
    assert speakers(REPORT.format(name="Aida Bekova")) == [
        ("Aida Bekova", "asserts"),
        ("county police", "denies"),
        ("neighbour", "asserts"),
    ]


@pytest.mark.parametrize("name", NAMES)
def test_another_name_says_the_same(name: str) -> None:
    """Rules know grammar, not people."""
    assert [(stance, what) for _, stance, what in told(REPORT.format(name=name))] == [
        (stance, what) for _, stance, what in told(REPORT.format(name=NAMES[0]))
    ]


def test_an_unrelated_sentence_changes_nothing() -> None:
    """The weather is nobody's claim."""
    text = REPORT.format(name="Aida Bekova")
    assert told(text + " The winter was mild.") == told(text)


def test_nested_voices_are_both_noted() -> None:
    """The aunt told her, she told us."""
    assert speakers("Aida Bekova said an aunt told her that he was gone.") == [
        ("Aida Bekova", "asserts"),
        ("aunt of Aida Bekova", "asserts"),
    ] or [who for who, _ in speakers("Aida Bekova said an aunt told her that he was gone.")] == ["Aida Bekova", "aunt"]


def test_what_was_denied_was_not_said() -> None:
    """Denied that it had advised them: no advice is noted."""
    assert speakers("The ministry denied that it had advised them to keep silent.") == [("ministry", "denies")]


def test_one_verb_with_two_clauses_of_one_stance_is_one_saying() -> None:
    """Said that, and that."""
    found = told("The nurse said that he was ill and that he was alone.")
    assert [what for _, _, what in found] == ["that he was ill and that he was alone"]


def test_headlines_are_no_sources() -> None:
    """A title says what the story says, shorter."""
    assert speakers("Minister Says All Are Free\n\nThe road was closed on Monday.") == []


def test_every_saying_lies_in_the_text_and_its_rule_is_explained() -> None:
    """Offsets fit; each rule has its words."""
    text = REPORT.format(name="Aida Bekova")
    for one in sayings(text)[0]:
        assert 0 <= one.span.start < one.span.end <= len(text)
        assert one.rule in SPEECH_RULES


@settings(max_examples=25, deadline=None)
@given(st.text(alphabet="Aab sd,.;:\"“”'’!?\n-(", max_size=200))
def test_no_text_is_too_odd(text: str) -> None:
    """Whatever is given, spans stay inside it."""
    assert all(0 <= one.span.start <= one.span.end <= len(text) for one in sayings(text)[0])


def _rows() -> list[tuple[str, str]]:
    lines = (Path(__file__).parent / "manners.tsv").read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    return [(text, said) for text, said in rows[1:]]


@pytest.mark.parametrize(("text", "said"), _rows())
def test_who_says_it_and_where_they_stand(text: str, said: str) -> None:
    """Nobody is missed, nobody is added, nobody is given another's words."""
    expected = [tuple(one.rsplit("=", 1)) for one in said.split("; ") if one]
    found = speakers(text)

    assert [stance for _, stance in found] == [stance for _, stance in expected]
    assert all(who.casefold() in label.casefold() for (label, _), (who, _) in zip(found, expected, strict=True))

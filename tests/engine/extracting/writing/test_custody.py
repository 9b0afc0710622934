"""Custody told twice, and custody told otherwise."""

from dataclasses import replace

from kualik.engine.extracting.notes import Held, Value
from kualik.engine.extracting.writing import write
from kualik.engine.facts.claims import Reading
from tests.engine.extracting.writing.samples import document, notes, span

HELD = Held(
    party=1, state="prison", span=span("Timur was jailed for five years"), cue=span("jailed"), rule="passive",
    sentence=Value(text="P5Y", span=span("five years")),
)  # fmt: skip


def _custodies(*told: Held) -> Reading:
    noted = notes()
    noted.held += told
    return write(document(), noted, method="english-rules/2")


def _count(reading: Reading) -> int:
    return sum(claim.property == "detainee" for claim in reading.claims)


def test_one_custody_told_twice_by_one_voice_is_one() -> None:
    """The second telling fills what the first left open."""
    later = replace(HELD, sentence=None, since=Value(text="2018", span=span("2018")))
    reading = _custodies(HELD, later)
    assert _count(reading) == 1
    assert {claim.property for claim in reading.claims} >= {"sentence", "startDate"}


def test_two_sentences_of_one_person_are_two_custodies() -> None:
    """Five years and ten years contradict each other: both are kept."""
    assert _count(_custodies(HELD, replace(HELD, sentence=Value(text="P10Y", span=span("five years"))))) == 2


def test_successive_states_are_kept_apart() -> None:
    """Prison, then released: two custodies."""
    assert _count(_custodies(HELD, replace(HELD, state="released", sentence=None))) == 2


def test_a_place_named_more_fully_is_the_same_place() -> None:
    """Kunes, and a prison in Kunes."""
    one, other = (replace(HELD, place=Value(text=text, span=span("2018"))) for text in ("Kunes", "a prison in Kunes"))
    assert _count(_custodies(one, other)) == 1
    assert _count(_custodies(one, replace(HELD, place=Value(text="Tekes", span=span("2018"))))) == 2


def test_two_voices_are_two_custodies() -> None:
    """What the mother says and what the page says stand side by side."""
    assert _count(_custodies(HELD, replace(HELD, cue=span("denies")))) == 2


def test_what_was_seen_with_doubt_is_less_sure() -> None:
    """A custody that is only believed has a lower confidence."""
    sure, doubtful = (_custodies(replace(HELD, doubtful=doubt)).claims for doubt in (False, True))
    of = {claim.confidence for claim in sure if claim.property == "detainee"}
    assert min(of) > max(claim.confidence for claim in doubtful if claim.property == "detainee")

"""Text into claims."""

import json
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kualik.engine.extracting import extract
from kualik.engine.facts import Claim, Stance
from kualik.engine.facts.flat import facts
from tests.engine.extracting.samples import REPORT, document, read

PIECES = st.sampled_from(
    [
        *REPORT.split(),
        '"',
        "“",
        "”",
        "said",
        "\n\n",
        "\n",
        ",",
        "(",
        ")",
        "her",
        "who",
        "and",
        "2018",
        "—",
        "Q:",
        "A:",
        "’s",
    ]
)
TEXTS = st.one_of(
    st.lists(PIECES, max_size=60).map(" ".join), st.lists(PIECES, max_size=40).map("".join), st.text(max_size=200)
)


@settings(max_examples=300, deadline=None)
@given(TEXTS)
def test_a_passage_always_quotes_the_text(text: str) -> None:
    """Whatever the text: nothing raises, and every quote stands at its place."""
    reading = extract(document(text))

    assert all(text[claim.start : claim.end] == claim.quote for claim in reading.claims)
    assert json.dumps(facts(reading.entities, reading.claims))


@settings(max_examples=100, deadline=None)
@given(TEXTS)
def test_every_claim_is_of_an_entity_that_is_there(text: str) -> None:
    """Entities and claims belong together, and no claim is there twice."""
    reading = extract(document(text))
    known = {entity.id for entity in reading.entities}

    assert {claim.entity for claim in reading.claims} <= known
    assert len({claim.id for claim in reading.claims}) == len(reading.claims)


def test_the_same_text_gives_the_same_claims() -> None:
    """Read twice, nothing differs, ids included."""
    assert read(REPORT) == read(REPORT)


def test_a_language_without_a_reader_gives_no_claims() -> None:
    """A text is never read by the rules of another language."""
    assert extract(document("Ayşe Demir dün gözaltına alındı.", language="tr")).claims == ()


def test_a_tag_with_a_region_is_still_english() -> None:
    """BCP 47: en-GB is English."""
    assert extract(document(REPORT, language="en-GB")).claims


def said(name: str, value: str) -> Claim:
    """Find the one claim of the report with a property and a value."""
    (claim,) = (one for one in read(REPORT).claims if one.property == name and one.value == value)
    return claim


def test_two_sentences_in_one_clause_are_two_people_with_a_term_each() -> None:
    """Each claim goes back to the mother who said it."""
    terms = [claim for claim in read(REPORT).claims if claim.property == "sentence"]

    assert [claim.value for claim in terms] == ["P12Y", "P9Y"]
    assert len({claim.entity for claim in terms}) == 2
    assert {claim.voice for claim in terms} == {("Steppe Wire", "Aigerim Tulegen")}


def test_a_reason_that_relatives_give_is_suspected_and_not_grounds() -> None:
    """What is not said by an authority is never its ground."""
    reasons = {claim.value for claim in read(REPORT).claims if claim.property == "suspectedReason"}

    assert reasons == {"only because they prayed"}


@pytest.mark.parametrize(
    ("content", "stance", "speaker"),
    [
        ("the facilities are camps", Stance.DENIES, "Beijing"),
        ("its actions are aimed at extremism", Stance.ASSERTS, "Beijing"),
        ("those held there are beaten", Stance.ASSERTS, "people who have fled the region"),
    ],
)
def test_a_denial_and_what_others_say_after_it_are_not_mixed(content: str, stance: Stance, speaker: str) -> None:
    """The word "but" turns to another speaker."""
    claim = said("content", content)

    assert (claim.stance, claim.voice[-1]) == (stance, speaker)


def test_a_long_text_is_read_in_time() -> None:
    """Time grows with length: half a million characters of prose take seconds, not minutes."""
    began = time.process_time()
    extract(document(REPORT * 100))

    assert time.process_time() - began < 20

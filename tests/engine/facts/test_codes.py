"""An event has the codes of other bodies only as far as documents tell."""

import pytest

from kualik.engine.facts.codes import ACTS, Acled, Because, Coded, acled, acts, acts_of_state
from kualik.engine.facts.vocabulary import CUSTODY_STATES, EVENT_TYPES


def protest(
    *answers: str, date: str = "2022-02-08", violent: bool = False, series: bool = False, crowd: int | None = None
) -> Acled:
    """Code a picket."""
    told = Coded(
        schema="Protest", type="picket", date=date, responses=frozenset(answers), violent=violent, series=series,
        crowd=crowd, precision="settlement",
    )  # fmt: skip
    return acled(told)


def test_a_gathering_that_nobody_ends_is_a_peaceful_protest_of_protesters_alone() -> None:
    """Being kept at a distance, or told that it is illegal, is no attempt to end it."""
    code = protest("did not come out", "kept at a distance", "told it is illegal")

    assert (code.event_type, code.sub_event_type) == ("Protests", "Peaceful protest")
    assert (code.interaction, code.interaction_words) == ("60", "Protesters only")
    assert (code.time_precision, code.geo_precision) == ("1", "1")
    assert code.because is Because.PEACEFUL


@pytest.mark.parametrize("answer", ["dispersed", "told to disperse", "detained participants"])
def test_a_gathering_that_authorities_try_to_end_is_one_with_intervention(answer: str) -> None:
    """State forces meet protesters."""
    code = protest("no intervention", answer)

    assert (code.sub_event_type, code.interaction) == ("Protest with intervention", "16")


def test_whose_violence_it_was_is_not_made_up() -> None:
    """A riot and force against protesters are two codes; the documents do not say which it is."""
    code = protest("dispersed", violent=True)

    assert (code.event_type, code.sub_event_type, code.interaction) == ("Protests", "", "")
    assert code.because is Because.WHO_WAS_VIOLENT


def test_a_series_and_two_people_are_no_event_to_acled() -> None:
    """Each day of a series is one; three people are a demonstration."""
    assert protest(series=True).because is Because.SERIES
    assert protest(series=True).event_type == ""
    assert protest(crowd=2).because is Because.FEW
    assert protest(crowd=3).event_type == "Protests"


@pytest.mark.parametrize(
    ("type_", "event", "sub", "interaction"),
    [
        ("arrest", "Strategic developments", "Arrests", "17"),
        ("dispersal", "Protests", "Protest with intervention", "16"),
        ("attack", "Violence against civilians", "Attack", ""),
        ("sentencing", "", "", ""),
        ("petition", "", "", ""),
    ],
)
def test_incidents_have_the_codes_that_acled_has_for_them(type_: str, event: str, sub: str, interaction: str) -> None:
    """And none where it codes no such event."""
    code = acled(Coded(schema="Incident", type=type_))

    assert (code.event_type, code.sub_event_type, code.interaction) == (event, sub, interaction)


def test_every_type_is_coded_or_said_to_be_outside() -> None:
    """Without an exception, and never with a sub-event type alone."""
    for type_ in EVENT_TYPES:
        code = acled(Coded(schema="Incident", type=type_))
        assert bool(code.event_type) == (code.because is not Because.OUTSIDE)


@pytest.mark.parametrize(
    ("date", "code"),
    [
        ("2022-02-08", "1"),
        ("2022-02-08~", "2"),
        ("2022-02-08/2022-02-12", "2"),
        ("2022-02", "3"),
        ("2022-21", ""),
        ("2022", ""),
        ("2021-02/..", ""),
        ("XXXX-02-08", ""),
        ("on Tuesday", ""),
        ("", ""),
    ],
)
def test_time_precision_is_as_exact_as_the_date(date: str, code: str) -> None:
    """The day, the week, the month; what is known less well has no code."""
    assert protest(date=date).time_precision == code


@pytest.mark.parametrize(
    ("precision", "code"),
    [("settlement", "1"), ("county", "2"), ("prefecture", "3"), ("region", "3"), ("country", ""), ("", "")],
)
def test_place_precision_is_as_exact_as_the_place(precision: str, code: str) -> None:
    """A country alone has no code."""
    assert acled(Coded(schema="Protest", type="picket", precision=precision)).geo_precision == code


def test_how_a_gathering_is_answered_is_coded_as_acts() -> None:
    """Each once, in the order of the codes of HURIDOCS micro-thesaurus 4."""
    answers = frozenset(
        {"dispersed", "told to disperse", "told it is illegal", "detained participants", "met participants"}
    )
    found = acts(Coded(schema="Protest", type="picket", responses=answers))

    assert [(one.code, one.term) for one in found] == [
        ("030101000000", "Arrest"),
        ("120105000000", "Limitations on assemblies/gatherings"),
        ("120106000000", "Banning of a meeting/mass action"),
    ]


def test_an_arrest_and_a_sentence_are_acts_and_a_petition_is_none() -> None:
    """What people do for the detained is nothing done to somebody."""
    assert acts(Coded(schema="Incident", type="arrest")) == (ACTS["arrest"],)
    assert acts(Coded(schema="Incident", type="sentencing")) == (ACTS["detention"],)
    assert acts(Coded(schema="Appeal", type="petition")) == ()


def test_every_state_of_custody_but_release_is_an_act() -> None:
    """Where the thesaurus has no term of its own, the nearest is said to be that."""
    assert {state for state in CUSTODY_STATES if not acts_of_state(state)} == {"released"}
    assert acts_of_state("disappeared")[0].code == "030103000000"
    assert [one.nearest for one in acts_of_state("forced labour")] == [True]
    assert acts_of_state("nonsense") == ()

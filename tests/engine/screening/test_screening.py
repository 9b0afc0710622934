"""Who may see what. Everybody here is fictional."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kualik.engine.screening import SOURCES, Consent, Screened, UnknownSource, Value, screen

PUBLIC = frozenset({"name", "sentence", "relative"})
YES = Consent(person="p1", audience="public", day="2024-01-01")


def screened(*values: Value, consents: tuple[Consent, ...] = (YES,)) -> Screened:
    """Screen for the public."""
    return screen(values, audience="public", consents=consents, allowed=PUBLIC)


def test_an_allowed_value_with_consent_is_shown_with_its_source_withheld() -> None:
    """The source is the coarsest word unless a person chose another; the day becomes a quarter."""
    result = screened(Value(person="p1", property="sentence", value="P22Y", said_on="2024-02-08"))

    (shown,) = result.shown
    assert (shown.value, shown.source, shown.said_in) == ("P22Y", "source withheld", "2024-01/2024-03")


@pytest.mark.parametrize(
    ("value", "consents", "why"),
    [
        (Value(person="p1", property="passportNumber", value="1"), (YES,), "not a public property"),
        (Value(person="p1", property="name", value="Khalida"), (), "no consent for this audience"),
        (
            Value(person="p1", property="name", value="Khalida"),
            (Consent(person="p1", audience="WGEID", day="2024-01-01"),),
            "no consent for this audience",
        ),
        (
            Value(person="p1", property="name", value="Khalida"),
            (Consent(person="p1", audience="public", day="2024-01-01", withdrawn=True), YES),
            "consent withdrawn",
        ),
        (Value(person="p1", property="relative", value="Marat"), (YES,), "names another person"),
        (
            Value(person="p1", property="relative", value="Marat", others=("p2",)),
            (YES,),
            "names another person, who has not consented",
        ),
        (
            Value(person="p1", property="name", value="Khalida, mother of Marat", others=("p2",)),
            (YES,),
            "names another person, who has not consented",
        ),
    ],
)
def test_what_is_withheld_says_why_and_not_what(value: Value, consents: tuple[Consent, ...], why: str) -> None:
    """The reason is given, the value is not repeated."""
    result = screened(value, consents=consents)

    assert result.shown == ()
    assert [one.why for one in result.withheld] == [why]
    assert value.value not in repr(result.withheld) or value.value == "1"


def test_a_relative_who_consents_may_be_named() -> None:
    """Each human being decides for herself."""
    other = Consent(person="p2", audience="public", day="2024-01-01")
    value = Value(person="p1", property="relative", value="Marat", others=("p2",))

    assert screened(value, consents=(YES, other)).withheld == ()


def test_consent_given_anew_counts_again() -> None:
    """The latest word is the one that binds, whatever the order."""
    no = Consent(person="p1", audience="public", day="2023-01-01", withdrawn=True)
    value = Value(person="p1", property="name", value="Khalida")

    assert screened(value, consents=(YES, no)).withheld == ()


def test_numbers_in_a_value_are_masked() -> None:
    """A telephone number in a name field does not leave."""
    (shown,) = screened(Value(person="p1", property="name", value="Khalida 8 701 234 56 78")).shown

    assert shown.value == "Khalida •••"


def test_a_source_in_words_of_ones_own_is_refused() -> None:
    """'His wife' names one human being."""
    with pytest.raises(UnknownSource, match="his wife"):
        screened(Value(person="p1", property="name", value="Marat", source="his wife"))


@given(
    st.lists(
        st.builds(
            Value,
            person=st.sampled_from(["p1", "p2"]),
            property=st.sampled_from(["name", "relative", "phone"]),
            value=st.just("x"),
            others=st.sampled_from([(), ("p2",), ("p3",)]),
            source=st.sampled_from(SOURCES),
        )
    ),
    st.lists(
        st.builds(
            Consent,
            person=st.sampled_from(["p1", "p2", "p3"]),
            audience=st.sampled_from(["public", "WGAD"]),
            day=st.sampled_from(["2023-01-01", "2024-01-01"]),
            withdrawn=st.booleans(),
        )
    ),
)
def test_nothing_is_shown_of_anybody_who_has_not_consented(values: list[Value], consents: list[Consent]) -> None:
    """Every value is either shown or withheld; more withdrawals never show more."""
    result = screened(*values, consents=tuple(consents))
    said_yes = {one.person for one in consents if one.audience == "public" and not one.withdrawn}
    withdrawn = [Consent(person=one, audience="public", day="2025-01-01", withdrawn=True) for one in ("p1", "p2", "p3")]

    assert len(result.shown) + len(result.withheld) == len(values)
    assert {one.person for one in result.shown} <= said_yes
    assert all(one.property in PUBLIC for one in result.shown)
    assert screened(*values, consents=(*consents, *withdrawn)).shown == ()

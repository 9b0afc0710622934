"""The values of cells."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kualik.engine.extracting.cells import CellFault, value_of
from kualik.engine.facts import Schema
from kualik.engine.facts.edtf import is_edtf


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("2018-02-08", "2018-02-08"),
        ("2018", "2018"),
        ("2018-02-08 00:00", "2018-02-08"),
        ("08.02.2018", "2018-02-08"),
        ("13/02/2018", "2018-02-13"),
        ("02/13/2018", "2018-02-13"),
        ("8 February 2018", "2018-02-08"),
        ("2018年2月8日", "2018-02-08"),
        ("2018~", "2018~"),
    ],
)
def test_a_date_is_read_where_there_is_one_way(text: str, edtf: str) -> None:
    """As EDTF."""
    assert value_of(text, schema=Schema.PERSON, name="birthDate") == edtf


@pytest.mark.parametrize("text", ["03/04/2018", "31.02.2018", "last year", "8 February", "soon", "2018-13-01"])
def test_a_date_that_could_be_two_is_refused(text: str) -> None:
    """Nothing is guessed."""
    with pytest.raises(CellFault):
        value_of(text, schema=Schema.PERSON, name="birthDate")


@pytest.mark.parametrize(
    ("name", "text", "value"),
    [
        ("sentence", "7 years", "P7Y"),
        ("sentence", "P7Y6M", "P7Y6M"),
        ("state", "Prison", "prison"),
        ("grounds", "prayed", "prayed"),
    ],
)
def test_a_custody_cell_has_its_value(name: str, text: str, value: str) -> None:
    """From closed lists where there are some."""
    assert value_of(text, schema=Schema.CUSTODY, name=name) == value


@pytest.mark.parametrize(
    ("name", "text"), [("sentence", "long"), ("state", "gone"), ("duration", "between 3 and 5 years")]
)
def test_what_is_not_in_the_list_is_refused(name: str, text: str) -> None:
    """With what was there."""
    with pytest.raises(CellFault) as fault:
        value_of(text, schema=Schema.CUSTODY, name=name)

    assert fault.value.value == text


@pytest.mark.parametrize(("text", "gender"), [("F", "female"), ("муж.", "male"), ("女", "female")])
def test_gender_is_read_in_several_languages(text: str, gender: str) -> None:
    """As lists write it."""
    assert value_of(text, schema=Schema.PERSON, name="gender") == gender


@given(st.text(max_size=20))
def test_a_date_is_edtf_or_refused(text: str) -> None:
    """There is no third way."""
    try:
        value = value_of(text, schema=Schema.PERSON, name="birthDate")
    except CellFault:
        return

    assert is_edtf(value)

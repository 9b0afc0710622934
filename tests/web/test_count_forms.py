"""The question of how many."""

from typing import Any

import pytest

from kualik.cases.findings.captures import ListRow
from kualik.cases.findings.traits import Where
from kualik.web.count_forms import CountForm

ROWS = [ListRow(name=name, people=3, alone=1, documents=1, chosen=True) for name in ("Steppe Post", "Court Archive")]


def filled(**given: Any) -> CountForm:
    """Fill the form in and send it off."""
    return CountForm({"ask": "1", "lists": ["Steppe Post"], **given}, rows=ROWS)


def test_what_is_filled_in_chooses_people() -> None:
    """Each field is a condition; an empty one is none."""
    form = filled(place="Ghulja", startDate="2017/2019", state="camp", proposed="on", strata="gender")

    assert form.is_valid()
    chosen = form.filters()
    assert chosen.where == (
        Where(property="place", value="Ghulja"),
        Where(property="startDate", value="2017/2019"),
        Where(property="state", value="camp"),
    )
    assert (chosen.proposed, chosen.strata) == (True, "gender")


def test_the_question_is_put_as_it_was_written() -> None:
    """With the claimed figure and its source."""
    form = filled(population="people held", where="the valley", claimed="2 million", claimed_source="a speech")

    assert form.is_valid()
    question = form.asked(form.filters()).question
    assert (question.population, question.place) == ("people held", "the valley")
    assert question.claimed
    assert question.claimed.source == "a speech"


@pytest.mark.parametrize(
    ("given", "field"),
    [
        ({"startDate": "in spring"}, "startDate"),
        ({"claimed": "2 million"}, "claimed_source"),
        ({"claimed_source": "a speech"}, "claimed"),
        ({"lists": []}, "lists"),
        ({"lists": ["Another"]}, "lists"),
        ({"state": "on the moon"}, "state"),
    ],
)
def test_what_makes_no_sense_is_said_at_its_field(given: dict[str, Any], field: str) -> None:
    """In words, before anything is counted."""
    assert field in filled(**given).errors

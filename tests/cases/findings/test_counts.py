"""How a count is kept."""

import pytest

from kualik.cases.findings.captures import ALL, Chosen, capture
from kualik.cases.findings.counts import chosen_of, kept_tables, question_of, report_of, surroundings_of, tables_of
from kualik.cases.findings.models import Count
from kualik.cases.findings.traits import where
from tests.cases.casting import keeper
from tests.cases.findings.listing import QUESTION, asked, lists

pytestmark = pytest.mark.django_db


def test_the_question_and_the_table_are_as_they_were() -> None:
    """Read from the database, whatever has changed in the casebook since."""
    lists()
    chosen = Chosen(where=(where("place=Ghulja"),), lists=("Steppe Post", "Court Archive"))
    made = Count.objects.get(pk=asked(chosen=chosen).pk)
    captured = capture(viewer=keeper(), chosen=chosen)

    assert question_of(made) == QUESTION
    assert chosen_of(made) == chosen
    assert surroundings_of(made) == captured.known
    assert tables_of(made)[ALL].digest == captured.tables[ALL].digest
    assert report_of(made) is None


def test_a_table_is_kept_by_part() -> None:
    """With its lists and patterns in the open, so that anybody can count it again."""
    lists()
    (kept,) = kept_tables(capture(viewer=keeper(), chosen=Chosen()).tables)

    assert kept["stratum"] == ALL
    assert sum(kept["people"].values()) == 5
    assert kept["people"]["111"] == 1

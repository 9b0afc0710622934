"""What is not in the index is put there: after a restore, or since terms changed."""

import pytest

from kualik.cases.documents import jobs, queries
from kualik.cases.documents.models import Section, SectionKind, Terms
from kualik.engine.searching import ask
from tests.cases.casting import NOW, Story, keeper

pytestmark = pytest.mark.django_db


def found() -> int:
    """Count what a word finds."""
    return queries.sections(viewer=keeper(), kind=SectionKind.TEXT, asked=ask("camp")).count()


def test_an_index_that_is_lost_is_made_again() -> None:
    """The same as it was, and nothing is left to do."""
    Story("A camp.").propose()
    Terms.objects.all().delete()
    Section.objects.all().delete()
    assert found() == 0

    assert (jobs.run(by=keeper(), at=NOW), found()) == (1, 1)
    assert jobs.run(by=keeper(), at=NOW) == 0


def test_what_was_indexed_another_way_is_indexed_again_once() -> None:
    """No section is there twice."""
    Story("A camp.").propose()
    Section.objects.update(version=0)

    assert (jobs.run(by=keeper(), at=NOW), found()) == (1, 1)

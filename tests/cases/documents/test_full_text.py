"""A question is written in the language of each database, and both answer it alike."""

import pytest

from kualik.cases.documents import actions, queries
from kualik.cases.documents.full_text import Stream, fts5, tsquery
from kualik.cases.documents.indexing import Row
from kualik.cases.documents.models import Section, SectionKind, Terms
from kualik.engine.searching import Part, Question, ask
from tests.cases.casting import NOW, Story, keeper

QUESTION = Question(
    wanted=(Part(("a", "b")), Part(("c", "d"), phrase=True), Part(("e",), prefix=True)), unwanted=(Part(("f",)),)
)


def test_a_question_for_sqlite() -> None:
    """Any of, side by side, beginning so, and not."""
    assert fts5(QUESTION) == '(("a" OR "b") AND "c d" AND "e"*) NOT (("f"))'


def test_a_question_for_postgresql() -> None:
    """The same."""
    assert tsquery(QUESTION) == "('a' | 'b') & ('c' <-> 'd') & 'e':* & !(('f'))"


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("gate", True), ("gates", True), ("camp gate", True), ('"camp gate"', True), ('"gate camp"', False),
        ("gat*", True), ("gate -camp", False), ("gate -school", True), ("再教育营", True), ("育营", True),
        ("教营", False),
        ("лагере", True), ("'; DROP TABLE documents_terms; --", False), ('"camp" OR "x', False), ("营", True),
    ],
)  # fmt: skip
def test_the_database_in_use_answers_by_one_law(typed: str, found: bool) -> None:  # noqa: FBT001 (what is expected)
    """This suite runs on SQLite and on PostgreSQL."""
    Story("At the camp gate. Он в лагерях. 再教育营。").propose()
    answers = queries.sections(viewer=keeper(), kind=SectionKind.TEXT, asked=ask(typed))

    assert answers.exists() is found


@pytest.mark.django_db
def test_what_is_indexed_again_leaves_nothing_of_before() -> None:
    """Neither the sections nor their terms."""
    story = Story("At the camp gate.").propose()
    row = Row(
        kind=SectionKind.TEXT, document=story.document.pk, of=story.document.pk, stream=Stream(("school",), ("§kt",))
    )
    actions.index(by=keeper(), at=NOW, rows=[row], again=True)

    def answers(typed: str) -> int:
        return queries.sections(viewer=keeper(), kind=SectionKind.TEXT, asked=ask(typed)).count()

    assert (answers("gate"), answers("school")) == (0, 1)
    assert Terms.objects.count() == Section.objects.count()

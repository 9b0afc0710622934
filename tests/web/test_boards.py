"""The conflict board: values side by side, with who says so and why that makes so many witnesses."""

import pytest

from kualik.cases.findings import queries
from kualik.cases.people.models import Person
from kualik.engine.facts import Stance
from kualik.web.boards import SHOWN, Board, best, boards, disputed_values
from tests.cases.casting import Story, keeper
from tests.cases.findings.listing import named

pytestmark = pytest.mark.django_db

MOTHER = "Saltanat Nurbek"


def board_of(person: Person, name: str) -> Board:
    """The board of one property of a person."""
    case = queries.case(viewer=keeper(), person=person)
    return next(one for one in boards(case.known, case.passages) if one.known.property == name)


def told(*voices: str, value: str = "1985", repeated: int = 1) -> Story:
    """Let one report give a year of birth in several voices."""
    story = Story("Erlan was born in 1985.")
    erlan = story.person("Erlan")
    for _time in range(repeated):
        for voice in voices:
            story.say(erlan, "birthDate", value, voice=(voice,) if voice else ())
    return story


def test_each_value_says_since_when_and_by_whom_it_is_told() -> None:
    """The earliest day on which anybody published it."""
    story = told(MOTHER).accept()

    (value,) = board_of(story.who("e1"), "Person.birthDate").values

    assert (value.since, [one.voice[-1] for one in value.supports]) == ("2024-02-10", [MOTHER])
    assert not value.leans


def test_one_witness_who_is_repeated_is_explained() -> None:
    """Three passages, one mother: one witness, and the page says why."""
    story = told(MOTHER)
    story.say("e1", "birthDate", "1985", voice=(MOTHER.upper(),))
    story.say("e1", "birthDate", "1985")
    story.accept()

    (value,) = board_of(story.who("e1"), "Person.birthDate").values

    assert value.leans
    assert (value.weighed.independent, len(value.supports)) == (1, 3)
    assert [len(one.claims) for one in value.witnesses] == [2]
    assert value.unattributed == 1


def test_a_long_row_of_voices_is_cut_and_counted() -> None:
    """The page stays readable; the rest is one click away."""
    story = told(*(f"Witness {letter * 3}" for letter in "ABCDEFGHIJK")).accept()

    (value,) = board_of(story.who("e1"), "Person.birthDate").values

    assert (len(value.shown), value.more) == (SHOWN, 11 - SHOWN)


def test_a_denied_value_is_disputed_and_a_best_one_is_found() -> None:
    """Both sides stay."""
    story = told(MOTHER)
    story.say("e1", "birthDate", "1985", voice=("the police",), stance=Stance.DENIES)
    story.say("e1", "birthDate", "1990", voice=("the police",))
    story.accept()
    case = queries.case(viewer=keeper(), person=story.who("e1"))
    board = board_of(story.who("e1"), "Person.birthDate")

    assert board.disputed
    assert board.anchor == "board-Person-birthDate"
    assert disputed_values(case.known) == {("Person.birthDate", "1985"), ("Person.birthDate", "1990")}
    assert [one.voice[-1] for value in board.values for one in value.denies] == ["the police"]
    assert best(case.known, "gender") is None
    found = best(case.known, "birthDate")
    assert found is not None
    assert found.value == board.values[0].weighed.value


def test_what_is_only_proposed_is_cut_too() -> None:
    """And is no value yet."""
    story = told(*(f"Witness {letter * 3}" for letter in "ABCDEFGHIJK")).propose()

    board = board_of(story.who("e1"), "Person.birthDate")

    assert (board.values, len(board.shown), board.more) == ((), SHOWN, 11 - SHOWN)


def test_people_of_a_list_have_their_own_boards() -> None:
    """Nobody's claim stands with a neighbour."""
    story = named("Valley Committee", ["Serik Almasuly", "Bolat Qairatuly"])

    (value,) = board_of(story.who("e1"), "Person.name").values

    assert value.weighed.value == "Serik Almasuly"

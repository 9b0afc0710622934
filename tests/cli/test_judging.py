"""Judging, and the list of pairs that wait for it."""

import json

import pytest

from kualik.cases.accounts.models import Role
from kualik.cases.people.models import Judgement
from kualik.cases.sources.intake import Told
from kualik.cli import judging
from tests.cases.casting import NOW, Story, keeper, worker
from tests.cli.running import run

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _two_spellings() -> None:
    """One name in two alphabets, in two reports."""
    for name, told in (("Serik Almasuly", None), ("Серік Алмасұлы", Told(publisher="Дала", language="kk"))):
        story = Story(f"{name}.", told=told)
        story.person(name)
        story.propose()


def test_pairs_are_listed_with_their_reasons_until_they_are_judged(capsys: pytest.CaptureFixture[str]) -> None:
    """In lines, or one JSON object each."""
    judging.list_pairs(by=keeper(), limit=5, as_json=False)
    lines = capsys.readouterr().out.splitlines()
    assert "Serik Almasuly" in lines[0]
    assert len(lines) > 1
    told = json.loads(run(capsys, "judge", "list", "--json").out)
    assert {told["left"]["label"], told["right"]["label"]} == {"Serik Almasuly", "Серік Алмасұлы"}

    judging.judge(by=keeper(), at=NOW, verdict="positive", pair=("K-1", "K-2"), why="")
    capsys.readouterr()
    judging.list_pairs(by=keeper(), limit=5, as_json=False)
    assert capsys.readouterr().out == ""


def test_a_reader_judges_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    """The refusal says which role it takes; nothing is changed."""
    worker("reader", Role.READER)

    ran = run(capsys, "judge", "same", "K-1", "K-2", as_="reader")

    assert (ran.code, ran.out) == (1, "")
    assert "editor" in ran.err
    assert not Judgement.objects.exists()


def test_two_persons_are_one_line_however_many_documents_speak_of_them(capsys: pytest.CaptureFixture[str]) -> None:
    """A third report on one of them adds no second line."""
    third = Story("Serik Almasuly was seen again.")
    id_ = third.person("Serik Almasuly")
    third.propose()
    judging.judge(by=keeper(), at=NOW, verdict="positive", pair=("K-1", str(third.who(id_))), why="")
    capsys.readouterr()

    judging.list_pairs(by=keeper(), limit=5, as_json=False)

    assert capsys.readouterr().out.count("K-000001 ") == 1

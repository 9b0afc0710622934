"""`kualik show` at the terminal."""

import pytest

from tests.cases.casting import Story
from tests.cli.running import run

pytestmark = pytest.mark.django_db


def test_a_person_is_shown_by_number_or_by_a_name_in_any_alphabet(capsys: pytest.CaptureFixture[str]) -> None:
    """All three mean the same case."""
    story = Story("Khalida Serikbai fainted.")
    story.person("Khalida Serikbai")
    story.propose()

    shown = [run(capsys, "show", *words) for words in (["K-1"], ["Khalida", "Serikbai"], ["Халида Серикбай"])]

    assert {ran.code for ran in shown} == {0}
    assert len({ran.out for ran in shown}) == 1
    assert shown[0].out.startswith("K-000001  Khalida Serikbai\n")


def test_a_name_that_fits_several_lists_them_and_ends_with_1(capsys: pytest.CaptureFixture[str]) -> None:
    """So that one can be named by number."""
    story = Story("Her two sons are held, Gulnur said.")
    for sentence in ("P22Y", "P10Y"):
        story.held(story.person(description="son of Gulnur"), state="prison", sentence=sentence)
    story.propose()

    ran = run(capsys, "show", "son of Gulnur")

    assert (ran.code, ran.out) == (1, "")
    assert "K-000001  son of Gulnur  prison, 22 years" in ran.err
    assert "K-000002  son of Gulnur  prison, 10 years" in ran.err


def test_nobody_ends_with_1(capsys: pytest.CaptureFixture[str]) -> None:
    """And says how to look further."""
    ran = run(capsys, "show", "Bolatbek")

    assert (ran.code, ran.out) == (1, "")
    assert "no person 'Bolatbek' here" in ran.err

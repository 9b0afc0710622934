"""`kualik judge` at the terminal."""

import pytest

from kualik.cases.people.models import Judgement
from tests.cases.casting import Story
from tests.cli.running import run

pytestmark = pytest.mark.django_db


@pytest.fixture
def story() -> Story:
    """Two people."""
    made = Story("Serik Almasuly and Dina Omarqyzy were seen.")
    made.person("Serik Almasuly")
    made.person("Dina Omarqyzy")
    return made.propose()


@pytest.mark.parametrize(("word", "verdict"), [("same", "positive"), ("different", "negative"), ("unsure", "unsure")])
def test_each_word_is_a_verdict(story: Story, word: str, verdict: str, capsys: pytest.CaptureFixture[str]) -> None:
    """People are named by number or name; the reason is kept."""
    ran = run(capsys, "judge", word, "K-1", "Dina Omarqyzy", "--why", "one file")

    assert ran.code == 0
    made = Judgement.objects.get()
    assert (made.verdict, made.why) == (verdict, "one file")
    assert str(made.pk) in ran.out
    assert (story.who("e1") == story.who("e2")) is (word == "same")


def test_undoing_takes_the_id_that_was_printed(story: Story, capsys: pytest.CaptureFixture[str]) -> None:
    """A second time it is refused."""
    run(capsys, "judge", "same", "K-1", "K-2")
    made = Judgement.objects.get()

    assert run(capsys, "judge", "undo", str(made.pk), "--why", "a slip").code == 0
    assert story.who("e1") != story.who("e2")
    again = run(capsys, "judge", "undo", str(made.pk))
    assert again.code == 1
    assert "was undone" in again.err


def test_without_a_second_person_it_is_wrong_usage(capsys: pytest.CaptureFixture[str]) -> None:
    """Exit code 2."""
    assert run(capsys, "judge", "same", "K-1").code == 2

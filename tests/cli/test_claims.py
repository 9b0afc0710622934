"""`kualik claims` at the terminal."""

import pytest

from kualik.cases.claims.models import Claim
from tests.cases.casting import Story
from tests.cli.running import run

pytestmark = pytest.mark.django_db


@pytest.fixture
def story() -> Story:
    """A report with claims that a reader is more and less sure of."""
    made = Story("Serik Almasuly, 40, a teacher.")
    serik = made.person("Serik Almasuly")
    made.say(serik, "age", "40", confidence=0.5)
    made.say(serik, "profession", "teacher", confidence=0.7)
    return made.propose()


def statuses() -> dict[str, str]:
    """Say how far each claim has come, by property."""
    return dict(Claim.objects.values_list("property", "status"))


def test_proposals_are_listed_with_who_says_so_and_where(story: Story, capsys: pytest.CaptureFixture[str]) -> None:
    """By document, here by the first digits of its id."""
    ran = run(capsys, "claims", "list", "--document", str(story.document.pk)[:8])

    assert ran.code == 0
    assert "Serik Almasuly: profession = teacher" in ran.out
    assert "The Steppe Post asserts, 0.70: “teacher”" in ran.out


def test_claims_are_accepted_by_property_and_confidence(story: Story, capsys: pytest.CaptureFixture[str]) -> None:
    """What does not fit stays proposed."""
    document = str(story.document.pk)
    assert (
        run(capsys, "claims", "accept", "--document", document, "--min-confidence", "0.6").out == "2 claims accepted\n"
    )
    assert statuses() == {"name": "accepted", "profession": "accepted", "age": "proposed"}

    assert run(capsys, "claims", "reject", "--document", document, "--property", "age").out == "1 claim rejected\n"
    assert statuses()["age"] == "rejected"


@pytest.mark.usefixtures("story")
def test_a_claim_is_named_by_the_first_digits_of_its_id(capsys: pytest.CaptureFixture[str]) -> None:
    """An accepted one can be rejected so."""
    claim = Claim.objects.get(property="age")

    assert run(capsys, "claims", "accept", str(claim.pk)[:13], "--why", "checked").code == 0
    assert run(capsys, "claims", "reject", str(claim.pk)).code == 0
    assert statuses()["age"] == "rejected"
    assert [one.why for one in claim.decisions.order_by("at")] == ["checked", ""]


def test_naming_nothing_is_wrong_usage(capsys: pytest.CaptureFixture[str]) -> None:
    """Nobody accepts a whole casebook by a slip."""
    ran = run(capsys, "claims", "accept")

    assert ran.code == 2
    assert "--document" in ran.err

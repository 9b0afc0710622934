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


def test_an_unknown_status_is_wrong_usage_and_the_choices_are_named(capsys: pytest.CaptureFixture[str]) -> None:
    """No traceback."""
    ran = run(capsys, "claims", "list", "--status", "foo")

    assert ran.code == 2
    for choice in ("proposed", "accepted", "rejected", "withdrawn", "all"):
        assert choice in ran.err


@pytest.mark.usefixtures("story")
def test_too_few_digits_are_called_too_few(capsys: pytest.CaptureFixture[str]) -> None:
    """And it is said how many it takes."""
    ran = run(capsys, "claims", "accept", "ab")

    assert (ran.code, ran.out) == (1, "")
    assert "claim ab: too short; give at least the first 4 digits" in ran.err


@pytest.mark.usefixtures("story")
def test_a_claim_is_withdrawn_and_reopened(capsys: pytest.CaptureFixture[str]) -> None:
    """A withdrawn one can be looked at and brought back."""
    claim = str(Claim.objects.get(property="age").pk)

    assert run(capsys, "claims", "withdraw", claim[:8], "--why", "taken back").out == "1 claim withdrawn\n"
    assert statuses()["age"] == "withdrawn"
    assert claim in run(capsys, "claims", "list", "--status", "withdrawn").out
    assert run(capsys, "claims", "reopen", claim).out == "1 claim reopened\n"
    assert statuses()["age"] == "proposed"


@pytest.mark.usefixtures("story")
def test_a_claim_is_corrected(capsys: pytest.CaptureFixture[str]) -> None:
    """By value, stance, and who says so from the page to the witness."""
    claim = str(Claim.objects.get(property="age").pk)
    change = ("--value", "41", "--stance", "alleges", "--voice", "The Steppe Post", "--voice", "Marat")

    assert run(capsys, "claims", "correct", claim[:8], *change, "--why", "misread").code == 0

    new = Claim.objects.get(property="age", status="accepted")
    assert (new.value, new.stance, new.voice) == ("41", "alleges", ["The Steppe Post", "Marat"])
    assert run(capsys, "claims", "correct", str(new.pk)).code == 1  # nothing is changed


def test_claims_are_listed_by_the_title_of_their_document(story: Story, capsys: pytest.CaptureFixture[str]) -> None:
    """As `kualik find` prints it, or by the digits before it."""
    assert run(capsys, "claims", "list", "--document", story.document.title).out.count("Serik Almasuly: ") == 3
    assert run(capsys, "claims", "list", "--document", "No such title").code == 1

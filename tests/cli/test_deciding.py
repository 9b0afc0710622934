"""Which claims are meant, and what becomes of them."""

import json

import pytest

from kualik.cases.accounts.models import Role
from kualik.cases.claims.models import Claim
from kualik.cases.ledger.models import Entry
from kualik.cli import deciding
from kualik.cli.deciding import Changed, Wanted
from kualik.cli.naming import NoSuchId, TooShort
from kualik.engine.facts import Stance
from tests.cases.casting import NOW, Story, keeper, worker
from tests.cli.running import run

pytestmark = pytest.mark.django_db


@pytest.fixture
def story() -> Story:
    """Two claims about one person."""
    made = Story("Serik Almasuly, 40.")
    serik = made.person("Serik Almasuly")
    made.say(serik, "age", "40")
    return made.propose()


def test_a_bulk_decision_is_one_entry(story: Story) -> None:
    """However many claims it is about."""
    before = Entry.objects.count()

    deciding.decide(by=keeper(), at=NOW, deed="accept", wanted=Wanted(document=str(story.document.pk)), why="")

    assert Entry.objects.count() == before + 1
    assert set(Claim.objects.values_list("status", flat=True)) == {"accepted"}


def test_where_no_proposal_fits_nothing_is_changed(story: Story, capsys: pytest.CaptureFixture[str]) -> None:
    """And that is said, without an error: it can be run again."""
    wanted = Wanted(document=str(story.document.pk), properties=("profession",))

    deciding.decide(by=keeper(), at=NOW, deed="accept", wanted=wanted, why="")

    assert "nothing was changed" in capsys.readouterr().out


@pytest.mark.parametrize(("id_", "refusal"), [("abc", TooShort), ("ffffffff", NoSuchId), ("not-an-id", NoSuchId)])
@pytest.mark.usefixtures("story")
def test_an_id_that_names_nothing_is_refused(id_: str, refusal: type[Exception]) -> None:
    """Too short, unknown, or none at all."""
    for wanted in (Wanted(document=id_), Wanted(ids=(id_,))):
        with pytest.raises(refusal):
            deciding.decide(by=keeper(), at=NOW, deed="accept", wanted=wanted, why="")


def test_lists_are_by_status_and_json_is_one_object_a_line(story: Story, capsys: pytest.CaptureFixture[str]) -> None:
    """With the passage of each."""
    ran = run(capsys, "claims", "list", "--json", "--property", "age")
    told = json.loads(ran.out)
    assert (told["property"], told["quote"], told["document"]) == ("age", "40", str(story.document.pk))

    assert run(capsys, "claims", "list", "--status", "accepted").out == ""
    assert len(run(capsys, "claims", "list", "--status", "all").out.splitlines()) == 4


def test_a_contributor_decides_nothing(story: Story, capsys: pytest.CaptureFixture[str]) -> None:
    """The refusal is one line."""
    worker("daniyar", Role.CONTRIBUTOR)

    ran = run(capsys, "claims", "accept", "--document", str(story.document.pk), as_="daniyar")

    assert ran.code == 1
    assert "editor" in ran.err
    assert set(Claim.objects.values_list("status", flat=True)) == {"proposed"}


@pytest.mark.usefixtures("story")
def test_a_correction_takes_the_place_of_the_old_claim(capsys: pytest.CaptureFixture[str]) -> None:
    """What is not changed stays; the old one is withdrawn."""
    old = Claim.objects.get(property="age")

    deciding.correct(by=keeper(), at=NOW, id_=str(old.pk)[:8], change=Changed(value="41"), why="misread")

    new = Claim.objects.get(property="age", status="accepted")
    assert (new.value, new.voice, new.supersedes_id) == ("41", old.voice, old.pk)
    assert Claim.objects.get(pk=old.pk).status == "withdrawn"
    assert f"claim {new.pk} stands in the place of {old.pk}" in capsys.readouterr().out


def test_a_change_holds_what_was_given_and_nothing_else() -> None:
    """An empty value is a value; what is left out is not there."""
    assert Changed(value="").told() == {"value": ""}
    every = Changed(value="x", stance=Stance.DENIES, voice=("A", "B"), property="age")
    assert every.told() == {"value": "x", "stance": Stance.DENIES, "voice": ("A", "B"), "property": "age"}

"""What the commands on releases do and print."""

import json

import pytest

from kualik.cases.releases.models import Consent, Release
from kualik.cli import releasing
from kualik.cli.releasing import Wanted
from tests.cases.casting import NOW, keeper, later
from tests.cases.releases.releasing import GIVER, approved, case, consented
from tests.cli.running import run

pytestmark = pytest.mark.django_db


def test_a_draft_holds_all_that_may_be_shown_but_no_words_unless_asked(capsys: pytest.CaptureFixture[str]) -> None:
    """Words of documents go out only when somebody names them."""
    person = case().who("e1")
    for audience in ("public", "un"):
        consented(person, audience)  # type: ignore[arg-type]  # the choice's own text
    wanted = Wanted(title="For lawyers of the UN", audience="un", properties=())
    releasing.draft(by=keeper(), at=NOW, persons=["K-1"], wanted=wanted)

    told = run(capsys, "release", "show", "For lawyers of the UN", "--json").json

    assert told["items"][0]["content"]["passages"] == []
    assert told["items"][0]["content"]["name"] == "Serik Almasuly"


def test_withdrawing_a_consent_says_what_must_be_made_anew(capsys: pytest.CaptureFixture[str]) -> None:
    """And the release shows who is left out from then on."""
    approved(case().who("e1"))

    releasing.withdraw_consent(by=keeper(), at=later(1), reference=str(Consent.objects.get().pk))

    assert "'Held since 2018' held this person" in capsys.readouterr().err
    assert "K-000001 was withdrawn" in run(capsys, "release", "show", "Held since 2018").err


def test_lists_never_print_who_gave_a_consent(capsys: pytest.CaptureFixture[str]) -> None:
    """Not even to a custodian: the terminal of others may show it."""
    consented(case().who("e1"))

    for words in (["consents"], ["consents", "--json"]):
        out = run(capsys, "release", *words).out
        assert "K-000001" in out
        assert GIVER not in out


def test_releases_as_json_are_one_object_a_line(capsys: pytest.CaptureFixture[str]) -> None:
    """With id, state, audience and title."""
    made = approved(case().who("e1"))

    (line,) = run(capsys, "release", "list", "--json").out.splitlines()

    assert json.loads(line) == {
        "id": str(made.pk),
        "state": "approved",
        "audience": "public",
        "title": "Held since 2018",
    }
    assert Release.objects.count() == 1

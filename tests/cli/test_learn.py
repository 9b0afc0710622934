"""`kualik learn report`."""

import json

import pytest

from kualik.cases.accounts.models import Role
from kualik.cases.claims import actions
from kualik.cases.claims.models import Claim
from tests.cases.casting import NOW, Story, keeper, worker
from tests.cli.running import run

pytestmark = pytest.mark.django_db


@pytest.fixture
def rejected() -> Claim:
    """A proposal that somebody rejected."""
    story = Story("Serik \x1b[31mAlmasuly, 40.")
    story.say(story.person("Serik"), "age", "40")
    story.propose()
    claim = Claim.objects.get(property="age")
    actions.reject(by=keeper(), at=NOW, claims=[claim.pk], why="it is 41")
    return claim


@pytest.mark.usefixtures("rejected")
def test_the_report_says_counts_shares_and_passages(capsys: pytest.CaptureFixture[str]) -> None:
    """And that so few decisions tell nothing yet."""
    ran = run(capsys, "learn", "report")

    assert ran.code == 0
    assert "1 rules, 2 proposals, 1 decided on" in ran.out
    assert "2 proposed: 0 accepted, 1 rejected, 0 corrected, 1 waiting" in ran.out
    assert "wrong: 100% (21% to 100% at 95 %); too few decisions to tell" in ran.out
    assert "rejected age = 40: “40” (it is 41)" in ran.out
    assert "1 rules have fewer than 10 decisions" in ran.out


def test_json_is_one_object_a_rule(rejected: Claim, capsys: pytest.CaptureFixture[str]) -> None:
    """With the ids of the passages shown."""
    (line,) = run(capsys, "learn", "report", "--json").out.splitlines()
    told = json.loads(line)

    assert (told["method"], told["proposed"], told["rejected"], told["enough"]) == ("reader 1", 2, 1, False)
    assert told["examples"][0]["claim"] == str(rejected.pk)


def test_without_claims_it_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    """A new casebook."""
    assert run(capsys, "learn", "report").out == "0 rules, 0 proposals, 0 decided on\n"


def test_whoever_may_not_review_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    """In one line."""
    ran = run(capsys, "learn", "report", as_=worker("dana", Role.READER).username)

    assert ran.code == 1
    assert "decide on claims" in ran.err

"""Two people at one claim: whoever comes second sees both answers, and nothing is overwritten."""

from collections.abc import Callable

from django.test import Client

from kualik.cases.accounts.models import Role
from kualik.cases.claims import actions
from kualik.cases.claims.models import Claim
from tests.web.house import NOW, House

GIVEN = {"property": "sentence", "value": "P10Y", "stance": "asserts", "witness": "Saltanat Nurbek"}
WHY = {"through": "Steppe Wire", "why": "the letter says ten"}


def typed(claim: Claim, **changed: str) -> dict[str, str]:
    """Fill in the form of a correction."""
    return {f"c{claim.pk.hex[:8]}-{name}": value for name, value in {**GIVEN, **WHY, **changed}.items()}


def test_another_decision_is_shown_beside_ones_own(house: House, as_: Callable[[Role], Client]) -> None:
    """With who was first, and why; one's own can be put in place all the same."""
    claim = house.claims[0]
    actions.reject(by=house.keeper, at=NOW, claims=[claim.pk], why="a misprint")
    client = as_(Role.EDITOR)

    answer = client.post(f"/claims/{claim.pk}/accept/", {"seen": "proposed"})

    conflict = answer.context["conflict"]
    assert answer.status_code == 409
    assert (conflict.by, conflict.why) == (str(house.keeper), "a misprint")
    assert [(row.mine, row.theirs) for row in conflict.rows] == [("Accepted", "Rejected")]
    client.post(conflict.action, conflict.mine)
    assert Claim.objects.get(pk=claim.pk).status == "accepted"


def test_two_corrections_stand_side_by_side(house: House, as_: Callable[[Role], Client]) -> None:
    """The second is not lost: it can be put in the place of the first, or a third be written."""
    claim = house.claim("sentence")
    first = actions.correct(by=house.keeper, at=NOW, claim=claim.pk, why="a slip", value="P11Y")
    client = as_(Role.EDITOR)

    answer = client.post(f"/claims/{claim.pk}/correct/", {**typed(claim), "seen": "proposed"})

    conflict = answer.context["conflict"]
    assert answer.status_code == 409
    assert ("P10Y", "P11Y") in {(row.mine, row.theirs) for row in conflict.rows}
    assert "P10Y" in answer.content.decode()
    client.post(conflict.action, conflict.mine)
    last = Claim.objects.get(supersedes=first)
    assert (last.value, last.status) == ("P10Y", "accepted")
    assert Claim.objects.get(pk=first.pk).status == "withdrawn"


def test_a_claim_rejected_while_it_was_corrected(house: House, as_: Callable[[Role], Client]) -> None:
    """The correction waits for a look at the rejection."""
    claim = house.claim("sentence")
    actions.reject(by=house.keeper, at=NOW, claims=[claim.pk], why="not him")

    answer = as_(Role.EDITOR).post(f"/claims/{claim.pk}/correct/", {**typed(claim), "seen": "proposed"})

    assert answer.status_code == 409
    assert answer.context["conflict"].why == "not him"
    assert not Claim.objects.filter(supersedes=claim).exists()


def test_what_was_withdrawn_cannot_be_decided_again(house: House, as_: Callable[[Role], Client]) -> None:
    """There is nothing of one's own to put in place; the way to theirs stays."""
    claim = house.claims[0]
    actions.withdraw(by=house.keeper, at=NOW, claims=[claim.pk], why="the paper took it back")

    answer = as_(Role.EDITOR).post(f"/claims/{claim.pk}/accept/", {"seen": "proposed"})

    assert answer.status_code == 409
    assert answer.context["conflict"].mine == {}


def test_htmx_gets_the_part_only(house: House, as_: Callable[[Role], Client]) -> None:
    """It lands among the notices of the page that is open."""
    claim = house.claims[0]
    actions.reject(by=house.keeper, at=NOW, claims=[claim.pk])

    answer = as_(Role.EDITOR).post(f"/claims/{claim.pk}/accept/", {"seen": "proposed"}, headers={"HX-Request": "true"})

    assert answer.status_code == 409
    assert "<html" not in answer.content.decode()

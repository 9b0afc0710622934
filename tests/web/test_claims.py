"""Deciding on claims."""

from collections.abc import Callable
from uuid import UUID

import pytest
from django.test import Client

from kualik.cases.accounts.models import Role
from kualik.cases.claims.models import Claim
from kualik.cases.people.models import Mention
from tests.web.house import TEXT, House


def status_of(claim: Claim) -> str:
    """Look a claim's status up."""
    return Claim.objects.get(pk=claim.pk).status


@pytest.mark.parametrize(("deed", "status"), [("accept", "accepted"), ("reject", "rejected")])
def test_a_form_decides_and_leads_back_to_the_claim(
    house: House, as_: Callable[[Role], Client], deed: str, status: str
) -> None:
    """Without any script."""
    claim = house.claims[0]

    answer = as_(Role.EDITOR).post(f"/claims/{claim.pk}/{deed}/")

    assert answer["Location"] == f"/documents/{house.document.pk}/?claim={claim.pk}#claim-{claim.pk}"
    assert status_of(claim) == status


def test_a_decision_is_undone(house: House, as_: Callable[[Role], Client]) -> None:
    """It is a proposal again."""
    claim = house.claims[0]
    client = as_(Role.EDITOR)
    client.post(f"/claims/{claim.pk}/accept/")

    client.post(f"/claims/{claim.pk}/reopen/")

    assert status_of(claim) == "proposed"


def test_htmx_gets_the_card_and_the_tally(house: House, as_: Callable[[Role], Client]) -> None:
    """And no page around them."""
    claim = house.claims[0]

    page = as_(Role.EDITOR).post(f"/claims/{claim.pk}/accept/", headers={"HX-Request": "true"}).content.decode()

    assert f'id="claim-{claim.pk}"' in page
    assert 'data-status="accepted"' in page
    assert 'id="tally" hx-swap-oob="true"' in page
    assert "<html" not in page


def test_a_get_decides_nothing(house: House, as_: Callable[[Role], Client]) -> None:
    """A link in somebody's message accepts no claim."""
    assert as_(Role.EDITOR).get(f"/claims/{house.claims[0].pk}/accept/").status_code == 405
    assert status_of(house.claims[0]) == "proposed"


def test_a_form_from_elsewhere_decides_nothing(house: House, as_: Callable[[Role], Client]) -> None:
    """Without the token of our own page."""
    strict = Client(enforce_csrf_checks=True)
    strict.cookies = as_(Role.EDITOR).cookies

    assert strict.post(f"/claims/{house.claims[0].pk}/accept/").status_code == 403
    assert status_of(house.claims[0]) == "proposed"


def test_what_another_editor_decided_is_not_overridden_from_an_older_page(
    house: House, as_: Callable[[Role], Client]
) -> None:
    """The card shows a proposal; it was rejected since, and stays so."""
    claim = house.claims[0]
    page = as_(Role.EDITOR).get(f"/documents/{house.document.pk}/").content.decode()
    assert page.count('name="seen" value="proposed"') == 2 * len(house.claims)
    as_(Role.EDITOR).post(f"/claims/{claim.pk}/reject/", {"seen": "proposed"})

    late = as_(Role.EDITOR).post(f"/claims/{claim.pk}/accept/", {"seen": "proposed"})

    assert (late.status_code, status_of(claim)) == (409, "rejected")


def test_the_same_decision_twice_is_no_conflict(house: House, as_: Callable[[Role], Client]) -> None:
    """What somebody else decided the same way is as both wanted it."""
    claim = house.claims[0]
    as_(Role.EDITOR).post(f"/claims/{claim.pk}/accept/", {"seen": "proposed"})

    again = as_(Role.EDITOR).post(f"/claims/{claim.pk}/accept/", {"seen": "proposed"}, headers={"HX-Request": "true"})

    assert again.status_code == 200
    assert 'data-status="accepted"' in again.content.decode()


def test_a_correction_stands_in_the_old_ones_place(house: House, as_: Callable[[Role], Client]) -> None:
    """The old one stays to be seen."""
    claim = house.claim("sentence")
    client = as_(Role.EDITOR)
    prefix = f"c{claim.pk.hex[:8]}"
    given = {"property": "sentence", "value": "P10Y", "stance": "asserts", "witness": "Saltanat Nurbek"}
    given |= {"through": "Steppe Wire", "why": "the letter says ten"}

    answer = client.post(f"/claims/{claim.pk}/correct/", {f"{prefix}-{name}": value for name, value in given.items()})

    new = Claim.objects.get(supersedes=claim)
    assert answer["Location"].endswith(f"#claim-{new.pk}")
    assert (new.value, new.status, new.voice) == ("P10Y", "accepted", ["Steppe Wire", "Saltanat Nurbek"])
    assert status_of(claim) == "withdrawn"


def test_a_correction_in_place_brings_both_cards(house: House, as_: Callable[[Role], Client]) -> None:
    """The new one where the old one was, and the old one under it; no page around them."""
    claim = house.claim("sentence")
    client = as_(Role.EDITOR)
    form = client.get(f"/claims/{claim.pk}/correct/", headers={"HX-Request": "true"}).content.decode()
    assert "<html" not in form
    assert f'hx-post="/claims/{claim.pk}/correct/"' in form
    prefix = f"c{claim.pk.hex[:8]}"
    given = {"property": "sentence", "value": "P10Y", "stance": "asserts", "witness": "W", "why": "read again"}

    page = client.post(
        f"/claims/{claim.pk}/correct/",
        {"seen": "proposed", **{f"{prefix}-{name}": value for name, value in given.items()}},
        headers={"HX-Request": "true"},
    ).content.decode()

    new = Claim.objects.get(supersedes=claim)
    assert f'id="claim-{new.pk}"' in page
    assert f'data-supersedes="{claim.pk}"' in page
    assert page.index(f'id="claim-{new.pk}"') < page.index(f'id="claim-{claim.pk}"')


def test_a_correction_says_why(house: House, as_: Callable[[Role], Client]) -> None:
    """Without a reason nothing is changed."""
    claim = house.claim("sentence")

    answer = as_(Role.EDITOR).post(f"/claims/{claim.pk}/correct/", {f"c{claim.pk.hex[:8]}-value": "P10Y"})

    assert answer.status_code == 200
    assert status_of(claim) == "proposed"


def statement(**changed: object) -> dict[str, object]:
    """Fill in the form for a new claim."""
    return {
        "quote": "Officials deny",
        "start": "0",
        "entity": "new:Person",
        "name": "Talgat Serik",
        "property": "position",
        "value": "official",
        "stance": "asserts",
        "witness": "Steppe Wire",
        "through": "",
        **changed,
    }


@pytest.mark.parametrize(("role", "status"), [(Role.EDITOR, "accepted"), (Role.CONTRIBUTOR, "proposed")])
def test_a_person_adds_a_claim_from_a_passage(
    house: House, as_: Callable[[Role], Client], role: Role, status: str
) -> None:
    """An editor's stands, a contributor's waits; somebody new becomes a person."""
    as_(role).post(f"/documents/{house.document.pk}/claims/", statement())

    claim = Claim.objects.get(method="person")
    assert (claim.quote, claim.status) == ("Officials deny", status)
    assert TEXT[claim.start : claim.end] == claim.quote
    assert Mention.objects.filter(entity=claim.entity).exists()


def test_a_passage_that_is_not_there_is_refused_and_nothing_is_lost(
    house: House, as_: Callable[[Role], Client]
) -> None:
    """The form comes back with every word in it."""
    answer = as_(Role.EDITOR).post(f"/documents/{house.document.pk}/claims/", statement(quote="Nobody said this"))

    page = answer.content.decode()
    assert answer.status_code == 200
    assert "does not say this word for word" in page
    assert "Talgat Serik" in page
    assert not Claim.objects.filter(method="person").exists()


def test_a_claim_can_point_at_somebody(house: House, as_: Callable[[Role], Client]) -> None:
    """A detainee is no text."""
    son = house.claim("detainee").value_entity
    assert son is not None
    custody = house.claim("sentence").entity_id

    as_(Role.EDITOR).post(
        f"/documents/{house.document.pk}/claims/",
        statement(entity=str(custody), property="detainee", value="", value_entity=str(son.pk)),
    )

    assert Claim.objects.get(method="person").value_entity == son


def test_the_form_for_a_new_claim_comes_without_a_page(house: House, as_: Callable[[Role], Client]) -> None:
    """Where the text and the cards stay in sight."""
    page = as_(Role.EDITOR).get(f"/documents/{house.document.pk}/claims/", headers={"HX-Request": "true"})

    assert "data-adder" in page.content.decode()
    assert "<html" not in page.content.decode()


def test_a_claim_of_another_document_is_not_found(as_: Callable[[Role], Client]) -> None:
    """An id that is made up leads nowhere."""
    assert as_(Role.EDITOR).post(f"/claims/{UUID(int=1)}/accept/").status_code == 404

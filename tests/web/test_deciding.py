"""Several claims decided at once: shown first, then decided exactly so."""

from collections.abc import Callable

import pytest
from django.test import Client

from kualik.cases.accounts.models import Role
from kualik.cases.claims import actions
from kualik.cases.claims.models import Claim
from kualik.cases.ledger.models import Entry
from kualik.engine.facts import Stance
from tests.web.house import NOW, House
from tests.web.many_claims import many


def address(house: House) -> str:
    """Where the page is."""
    return f"/documents/{house.document.pk}/decide/"


def statuses(house: House) -> dict[str, str]:
    """Look the statuses up."""
    return {str(id_): status for id_, status in house.document.claims.values_list("pk", "status")}


def test_a_look_changes_nothing_and_names_every_claim(house: House, as_: Callable[[Role], Client]) -> None:
    """A preview is a page that can be read and left."""
    page = as_(Role.EDITOR).get(address(house))

    assert len(page.context["claims"]) == len(house.claims)
    assert set(statuses(house).values()) == {"proposed"}
    for claim in house.claims:
        assert claim.quote in page.content.decode()


@pytest.mark.parametrize(("deed", "status"), [("accept", "accepted"), ("reject", "rejected")])
def test_what_was_shown_is_decided_in_one_entry(
    house: House, as_: Callable[[Role], Client], deed: str, status: str
) -> None:
    """One act, one entry, however many claims."""
    client = as_(Role.EDITOR)
    ids = client.get(address(house), {"deed": deed}).context["ids"]
    before = Entry.objects.count()

    client.post(address(house), {"deed": deed, "claims": ids, "why": "read against the print"})

    assert set(statuses(house).values()) == {status}
    assert Entry.objects.count() == before + 1


@pytest.mark.parametrize(
    ("asked", "meant"),
    [
        ({"voice": "Saltanat Nurbek"}, {"Erlan", "her son Erlan had been sentenced", "12 years in prison"}),
        ({"voice": "officials"}, {"Officials deny that he is held"}),
        ({"voice": "nobody of that name"}, set()),
        ({"least": "90"}, None),
    ],
)
def test_one_voice_or_a_confidence_narrows_them(
    house: House, as_: Callable[[Role], Client], asked: dict[str, str], meant: set[str] | None
) -> None:
    """The voice is the witness: the last of the chain."""
    shown = {claim.quote for claim in as_(Role.EDITOR).get(address(house), asked).context["claims"]}

    assert shown == (meant if meant is not None else {claim.quote for claim in house.claims})


def test_those_about_one_entity_are_decided_alone(house: House, as_: Callable[[Role], Client]) -> None:
    """The others wait."""
    custody = house.claim("sentence").entity_id
    client = as_(Role.EDITOR)
    ids = client.get(address(house), {"entity": str(custody)}).context["ids"]

    client.post(address(house), {"deed": "reject", "claims": ids})

    decided = {claim.entity_id == custody: statuses(house)[str(claim.pk)] for claim in house.claims}
    assert decided == {True: "rejected", False: "proposed"}


def test_confidence_is_a_bound_from_below(house: House, as_: Callable[[Role], Client]) -> None:
    """Of readers that say 50 to 90 per cent, two fifths are above 80."""
    document = many(house, 10)

    shown = as_(Role.EDITOR).get(f"/documents/{document.pk}/decide/?least=80").context["claims"]
    assert {claim.confidence for claim in shown} == {0.8, 0.9}


def test_what_somebody_decided_meanwhile_stops_the_whole(house: House, as_: Callable[[Role], Client]) -> None:
    """Nobody looked at what is left in its new state; the page is shown again, with what still waits."""
    client = as_(Role.EDITOR)
    ids = client.get(address(house)).context["ids"]
    actions.reject(by=house.keeper, at=NOW, claims=[house.claims[0].pk])

    answer = client.post(address(house), {"deed": "accept", "claims": ids, "kept": "least=90"}, follow=True)

    assert "Somebody else decided on some of these" in answer.content.decode()
    assert len(answer.context["claims"]) == len(house.claims) - 1
    assert sorted(statuses(house).values()) == ["proposed"] * (len(house.claims) - 1) + ["rejected"]


@pytest.mark.parametrize("claims", ["", "nonsense", "00000000-0000-0000-0000-000000000000"])
def test_a_form_that_names_no_claim_decides_nothing(house: House, as_: Callable[[Role], Client], claims: str) -> None:
    """However it came to be."""
    as_(Role.EDITOR).post(address(house), {"deed": "accept", "claims": claims})

    assert set(statuses(house).values()) == {"proposed"}


def test_the_choices_say_how_many_each_would_be(house: House, as_: Callable[[Role], Client]) -> None:
    """So that nobody has to try them out."""
    several = as_(Role.EDITOR).get(f"/documents/{house.document.pk}/").context["several"]

    assert several.waiting == len(house.claims)
    assert dict(several.voices) == {"Saltanat Nurbek": 3, "Steppe Wire": 2, "officials": 1}
    assert Claim.objects.filter(stance=Stance.DENIES.value).count() == 1


@pytest.mark.parametrize("act", ["x", "2026-13-45T00:00:00+00:00", "2026-11-02T09:30:00", "2020-01-01T00:00:00+00:00"])
def test_a_moment_at_which_nothing_was_decided_offers_no_undoing(
    house: House, as_: Callable[[Role], Client], act: str
) -> None:
    """An address can be typed by hand."""
    answer = as_(Role.EDITOR).get(f"/documents/{house.document.pk}/", {"act": act})

    assert answer.context["undoable"] is None

"""Who may stand in a release."""

import pytest

from kualik.cases.accounts.models import Role
from kualik.cases.claims import actions as claims
from kualik.cases.findings import following
from kualik.cases.people.models import Person
from kualik.cases.releases import actions
from kualik.cases.releases.candidates import candidates, chosen, fitting
from kualik.cases.releases.models import Audience, Consent
from tests.web.house import NOW, House, build

pytestmark = pytest.mark.django_db


@pytest.fixture
def house() -> House:
    """All is accepted, and the son may be shown to everybody."""
    built = build()
    claims.accept(by=built.keeper, at=NOW, claims=[one.pk for one in built.claims])
    consent(built, "K-000002")
    following.keep_up()
    return built


def consent(house: House, number: str, audience: Audience = Audience.PUBLIC) -> Consent:
    one = Person.objects.get(number=int(number[2:]))
    return actions.record_consent(
        by=house.keeper, at=NOW, person=one, audience=audience, given_by="a sister", given_on="2024"
    )


def numbers(house: House, audience: Audience = Audience.PUBLIC, query: str = "") -> dict[str, bool]:
    found = candidates(viewer=house.keeper, audience=audience, query=query)
    return {str(one.person): one.consent is not None for one in found.rows}


def test_those_with_a_consent_are_listed(house: House) -> None:
    """For this audience alone."""
    assert numbers(house) == {"K-000002": True}
    assert numbers(house, Audience.UN) == {}


def test_somebody_looked_for_is_found_without_a_consent_too(house: House) -> None:
    """And it is said that there is none."""
    assert numbers(house, query="K-000001") == {"K-000001": False}
    assert numbers(house, query="K-000002") == {"K-000002": True}


def test_a_withdrawn_consent_counts_no_more(house: House) -> None:
    """Neither in the list nor for whom was chosen before."""
    given = Consent.objects.get()
    actions.withdraw_consent(by=house.keeper, at=NOW, consent=given)

    assert numbers(house) == {}
    assert fitting(viewer=house.keeper, audience=Audience.PUBLIC, limit=10) == []
    (one,) = chosen(viewer=house.keeper, audience=Audience.PUBLIC, persons=[given.person_id])
    assert one.consent is None


def test_the_chosen_stay_in_their_order(house: House) -> None:
    """With their names; ids of nobody are left out."""
    consent(house, "K-000001")
    persons = [Person.objects.get(number=number).pk for number in (2, 1)]

    found = chosen(viewer=house.keeper, audience=Audience.PUBLIC, persons=[*persons, house.document.pk])

    assert [one.person.number for one in found] == [2, 1]
    assert all(one.label and one.consent for one in found)


def test_everybody_who_fits_is_taken_up_to_a_limit(house: House) -> None:
    """Under the number that the consent was recorded for, as a draft takes them."""
    consent(house, "K-000001")

    everybody = fitting(viewer=house.keeper, audience=Audience.PUBLIC, limit=10)

    assert set(everybody) == set(Consent.objects.values_list("person", flat=True))
    assert len(fitting(viewer=house.keeper, audience=Audience.PUBLIC, limit=1)) == 1


def test_whoever_may_not_see_consents_sees_nobody(house: House) -> None:
    """A reader learns of none."""
    reader = house.by_role[Role.READER]

    assert candidates(viewer=reader, audience=Audience.PUBLIC).rows == ()
    assert fitting(viewer=reader, audience=Audience.PUBLIC, limit=10) == []
    assert chosen(viewer=reader, audience=Audience.PUBLIC, persons=[Consent.objects.get().person_id]) == []


def test_a_list_asks_few_questions(house: House, django_assert_max_num_queries: object) -> None:
    """However many there are."""
    with django_assert_max_num_queries(8):  # type: ignore[operator]  # pytest-django's fixture
        candidates(viewer=house.keeper, audience=Audience.PUBLIC)

"""Releases and consents."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from html import unescape

import pytest
from django.test import Client

from kualik.cases.accounts import actions as accounts
from kualik.cases.accounts.models import Role
from kualik.cases.claims import actions as claims
from kualik.cases.releases.models import Consent, Release
from tests.web.house import NOW, House, sign_in

SON = "K-000002"
Asks = Callable[[int], AbstractContextManager[None]]
GIVER = "his mother"


@pytest.fixture
def consented(house: House, as_: Callable[[Role], Client]) -> House:
    """The house when all is accepted and the son may be shown to everybody."""
    claims.accept(by=house.keeper, at=NOW, claims=[one.pk for one in house.claims])
    as_(Role.PUBLISHER).post(
        f"/people/{SON}/consents/", {"audience": "public", "given_by": GIVER, "given_on": "2024-03"}
    )
    return house


def draft(client: Client) -> Release:
    """Draft a release through its form."""
    consent = Consent.objects.get()
    client.post(
        "/releases/new/",
        {
            "title": "In the mothers' own words",
            "audience": "public",
            "persons": [str(consent.person_id)],
            "properties": ["Person.name", "Custody.sentence", "Passage.quote"],
        },
    )
    return Release.objects.get()


@pytest.mark.usefixtures("consented")
def test_a_consent_is_recorded() -> None:
    """By whom, for whom, since when."""
    consent = Consent.objects.get()

    assert (str(consent.person), consent.audience, consent.given_by) == (SON, "public", GIVER)


@pytest.mark.usefixtures("consented")
def test_who_gave_it_stands_on_no_page(as_: Callable[[Role], Client]) -> None:
    """That is a custodian's secret."""
    for role in (Role.PUBLISHER, Role.EDITOR, Role.READER):
        assert GIVER not in as_(role).get(f"/people/{SON}/").content.decode()


def test_a_consent_without_a_date_is_refused(as_: Callable[[Role], Client]) -> None:
    """What is wrong is said."""
    answer = as_(Role.PUBLISHER).post(
        f"/people/{SON}/consents/", {"audience": "public", "given_by": GIVER, "given_on": "soon"}, follow=True
    )

    assert "Write it as 2024-02-08" in answer.content.decode()
    assert not Consent.objects.exists()


@pytest.mark.usefixtures("consented")
def test_what_an_audience_may_not_see_is_left_out(as_: Callable[[Role], Client]) -> None:
    """Even if somebody ticked it: the words of documents are never for the public."""
    release = draft(as_(Role.PUBLISHER))
    page = as_(Role.PUBLISHER).get(f"/releases/{release.pk}/").content.decode()

    assert "12 years" in page
    assert "her son Erlan had been sentenced" not in page


def test_a_second_person_approves(consented: House, as_: Callable[[Role], Client]) -> None:
    """Whoever drafted it cannot while there is another."""
    release = draft(as_(Role.PUBLISHER))
    other = accounts.create(by=consented.keeper, at=NOW, username="second", roles=[Role.PUBLISHER])
    assert as_(Role.PUBLISHER).post(f"/releases/{release.pk}/approve/").status_code == 409

    sign_in(other).post(f"/releases/{release.pk}/approve/")

    release.refresh_from_db()
    assert (release.state, release.approved_by) == ("approved", other)
    assert release.digest in as_(Role.READER).get(f"/releases/{release.pk}/").content.decode()


@pytest.mark.usefixtures("consented")
def test_a_draft_is_not_for_readers(as_: Callable[[Role], Client]) -> None:
    """They see no row and no page of it."""
    release = draft(as_(Role.PUBLISHER))

    assert as_(Role.READER).get(f"/releases/{release.pk}/").status_code == 404
    assert list(as_(Role.READER).get("/releases/").context["releases"]) == []


def test_a_release_is_withdrawn(consented: House, as_: Callable[[Role], Client]) -> None:
    """And says so from then on to all who could read it."""
    release = draft(as_(Role.PUBLISHER))
    sign_in(consented.keeper).post(f"/releases/{release.pk}/approve/")

    as_(Role.PUBLISHER).post(f"/releases/{release.pk}/withdraw/")

    assert "Withdrawn" in as_(Role.READER).get("/releases/").content.decode()


@pytest.mark.usefixtures("consented")
def test_a_draft_that_is_taken_back_is_not_shown_to_readers_by_that(as_: Callable[[Role], Client]) -> None:
    """It may have been taken back for what stands in it."""
    release = draft(as_(Role.PUBLISHER))
    as_(Role.PUBLISHER).post(f"/releases/{release.pk}/withdraw/")

    assert as_(Role.READER).get(f"/releases/{release.pk}/").status_code == 404
    assert release.title not in as_(Role.READER).get("/releases/").content.decode()


def test_a_withdrawn_consent_names_what_must_be_made_anew(consented: House, as_: Callable[[Role], Client]) -> None:
    """Everything approved that held the person."""
    release = draft(as_(Role.PUBLISHER))
    sign_in(consented.keeper).post(f"/releases/{release.pk}/approve/")

    answer = as_(Role.PUBLISHER).post(f"/consents/{Consent.objects.get().pk}/withdraw/", follow=True)

    assert "anew: it held this person" in answer.content.decode()
    assert Consent.objects.get().withdrawn_at is not None
    assert "Consent was withdrawn since" in as_(Role.PUBLISHER).get(f"/releases/{release.pk}/").content.decode()


@pytest.mark.parametrize(("first", "said"), [("approve", "approved meanwhile"), ("withdraw", "withdrawn meanwhile")])
def test_whoever_comes_second_is_told_who_was_first(
    consented: House, as_: Callable[[Role], Client], first: str, said: str
) -> None:
    """Two publishers at one release: the second sees what the first did, and nothing is done twice."""
    release = draft(as_(Role.PUBLISHER))
    sign_in(consented.keeper).post(f"/releases/{release.pk}/{first}/")

    answer = sign_in(consented.keeper).post(f"/releases/{release.pk}/{first}/")

    assert answer.status_code == 409
    assert said in answer.content.decode()
    assert str(consented.keeper) in answer.content.decode()


def test_who_drafted_is_told_that_another_approves(consented: House, as_: Callable[[Role], Client]) -> None:
    """Where there is another, no button promises what cannot be done."""
    accounts.create(by=consented.keeper, at=NOW, username="second", roles=[Role.PUBLISHER])
    release = draft(as_(Role.PUBLISHER))

    page = as_(Role.PUBLISHER).get(f"/releases/{release.pk}/").content.decode()

    assert "another publisher approves it" in page
    assert f'action="/releases/{release.pk}/approve/"' not in page


@pytest.mark.usefixtures("consented")
def test_the_pages_ask_few_questions(as_: Callable[[Role], Client], django_assert_max_num_queries: Asks) -> None:
    """However many people there are."""
    client = as_(Role.PUBLISHER)
    release = draft(client)
    for address in ("/releases/", f"/releases/{release.pk}/"):
        with django_assert_max_num_queries(15):
            client.get(address)


def test_whoever_approves_reads_the_words_that_will_leave(consented: House, as_: Callable[[Role], Client]) -> None:
    """What a page does not show, nobody has looked through."""
    as_(Role.PUBLISHER).post(f"/people/{SON}/consents/", {"audience": "un", "given_by": GIVER, "given_on": "2024-03"})
    as_(Role.PUBLISHER).post(
        "/releases/new/",
        {
            "title": "To the Working Group",
            "audience": "un",
            "persons": [str(Consent.objects.get(audience="un").person_id)],
            "properties": ["Person.name", "Custody.sentence", "Passage.quote"],
        },
    )
    release = Release.objects.get()
    quotes = [one["quote"] for one in release.items.get().content["passages"]]

    assert quotes
    page = sign_in(consented.keeper).get(f"/releases/{release.pk}/").content.decode()
    assert all(quote in unescape(page) for quote in quotes)

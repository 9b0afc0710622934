"""What waits, the dates that come near, and where one was last."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from kualik.cases.accounts import actions as accounts
from kualik.cases.accounts.models import Role
from kualik.cases.claims import actions as claims
from kualik.cases.people.ends import after_months
from kualik.cases.people.models import Person
from kualik.cases.sources import actions as sources
from tests.cases.casting import Story
from tests.web.house import NOW, House, sign_in

FOR_ALL = {
    "Claims to review", "Documents not read yet", "Documents that could not be read", "Transcripts wanted",
    "People of whom something is disputed",
}  # fmt: skip


def test_each_number_opens_its_list(house: House, as_: Callable[[], Client]) -> None:
    """What is counted on the start page is what the list behind it shows."""
    sources.add(by=house.keeper, at=NOW, content=b"not read yet", name="later.txt")
    client = as_()
    page = client.get("/")

    counts = {str(one.word): (one.count, one.address) for one in page.context["waits"]}
    assert counts["Claims to review"][0] == len(house.claims)
    assert counts["Documents not read yet"][0] == 1
    assert "later.txt" in client.get(counts["Documents not read yet"][1]).content.decode()
    assert str(house.document.pk) in client.get(counts["Claims to review"][1]).content.decode()


def test_what_is_refused_can_be_written_down(house: House, as_: Callable[[], Client]) -> None:
    """Where a person can read what a machine cannot; a damaged file is only refused."""
    for content, reason in ((b"a", "no text"), (b"b", "damaged")):
        source = sources.add(by=house.keeper, at=NOW, content=content, name=f"{reason}.png").source
        assert sources.lease(worker="w", at=NOW, seconds=60) == source
        sources.refuse(by=house.keeper, at=NOW, source=source, worker="w", reason=reason, detail="")

    counts = {str(one.word): one.count for one in as_().get("/").context["waits"]}

    assert (counts["Documents that could not be read"], counts["Transcripts wanted"]) == (2, 1)


@pytest.mark.parametrize(
    ("role", "asked"),
    [
        (Role.READER, set()),
        (Role.EDITOR, {"Possibly the same person"}),
        (Role.PUBLISHER, {"Releases to approve", "Consents missing"}),
    ],
)
def test_nobody_is_asked_for_what_is_not_theirs(as_: Callable[[Role], Client], role: Role, asked: set[str]) -> None:
    """Pairs are for editors, drafts for publishers; what waits to be read concerns all."""
    shown = {str(one.word) for one in as_(role).get("/").context["waits"]}

    assert shown - FOR_ALL == asked


def test_when_nothing_waits_it_says_so(house: House, as_: Callable[[], Client]) -> None:
    """And what to do next."""
    claims.reject(by=house.keeper, at=NOW, claims=[one.pk for one in house.claims])

    assert "Nothing waits." in as_().get("/").content.decode()


def test_an_administrator_sees_no_case(as_: Callable[[Role], Client]) -> None:
    """Not even how many there are."""
    answer = as_(Role.ADMINISTRATOR).get("/")

    assert answer.context["waits"] == []
    assert "Your roles open no case" in answer.content.decode()


@pytest.mark.django_db
def test_an_empty_house_says_what_to_do_first() -> None:
    """In three steps; whoever may not add is told who may."""
    keeper = accounts.create_first(at=NOW, username="keeper", display_name="Keeper")
    reader = accounts.create(by=keeper, at=NOW, username="reader", display_name="Reader", roles=[Role.READER])

    first, second = (sign_in(user).get("/").content.decode() for user in (keeper, reader))

    assert 'class="steps"' in first
    assert 'href="/add/"' in first
    assert "needs the role of a contributor" in second


def test_where_one_was_last_is_one_key_away(house: House, as_: Callable[[Role | None], Client]) -> None:
    """As long as something waits there; nobody sees where others were."""
    claims.accept(by=house.by_role[Role.EDITOR], at=NOW, claims=[house.claims[0].pk])

    (begun,) = as_(Role.EDITOR).get("/").context["begun"]

    assert (begun.document.pk, begun.waiting) == (house.document.pk, len(house.claims) - 1)
    assert as_(None).get("/").context["begun"] == ()


@pytest.fixture
def dated(house: House) -> Story:
    """Somebody whose sentence ends in a month, and who was taken a year ago within a fortnight."""
    today = timezone.now().date()
    story = Story("Serik Almasuly was sentenced; Dina Omarqyzy disappeared.")
    one, other = story.person("Serik Almasuly"), story.person("Dina Omarqyzy")
    story.held(one, state="prison", sentence="P1Y1M", startDate=str(after_months(today, -12) + timedelta(days=3)))
    story.held(other, state="disappeared", startDate=str(today - timedelta(days=10)))
    assert house.keeper.is_active
    return story.accept()


def test_dates_that_come_near_stand_on_the_page(dated: Story, as_: Callable[[], Client]) -> None:
    """Each kind with its people, and the way to all of them."""
    page = as_().get("/")
    text = page.content.decode()

    near = {
        found.kind.value: [one.person.label for one in found.dates] for _word, _meaning, found in page.context["dates"]
    }
    assert near == {
        "sentence-ends": ["Serik Almasuly"], "un-window": ["Dina Omarqyzy"], "anniversary": ["Serik Almasuly"],
    }  # fmt: skip
    assert 'href="/dates/?kind=un-window"' in text
    assert f'href="/people/{dated.who("e1")}/"' in text


@pytest.mark.parametrize(
    ("kind", "name"), [("sentence-ends", "Serik"), ("un-window", "Dina"), ("anniversary", "Serik"), ("x", "Serik")]
)
def test_all_dates_of_a_kind_have_a_page(dated: Story, as_: Callable[[], Client], kind: str, name: str) -> None:
    """A kind that nobody knows is the first one."""
    page = as_().get(f"/dates/?kind={kind}")

    assert dated.document.text
    assert f"{name} " in page.content.decode()
    assert page.context["page"].total == 1


def test_a_kind_without_dates_says_so(house: House, as_: Callable[[], Client]) -> None:
    """With the way back."""
    assert house.document.text
    assert "No such date comes near" in as_().get("/dates/?kind=un-window").content.decode()


def test_who_is_to_be_shown_without_consent_is_named(house: House, as_: Callable[[], Client]) -> None:
    """Until a consent is recorded."""
    claims.accept(by=house.keeper, at=NOW, claims=[one.pk for one in house.claims[:4]])
    client = as_()
    client.post("/people/K-000002/choose/", {"property": "Custody.sentence", "value": "P12Y", "why": "the verdict"})

    counts = {str(one.word): one.count for one in client.get("/").context["waits"]}
    listed = client.get("/consents/missing/").content.decode()

    assert counts["Consents missing"] == 1
    assert "K-000002" in listed
    person = Person.objects.get(number=2)
    client.post(f"/people/{person}/consents/", {"audience": "public", "given_by": "a sister", "given_on": "2024"})
    assert "Nobody is proposed to be shown" in client.get("/consents/missing/").content.decode()


@pytest.mark.parametrize("path", ["/", "/dates/", "/consents/missing/"])
def test_the_page_asks_as_little_however_much_there_is(
    dated: Story, as_: Callable[[], Client], django_assert_max_num_queries: DjangoAssertNumQueries, path: str
) -> None:
    """At most fifteen questions to the database."""
    for place in range(6):
        story = Story(f"Bolat Number{place} was sentenced.")
        story.held(story.person(f"Bolat Number{place}"), state="prison", sentence="P1Y", startDate="2025-12")
        story.accept()
    client = as_()
    client.get(path)

    with django_assert_max_num_queries(15):
        client.get(path)

    assert dated.document.text

"""The pages of the map."""

from collections.abc import Callable

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from kualik.cases.accounts.models import Role
from kualik.cases.findings import following
from kualik.cases.ledger.models import Entry
from kualik.cases.people.models import Person
from kualik.cases.places.models import Naming
from kualik.cases.summaries.models import EventSummary, Noun, PersonSummary, Tally
from tests.web.house import NOW, House

SignIn = Callable[[Role], Client]
TIERS = (0, 1, 2)


def held(*places: str) -> None:
    """Put summaries of people held at these places into the casebook, and the numbers that are kept of them."""
    following.run()  # what the casebook has of its own is summed up first, then put aside
    PersonSummary.objects.all().delete()
    Tally.objects.all().delete()
    for number, place in enumerate(places, start=100):
        person = Person.objects.create(number=number, created_at=NOW)
        for tier in TIERS:
            PersonSummary.objects.create(
                person=person, tier=tier, number=number, label=f"Somebody {number}", described=False, documents=1,
                sort_key="s", proposals=0, state="prison", state_accepted=True, held=True, custody_place=place,
                witnesses=1, disputed=False, changed_at=NOW, mentions=[],
            )  # fmt: skip
    for tier in TIERS:
        for place in set(places):
            Tally.objects.create(
                tier=tier, noun=Noun.PERSON, facet="custody_place", value=place, count=places.count(place)
            )


def shown(client: Client, address: str) -> str:
    """Fetch a page."""
    answer = client.get(address)
    assert answer.status_code == 200
    return answer.content.decode()


def test_people_are_counted_where_they_are_held(as_: SignIn) -> None:
    """A town as a full circle, a county as a ring, a prefecture in the list only, and the same as a table."""
    held("Künes county", "新源县", "Урумчи", "Kashgar")

    page = shown(as_(Role.READER), "/map/")

    assert 'aria-label="Künes: 2"' in page
    assert page.count('class="spot rough"') == 1
    assert page.count('class="spot exact"') == 1
    assert "Known only roughly" in page
    assert "Natural Earth (public domain)" in page


def test_a_number_opens_the_list_behind_it(as_: SignIn) -> None:
    """Whoever is held there, in whatever spelling; nobody else."""
    held("Künes county", "新源县", "Урумчи")

    page = shown(as_(Role.READER), "/map/?place=cn654025")

    assert "Somebody 100" in page
    assert "Somebody 101" in page
    assert "Somebody 102" not in page
    assert 'class="spot rough chosen"' in page


def test_names_that_are_not_on_the_map_are_listed_and_can_be_opened(as_: SignIn) -> None:
    """With the way to decide for an editor only."""
    held("a camp near the port", "a camp near the port", "")

    page = shown(as_(Role.EDITOR), "/map/")
    assert "a camp near the port" in page
    assert "Which place?" in page
    assert "Which place?" not in shown(as_(Role.READER), "/map/")
    assert "Somebody 101" in shown(as_(Role.READER), "/map/?written=a+camp+near+the+port")
    assert "Somebody 102" in shown(as_(Role.READER), "/map/?written=")


def test_an_editor_says_which_place_a_name_is_and_takes_it_back(as_: SignIn) -> None:
    """Found by typing, chosen, on the map at once; one ledger entry each."""
    held("Sheiban prison")
    client = as_(Role.EDITOR)
    assert "nothing in the gazetteer" in shown(client, "/map/names/?written=Sheiban+prison").lower()
    assert 'value="cn6501"' in shown(client, "/map/names/?written=Sheiban+prison&typed=Урумчи")

    answer = client.post("/map/names/", {"written": "Sheiban prison", "place": "cn6501", "next": "/map/?view=xj"})

    assert (answer.status_code, answer["Location"]) == (302, "/map/?view=xj")
    assert 'aria-label="Ürümqi: 1"' in shown(client, "/map/")
    naming = Naming.objects.get()
    assert "Take it back" in shown(client, "/map/names/?written=sheiban+prison")
    assert client.post(f"/map/names/{naming.pk}/undo/").status_code == 302
    assert 'aria-label="Ürümqi: 1"' not in shown(client, "/map/")
    assert list(Entry.objects.filter(kind__startswith="place:").order_by("seq").values_list("kind", flat=True)) == [
        "place:named", "place:unnamed",
    ]  # fmt: skip


def test_a_name_can_be_said_to_be_no_place(as_: SignIn) -> None:
    """It stays in the list, with who said so."""
    held("Almaty")
    client = as_(Role.EDITOR)

    client.post("/map/names/", {"written": "Almaty", "nowhere": "yes"})

    assert "said to be no place for a map" in shown(client, "/map/")


def test_a_second_decision_is_a_conflict_that_names_the_first(as_: SignIn) -> None:
    """Nothing is overwritten."""
    client = as_(Role.EDITOR)
    client.post("/map/names/", {"written": "Qaba", "place": "cn654324"})

    answer = client.post("/map/names/", {"written": "Qaba", "place": "cn6501"})

    assert answer.status_code == 409
    assert "Editor" in answer.content.decode()
    assert Naming.objects.get().place == "cn654324"


def test_a_conflict_about_a_place_is_settled_by_whoever_saw_both_answers(as_: SignIn) -> None:
    """The first answer is taken back and the second put in place, both on record; the same answer is no conflict."""
    client = as_(Role.EDITOR)
    client.post("/map/names/", {"written": "Qaba", "place": "cn654324"})
    standing = Naming.objects.get()

    shown_both = client.post("/map/names/", {"written": "Qaba", "place": "cn6501", "why": "a letter says so"})
    page = shown_both.content.decode()

    assert "a letter says so" in page
    assert f'name="replaces" value="{standing.pk}"' in page
    same = client.post("/map/names/", {"written": "Qaba", "place": "cn654324"}, follow=True)
    assert "the same answer before you" in same.content.decode()

    mine = {"written": "Qaba", "place": "cn6501", "why": "a letter says so", "replaces": str(standing.pk)}
    assert client.post("/map/names/", mine).status_code == 302
    assert Naming.objects.get(undone_at=None).place == "cn6501"
    assert Entry.objects.filter(kind="place:unnamed").count() == 1
    assert client.post("/map/names/", {**mine, "nowhere": "yes", "place": ""}).status_code == 409


def test_an_answer_leads_to_no_other_site(as_: SignIn) -> None:
    """Whatever stands in the form."""
    answer = as_(Role.EDITOR).post(
        "/map/names/", {"written": "Qaba", "place": "cn654324", "next": "https://example.org/"}
    )

    assert answer["Location"] == "/map/"


def test_events_are_counted_with_the_filters_of_their_list(house: House, as_: SignIn) -> None:
    """What the list leaves out, the map leaves out."""
    following.run()
    EventSummary.objects.all().delete()
    entity = house.claim("date").entity
    for tier in TIERS:
        EventSummary.objects.create(
            tier=tier, entity=entity, schema="Protest", kind="protest", type="picket", date="2024-02-08", year=2024,
            place="Almaty", violent=False, serial=False, answered=False, documents=1, accepted=True, proposals=0,
        )  # fmt: skip
    client = as_(Role.READER)

    assert 'aria-label="Almaty: 1"' in shown(client, "/map/?layer=events&kind=protest&year=2024&answered=no")
    assert 'aria-label="Almaty: 1"' not in shown(client, "/map/?layer=events&kind=appeal")
    assert "Picket" in shown(client, "/map/?layer=events&year=2024&place=1526384")


def test_an_empty_map_says_what_to_do(as_: SignIn) -> None:
    """And is drawn all the same."""
    held()

    page = shown(as_(Role.READER), "/map/?view=world&zoom=2")

    assert "No place is known yet" in page
    assert "data-map" in page


@pytest.mark.parametrize("people", [1, 60, 300])
@pytest.mark.parametrize("address", ["/map/", "/map/?view=world", "/map/?place=cn654025", "/map/?written=Nowhere"])
def test_the_number_of_questions_does_not_grow(
    as_: SignIn, django_assert_max_num_queries: DjangoAssertNumQueries, people: int, address: str
) -> None:
    """Fifteen at most, whatever the size."""
    held(*(("Künes county", "Nowhere", "Урумчи", "Kashgar")[number % 4] for number in range(people)))
    client = as_(Role.EDITOR)

    with django_assert_max_num_queries(15):
        shown(client, address)

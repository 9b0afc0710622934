"""What the columns of a table say, by sight."""

from collections.abc import Callable

from django.test import Client
from pytest_django import DjangoAssertNumQueries

from kualik.cases.accounts.models import Role
from kualik.cases.arrivals.models import Import
from kualik.cases.claims.models import Claim
from kualik.cases.documents.models import Document
from kualik.cases.sources.models import RowMapping
from tests.cases.arrivals.lists import table
from tests.web.house import House

RUSSIAN = "ФИО,Год рождения,Статус,Заметки\nБолат Ахмет,1985,увезли,x\nСалтанат Омар,1979-04-03,в лагере,y\n"


def chosen(**more: str) -> dict[str, str]:
    """Choose for each column of the Russian list."""
    slots = {"slot-0": "Person.name", "slot-1": "Person.birthDate", "slot-2": "Custody.state", "slot-3": ""}
    return slots | {"name": "committee", "match": "", "try": "1"} | more


def address(document: Document) -> str:
    """Where the columns of a table are."""
    return f"/tables/{document.pk}/"


def test_columns_are_guessed_above_the_first_rows(as_: Callable[..., Client]) -> None:
    """And the words of the list that are known are given their meaning."""
    page = as_(Role.CONTRIBUTOR).get(address(table(RUSSIAN))).content.decode()

    assert '<option value="Person.name" selected>' in page
    assert '<option value="Custody.state" selected>' in page
    assert '<option value="camp" selected>' in page
    assert "Салтанат Омар" in page
    assert "not recognised" in page


def test_what_was_chosen_is_tried_out_and_saved(as_: Callable[..., Client]) -> None:
    """With what the list's own words mean."""
    document = table(RUSSIAN)

    answer = as_(Role.CONTRIBUTOR).post(address(document), chosen(**{"state-2-0": "disappeared", "state-2-1": "camp"}))

    made = Import.objects.get()
    assert answer["Location"] == f"/batches/{made.pk}/"
    assert (made.stage, made.counted) == ("checked", {"new": 2})
    assert RowMapping.objects.get().definition["columns"]["Статус"]["values"] == {
        "увезли": "disappeared",
        "в лагере": "camp",
    }
    assert not Claim.objects.filter(document=document).exists()


def test_a_saved_mapping_is_begun_with(as_: Callable[..., Client]) -> None:
    """Its columns and its words."""
    document = table(RUSSIAN)
    client = as_(Role.CONTRIBUTOR)
    client.post(address(document), chosen(**{"slot-3": "voice", "state-2-0": "disappeared"}))

    page = client.get(f"{address(document)}?mapping=committee").content.decode()

    assert '<option value="voice" selected>' in page
    assert '<option value="disappeared" selected>' in page
    assert "tried out or taken in before" in page


def test_a_mapping_that_says_nothing_is_refused_with_what_to_do(as_: Callable[..., Client]) -> None:
    """What was chosen stays."""
    document = table(RUSSIAN)
    client = as_(Role.CONTRIBUTOR)
    nothing = dict.fromkeys(("slot-0", "slot-1", "slot-2"), "")

    assert "No column says anything" in client.post(address(document), chosen(**nothing)).content.decode()
    assert "the identity number" in client.post(address(document), chosen(match="number")).content.decode()
    page = client.post(address(document), chosen(match="name", **{"slot-1": ""})).content.decode()
    assert "choose both columns" in page
    assert '<option value="Custody.state" selected>' in page
    assert not Import.objects.exists()


def test_the_words_of_a_column_are_shown_before_it_is_tried_out(as_: Callable[..., Client]) -> None:
    """Where somebody says that another column holds the kind of custody."""
    document = table(RUSSIAN)
    given = chosen(**{"slot-2": "", "slot-3": "Custody.state"})
    del given["try"]

    page = as_(Role.CONTRIBUTOR).post(address(document), given).content.decode()

    assert 'name="state-3-0"' in page
    assert not Import.objects.exists()


def test_what_is_no_table_has_no_columns(house: House, as_: Callable[..., Client]) -> None:
    """It is not there."""
    assert as_(Role.CONTRIBUTOR).get(address(house.document)).status_code == 404


def test_a_table_asks_as_little_however_long_it_is(
    as_: Callable[..., Client], django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    """At most fifteen questions."""
    client = as_(Role.CONTRIBUTOR)
    document = table(RUSSIAN + "Болат Ахмет,1985,увезли,x\n" * 3000)
    with django_assert_max_num_queries(15):
        assert client.get(address(document)).status_code == 200

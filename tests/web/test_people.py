"""People: the list with its search."""

from collections.abc import Callable
from datetime import timedelta

from django.test import Client
from django.utils import timezone

from kualik.cases.accounts.models import Role
from kualik.cases.claims import actions as claims
from tests.web.house import NOW, House


def test_everybody_is_listed(as_: Callable[[Role], Client]) -> None:
    """With their number."""
    page = as_(Role.READER).get("/people/").content.decode()

    assert "Saltanat Nurbek" in page
    assert "K-000001" in page


def test_a_search_leaves_no_name_in_an_address(as_: Callable[[Role], Client]) -> None:
    """It is a form; the same words in an address do nothing."""
    client = as_(Role.READER)

    found = client.post("/people/", {"query": "Saltanat"})
    ignored = client.get("/people/?query=Saltanat")

    assert found.context["page"].total == 1
    assert ignored.context["page"].total == 2


def test_a_name_is_found_in_another_alphabet(as_: Callable[[Role], Client]) -> None:
    """The names engine reads them all."""
    found = as_(Role.READER).post("/people/", {"query": "Салтанат Нұрбек"})

    assert [row.label for row in found.context["rows"]] == ["Saltanat Nurbek"]
    assert "same part: <bdi>Салтанат</bdi> ~ <bdi>Saltanat</bdi>; " in found.content.decode()


def test_htmx_gets_the_list_alone(as_: Callable[[Role], Client]) -> None:
    """While one types."""
    page = as_(Role.READER).post(
        "/people/", {"query": "nobody of that name"}, headers={"HX-Request": "true", "HX-Target": "found"}
    )

    assert "<html" not in page.content.decode()
    assert "Nobody of that name" in page.content.decode()


def test_the_sieves_agree_with_their_numbers(as_: Callable[[Role], Client], house: House) -> None:
    """The number beside a word is that of the rows behind it."""
    claims.accept(by=house.keeper, at=NOW, claims=[one.pk for one in house.claims])
    client = as_(Role.READER)

    for show, _word, count in client.get("/people/").context["shows"]:
        page = client.get(f"/people/?show={show}").context
        assert count in {None, len(page["rows"])}, show
        assert page["page"].total == len(page["rows"]), show


def test_who_is_held_is_listed_as_held(as_: Callable[[Role], Client], house: House) -> None:
    """As far as it was accepted, and with the place of it; nonsense lists all."""
    claims.accept(by=house.keeper, at=NOW, claims=[one.pk for one in house.claims])
    client = as_(Role.READER)

    assert [row.label for row in client.get("/people/?show=held").context["rows"]] == ["Erlan"]
    assert [row.label for row in client.get("/people/?show=x&order=y").context["rows"]] == ["Saltanat Nurbek", "Erlan"]
    assert [row.label for row in client.get("/people/?order=name").context["rows"]] == ["Erlan", "Saltanat Nurbek"]


def test_a_sentence_that_ends_soon_is_listed(as_: Callable[[Role], Client], house: House) -> None:
    """Its end is worked out from what was told, and shown."""
    sentence = house.claim("sentence")
    began = (timezone.now() + timedelta(days=20)).date()
    claims.add(
        by=house.keeper, at=NOW, document=house.document, entity=sentence.entity_id, property="startDate",
        value=began.replace(year=began.year - 12, day=min(began.day, 28)).isoformat(), start=sentence.start,
        end=sentence.end,
    )  # fmt: skip
    claims.accept(by=house.keeper, at=NOW, claims=[one.pk for one in house.claims])
    page = as_(Role.READER).get("/people/?show=ends-soon")

    assert [row.label for row in page.context["rows"]] == ["Erlan"]
    assert "Sentence ends:" in page.content.decode()
    assert not as_(Role.READER).get("/people/?show=released").context["rows"]


def test_a_reader_is_told_when_there_is_nobody(as_: Callable[[Role], Client]) -> None:
    """And led back to all."""
    assert "Nobody at present." in as_(Role.READER).get("/people/?show=released").content.decode()

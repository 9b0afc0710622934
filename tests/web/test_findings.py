"""One person and one event."""

from collections.abc import Callable
from datetime import date

import pytest
from django.test import Client

from kualik.cases.accounts.models import Role
from kualik.cases.claims import actions as claims
from kualik.cases.claims.writing import NewEntity
from kualik.cases.findings import queries
from kualik.cases.findings.models import Choice
from kualik.cases.people.models import Mention
from kualik.engine.facts import Schema
from kualik.web import findings
from kualik.web.findings import boards, timeline
from tests.web.house import NOW, House

SON = "K-000002"


@pytest.fixture
def accepted(house: House) -> House:
    """The house when everything proposed was accepted, and a second sentence beside the first."""
    claims.accept(by=house.keeper, at=NOW, claims=[one.pk for one in house.claims])
    first = house.claim("sentence")
    claims.add(
        by=house.keeper, at=NOW, document=house.document, entity=first.entity_id, property="sentence", value="P10Y",
        voice=["Steppe Wire", "officials"], start=first.start, end=first.end,
    )  # fmt: skip
    return house


def test_what_is_only_proposed_is_said_to_be(as_: Callable[[Role], Client]) -> None:
    """No page takes a machine's word for a finding."""
    page = as_(Role.READER).get(f"/people/{SON}/")

    assert page.context["now"] == []
    assert "Proposed" in page.content.decode()


@pytest.mark.usefixtures("house")
def test_a_spelling_that_no_document_writes_is_said_to_be_probable(as_: Callable[[Role], Client]) -> None:
    """In its own direction and language; what documents write is not worked out again."""
    answer = as_(Role.READER).get("/people/K-000001/")
    page = answer.content.decode()

    assert "Probable spelling:" in page
    assert 'lang="kk-Cyrl">Салтанат Нұрбек</bdi>' in page
    assert "no document writes it so" in page
    assert [one.language for one in answer.context["probable"]] == ["kk-Cyrl", "kk-Arab", "zh-Hans"]


@pytest.mark.usefixtures("accepted")
def test_two_values_stand_side_by_side(as_: Callable[[Role], Client]) -> None:
    """Disputed, each with those who say so and those who deny it."""
    page = as_(Role.READER).get(f"/people/{SON}/").content.decode()

    assert "Disputed" in page
    assert "12 years" in page
    assert "10 years" in page


@pytest.mark.usefixtures("accepted")
def test_the_kin_leads_both_ways(as_: Callable[[Role], Client]) -> None:
    """A person without a family claim has none, and the page is whole."""
    assert as_(Role.READER).get("/people/K-000001/").status_code == 200


def test_an_id_of_before_a_merge_leads_to_the_person(as_: Callable[[Role], Client]) -> None:
    """And a way of writing the number that is not ours leads to the one that is."""
    answer = as_(Role.READER).get("/people/k-2/")

    assert answer["Location"] == f"/people/{SON}/"


def test_a_person_that_is_not_there_is_not_found(as_: Callable[[Role], Client]) -> None:
    """Whatever the address."""
    for reference in ("K-999999", "nobody", "00000000-0000-0000-0000-000000000000"):
        assert as_(Role.READER).get(f"/people/{reference}/").status_code == 404


@pytest.mark.usefixtures("accepted")
def test_a_value_is_chosen_and_the_choice_taken_back(as_: Callable[[Role], Client]) -> None:
    """With a reason, by an editor or a publisher."""
    client = as_(Role.PUBLISHER)
    client.post(
        f"/people/{SON}/choose/", {"property": "Custody.sentence", "value": "P12Y", "why": "his mother read the paper"}
    )

    assert "Chosen for publication" in client.get(f"/people/{SON}/").content.decode()

    client.post(f"/people/{SON}/choose/", {"unchoose": "Custody.sentence"})

    assert Choice.objects.get().ended_at is not None


@pytest.mark.usefixtures("accepted")
def test_a_choice_without_a_reason_is_none(as_: Callable[[Role], Client]) -> None:
    """The form asks for it."""
    answer = as_(Role.EDITOR).post(
        f"/people/{SON}/choose/", {"property": "Custody.sentence", "value": "P12Y"}, follow=True
    )

    assert "Say why" in answer.content.decode()
    assert not Choice.objects.exists()


def test_each_value_has_its_passages(accepted: House) -> None:
    """Those that speak for it and those against it, by their claims."""
    person = Mention.objects.get(entity=accepted.claim("detainee").value_entity).person
    case = queries.case(viewer=accepted.keeper, person=person)
    known = {board.known.property: board for board in boards(case.episodes[0].known, case.passages)}

    sentence = known["Custody.sentence"]
    assert {value.weighed.value: [one.voice[-1] for one in value.supports] for value in sentence.values} == {
        "P12Y": ["Saltanat Nurbek"],
        "P10Y": ["officials"],
    }
    assert sentence.disputed


def test_a_custody_without_a_date_is_not_drawn(accepted: House) -> None:
    """A bar that begins anywhere would be made up."""
    person = Mention.objects.get(entity=accepted.claim("detainee").value_entity).person

    assert timeline(queries.case(viewer=accepted.keeper, person=person)) is None


def test_a_custody_with_a_date_is(accepted: House) -> None:
    """From its first day on, as far as it is known."""
    custody = accepted.claim("sentence")
    claims.add(
        by=accepted.keeper, at=NOW, document=accepted.document, entity=custody.entity_id, property="startDate",
        value="2018", start=custody.start, end=custody.end,
    )  # fmt: skip
    person = Mention.objects.get(entity=accepted.claim("detainee").value_entity).person

    drawing = timeline(queries.case(viewer=accepted.keeper, person=person))

    assert drawing is not None
    assert drawing.ticks[0].year == date(2018, 1, 1).year
    assert drawing.bars[0].accepted


@pytest.mark.usefixtures("accepted")
def test_an_event_has_its_page(as_: Callable[[Role], Client]) -> None:
    """Its date is said as far as it is known, and no year is made up."""
    client = as_(Role.READER)
    (row,) = client.get("/events/").context["rows"]

    page = client.get(f"/events/{row.entities[0]}/").content.decode()

    assert "8 February, year not known" in page
    assert "2024-02-08" not in page


def test_what_is_no_event_is_not_found(house: House, as_: Callable[[Role], Client]) -> None:
    """A person's entity has no event page."""
    assert as_(Role.READER).get(f"/events/{house.claim('name').entity_id}/").status_code == 404


def test_a_long_list_of_events_is_cut(
    accepted: House, as_: Callable[[Role], Client], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The page says how many there are in all."""
    for day in ("XXXX-03-08", "XXXX-04-08"):
        place = accepted.claim("date")
        claims.add(
            by=accepted.keeper, at=NOW, document=accepted.document, entity=NewEntity(schema=Schema.PROTEST),
            property="date", value=day, start=place.start, end=place.end,
        )  # fmt: skip
    monkeypatch.setattr(findings, "SIZE", 2)

    page = as_(Role.READER).get("/events/?offset=2")

    assert (len(page.context["rows"]), page.context["page"].total) == (1, 3)


def test_the_list_is_of_one_kind_where_one_is_asked_for(accepted: House, as_: Callable[[Role], Client]) -> None:
    """And of all where the kind is nonsense; the links of its stretches keep the kind."""
    place = accepted.claim("date")
    for value in ("other", "arrest"):
        claims.add(
            by=accepted.keeper, at=NOW, document=accepted.document, entity=NewEntity(schema=Schema.INCIDENT),
            property="eventType", value=value, start=place.start, end=place.end,
        )  # fmt: skip
    client = as_(Role.READER)

    seen = {show: client.get(f"/events/?show={show}").context for show in ("", "protest", "appeal", "incident", "x")}

    assert {show: len(one["rows"]) for show, one in seen.items()} == {
        "": 3, "protest": 1, "appeal": 0, "incident": 2, "x": 3,
    }  # fmt: skip
    assert seen["incident"]["page"].query == "show=incident&"


def test_an_event_of_no_kind_is_called_by_its_passage(accepted: House, as_: Callable[[Role], Client]) -> None:
    """A list of rows that all say "other" would tell nobody anything."""
    place = accepted.claim("sentence")
    claims.add(
        by=accepted.keeper, at=NOW, document=accepted.document, entity=NewEntity(schema=Schema.INCIDENT),
        property="eventType", value="other", start=place.start, end=place.end,
    )  # fmt: skip

    page = as_(Role.READER).get("/events/?show=incident").content.decode()

    assert "12 years in prison</bdi></a>" in page


def test_the_list_says_at_whom_an_event_was_directed(accepted: House, as_: Callable[[Role], Client]) -> None:
    """An arrest of nobody would tell nobody anything."""
    place = accepted.claim("sentence")
    claims.add(
        by=accepted.keeper, at=NOW, document=accepted.document, entity=NewEntity(schema=Schema.INCIDENT),
        property="target", value="Daulet of the upper village", start=place.start, end=place.end,
    )  # fmt: skip

    page = as_(Role.READER).get("/events/?show=incident").content.decode()

    assert "Daulet of the upper village" in page

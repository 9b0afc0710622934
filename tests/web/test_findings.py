"""One person."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import date

import pytest
from django.test import Client

from kualik.cases.accounts.models import Role
from kualik.cases.claims import actions as claims
from kualik.cases.findings import queries
from kualik.cases.findings.models import Choice
from kualik.cases.people.models import Mention
from kualik.web.boards import boards
from kualik.web.case_timeline import timeline
from kualik.web.paging import SIZE
from tests.cases.findings.large_cases import large_case
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


@pytest.mark.parametrize(("documents", "ages", "relatives"), [(1, 1, 1), (12, 2, 8), (80, 1, 40)])
def test_a_case_asks_no_more_however_much_it_holds(
    as_: Callable[[Role | None], Client],
    django_assert_max_num_queries: Callable[[int], AbstractContextManager[None]],
    documents: int,
    ages: int,
    relatives: int,
) -> None:
    """At most 15 questions, for one document and for eighty with three hundred claims and forty relatives."""
    person = large_case(documents=documents, ages=ages, relatives=relatives)
    client = as_(None)
    client.get("/people/K-000001/")

    with django_assert_max_num_queries(15):
        page = client.get(f"/people/{person}/")

    assert len(page.context["kin"]) == relatives
    assert len(page.context["case"].passages) >= 3 * documents
    assert len(page.context["passages"].rows) <= SIZE

"""People: the list, and the question "same or not?"."""

from collections.abc import Callable

import pytest
from django.test import Client

from kualik.cases.accounts.models import Role
from kualik.cases.claims import actions as claims
from kualik.cases.claims.models import Entity
from kualik.cases.people.models import Candidate, Judgement, Mention, Person
from tests.web.house import NOW, House


@pytest.fixture
def pair(house: House) -> Candidate:
    """Two mentions that a matcher took for one."""
    left, right = Mention.objects.filter(entity__document=house.document).order_by("pk")
    Candidate.objects.all().delete()
    return Candidate.objects.create(
        left=left, right=right, probability=0.8, why=["names alike"], method="test 1", proposed_at=NOW
    )


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


def test_a_pair_is_shown_with_its_reasons(pair: Candidate, as_: Callable[[Role], Client]) -> None:
    """Two records, and why we ask."""
    page = as_(Role.EDITOR).get("/same/").content.decode()

    assert f'id="pair-{pair.pk}"' in page
    assert "names alike" in page


def test_two_persons_are_asked_about_once(house: House, pair: Candidate, as_: Callable[[Role], Client]) -> None:
    """However many of their mentions a matcher took for one."""
    third = Entity.objects.create(document=house.document, local_id="p9", schema="Person", name="Erlan", count=1)
    claims.add(
        by=house.keeper, at=NOW, document=house.document, entity=third.pk, property="name", value="Erlan",
        start=0, end=6,
    )  # fmt: skip
    person = Person.objects.create(number=99, created_at=NOW)
    other = Mention.objects.create(entity=third, origin=person, person=pair.right.person)
    left, right = sorted((pair.left, other), key=lambda one: one.pk)
    Candidate.objects.create(left=left, right=right, probability=0.5, why=["x"], method="test 1", proposed_at=NOW)

    shown = as_(Role.EDITOR).get("/same/").context["pairs"]

    assert [one.candidate for one in shown] == [pair]


@pytest.mark.parametrize(("verdict", "persons"), [("positive", 1), ("negative", 2), ("unsure", 2)])
def test_an_answer_is_kept(pair: Candidate, as_: Callable[[Role], Client], verdict: str, persons: int) -> None:
    """Only a positive one joins; none asks again."""
    client = as_(Role.EDITOR)

    client.post("/same/judge/", {"candidate": str(pair.pk), "verdict": verdict, "why": "same village"})

    judgement = Judgement.objects.get()
    assert (judgement.verdict, judgement.why) == (verdict, "same village")
    assert Mention.objects.values("person").distinct().count() == persons
    assert "No two records look like one person" in client.get("/same/").content.decode()


def test_an_answer_is_taken_back(pair: Candidate, as_: Callable[[Role], Client]) -> None:
    """What was joined is apart again."""
    client = as_(Role.EDITOR)
    client.post("/same/judge/", {"candidate": str(pair.pk), "verdict": "positive"})
    judgement = Judgement.objects.get()

    answer = client.post(f"/judgements/{judgement.pk}/undo/", {"next": "/people/K-000001/"})

    assert answer["Location"] == "/people/K-000001/"
    assert Mention.objects.values("person").distinct().count() == 2
    judgement.refresh_from_db()
    assert judgement.undone_at is not None


def test_two_answers_to_one_pair_do_not_both_count(pair: Candidate, as_: Callable[[Role], Client]) -> None:
    """The second is told that somebody was faster."""
    client = as_(Role.EDITOR)
    given = {"candidate": str(pair.pk), "verdict": "positive"}
    client.post("/same/judge/", given)

    assert client.post("/same/judge/", given).status_code == 409
    assert Judgement.objects.count() == 1


def test_htmx_gets_the_answer_with_its_undo(pair: Candidate, as_: Callable[[Role], Client]) -> None:
    """In the pair's place."""
    given = {"candidate": str(pair.pk), "verdict": "negative"}

    page = as_(Role.EDITOR).post("/same/judge/", given, headers={"HX-Request": "true"}).content.decode()

    assert f"/judgements/{Judgement.objects.get().pk}/undo/" in page
    assert "<html" not in page


def test_no_answer_is_no_answer(pair: Candidate, as_: Callable[[Role], Client]) -> None:
    """Nothing is kept."""
    answer = as_(Role.EDITOR).post("/same/judge/", {"candidate": str(pair.pk)}, follow=True)

    assert "Choose one of the three answers" in answer.content.decode()
    assert not Judgement.objects.exists()


def test_the_way_back_stays_in_the_house(pair: Candidate, as_: Callable[[Role], Client]) -> None:
    """A form made by somebody else sends nobody away."""
    client = as_(Role.EDITOR)
    client.post("/same/judge/", {"candidate": str(pair.pk), "verdict": "unsure"})

    answer = client.post(f"/judgements/{Judgement.objects.get().pk}/undo/", {"next": "https://example.invalid/"})

    assert answer["Location"] == "/same/"
    assert Person.objects.count() == 2

"""Two people choosing what is published of one person."""

from collections.abc import Callable

import pytest
from django.test import Client

from kualik.cases.accounts.models import Role
from kualik.cases.claims import actions as claims
from kualik.cases.findings.models import Choice
from kualik.cases.people.models import Mention
from tests.web.house import NOW, House, sign_in

PROPERTY = "Custody.sentence"


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


@pytest.fixture
def choose(accepted: House) -> str:
    """Where what is published of the son is chosen."""
    person = Mention.objects.get(entity=accepted.claim("detainee").value_entity).person
    return f"/people/{person}/choose/"


def chosen(value: str, why: str, seen: str = "") -> dict[str, str]:
    """Answer as the page's form does."""
    return {"property": PROPERTY, "value": value, "why": why, "seen": seen}


def test_whoever_chooses_second_sees_both_and_decides(choose: str, as_: Callable[[Role], Client]) -> None:
    """Nothing is overwritten unseen; put in place, the second choice ends the first."""
    first, second = as_(Role.EDITOR), as_(Role.PUBLISHER)
    first.post(choose, chosen("P10Y", "an official paper"))
    standing = Choice.objects.get()

    answer = second.post(choose, chosen("P12Y", "his mother read it"))
    page = answer.content.decode()

    assert answer.status_code == 409
    for said in ("10 years", "12 years", "an official paper", "his mother read it", "Editor’s", str(standing.pk)):
        assert said in page
    assert Choice.objects.get() == standing
    assert second.post(choose, chosen("P12Y", "his mother read it", str(standing.pk))).status_code == 302
    assert Choice.objects.get(ended_at=None).value == "P12Y"


def test_a_choice_is_not_taken_back_by_somebody_who_saw_another(choose: str, as_: Callable[[Role], Client]) -> None:
    """The page that they saw had a different one."""
    client = as_(Role.EDITOR)
    client.post(choose, chosen("P10Y", "an official paper"))
    old = Choice.objects.get()
    client.post(choose, chosen("P12Y", "his mother read it", str(old.pk)))

    answer = client.post(choose, {"unchoose": PROPERTY, "seen": str(old.pk)})

    assert answer.status_code == 409
    assert "Nothing is chosen" in answer.content.decode()
    assert Choice.objects.get(ended_at=None).value == "P12Y"


@pytest.mark.parametrize("second", [chosen("P10Y", "the same paper"), {"unchoose": PROPERTY, "seen": "x"}])
def test_the_same_answer_twice_is_no_conflict(
    choose: str, as_: Callable[[Role], Client], second: dict[str, str]
) -> None:
    """Whether it chooses or takes back."""
    client = as_(Role.EDITOR)
    if "value" in second:
        client.post(choose, chosen("P10Y", "an official paper"))

    answer = client.post(choose, second, follow=True)

    assert "the same answer before you" in answer.content.decode()


def test_a_value_from_a_guarded_document_is_not_told_by_a_conflict(
    accepted: House, choose: str, as_: Callable[[Role], Client]
) -> None:
    """Neither it nor the reason; that something was chosen, and by whom, is said."""
    sign_in(accepted.keeper).post(choose, chosen("P10Y", "the sealed paper"))
    Choice.objects.update(value="P99Y")  # a value that no document gives that an editor may see

    page = as_(Role.EDITOR).post(choose, chosen("P12Y", "his mother read it")).content.decode()

    assert "99 years" not in page
    assert "P99Y" not in page
    assert "the sealed paper" not in page
    assert "A value from a document that you may not see" in page

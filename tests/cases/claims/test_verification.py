"""Whatever is changed in a claim shows."""

import pytest
from django.db.models import Model

from kualik.cases.claims import actions
from kualik.cases.claims.models import Claim, Decision, Entity
from kualik.cases.claims.verification import problems
from tests.cases.casting import NOW, Story, keeper

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def story() -> Story:
    """Accept what a report says."""
    story = Story("Khadisha, 68, said her son Yerlan was given 10 years.")
    story.say(story.person("Khadisha"), "age", "68")
    story.held(story.person("Yerlan"), sentence="10 years")
    return story.accept()


def test_what_is_as_it_was_has_no_problems() -> None:
    """After decisions, corrections and additions too."""
    by, age = keeper(), Claim.objects.get(property="age")
    actions.reject(by=by, at=NOW, claims=[age.pk])
    actions.correct(by=by, at=NOW, claim=age.pk, value="67")

    assert list(problems()) == []


@pytest.mark.parametrize(
    ("model", "field", "value"),
    [
        (Claim, "value", "other"),
        (Claim, "stance", "denies"),
        (Claim, "voice", ["nobody"]),
        (Claim, "quote", "other"),
        (Claim, "end", 9999),
        (Claim, "confidence", 0.123),
        (Claim, "status", "rejected"),
        (Claim, "method", "person"),
        (Entity, "name", "other"),
        (Entity, "count", 7),
        (Entity, "roles", ["official"]),
    ],
)
def test_a_changed_field_is_noticed(model: type[Model], field: str, value: object) -> None:
    """Whichever, and it is said of which row."""
    row = model._default_manager.order_by("pk").last()  # noqa: SLF001 (either kind of row)
    assert row is not None
    model._default_manager.filter(pk=row.pk).update(**{field: value})  # noqa: SLF001 (either kind of row)

    assert [str(row.pk) in problem.where for problem in problems()] == [True]


def test_a_removed_claim_is_noticed() -> None:
    """The ledger still says that it was made."""
    Decision.objects.all().delete()
    Claim.objects.filter(property="age").delete()

    assert [problem.what for problem in problems()] == ["the ledger says that it was made, and it is gone"]

"""How much waits, in one question; and where one was last."""

import pytest
from pytest_django import DjangoAssertNumQueries

from kualik.cases.accounts.models import Role
from kualik.cases.claims import actions as claims
from kualik.cases.claims.models import Claim
from kualik.cases.findings import following
from kualik.cases.findings.awaiting import awaiting, begun
from kualik.cases.sources import actions as sources
from kualik.cases.sources.intake import Told
from kualik.cases.sources.models import Sensitivity
from tests.cases.casting import NOW, Story, keeper, worker

pytestmark = pytest.mark.django_db
SEALED = Told(publisher="Sealed", language="en", level=Sensitivity.SEALED)


def tell(name: str, *, told: Told | None = None) -> Story:
    """Tell of one person."""
    story = Story(f"{name} was seen.", told=told)
    story.person(name)
    return story.propose()


def test_all_is_counted_in_one_question(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    """Proposals until they are decided, pairs until they are judged, sources until they are read."""
    tell("Serik Almasuly")
    tell("Серік Алмасұлы")
    source = sources.add(by=keeper(), at=NOW, content=b"scan", name="scan.png").source
    for waits in iter(lambda: sources.lease(worker="w", at=NOW, seconds=60), None):
        if waits == source:
            sources.refuse(by=keeper(), at=NOW, source=source, worker="w", reason="no text", detail="")
    following.run()
    viewer = keeper()
    viewer.roles_remembered = frozenset({Role.READER, Role.EDITOR, Role.CUSTODIAN})

    with django_assert_num_queries(1):
        found = awaiting(viewer=viewer)

    assert (found.claims, found.pairs, found.disputed) == (2, 1, 0)
    assert (found.sources, found.waiting, found.refused, found.unwritten) == (3, 2, 1, 1)


def test_what_contradicts_is_counted_as_disputed() -> None:
    """As soon as both are accepted."""
    for sentence in ("P10Y", "P12Y"):
        story = Story(f"Serik Almasuly was sentenced: {sentence}.")
        story.held(story.person("Serik Almasuly"), state="prison", sentence=sentence)
        story.accept()
    following.run()
    assert awaiting(viewer=keeper()).disputed == 0

    story = Story("Dina Omarqyzy was sentenced, to 10 years, to 12 years.")
    held = story.held(story.person("Dina Omarqyzy"), state="prison", sentence="P10Y")
    story.say(held, "sentence", "P12Y", voice=("her son",))
    story.accept()
    following.run()
    assert awaiting(viewer=keeper()).disputed == 1


def test_what_is_sealed_is_not_counted_for_others() -> None:
    """Nor told as a place to go on."""
    tell("Serik Almasuly", told=SEALED)
    tell("Серік Алмасұлы", told=SEALED)
    reader = worker("reader", Role.READER)

    found = awaiting(viewer=reader)

    assert (found.sources, found.claims, found.pairs) == (0, 0, 0)


def test_one_goes_on_where_one_was_last() -> None:
    """The latest first, each document once, none that is done, and none where only a machine read."""
    editor = worker("editor", Role.EDITOR)
    stories = []
    for name in ("Serik Almasuly", "Dina Omarqyzy", "Bolat Zhunisov"):
        story = Story(f"{name} was seen.")
        one = story.person(name)
        story.say(one, "gender", "male")
        stories.append(story.propose())
    for story in (stories[0], stories[1], stories[0]):
        first = Claim.objects.filter(document=story.document, status="proposed").order_by("property").first()
        assert first is not None
        claims.accept(by=editor, at=NOW, claims=[first.pk])
    claims.reject(
        by=editor,
        at=NOW,
        claims=list(Claim.objects.filter(document=stories[2].document).values_list("pk", flat=True)[:1]),
    )

    assert [(one.document.pk, one.waiting) for one in begun(viewer=editor)] == [
        (stories[2].document.pk, 1),
        (stories[1].document.pk, 1),
    ]
    assert begun(viewer=keeper()) == ()

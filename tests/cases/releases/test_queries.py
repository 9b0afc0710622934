"""Releases and consents as far as the viewer may see them, and the frozen copy that leaves."""

from uuid import uuid4

import pytest

from kualik.cases.accounts.errors import NotAllowed
from kualik.cases.accounts.models import Role
from kualik.cases.findings import queries as findings
from kualik.cases.releases import actions, queries
from kualik.cases.releases.errors import Altered, NoSuchConsent, NoSuchRelease, NotInThatState, SeveralReleases
from kualik.cases.releases.models import Consent, Item
from kualik.engine.facts import Schema
from tests.cases.casting import keeper, later, worker
from tests.cases.releases.releasing import KIN, PROVIDER, WITNESS, approved, case, consented, draft, second_publisher

pytestmark = pytest.mark.django_db


def test_a_release_is_found_by_id_or_by_a_title_that_only_one_has() -> None:
    """Two of one title must be told apart by id."""
    person = case().who("e1")
    consented(person)
    first = draft(person)

    assert queries.release(viewer=keeper(), release="Held since 2018").release == first
    second = draft(person)
    assert queries.release(viewer=keeper(), release=str(second.pk)).release == second
    with pytest.raises(SeveralReleases, match=str(second.pk)):
        queries.release(viewer=keeper(), release="Held since 2018")
    for wrong in ("nothing", str(uuid4())):
        with pytest.raises(NoSuchRelease):
            queries.release(viewer=keeper(), release=wrong)


def test_a_draft_is_not_there_for_a_reader() -> None:
    """Nor for an administrator; once approved the reader sees it."""
    person = case().who("e1")
    consented(person)
    draft(person)
    reader, administrator = worker("reader", Role.READER), worker("admin", Role.ADMINISTRATOR)

    assert not queries.releases(viewer=reader).exists()
    approved(case().who("e1"))
    assert queries.releases(viewer=reader).count() == 1
    assert not queries.releases(viewer=administrator).exists()


def test_only_what_was_approved_leaves_and_only_with_a_publisher() -> None:
    """A reader may see a release and not take it away."""
    person = case().who("e1")
    consented(person)
    made = draft(person)
    with pytest.raises(NotInThatState):
        queries.frozen(viewer=keeper(), release=made.pk)
    release = approved(person)
    with pytest.raises(NotAllowed):
        queries.frozen(viewer=worker("reader", Role.READER), release=release.pk)

    assert queries.frozen(viewer=keeper(), release=release.pk).digest == release.digest


def test_a_release_that_was_changed_behind_our_back_is_not_given_out() -> None:
    """The digest of what was approved does not fit."""
    release = approved(case().who("e1"))
    item = Item.objects.get()
    item.content = {**item.content, "name": "Somebody Else"}
    item.save()

    with pytest.raises(Altered):
        queries.frozen(viewer=keeper(), release=release.pk)


def test_drafts_that_wait_for_me_are_counted() -> None:
    """Not my own, where somebody else can approve."""
    person = case().who("e1")
    consented(person)
    draft(person)
    assert queries.awaiting(viewer=keeper()) == 1

    saule = second_publisher()
    assert (queries.awaiting(viewer=keeper()), queries.awaiting(viewer=saule)) == (0, 1)
    assert queries.release(viewer=saule, release="Held since 2018").may_approve


def test_consents_are_for_those_who_work_with_them() -> None:
    """A reader finds none; anybody finds one by its id alone."""
    person = case().who("e1")
    consented(person)
    consent = Consent.objects.get()
    reader = worker("reader", Role.READER)

    assert [one.pk for one in queries.consents(viewer=keeper(), person=person)] == [consent.pk]
    assert not queries.consents(viewer=reader).exists()
    assert queries.consent(viewer=keeper(), reference=str(consent.pk)) == consent
    for viewer, wrong in ((reader, str(consent.pk)), (keeper(), "x"), (keeper(), str(uuid4()))):
        with pytest.raises(NoSuchConsent):
            queries.consent(viewer=viewer, reference=wrong)


def test_the_hidden_names_of_a_case_are_all_but_those_of_bodies() -> None:
    """Also who handed the source over, whom the publisher may not know."""
    story = case()
    told = findings.case(viewer=keeper(), person=story.who("e1"))
    assert story.document.entities.filter(schema=Schema.ORGANIZATION.value).count() == 0

    assert {WITNESS, KIN, PROVIDER} <= set(queries.hidden(told))


def test_readers_are_not_told_what_was_withheld_nor_who_withdrew() -> None:
    """A reason can name by what it leaves out; a withdrawal is no news for everybody."""
    person = case().who("e1")
    release = approved(person)
    actions.withdraw_consent(by=keeper(), at=later(1), consent=Consent.objects.get())
    reader, editor = worker("reader", Role.READER), worker("editor", Role.EDITOR)

    seen = {user: queries.release(viewer=user, release=release.pk) for user in (reader, editor)}

    assert (seen[reader].items[0].withheld, seen[reader].gone) == ([], ())
    assert seen[editor].items[0].withheld
    assert seen[editor].gone == (person,)

"""A claim or a document named at the terminal, by digits or by title."""

from uuid import UUID, uuid4

import pytest

from kualik.cases.accounts.models import Role
from kualik.cases.claims.models import Claim
from kualik.cases.sources.intake import Told
from kualik.cases.sources.models import Sensitivity
from kualik.cli.naming import NoSuchId, SeveralDocuments, TooShort, short, the_claim, the_document
from tests.cases.casting import Story, keeper, worker

pytestmark = pytest.mark.django_db


def tell(text: str, *, told: Told | None = None) -> Story:
    """Keep a document with one claim."""
    story = Story(text, told=told)
    story.person("Serik Almasuly")
    return story.propose()


def test_a_document_is_named_by_digits_or_title() -> None:
    """The short id is enough, with dashes or without, and so is the title in other letters."""
    first = tell("Relatives rally\nSerik Almasuly was seen.").document
    tell("Another report\nSerik Almasuly was seen.")

    for reference in (short(first.pk), str(first.pk), str(first.pk)[:13].upper(), "relatives rally "):
        assert the_document(viewer=keeper(), reference=reference) == first.pk


def test_a_title_of_two_documents_lists_both_with_their_digits() -> None:
    """One of which then names one."""
    both = [tell(f"Weekly report\nSerik Almasuly was seen {place}.").document for place in ("here", "there")]

    with pytest.raises(SeveralDocuments) as refused:
        the_document(viewer=keeper(), reference="Weekly report")

    assert all(short(one.pk) in str(refused.value) for one in both)


@pytest.mark.parametrize("reference", ["ffffffff", "no such title", "", "f" * 33])
def test_what_is_not_there_is_said_to_be_absent(reference: str) -> None:
    """With where ids are printed."""
    tell("Relatives rally\nSerik Almasuly was seen.")

    with pytest.raises(NoSuchId, match="kualik find"):
        the_document(viewer=keeper(), reference=reference)


def test_digits_that_several_claims_begin_with_name_none() -> None:
    """More digits are asked for."""
    made = tell("Relatives rally\nSerik Almasuly was seen.")
    claim = Claim.objects.get(document=made.document)
    twin = Claim.objects.get(pk=claim.pk)
    twin.pk = UUID(hex=claim.pk.hex[:8] + uuid4().hex[8:])
    twin.save(force_insert=True)

    with pytest.raises(NoSuchId, match="more digits"):
        the_claim(viewer=keeper(), reference=short(claim.pk))
    assert the_claim(viewer=keeper(), reference=str(claim.pk)) == claim.pk


@pytest.mark.parametrize("reference", ["a", "abc"])
def test_too_few_digits_are_said_to_be_too_few(reference: str) -> None:
    """Whether or not something begins so."""
    with pytest.raises(TooShort, match="at least the first 4"):
        the_claim(viewer=keeper(), reference=reference)


def test_what_is_sealed_has_no_name() -> None:
    """Neither by title nor by digits."""
    sealed = tell("Sealed\nSerik Almasuly.", told=Told(publisher="P", language="en", level=Sensitivity.SEALED)).document
    reader = worker("reader", Role.READER)

    for reference in ("Sealed", short(sealed.pk)):
        with pytest.raises(NoSuchId):
            the_document(viewer=reader, reference=reference)

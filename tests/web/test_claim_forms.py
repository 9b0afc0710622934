"""How a claim is written on a page."""

import pytest
from django.utils import translation

from kualik.cases.claims.models import Entity
from kualik.engine.facts import Stance
from kualik.web.claim_forms import CorrectionForm, NewClaimForm
from tests.web.house import House


def filled(form: CorrectionForm, **changed: str) -> CorrectionForm:
    """Fill a correction in as it stands, but for what is changed."""
    data = {name: form.get_initial_for_field(field, name) for name, field in form.fields.items()} | changed
    return CorrectionForm({f"{form.prefix}-{name}": value for name, value in data.items()}, claim=form.claim)


def test_what_is_left_as_it_is_is_no_change(house: House) -> None:
    """The action then refuses to supersede a claim by itself."""
    form = filled(CorrectionForm(claim=house.claim("sentence")), why="looked again")

    assert form.is_valid(), form.errors
    assert form.changed() == {}


def test_only_what_is_changed_is_changed(house: House) -> None:
    """The chain of voices is read from the page to the witness."""
    form = filled(
        CorrectionForm(claim=house.claim("sentence")), why="misheard", stance="alleges", through="Steppe Wire; a cousin"
    )

    assert form.is_valid(), form.errors
    assert form.changed() == {"stance": Stance.ALLEGES, "voice": ["Steppe Wire", "a cousin", "Saltanat Nurbek"]}


def test_somebody_pointed_at_is_not_overwritten_by_text(house: House) -> None:
    """There is no field for it."""
    assert "value" not in CorrectionForm(claim=house.claim("detainee")).fields


def test_the_properties_offered_are_those_of_the_entity(house: House) -> None:
    """A custody has no birthday."""
    offered = dict(CorrectionForm(claim=house.claim("sentence")).fields["property"].choices)  # type: ignore[attr-defined]  # a choice field

    assert "sentence" in offered
    assert "birthDate" not in offered


def test_what_the_document_speaks_of_is_offered(house: House) -> None:
    """And one of every kind that it does not name yet."""
    form = NewClaimForm(entities=Entity.objects.filter(document=house.document))
    with translation.override("en"):
        new, known = form.fields["entity"].choices  # type: ignore[attr-defined]  # a choice field

    assert ("new:Person", "Person") in new[1]
    assert "Erlan · Person" in dict(known[1]).values()
    assert "Custody" in dict(known[1]).values()


@pytest.mark.usefixtures("house")
def test_an_entity_of_another_document_is_no_answer() -> None:
    """The form takes none but those that it offered."""
    form = NewClaimForm({"entity": "00000000-0000-0000-0000-000000000000"}, entities=Entity.objects.none())

    assert "entity" in form.errors

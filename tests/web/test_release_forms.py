"""What is asked before anything leaves the house."""

import pytest
from django.utils import translation

from kualik.cases.releases.allowed import allowed
from kualik.cases.releases.models import Audience
from kualik.web.release_forms import ConsentForm, DraftForm


@pytest.mark.parametrize(("day", "valid"), [("2024-03", True), ("2024-03-05", True), ("in spring", False), ("", False)])
def test_a_consent_has_a_date_as_far_as_it_is_known(day: str, *, valid: bool) -> None:
    """EDTF, and nothing else."""
    assert ConsentForm({"audience": "un", "given_by": "a brother", "given_on": day}).is_valid() is valid


def test_whatever_some_audience_may_see_can_be_ticked() -> None:
    """And what the public may see is ticked to begin with, no more."""
    with translation.override("en"):
        form = DraftForm()

    offered = {name for name, _word in form.fields["properties"].choices}  # type: ignore[attr-defined]  # a choice field
    assert offered == {name for audience in Audience for name in allowed(audience)}
    assert set(form["properties"].value()) == set(allowed(Audience.PUBLIC))


def test_what_is_on_no_list_cannot_be_ticked() -> None:
    """A field that nobody may be shown is no choice."""
    form = DraftForm({"title": "x", "audience": "public", "properties": ["Person.notes"]})

    assert "properties" in form.errors

"""A conflict shows both texts, who was first, and the ways on; nothing that was typed is lost."""

from collections.abc import Mapping
from datetime import UTC, datetime

import pytest
from django import forms
from django.http import HttpResponse
from django.test import RequestFactory

from kualik.cases.accounts.models import Role
from kualik.web.conflicts import Conflict, Row, conflict
from tests.web.house import House

AT = datetime(2026, 11, 2, 9, 30, tzinfo=UTC)


class NoteForm(forms.Form):
    """A text, and the state in which the record was seen."""

    note = forms.CharField(widget=forms.Textarea)
    seen = forms.CharField(widget=forms.HiddenInput)


def shown(house: House, *, headers: Mapping[str, str] | None = None, form: forms.Form | None = None) -> HttpResponse:
    """Answer with a conflict of two notes."""
    request = RequestFactory().post("/notes/", headers=dict(headers or {}))
    request.user = house.by_role[Role.EDITOR]
    found = Conflict(
        what="Note <1>",
        said="Somebody wrote first.",
        by="Saule",
        at=AT,
        why="from the letter",
        rows=(Row(label="Text", mine="mine & more", theirs="theirs"), Row(label="Year", mine="2017", theirs="2017 ")),
        theirs="/notes/1/",
        action="/notes/1/write/",
        mine={"note": 'mine & "more"', "seen": "2"},
        form=form,
    )
    return conflict(request, found)


def test_both_texts_stand_side_by_side(house: House) -> None:
    """With who was first, when and why; where both agree it is not called a difference."""
    answer = shown(house)
    page = answer.content.decode()

    assert answer.status_code == 409
    for said in ("Note &lt;1&gt;", "mine &amp; more", "theirs", "Saule", "from the letter", "2026-11-02 09:30"):
        assert said in page
    assert page.count('class="differs"') == 1
    assert page.count('class="agrees"') == 1


def test_mine_is_one_button_away(house: House) -> None:
    """With the state that was seen now, so that a third writer is noticed again."""
    page = shown(house).content.decode()

    assert '<input type="hidden" name="note" value="mine &amp; &quot;more&quot;">' in page
    assert '<input type="hidden" name="seen" value="2">' in page
    assert 'href="/notes/1/"' in page


def test_what_was_typed_stands_in_the_form(house: House) -> None:
    """To be changed and sent once more."""
    page = shown(house, form=NoteForm({"note": "what I typed", "seen": "2"})).content.decode()

    assert "what I typed</textarea>" in page
    assert 'action="/notes/1/write/"' in page


@pytest.mark.parametrize("headers", [{"HX-Request": "true"}])
def test_htmx_gets_the_part_alone(house: House, headers: dict[str, str]) -> None:
    """It lands among the notices of the page that is open."""
    answer = shown(house, headers=headers)

    assert answer.status_code == 409
    assert "<html" not in answer.content.decode()
    assert "mine &amp; more" in answer.content.decode()

"""What is asked before anything leaves the house: whose consent, for whom, and what."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from kualik.cases.releases.allowed import PASSAGES, allowed
from kualik.cases.releases.models import Audience
from kualik.engine.facts.edtf import is_edtf
from kualik.web import words

__all__ = ["ConsentForm", "DraftForm"]


class ConsentForm(forms.Form):
    """That somebody may be shown to an audience."""

    audience = forms.ChoiceField(label=_("To be shown to"), choices=Audience.choices)
    given_by = forms.CharField(
        label=_("Who allowed it, and what are they to the person?"),
        max_length=2000,
        widget=forms.TextInput(attrs={"dir": "auto", "autocomplete": "off"}),
    )
    given_on = forms.CharField(
        label=_("When?"),
        help_text=_("As far as it is known: 2024-02-08, 2024-02 or 2024."),
        max_length=40,
        widget=forms.TextInput(attrs={"dir": "ltr", "autocomplete": "off"}),
    )

    def clean_given_on(self) -> str:
        """Refuse what is no date, in words."""
        day = str(self.cleaned_data["given_on"]).strip()
        if not is_edtf(day):
            raise forms.ValidationError(_("Write it as 2024-02-08, 2024-02 or 2024."))
        return day


class DraftForm(forms.Form):
    """A selection for one audience: whom, and which of what is known of them."""

    title = forms.CharField(label=_("Title"), max_length=300, widget=forms.TextInput(attrs={"dir": "auto"}))
    audience = forms.ChoiceField(label=_("For whom"), choices=Audience.choices)
    persons = forms.MultipleChoiceField(
        label=_("Persons"),
        help_text=_("Only those with a consent that was not withdrawn are listed."),
        widget=forms.CheckboxSelectMultiple,
    )
    properties = forms.MultipleChoiceField(
        label=_("What is shown of them"),
        help_text=_("What is not ticked stays in the house. The public is never shown the words of documents."),
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, *args: Any, persons: Mapping[str, str], **kwargs: Any) -> None:
        """Offer persons with a consent, and every property that some audience may be shown."""
        super().__init__(*args, **kwargs)
        self._offer("persons", list(persons.items()))
        self._offer("properties", [(name, _word(name)) for name in _everything()])
        self.initial.setdefault("properties", list(allowed(Audience.PUBLIC)))

    def _offer(self, name: str, choices: list[tuple[str, str]]) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.MultipleChoiceField)
        field.choices = choices


def _everything() -> list[str]:
    return list(dict.fromkeys(name for audience in Audience for name in allowed(audience)))


def _word(name: str) -> str:
    schema, _dot, own = name.partition(".")
    return (
        str(_("Words of the documents"))
        if name == PASSAGES
        else f"{words.schema_word(schema)}: {words.property_word(own, schema)}"
    )

"""What is asked before anything leaves the house: whose consent, for whom, and what."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from kualik.cases.releases.allowed import allowed
from kualik.cases.releases.models import Audience
from kualik.engine.facts.edtf import is_edtf
from kualik.web.release_words import field_word

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
    """What a release is called, for whom it is, and which of what is known is shown. Who is in it, the page holds."""

    title = forms.CharField(
        label=_("Title"),
        help_text=_("It is shown to its audience."),
        max_length=300,
        widget=forms.TextInput(attrs={"dir": "auto", "autocomplete": "off"}),
    )
    audience = forms.ChoiceField(label=_("For whom"), choices=Audience.choices)
    properties = forms.MultipleChoiceField(label=_("What is shown of them"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Offer every property that some audience may be shown; what the public may see is ticked to begin with."""
        super().__init__(*args, **kwargs)
        field = self.fields["properties"]
        assert isinstance(field, forms.MultipleChoiceField)
        field.choices = [(name, field_word(name)) for name in _everything()]
        self.initial.setdefault("properties", list(allowed(Audience.PUBLIC)))


def _everything() -> list[str]:
    return list(dict.fromkeys(name for audience in Audience for name in allowed(audience)))

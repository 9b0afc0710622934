"""What is asked before people are counted: who, where, when, to what event; which of them; from which lists."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from kualik.cases.findings.captures import Chosen, ListRow
from kualik.cases.findings.counts import Asked
from kualik.cases.findings.traits import Where
from kualik.engine.counting import Claimed, Question
from kualik.engine.facts.edtf import is_edtf
from kualik.web import words

__all__ = ["CountForm"]

WHERE = ("place", "startDate", "state", "gender")
"""Properties of the person or of their custody by which people can be chosen on the page."""


def _line(label: Any, *, help_text: Any = "", length: int = 300, direction: str = "auto") -> forms.CharField:
    widget = forms.TextInput(attrs={"dir": direction, "autocomplete": "off"})
    return forms.CharField(label=label, help_text=help_text, required=False, max_length=length, widget=widget)


class CountForm(forms.Form):
    """One question of how many."""

    population = _line(_("Who is counted?"), help_text=_("Such as: people held in camps. It stands in the report."))
    where = _line(_("Where?"))
    window = _line(_("When?"), help_text=_("From when to when, in words."))
    event = _line(_("What must have happened?"), help_text=_("The same on every list, such as: taken into custody."))
    place = _line(_("Held at"), help_text=_("Only people whose place of custody has these words."))
    startDate = _line(  # noqa: N815 (what the property is called)
        _("Held from"), help_text=_("Only people taken then: 2018, 2017/2019, 2018-05."), direction="ltr"
    )
    state = forms.ChoiceField(label=_("Kind of custody"), required=False)
    gender = forms.ChoiceField(label=_("Gender"), required=False)
    proposed = forms.BooleanField(label=_("Let claims in that nobody has decided on"), required=False)
    lists = forms.MultipleChoiceField(
        label=_("Lists"),
        help_text=_("A list is whoever published. Leave out what is not made apart from the others."),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    strata = forms.ChoiceField(label=_("Count apart by"), required=False)
    claimed = _line(_("A figure that others give"), help_text=_("In their words. It is shown beside, never used."))
    claimed_source = _line(_("Who gives it, and how do they know?"), length=1000)

    def __init__(self, *args: Any, rows: Sequence[ListRow] | None = None, **kwargs: Any) -> None:
        """Offer the lists that there are; without them any name is taken, to find out which there are."""
        super().__init__(*args, **kwargs)
        anything = ("", _("Any"))
        self._offer("state", [anything, *((name, word) for name, word in words.STATES.items())])
        self._offer("gender", [anything, *((name, word) for name, word in words.GENDERS.items())])
        apart = [(name, words.property_word(name)) for name in ("gender", "state", "place")]
        self._offer("strata", [("", _("Nothing: all together")), *apart])
        self._offer("lists", [(row.name, row.name) for row in rows or ()])

    def _offer(self, name: str, choices: list[Any]) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)
        field.choices = choices

    def clean_startDate(self) -> str:  # noqa: N802 (Django calls it so)
        """Refuse what is no date, in words."""
        day = str(self.cleaned_data["startDate"]).strip()
        if day and not is_edtf(day):
            raise forms.ValidationError(_("Write it as 2018, 2017/2019 or 2018-05."))
        return day

    def clean(self) -> dict[str, Any]:
        """Ask for the source of a figure."""
        given = super().clean() or self.cleaned_data
        if "ask" in self.data and not given.get("lists"):
            self.add_error("lists", forms.ValidationError(_("Choose the lists to count from.")))
        if bool(given.get("claimed")) != bool(given.get("claimed_source")):
            missing = "claimed_source" if given.get("claimed") else "claimed"
            self.add_error(missing, forms.ValidationError(_("A figure and its source go together.")))
        return given

    def filters(self) -> Chosen:
        """Say which people are looked at, whatever the lists."""
        given = self.cleaned_data
        conditions = tuple(Where(property=name, value=given[name]) for name in WHERE if given.get(name))
        return Chosen(where=conditions, proposed=given["proposed"], strata=given.get("strata", ""))

    def asked(self, chosen: Chosen) -> Asked:
        """Put the question."""
        given = self.cleaned_data
        claimed = Claimed(figure=given["claimed"], source=given["claimed_source"]) if given["claimed"].strip() else None
        return Asked(
            question=Question(
                population=given["population"].strip(),
                place=given["where"].strip(),
                window=given["window"].strip(),
                event=given["event"].strip(),
                claimed=claimed,
            ),
            chosen=chosen,
        )

"""How a person writes or corrects a claim on a page: asked in plain words, decided by the action."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from kualik.cases.claims.models import Claim, Entity
from kualik.cases.claims.writing import Change, NewEntity, Statement
from kualik.engine.facts import Schema, Stance
from kualik.engine.facts.schemata import properties
from kualik.web import marking, words

__all__ = ["CorrectionForm", "NewClaimForm"]

NEW = "new:"
MOST = 2000  # characters of a value
SEPARATOR = ";"


def _stances() -> list[tuple[str, Any]]:
    return list(words.STANCES.items())


def _properties(schema: str) -> list[tuple[str, str]]:
    known = properties(schema)
    return [(name, words.property_word(name, schema)) for name in words.PROPERTIES if name in known]


def _all_properties() -> list[tuple[str, Any]]:
    return [(words.schema_word(schema), _properties(schema)) for schema in Schema]


def _chain(form: forms.Form) -> list[str]:
    """Read the chain of voices from the page to the witness."""
    through = form.cleaned_data["through"].split(SEPARATOR)
    return [one.strip() for one in (*through, form.cleaned_data["witness"]) if one.strip()]


class VoiceFields(forms.Form):
    """Who says so, where they stand, and through whom it reached the page."""

    stance = forms.ChoiceField(label=_("Where they stand"), choices=_stances)
    witness = forms.CharField(
        label=_("Who says so"),
        help_text=_("Whoever is said to know it: a person, an office, or the publisher."),
        max_length=300,
        widget=forms.TextInput(attrs={"dir": "auto", "autocomplete": "off"}),
    )
    through = forms.CharField(
        label=_("Told through"),
        help_text=_("From the page inwards, with ; between them. Empty where they speak for themselves."),
        required=False,
        max_length=1000,
        widget=forms.TextInput(attrs={"dir": "auto", "autocomplete": "off"}),
    )


class CorrectionForm(VoiceFields):
    """A claim as it should be, and why. The old one stays to be seen."""

    property = forms.ChoiceField(label=_("What it is about"))
    value = forms.CharField(
        label=_("Value"), required=False, max_length=MOST, widget=forms.TextInput(attrs={"dir": "auto"})
    )
    why = forms.CharField(label=_("Why it is changed"), max_length=MOST, widget=forms.TextInput(attrs={"dir": "auto"}))

    field_order = ("property", "value", "stance", "witness", "through", "why")

    def __init__(self, *args: Any, claim: Claim, **kwargs: Any) -> None:
        """Offer the properties of what the claim is about, filled in as it stands."""
        initial = {
            "property": claim.property,
            "value": claim.value,
            "stance": claim.stance,
            "witness": claim.voice[-1] if claim.voice else "",
            "through": f"{SEPARATOR} ".join(claim.voice[:-1]),
        }
        super().__init__(*args, **{"initial": initial, "prefix": f"c{claim.pk.hex[:8]}", **kwargs})
        self.claim = claim
        choice = self.fields["property"]
        assert isinstance(choice, forms.ChoiceField)
        known = _properties(claim.entity.schema)
        own = [(claim.property, words.property_word(claim.property, claim.entity.schema))]
        choice.choices = known if claim.property in dict(known) else [*own, *known]
        if claim.value_entity_id:
            del self.fields["value"]

    def changed(self) -> Change:
        """Gather what is otherwise than before."""
        old, new = self.claim, self.cleaned_data
        found = Change()
        if new["property"] != old.property:
            found["property"] = new["property"]
        if new.get("value", old.value) != old.value:
            found["value"] = new["value"]
        if new["stance"] != old.stance:
            found["stance"] = Stance(new["stance"])
        if (chain := _chain(self)) != old.voice:
            found["voice"] = chain
        return found


class NewClaimForm(VoiceFields):
    """A claim that no reader found, from a passage of the text."""

    quote = forms.CharField(
        label=_("Passage"),
        help_text=_("Select it in the text, or copy it here word for word."),
        max_length=20_000,
        widget=forms.Textarea(attrs={"rows": 3, "dir": "auto", "class": "written"}),
    )
    start = forms.IntegerField(required=False, min_value=0, widget=forms.HiddenInput)
    entity = forms.ChoiceField(label=_("About whom or what"))
    name = forms.CharField(
        label=_("If new: the name"),
        required=False,
        max_length=300,
        widget=forms.TextInput(attrs={"dir": "auto", "autocomplete": "off"}),
    )
    description = forms.CharField(
        label=_("If new and without a name: a description"),
        required=False,
        max_length=500,
        widget=forms.TextInput(attrs={"dir": "auto", "autocomplete": "off"}),
    )
    property = forms.ChoiceField(label=_("What it says of them"), choices=_all_properties)
    value = forms.CharField(
        label=_("Value"),
        help_text=_("A date as 2024-02-08, 2024-02 or XXXX-02-08; a span of time as P22Y."),
        required=False,
        max_length=MOST,
        widget=forms.TextInput(attrs={"dir": "auto"}),
    )
    value_entity = forms.ChoiceField(label=_("Or one of those named here"), required=False)

    field_order = (
        "quote",
        "start",
        "entity",
        "name",
        "description",
        "property",
        "value",
        "value_entity",
        "stance",
        "witness",
        "through",
    )

    def __init__(self, *args: Any, entities: QuerySet[Entity], **kwargs: Any) -> None:
        """Offer what the document is known to speak of, and new entities of every kind."""
        super().__init__(*args, **kwargs)
        known = [(str(one.pk), _label(one)) for one in entities]
        new = [(f"{NEW}{schema}", words.schema_word(schema)) for schema in Schema]
        self._offer("entity", [(str(_("New")), new), (str(_("Named in this document")), known)])
        self._offer("value_entity", [("", "—"), *known])

    def _offer(self, name: str, choices: Iterable[Any]) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)
        field.choices = list(choices)

    def statement(self, text: str) -> Statement | None:
        """Gather what is stated; None, with an error at the field, where the text does not say the passage."""
        given = self.cleaned_data
        place = marking.locate(text=text, quote=given["quote"], near=given["start"] or 0)
        if place is None:
            self.add_error("quote", str(_("The text does not say this word for word. Copy the passage from it.")))
            return None
        stated = Statement(
            entity=self._entity(),
            property=given["property"],
            stance=Stance(given["stance"]),
            voice=_chain(self),
            start=place[0],
            end=place[1],
        )
        if given["value_entity"]:
            stated["value_entity"] = UUID(given["value_entity"])
        else:
            stated["value"] = given["value"]
        return stated

    def _entity(self) -> UUID | NewEntity:
        given = self.cleaned_data
        chosen: str = given["entity"]
        if not chosen.startswith(NEW):
            return UUID(chosen)
        return NewEntity(schema=Schema(chosen.removeprefix(NEW)), name=given["name"], description=given["description"])


def _label(entity: Entity) -> str:
    return (
        f"{entity} · {words.schema_word(entity.schema)}"
        if str(entity) != entity.schema
        else words.schema_word(entity.schema)
    )

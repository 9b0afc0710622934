"""What kinds, facets and their values are called where somebody looks for something."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from kualik.cases.findings.asking import Kind
from kualik.cases.findings.hits import Facet
from kualik.cases.sources.models import Sensitivity
from kualik.web import words
from kualik.web.event_words import KIND_WORDS
from kualik.web.locales import language_in_words

__all__ = ["FACETS", "ICONS", "KINDS", "Narrowing", "Value", "narrowings", "value_word"]

KINDS: Mapping[Kind, Promise] = {
    Kind.PEOPLE: _("People"),
    Kind.DOCUMENTS: _("Documents"),
    Kind.EVENTS: _("Events"),
    Kind.CLAIMS: _("Claims"),
}
ICONS: Mapping[Kind, str] = {
    Kind.PEOPLE: "people", Kind.DOCUMENTS: "document", Kind.EVENTS: "event", Kind.CLAIMS: "asserts",
}  # fmt: skip
FACETS: Mapping[str, Promise] = {
    "state": _("Custody"),
    "custody_place": _("Held where"),
    "origin_place": _("From where"),
    "grade": _("How well known"),
    "language": _("Language"),
    "publisher": _("Publisher"),
    "year": _("Year published"),
    "level": _("Sensitivity"),
    "event_kind": _("Kind of event"),
    "event_year": _("Year"),
    "event_place": _("Place"),
    "status": _("Status"),
    "property": _("What is said"),
}
LEVELS = {level.value: level.label for level in Sensitivity}


@dataclass(frozen=True, slots=True, kw_only=True)
class Value:
    """One value to narrow down to: what it is called, how many of the hits have it; `own` words keep their own font."""

    value: str
    word: str
    count: int
    own: bool
    chosen: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Narrowing:
    """One facet as a page shows it."""

    name: str
    word: Promise
    values: tuple[Value, ...]
    chosen: str


def value_word(name: str, value: str) -> str:
    """Say what a value of a facet is called; what a document says itself stays as it is."""
    match name:
        case "language":
            return language_in_words(value)
        case "property":
            return words.property_word(value)
        case "grade":
            return str(words.GRADES[value][0]) if value in words.GRADES else value
        case "state" | "status" | "level" | "event_kind":
            closed: Mapping[str, object] = {
                "state": words.STATES, "status": words.STATUSES, "level": LEVELS, "event_kind": KIND_WORDS,
            }[name]  # fmt: skip
            return str(closed.get(value, value))
    return value


def narrowings(facets: tuple[Facet, ...]) -> list[Narrowing]:
    """Give the facets that have something to choose."""
    return [
        Narrowing(
            name=one.name,
            word=FACETS[one.name],
            chosen=one.chosen,
            values=tuple(
                Value(
                    value=value,
                    word=value_word(one.name, value),
                    count=count,
                    own=value_word(one.name, value) == value,
                    chosen=value == one.chosen,
                )
                for value, count in one.values
            ),
        )
        for one in facets
        if one.values
    ]

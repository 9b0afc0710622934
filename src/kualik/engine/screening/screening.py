"""What of a person may be shown to an audience; everything else is withheld, with the reason."""

from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from kualik.engine.facts import EngineError
from kualik.engine.screening.masking import mask_numbers, quarter

__all__ = ["NAMES_OTHERS", "SOURCES", "Consent", "Screened", "Shown", "UnknownSource", "Value", "Withheld", "screen"]

SOURCES = ("source withheld", "family or friends", "a witness", "a document", "an official source", "the press")
"""How a source may be shown; the first unless a person chose another. "His wife" would name one human being."""

NAMES_OTHERS = frozenset(
    {"addressee", "fatherName", "kin", "motherName", "parent", "relationship", "relative", "spouse", "voice", "witness"}
)
"""Properties whose value is another human being: withheld unless that one consents too."""


class UnknownSource(EngineError):
    """A source is to be shown in words that are not in the vocabulary."""

    def __init__(self, *, source: str) -> None:
        super().__init__(f"a source may not be shown as {source!r}; choose one of: {', '.join(SOURCES)}")
        self.source = source


@dataclass(frozen=True, slots=True, kw_only=True)
class Value:
    """Something that might be shown of a person.

    `others` are the ids of the other people whom the value names; `source` one of SOURCES; `said_on` the day
    of the testimony, EDTF.
    """

    person: str
    property: str
    value: str
    others: tuple[str, ...] = ()
    source: str = SOURCES[0]
    said_on: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Consent:
    """Somebody's yes (or, withdrawn, no) to being shown to one audience, since a day (ISO 8601)."""

    person: str
    audience: str
    day: str
    withdrawn: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """What may be shown: the value masked, the source in coarse words, the testimony's quarter."""

    person: str
    property: str
    value: str
    source: str
    said_in: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Withheld:
    """What may not be shown, and why. The value itself is not repeated."""

    person: str
    property: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Screened:
    """What may be shown, and what is withheld; every value given is in one of the two."""

    shown: tuple[Shown, ...]
    withheld: tuple[Withheld, ...]


def screen(
    values: Iterable[Value], *, audience: str, consents: Iterable[Consent], allowed: AbstractSet[str]
) -> Screened:
    """Decide value by value what an audience may see.

    Args:
        values: what might be shown.
        audience: for whom, as it is called in the consents.
        consents: every consent and withdrawal there is; for one person and audience the latest counts, and on
            one day the withdrawal.
        allowed: names of the properties that are public; nothing else leaves.

    Returns:
        What may be shown, with numbers masked and days rounded, and what is withheld; both in the order given.

    Raises:
        UnknownSource: a source is not in SOURCES.
    """
    consenting = _consenting(consents, audience)
    shown: list[Shown] = []
    withheld: list[Withheld] = []
    for value in values:
        why = _why_withheld(value, consenting, allowed)
        if why:
            withheld.append(Withheld(person=value.person, property=value.property, why=why))
        else:
            shown.append(_show(value))
    return Screened(shown=tuple(shown), withheld=tuple(withheld))


def _consenting(consents: Iterable[Consent], audience: str) -> Mapping[str, bool]:
    """Find who consents now. False is one who withdrew; who was never asked is not there."""
    latest = sorted((one for one in consents if one.audience == audience), key=lambda one: (one.day, one.withdrawn))
    return {one.person: not one.withdrawn for one in latest}


def _why_withheld(value: Value, consenting: Mapping[str, bool], allowed: AbstractSet[str]) -> str | None:
    if value.property not in allowed:
        return "not a public property"
    if value.person not in consenting:
        return "no consent for this audience"
    if not consenting[value.person]:
        return "consent withdrawn"
    if value.property in NAMES_OTHERS and not value.others:
        return "names another person"
    if not all(consenting.get(other) for other in value.others):
        return "names another person, who has not consented"
    return None


def _show(value: Value) -> Shown:
    if value.source not in SOURCES:
        raise UnknownSource(source=value.source)
    return Shown(
        person=value.person,
        property=value.property,
        value=mask_numbers(value.value),
        source=value.source,
        said_in=quarter(value.said_on) if value.said_on else None,
    )

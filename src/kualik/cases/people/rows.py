"""Persons as lists show them: names in every script, where they are held, how many documents speak of them."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Count, QuerySet

from kualik.cases.accounts.models import User
from kualik.cases.claims import queries as claims
from kualik.cases.claims.models import Claim, Entity
from kualik.cases.people import custody
from kualik.cases.people.custody import CustodyLine
from kualik.cases.people.models import Person
from kualik.cases.people.records import IN_FORCE, NAMES
from kualik.engine import names
from kualik.engine.facts import Status
from kualik.engine.names import Reason

__all__ = [
    "NameForm",
    "PersonRow",
    "forms",
    "label",
    "language_of",
    "rows",
    "rows_among",
    "rows_of",
    "seen",
    "seen_among",
]

HEAVY = ("document__text", "document__fingerprint", "document__warnings")  # no list shows them
RIGHT_TO_LEFT = frozenset({"Arab", "Hebr"})
WRITTEN_IN = {
    "en": ("Latn",),
    "ru": ("Cyrl",),
    "zh": ("Hani",),
    "kk": ("Cyrl", "Arab", "Latn"),
    "ug": ("Arab", "Cyrl", "Latn"),
}
"""In which scripts each of our languages is written; with several, the tag names the script."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NameForm:
    """One way a person's name is written, and the documents that write it so.

    `script` is ISO 15924, `language` a BCP 47 tag, `direction` "ltr" or "rtl".
    """

    value: str
    script: str
    language: str
    direction: str
    documents: tuple[UUID, ...]
    accepted: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonRow:
    """One person in a list. `described`: the label is a description, since no document gives a name."""

    person: Person
    label: str
    described: bool
    names: tuple[NameForm, ...]
    documents: int
    custody: tuple[CustodyLine, ...]
    proposals: int  # claims that wait for a decision
    mentions: tuple[UUID, ...]
    why: tuple[Reason, ...] = ()

    @property
    def status(self) -> str:
        """The first line of custody in words; empty where none is known."""
        return str(self.custody[0]) if self.custody else ""


def language_of(script: str, document: str) -> str:
    """Tag a name's language: the document's, where that is written in the name's script, else only the script."""
    tagged = document.partition("-")[0]
    scripts = WRITTEN_IN.get(tagged, ())
    if script not in scripts:
        return f"und-{script}"
    return tagged if len(scripts) == 1 else f"{tagged}-{script}"


def seen(*, viewer: User, persons: Collection[Person]) -> dict[UUID, list[Entity]]:
    """Gather the mentions of persons that somebody may see, by person, in the order of their documents."""
    return seen_among(claims.entities(viewer=viewer), persons=persons)


def seen_among(
    entities: QuerySet[Entity], *, persons: Collection[Person] | Collection[UUID]
) -> dict[UUID, list[Entity]]:
    """Gather those of some entities that are mentions of persons; whether anybody may see them, the caller knows."""
    found: dict[UUID, list[Entity]] = defaultdict(list)
    mentions = entities.filter(mention__person__in=persons).select_related(
        "document", "mention__origin", "mention__person"
    )
    for entity in mentions.defer(*HEAVY).order_by("document__read_at", "document", "local_id"):
        found[entity.mention.person_id].append(entity)
    return found


def rows(*, viewer: User, persons: Sequence[Person]) -> list[PersonRow]:
    """Sum up persons for a list, in the order given; whoever the viewer may see nothing of is left out."""
    return _rows(persons, seen(viewer=viewer, persons=persons))


def rows_of(*, viewer: User, persons: Sequence[UUID]) -> list[PersonRow]:
    """Sum up persons of whom only the ids are known; whoever the viewer may see nothing of is left out."""
    mentions = seen_among(claims.entities(viewer=viewer), persons=persons)
    return _rows([mentions[id_][0].mention.person for id_ in persons if id_ in mentions], mentions)


def _rows(persons: Sequence[Person], mentions: Mapping[UUID, Sequence[Entity]]) -> list[PersonRow]:
    told = Claim.objects.all()  # of the same document as the mention: who may see the one sees the other
    return rows_among(told, persons=persons, mentions=mentions)


def rows_among(
    told: QuerySet[Claim], *, persons: Sequence[Person], mentions: Mapping[UUID, Sequence[Entity]]
) -> list[PersonRow]:
    """Sum up persons from some claims; whether anybody may see them, the caller knows."""
    entities = [entity for one in mentions.values() for entity in one]
    held = custody.lines_among(told, entities=[entity.pk for entity in entities])
    spelt = _claimed(told, entities)
    waiting = _waiting(told, entities)
    return [
        _row(person, mentions[person.pk], held=held, spelt=spelt, waiting=waiting)
        for person in persons
        if mentions.get(person.pk)
    ]


def _row(
    person: Person,
    entities: Sequence[Entity],
    *,
    held: dict[UUID, tuple[CustodyLine, ...]],
    spelt: dict[UUID, dict[str, bool]],
    waiting: dict[UUID, int],
) -> PersonRow:
    known = forms(entities, spelt=spelt)
    return PersonRow(
        person=person,
        label=label(person, known, entities),
        described=not known,
        names=known,
        documents=len({entity.document_id for entity in entities}),
        custody=custody.distinct(line for entity in entities for line in held.get(entity.pk, ())),
        proposals=sum(waiting.get(entity.pk, 0) for entity in entities),
        mentions=tuple(entity.pk for entity in entities),
    )


def label(person: Person, known: Sequence[NameForm], entities: Sequence[Entity]) -> str:
    """Choose what to call a person: the form accepted and in most documents, else a description, else the number."""
    if known:
        return max(known, key=lambda form: (form.accepted, len(form.documents), len(form.value))).value
    described = [entity.description for entity in entities if entity.description]
    return max(described, key=len) if described else str(person)


def forms(entities: Iterable[Entity], *, spelt: dict[UUID, dict[str, bool]]) -> tuple[NameForm, ...]:
    """List every form of a person's name with the documents that write it, most documents first."""
    where: dict[str, dict[UUID, str]] = defaultdict(dict)
    accepted: set[str] = set()
    for entity in entities:
        claimed = spelt.get(entity.pk, {})
        accepted |= {value for value, decided in claimed.items() if decided}
        for value in dict.fromkeys((entity.name, *entity.aliases, *claimed)):
            if value:
                where[value][entity.document_id] = entity.document.language
    found = [_form(value, documents, accepted=value in accepted) for value, documents in where.items()]
    return tuple(sorted(found, key=lambda form: (not form.accepted, -len(form.documents), form.script, form.value)))


def _form(value: str, documents: dict[UUID, str], *, accepted: bool) -> NameForm:
    script = names.script(value)
    return NameForm(
        value=value,
        script=script,
        language=language_of(script, next(iter(documents.values()))),
        direction="rtl" if script in RIGHT_TO_LEFT else "ltr",
        documents=tuple(documents),
        accepted=accepted,
    )


def _claimed(told: QuerySet[Claim], entities: Collection[Entity]) -> dict[UUID, dict[str, bool]]:
    """Gather the names that claims give, by entity, and whether they were accepted."""
    spelt: dict[UUID, dict[str, bool]] = defaultdict(dict)
    standing = told.filter(entity__in=entities, property__in=NAMES, status__in=IN_FORCE)
    for entity, value, status in standing.order_by("pk").values_list("entity_id", "value", "status"):
        spelt[entity][value] = spelt[entity].get(value, False) or status == Status.ACCEPTED.value
    return spelt


def _waiting(told: QuerySet[Claim], entities: Collection[Entity]) -> dict[UUID, int]:
    proposed = told.filter(entity__in=entities, status=Status.PROPOSED.value).order_by()
    return dict(proposed.values_list("entity_id").annotate(count=Count("pk")))

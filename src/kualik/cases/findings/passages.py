"""Claims with the passages they stand in, ready to show and to weigh."""

from collections.abc import Iterable, Sequence

from django.utils.translation import gettext as _

from kualik.cases.claims.models import Claim, Entity
from kualik.cases.findings.case import Known, Passage
from kualik.cases.findings.models import Choice
from kualik.cases.people.models import Person
from kualik.engine.facts import Stance, Status
from kualik.engine.facts.schemata import properties
from kualik.engine.weighing import OFFICIAL_RECORD, Finding, Testimony, weigh

__all__ = ["HEAVY", "NEEDED", "STRUCTURE", "chains", "known", "label_of", "passage", "passages"]

STRUCTURE = frozenset({"detainee", "person", "relative"})
"""Properties that only say whom an entity belongs to; they are shown as the case itself, not as findings in it."""

ARTICLE = "article"
NEEDED = ("entity", "document__source", "value_entity__mention__person")
HEAVY = ("document__text", "document__fingerprint", "document__warnings")
"""What a passage does not show: a document's whole text would come once with each of its claims."""


def label_of(schema: str, name: str) -> str:
    """Find what a property is called, in the reader's language."""
    known_properties = properties(schema)
    return _(known_properties[name].label) if name in known_properties else name


def passages(claims: Iterable[Claim]) -> list[Passage]:
    """Turn claims into passages; select `NEEDED` with them, or each asks the database again."""
    return [passage(claim) for claim in claims]


def passage(claim: Claim) -> Passage:
    """Turn one claim into a passage that can be shown without asking the database again."""
    document, source = claim.document, claim.document.source
    return Passage(
        claim=claim.pk,
        entity=claim.entity_id,
        local_id=claim.entity.local_id,
        schema=claim.entity.schema,
        property=claim.property,
        label=label_of(claim.entity.schema, claim.property),
        value=str(claim.value_entity) if claim.value_entity else claim.value,
        value_entity=claim.value_entity_id,
        named=claim.value_entity.name if claim.value_entity else "",
        person=_person(claim.value_entity),
        stance=claim.stance,
        voice=tuple(claim.voice),
        document=document.pk,
        source=source.pk,
        story=document.copy_of_id or document.pk,
        title=document.title,
        publisher=document.publisher,
        published=document.published,
        language=document.language,
        official=source.official,
        start=claim.start,
        end=claim.end,
        quote=claim.quote,
        method=claim.method,
        confidence=claim.confidence,
        status=claim.status,
        accepted=claim.status == Status.ACCEPTED.value,
    )


def _person(entity: Entity | None) -> Person | None:
    if entity is None or not hasattr(entity, "mention"):
        return None
    return entity.mention.person


def known(
    subject: str, told: Sequence[Passage], *, schema: str, chosen: dict[str, Choice] | None = None
) -> tuple[Known, ...]:
    """Weigh what was accepted about one subject, and put what is only proposed beside it, property by property.

    Args:
        subject: what the findings are about: a person, a stretch of custody, an event.
        told: all passages about it, accepted or proposed.
        schema: whose properties they are; the order of its properties is the order of the answer.
        chosen: per property ("Custody.sentence") the value that somebody chose to publish.
    """
    shown = [one for one in told if one.property not in STRUCTURE]
    accepted = [one for one in shown if one.accepted]
    findings = {one.property: one for one in weigh(_testimony(subject, one) for one in accepted)}
    order = {name: place for place, name in enumerate(properties(schema))}
    names = sorted({one.property for one in shown}, key=lambda name: (order.get(name, len(order)), name))
    return tuple(_known(schema, name, findings.get(name), shown, chosen or {}) for name in names)


def _known(
    schema: str, name: str, finding: Finding | None, shown: Sequence[Passage], chosen: dict[str, Choice]
) -> Known:
    return Known(
        property=f"{schema}.{name}",
        label=label_of(schema, name),
        finding=finding,
        proposals=tuple(one for one in shown if one.property == name and not one.accepted),
        choice=chosen.get(f"{schema}.{name}"),
    )


def _testimony(subject: str, one: Passage) -> Testimony:
    return Testimony(
        claim=str(one.claim),
        subject=subject,
        property=one.property,
        value=one.value,
        stance=Stance(one.stance),
        voice=one.voice,
        document=str(one.document),
        story=str(one.story),
        day=one.published or None,
        official=one.official,
        media=OFFICIAL_RECORD if one.official else ARTICLE,
    )


def chains(told: Iterable[Passage]) -> tuple[tuple[str, ...], ...]:
    """List the chains of voices behind passages, each once."""
    return tuple(dict.fromkeys(one.voice for one in told))

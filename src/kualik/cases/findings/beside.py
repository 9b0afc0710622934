"""What those who are accused answer: shown beside the claims of the same documents, each answer once."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Q

from kualik.cases.accounts.models import User
from kualik.cases.findings.case import Passage
from kualik.cases.findings.gathering import EVENTS, standing
from kualik.cases.findings.passages import passages
from kualik.engine.facts import Schema, Stance

__all__ = ["answers", "answers_about"]

ANSWERS = (
    Stance.DENIES.value,
    Stance.ACKNOWLEDGES.value,
    Stance.ACKNOWLEDGES_OTHERWISE.value,
    Stance.DECLINES_TO_COMMENT.value,
    Stance.DID_NOT_RESPOND.value,
)
"""How those who are accused answer: denials, admissions, refusals to answer."""

GROUNDS = "grounds"  # of a custody, as the authority gives them
ANSWERING = Q(stance__in=ANSWERS) | Q(property=GROUNDS)
STATEMENTS = Q(entity__schema=Schema.STATEMENT.value, property="content")


@dataclass(frozen=True, slots=True, kw_only=True)
class Concerned:
    """Whom a case is about: entities of the person and their kin with their custody, and others who are held."""

    entities: frozenset[UUID]
    custody: frozenset[UUID]
    names: frozenset[str]
    others: frozenset[str]


def answers(*, viewer: User, documents: Collection[UUID]) -> tuple[Passage, ...]:
    """Gather what is denied, admitted or left unanswered in documents, and what else the same speakers state."""
    told = _told(viewer, documents)
    return _once([one for one in told if one.schema == Schema.STATEMENT or one.schema in EVENTS], told)


def answers_about(
    *, viewer: User, documents: Collection[UUID], entities: Collection[UUID], names: Collection[str]
) -> tuple[Passage, ...]:
    """Gather the answers in documents that concern some people; what is said of others who are held is left out.

    Args:
        viewer: who asks.
        documents: in which the person is spoken of.
        entities: mentions of the person and of their kin.
        names: what these are called.
    """
    concerned = _concerned(viewer, documents, frozenset(entities), frozenset(name.casefold() for name in names))
    told = _told(viewer, documents)
    return _once([one for one in told if _concerns(one, concerned)], told)


def _told(viewer: User, documents: Collection[UUID]) -> list[Passage]:
    found = standing(viewer=viewer).filter(ANSWERING | STATEMENTS, document__in=documents)
    return passages(found.order_by("document", "start", "end", "pk"))


def _concerned(
    viewer: User, documents: Collection[UUID], entities: frozenset[UUID], names: frozenset[str]
) -> Concerned:
    held = standing(viewer=viewer).filter(document__in=documents, property="detainee", value_entity__isnull=False)
    pairs = list(held.values_list("entity_id", "value_entity_id", "value_entity__name"))
    others = {name.casefold() for _custody, detainee, name in pairs if name and detainee not in entities}
    return Concerned(
        entities=entities,
        custody=frozenset(custody for custody, detainee, _name in pairs if detainee in entities),
        names=names,
        others=frozenset(others - names),
    )


def _concerns(one: Passage, concerned: Concerned) -> bool:
    """Say whether an answer is about the person or their kin, or about nobody in particular."""
    if one.entity in concerned.entities or one.entity in concerned.custody:
        return True
    if one.schema != Schema.STATEMENT and one.schema not in EVENTS:
        return False
    text = f"{one.value} {one.quote}".casefold()
    return any(name in text for name in concerned.names) or not any(name in text for name in concerned.others)


def _once(kept: Sequence[Passage], told: Sequence[Passage]) -> tuple[Passage, ...]:
    """Keep answers, and statements of those who answer; a claim in the same words as a statement is one with it."""
    answering = {_speaker(one) for one in told if one.stance in ANSWERS or one.property == GROUNDS} - {None}
    shown = [one for one in kept if one.stance in ANSWERS or _speaker(one) in answering]
    statements = [one for one in shown if one.schema == Schema.STATEMENT]
    return tuple(one for one in shown if one in statements or not any(_covers(other, one) for other in statements))


def _speaker(one: Passage) -> tuple[UUID, str] | None:
    """Say who speaks in which document; None where it is the publisher itself."""
    return (one.document, one.voice[-1].casefold()) if len(one.voice) > 1 else None


def _covers(statement: Passage, one: Passage) -> bool:
    same = (statement.document, statement.voice[-1].casefold()) == (one.document, one.voice[-1].casefold())
    return same and statement.start <= one.end and one.start <= statement.end

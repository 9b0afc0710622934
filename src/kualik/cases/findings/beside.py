"""What those who are accused answer: shown beside the claims of the same documents, each answer once."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from uuid import UUID

from kualik.cases.accounts.models import User
from kualik.cases.findings.case import Passage
from kualik.cases.findings.gathering import ANSWERS, EVENTS, GROUNDS, HELD, surroundings
from kualik.engine.facts import Schema

__all__ = ["answers", "answers_about"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Concerned:
    """Whom a case is about: entities of the person and their kin with their custody, and others who are held."""

    entities: frozenset[UUID]
    custody: frozenset[UUID]
    names: frozenset[str]
    others: frozenset[str]


def answers(*, viewer: User, documents: Collection[UUID]) -> tuple[Passage, ...]:
    """Gather what is denied, admitted or left unanswered in documents, and what else the same speakers state."""
    told = [one for one in surroundings(viewer=viewer, documents=documents) if _answers(one)]
    return _once([one for one in told if one.schema == Schema.STATEMENT or one.schema in EVENTS], told)


def answers_about(
    *, told: Sequence[Passage], entities: Collection[UUID], names: Collection[str]
) -> tuple[Passage, ...]:
    """Gather the answers that concern some people; what is said of others who are held is left out.

    Args:
        told: the surroundings of the documents in which the person is spoken of.
        entities: mentions of the person and of their kin.
        names: what these are called.
    """
    concerned = _concerned(told, frozenset(entities), frozenset(name.casefold() for name in names))
    answering = [one for one in told if _answers(one)]
    return _once([one for one in answering if _concerns(one, concerned)], answering)


def _answers(one: Passage) -> bool:
    stated = one.schema == Schema.STATEMENT and one.property == "content"
    return stated or one.stance in ANSWERS or one.property == GROUNDS


def _concerned(told: Sequence[Passage], entities: frozenset[UUID], names: frozenset[str]) -> Concerned:
    held = [one for one in told if one.property == HELD and one.value_entity is not None]
    others = {one.named.casefold() for one in held if one.named and one.value_entity not in entities}
    return Concerned(
        entities=entities,
        custody=frozenset(one.entity for one in held if one.value_entity in entities),
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

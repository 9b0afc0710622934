"""Everything that can be done about who is who. Nothing else writes a person, a mention or a judgement."""

from collections.abc import Collection, Sequence
from datetime import datetime
from uuid import UUID, uuid4

from django.db import transaction
from django.db.models import Max

from kualik.cases.accounts.models import User
from kualik.cases.claims.models import Entity
from kualik.cases.ledger import actions as ledger
from kualik.cases.people import pairs, partition, policy
from kualik.cases.people.errors import AlreadyJudged, AlreadyUndone, Contradicted, HeldTogether, OneMention
from kualik.cases.people.indexing import VERSION, keys_of, known_like
from kualik.cases.people.models import Candidate, Judgement, Mention, NameKey, Person, Verdict
from kualik.cases.people.records import records
from kualik.engine import linking
from kualik.engine.linking import Record

__all__ = ["arrange", "judge", "record_mentions", "reindex", "undo"]

METHOD = "linking 1"
SUPERSEDED = "superseded by a later judgement"
ARRANGED = ("waits", "weight", "stakes", "level", "turns", "arranged_at")
BATCH = 500  # pairs written in one statement


@transaction.atomic
def record_mentions(*, by: User, at: datetime, entities: Collection[Entity]) -> list[Mention]:
    """Give each entity a person of its own, and propose who may be whom. Entities that have one are passed over.

    Raises:
        NotAllowed: the person may not record persons.
    """
    policy.check_may_record(by)
    new = list(
        Entity.objects.filter(pk__in=[one.pk for one in entities], mention=None).order_by("document", "local_id")
    )
    if not new:
        return []
    # The entry comes first: it holds the ledger's lock, so that numbers are given one after another.
    ledger.write(
        by=by, at=at, kind="person:recorded", about="person:new", details={"entities": [str(one.pk) for one in new]}
    )
    number = Person.objects.aggregate(last=Max("number"))["last"] or 0
    persons = Person.objects.bulk_create(
        [Person(number=number + place, created_at=at) for place, _ in enumerate(new, start=1)]
    )
    mentions = Mention.objects.bulk_create(
        [Mention(entity=entity, origin=person, person=person) for entity, person in zip(new, persons, strict=True)]
    )
    _index_and_propose(new, at=at)
    return mentions


def _index_and_propose(entities: Sequence[Entity], *, at: datetime) -> None:
    found = records(entities)
    known = known_like(found)
    _index(found, at=at)
    told = {record.id: record for record in (*found, *known)}
    proposals = [one for one in linking.propose(found, known) if not _told_apart(told[one.left], told[one.right])]
    Candidate.objects.bulk_create(
        [_candidate(proposal, at=at) for proposal in proposals],
        ignore_conflicts=True,  # the same pair proposed again stays as it was
    )
    _arrange(_persons([one.pk for one in entities]), at=at)


@transaction.atomic
def arrange(*, by: User, at: datetime, persons: Collection[UUID]) -> int:
    """Work out anew which pairs of these persons wait for an answer, and how much hangs on each.

    Raises:
        NotAllowed: the person may not record persons.
    """
    policy.check_may_record(by)
    return _arrange(persons, at=at)


def _arrange(persons: Collection[UUID], *, at: datetime) -> int:
    found = pairs.arranged(pairs.touching(persons), at=at)
    Candidate.objects.bulk_update(found, ARRANGED, batch_size=BATCH)
    return len(found)


def _persons(mentions: Collection[UUID]) -> set[UUID]:
    return set(Mention.objects.filter(pk__in=mentions).values_list("person", flat=True))


def _told_apart(left: Record, right: Record) -> bool:
    """Say whether a document that names neither tells two people apart all the same: "her two sons" are two."""
    return left.document == right.document and not (left.names and right.names)


def _index(found: Sequence[Record], *, at: datetime) -> None:
    keys = [NameKey(mention_id=UUID(record.id), key=key) for record in found for key in sorted(keys_of(record))]
    NameKey.objects.bulk_create(keys, batch_size=1000)
    Mention.objects.filter(pk__in=[record.id for record in found]).update(keyed=VERSION, keyed_at=at)


def _candidate(proposal: linking.Proposal, *, at: datetime) -> Candidate:
    left, right = sorted((UUID(proposal.left), UUID(proposal.right)))
    return Candidate(
        left_id=left,
        right_id=right,
        probability=proposal.probability,
        why=list(proposal.why),
        method=METHOD,
        proposed_at=at,
    )


@transaction.atomic
def reindex(*, by: User, at: datetime, mentions: Collection[Mention]) -> int:
    """Work out anew under which name keys mentions are found, and propose who may be whom.

    Raises:
        NotAllowed: the person may not record persons.
    """
    policy.check_may_record(by)
    rows = list(Mention.objects.filter(pk__in=[one.pk for one in mentions]).select_related("entity"))
    if not rows:
        return 0
    ids = [str(one.pk) for one in rows]
    ledger.write(by=by, at=at, kind="person:indexed", about="person:index", details={"entities": [*ids]})
    NameKey.objects.filter(mention__in=rows).delete()
    _index_and_propose([one.entity for one in rows], at=at)
    return len(rows)


@transaction.atomic
def judge(*, by: User, at: datetime, left: Mention, right: Mention, verdict: Verdict, why: str = "") -> Judgement:
    """Say whether two mentions are of one human being.

    Raises:
        NotAllowed: the person is no editor.
        OneMention: left and right are one mention.
        AlreadyJudged: the same was said before, or something else that must be undone first.
        Contradicted: somebody said "not the same" of two mentions that this would join.
        HeldTogether: "not the same" is said of two mentions that other judgements join.
    """
    policy.check_may_judge(by)
    if left.pk == right.pk:
        raise OneMention(mention=left)
    first, second = sorted((left.pk, right.pk))
    judgement = Judgement(id=uuid4(), left_id=first, right_id=second, verdict=verdict, by=by, at=at, why=why)
    # The entry comes first: it holds the ledger's lock, so that no other judgement comes between check and change.
    ledger.write(
        by=by,
        at=at,
        kind="judgement:made",
        about=f"judgement:{judgement.pk}",
        details={"left": str(first), "right": str(second), "verdict": str(verdict)},
    )
    _supersede_unsure(judgement)
    _check_allowed(judgement)
    judgement.save()
    _settle({first, second}, at=at)
    return judgement


def _supersede_unsure(judgement: Judgement) -> None:
    before = partition.in_force().filter(left=judgement.left_id, right=judgement.right_id).first()
    if before is None:
        return
    if before.verdict != Verdict.UNSURE or judgement.verdict == Verdict.UNSURE:
        raise AlreadyJudged(judgement=before)
    _end(before, by=judgement.by, at=judgement.at, why=SUPERSEDED)


def _check_allowed(judgement: Judgement) -> None:
    if judgement.verdict == Verdict.UNSURE:
        return
    left = partition.connected(judgement.left_id)
    if judgement.verdict == Verdict.NEGATIVE:
        if judgement.right_id in left:
            raise HeldTogether(judgements=_joining(left))
        return
    against = partition.binding(left, partition.connected(judgement.right_id))
    if against is not None:
        raise Contradicted(judgement=against)


def _joining(mentions: Collection[UUID]) -> list[Judgement]:
    return list(partition.in_force().filter(left__in=mentions, right__in=mentions, verdict=Verdict.POSITIVE))


@transaction.atomic
def undo(*, by: User, at: datetime, judgement: Judgement, why: str = "") -> Judgement:
    """Take a judgement back. It stays on record; what it joined is apart again unless something else joins it.

    Raises:
        NotAllowed: the person is no editor.
        AlreadyUndone: somebody took it back before.
    """
    policy.check_may_judge(by)
    ledger.write(by=by, at=at, kind="judgement:undone", about=f"judgement:{judgement.pk}")
    present = Judgement.objects.select_for_update().get(pk=judgement.pk)
    if present.undone_at is not None:
        raise AlreadyUndone(judgement=present)
    _end(present, by=by, at=at, why=why)
    _settle({present.left_id, present.right_id}, at=at)
    return present


def _end(judgement: Judgement, *, by: User, at: datetime, why: str) -> None:
    judgement.undone_by, judgement.undone_at, judgement.undone_why = by, at, why
    judgement.save(update_fields=["undone_by", "undone_at", "undone_why"])


def _settle(touched: Collection[UUID], *, at: datetime) -> None:
    """Give every mention of the touched groups the person of lowest number in its group; then arrange who waits."""
    groups = list(partition.components(touched))
    for component in groups:
        mentions = Mention.objects.filter(pk__in=component)
        lowest = mentions.order_by("origin__number").values_list("origin", flat=True)[0]
        mentions.exclude(person=lowest).update(person=lowest)
    _arrange(_persons([mention for group in groups for mention in group]), at=at)

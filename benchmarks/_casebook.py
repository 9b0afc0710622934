"""Make a large casebook of fictional people: `python -m benchmarks._casebook FOLDER --people N [--encrypt]`.

Rows are made past the actions, in bulk, but as the actions make them: every row has its entry and its commitment in
the ledger, whose chain is whole. The originals are left out of the vault but for the first few: nothing else differs.
The same seed gives the same casebook, apart from the ids of accounts.
"""

import argparse
import os
import random
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import UUID

from benchmarks._stories import Saying, Story, story

if TYPE_CHECKING:
    from kualik.cases.accounts.models import User
    from kualik.cases.claims.models import Claim, Entity
    from kualik.cases.documents.models import Document
    from kualik.cases.people.models import Judgement, Mention
    from kualik.cases.sources.models import Handover, Source

__all__ = ["PASSPHRASE", "PASSWORD", "main", "make"]

PASSWORD = "seven grey herons by the lake"  # noqa: S105 (of fictional accounts in a casebook of fictional people)
PASSPHRASE = "a long walk along the river Ili"  # noqa: S105 (as above)
BATCH = 500  # documents in one transaction
BEGAN = datetime(2024, 1, 2, 8, 0, tzinfo=UTC)
LEVELS = ("internal",) * 83 + ("public",) * 5 + ("restricted",) * 10 + ("sealed",) * 2
REVIEWED = 0.65  # share of documents whose claims somebody decided on
WRONG = 0.08  # share of these claims that were rejected
JUDGED = 0.75  # share of those told of again who were judged to be the same
TURN = timedelta(minutes=20)  # between two batches
ORIGINALS = 50
ROLES = {"aigerim": "editor", "daniyar": "contributor", "saule": "publisher", "zhanna": "custodian", "rustem": "reader"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One document with all its rows, before they are written."""

    source: "Source"
    handover: "Handover"
    document: "Document"
    entities: list["Entity"]
    claims: list["Claim"]
    about: list[tuple["Entity", int]]  # mentions: the entity, and the number of the human being


class Maker:
    """Makes batches of documents and what follows from them, and remembers who was mentioned first where."""

    def __init__(self, *, seed: int, by: "User", casebook: Path) -> None:
        from kualik.casebook import folder

        self.seed = seed
        self.by = by
        self.chance = random.Random(seed)
        self.vault = folder.vault(casebook)
        self.first: dict[int, tuple[UUID, UUID]] = {}  # human being: mention and person
        self.people = 0
        self.keys: dict[str, tuple[str, ...]] = {}
        self.at = BEGAN

    def id(self) -> UUID:
        """Make the next id."""
        return UUID(int=self.chance.getrandbits(128), version=4)

    def batch(self, numbers: Sequence[int]) -> None:
        """Write the documents of these numbers, and all that follows from them."""
        from django.db import transaction

        from kualik.cases.claims import tallies
        from kualik.cases.claims.models import Claim, Entity, Tally
        from kualik.cases.documents.models import Document
        from kualik.cases.sources.models import Handover, Source

        told = [self.told(story(number, seed=self.seed)) for number in numbers]
        with transaction.atomic():
            Source.objects.bulk_create([one.source for one in told])
            Handover.objects.bulk_create([one.handover for one in told])
            Document.objects.bulk_create([one.document for one in told])
            Entity.objects.bulk_create([entity for one in told for entity in one.entities], batch_size=2000)
            chain = Chain(self.by)
            for one in told:
                chain.read(one, self.at)
            decided = self.decided(told, chain)
            Claim.objects.bulk_create([claim for one in told for claim in one.claims], batch_size=2000)
            self.decide(decided)
            self.people_of(told, chain)
            chain.write()
            Tally.objects.bulk_create(tallies.counted([one.document.pk for one in told]))
        self.at += TURN

    def told(self, one: Story) -> Told:
        """Make the rows of one report."""
        from kualik.cases.documents.models import Document
        from kualik.cases.sources.models import Handover, Source

        content = one.text.encode()
        digest = sha256(content).hexdigest()
        if one.number < ORIGINALS:
            self.vault.put(BytesIO(content), label=str(one.number))
        source = Source(
            sha256=digest,
            object_name=self.vault.name_of(digest),
            size=len(content),
            media_type="text/plain",
            added_by=self.by,
            added_at=self.at,
            level=self.chance.choice(LEVELS),
            state="read",
            publisher=one.outlet,
            published=one.published,
            official=one.official,
        )
        document = Document(
            id=self.id(),
            source=source,
            title=one.title,
            language=one.language,
            publisher=one.outlet,
            published=one.published,
            text=one.text,
            reader="text 1",
            read_at=self.at + timedelta(seconds=one.number % BATCH),
            fingerprint=[self.chance.getrandbits(32) for _ in range(64)],
        )
        entities = [self.entity(document, place, each) for place, each in enumerate(one.entities, start=1)]
        return Told(
            source=source,
            handover=Handover(id=self.id(), source=source, file_name=f"report-{one.number:06d}.txt", provider="post"),
            document=document,
            entities=entities,
            claims=[self.claim(one, said, document, entities) for said in one.sayings],
            about=[(entities[place], who) for place, (_s, _n, who, _r) in enumerate(one.entities) if who is not None],
        )

    def entity(self, document: "Document", place: int, told: tuple[str, str, int | None, str]) -> "Entity":
        """Make one entity."""
        from kualik.cases.claims.models import Entity

        schema, name, who, role = told
        count = None if who is None else 1
        roles = [role] if role else []
        return Entity(
            id=self.id(), document=document, local_id=f"e{place}", schema=schema, name=name, count=count, roles=roles
        )

    def claim(self, one: Story, said: Saying, document: "Document", entities: "Sequence[Entity]") -> "Claim":
        """Make one claim."""
        from kualik.cases.claims.models import Claim

        points = isinstance(said.value, int)
        return Claim(
            id=self.id(),
            document=document,
            entity=entities[said.entity],
            property=said.property,
            value="" if points else str(said.value),
            value_entity=entities[int(said.value)] if points else None,
            stance=said.stance,
            voice=list(said.voice),
            start=said.start,
            end=said.end,
            quote=one.text[said.start : said.end],
            method=f"{one.language}-rules/1:{said.property}",
            confidence=self.chance.randint(40, 98) / 100,
            made_by=self.by,
            made_at=document.read_at,
        )

    def decided(self, told: Sequence[Told], chain: "Chain") -> list["Claim"]:
        """Decide about the claims of most documents, in one act each for those accepted and those rejected."""
        decided = []
        for one in told:
            if self.chance.random() > REVIEWED:
                continue
            wrong = [claim for claim in one.claims if self.chance.random() < WRONG and claim.value]
            right = [claim for claim in one.claims if claim not in wrong]
            for status, claims in (("accepted", right), ("rejected", wrong)):
                for claim in claims:
                    claim.status = status
                chain.decided(one, status, claims, self.at)
            decided += one.claims
        return decided

    def decide(self, claims: "Sequence[Claim]") -> None:
        """Write the decisions."""
        from kualik.cases.claims.models import Decision

        Decision.objects.bulk_create(
            (
                Decision(id=self.id(), claim=claim, was="proposed", became=claim.status, by=self.by, at=self.at)
                for claim in claims
            ),
            batch_size=2000,
        )

    def people_of(self, told: Sequence[Told], chain: "Chain") -> None:
        """Give every mention a person, judge most of those told of again, and propose the others."""
        from kualik.cases.people.models import Candidate, Judgement, Mention, NameKey, Person

        about = [each for one in told for each in one.about]
        persons = [Person(id=self.id(), number=self.people + place, created_at=self.at) for place in _from_one(about)]
        self.people += len(persons)
        mentions, judgements, candidates = [], [], []
        for (entity, who), person in zip(about, persons, strict=True):
            mention, first = self.mention(entity, person.pk), self.first.setdefault(who, (entity.pk, person.pk))
            mentions.append(mention)
            if first[0] == entity.pk:
                continue
            ends = dict(zip(("left_id", "right_id"), sorted((first[0], entity.pk)), strict=True))
            candidates.append(
                Candidate(id=self.id(), **ends, probability=0.8, why=["name"], method="linking 1", proposed_at=self.at)
            )
            if self.chance.random() < JUDGED:
                mention.person_id = first[1]
                judgements.append(Judgement(id=self.id(), **ends, verdict="positive", by=self.by, at=self.at))
        Person.objects.bulk_create(persons, batch_size=2000)
        Mention.objects.bulk_create(mentions, batch_size=2000)
        keys = [NameKey(mention_id=one.pk, key=key) for one, _ in about for key in self.keys_of(one.name)]
        NameKey.objects.bulk_create(keys, batch_size=5000)
        Candidate.objects.bulk_create(candidates)
        Judgement.objects.bulk_create(judgements)
        chain.people(mentions, judgements, self.at)

    def mention(self, entity: "Entity", person: UUID) -> "Mention":
        """Make one mention."""
        from kualik.cases.people.indexing import VERSION
        from kualik.cases.people.models import Mention

        return Mention(entity=entity, origin_id=person, person_id=person, keyed=VERSION, keyed_at=self.at + TURN)

    def keys_of(self, name: str) -> tuple[str, ...]:
        """Find the keys of a name; the same names come again and again."""
        from kualik.cases.people.indexing import spelling_keys

        if name not in self.keys:
            self.keys[name] = tuple(sorted(spelling_keys([name])))
        return self.keys[name]


def _from_one(things: Sequence[object]) -> range:
    return range(1, len(things) + 1)


class Chain:
    """Entries of the ledger, each carrying the hash of the one before, written in bulk."""

    def __init__(self, by: "User") -> None:
        from kualik.cases.ledger import queries

        self.by = by
        self.seq, self.head = queries.head()
        self.entries: list[Any] = []

    def add(self, at: datetime, kind: str, about: str, details: dict[str, Any] | None = None) -> None:
        """Add an entry."""
        from kualik.cases.ledger.canonical import Row, hash_of, stamp
        from kualik.cases.ledger.models import Entry

        row = Row(
            seq=self.seq + 1,
            at=stamp(at),
            actor=str(self.by.pk),
            kind=kind,
            about=about,
            details=details or {},
            previous=self.head,
            hash="",
        )
        told = {"at": at, "kind": kind, "about": about, "details": row.details, "previous": self.head}
        self.seq, self.head = row.seq, hash_of(row)
        self.entries.append(Entry(seq=row.seq, actor=self.by, hash=self.head, **told))

    def read(self, one: Told, at: datetime) -> None:
        """Say that a source came in and was read, and what was proposed."""
        from kualik.cases.claims.verification import claim_commitment, entity_commitment
        from kualik.cases.documents import verification as documents
        from kualik.cases.sources import verification as sources

        source = f"source:{one.source.object_name}"
        kept = sources.commitment(one.source, one.handover)
        self.add(at, "source:added", source, {"size": one.source.size, "commitment": kept})
        self.add(at, "source:read", source, {"media_type": one.source.media_type})
        recorded = {str(one.document.pk): documents.commitment(one.document)}
        self.add(at, "document:recorded", source, {"documents": recorded})
        made = {
            "made": {str(claim.pk): claim_commitment(claim) for claim in one.claims},
            "entities": {str(entity.pk): entity_commitment(entity) for entity in one.entities},
            "status": "proposed",
        }
        self.add(at, "claim:proposed", f"document:{one.document.pk}", made)

    def decided(self, one: Told, status: str, claims: "Sequence[Claim]", at: datetime) -> None:
        """Say what was decided."""
        if claims:
            details = {"claims": [str(claim.pk) for claim in claims]}
            self.add(at, f"claim:{status}", f"document:{one.document.pk}", details)

    def people(self, mentions: "Sequence[Mention]", judgements: "Sequence[Judgement]", at: datetime) -> None:
        """Say who was recorded and judged."""
        self.add(at, "person:recorded", "person:new", {"entities": [str(one.pk) for one in mentions]})
        for one in judgements:
            details = {"left": str(one.left_id), "right": str(one.right_id), "verdict": one.verdict}
            self.add(at, "judgement:made", f"judgement:{one.pk}", details)

    def write(self) -> None:
        """Write what was added."""
        from kualik.cases.ledger.models import Entry

        Entry.objects.bulk_create(self.entries, batch_size=2000)


def fill(*, people: int, seed: int) -> Iterator[int]:
    """Fill the casebook at hand, which is new; say after each batch how many documents there are."""
    from django.db import connection

    from kualik.casebook import folder
    from kualik.cli import common

    by = common.acting()
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            for pragma in ("synchronous = OFF", "cache_size = -400000", "secure_delete = OFF"):
                cursor.execute(f"PRAGMA {pragma}")
    _accounts(by)
    maker = Maker(seed=seed, by=by, casebook=folder.located())
    documents = max(people // 2, 1)
    for start in range(0, documents, BATCH):
        numbers = range(start, min(start + BATCH, documents))
        maker.batch(numbers)
        yield numbers.stop
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def _accounts(by: "User") -> None:
    from kualik.cases.accounts import actions
    from kualik.cases.accounts.models import Role, User

    actions.set_password(by=by, at=BEGAN, user=by, password=PASSWORD)
    for name, role in ROLES.items():
        user = actions.create(by=by, at=BEGAN, username=name, display_name=name.title(), roles=[Role(role)])
        actions.set_password(by=by, at=BEGAN, user=user, password=PASSWORD)
    User.objects.update(arrived_at=BEGAN, one_time_until=None)  # their first sign-in is behind them


def make(place: Path, *, people: int, seed: int = 1, encrypt: bool = False) -> Iterator[int]:
    """Make a casebook in a process of its own, since settings are read once; then fill it and do what waits after.

    Gives the number of documents that there are, as they are made.
    """
    os.environ["KUALIK_CASEBOOK"] = str(place.absolute())
    os.environ["KUALIK_USER"] = "keeper"
    if encrypt:
        os.environ["KUALIK_PASSPHRASE"] = PASSPHRASE
    words = [sys.executable, "-m", "kualik", "init", *(["--encrypt"] if encrypt else [])]
    subprocess.run(words, check=True, stdout=subprocess.DEVNULL)
    from kualik.cli import common

    common.open_casebook()
    yield from fill(people=people, seed=seed)
    _follow(common.acting())


def _follow(by: "User") -> None:
    """Do what follows from new rows: all that is worked out and kept, as the worker does it."""
    from django.utils import timezone

    from kualik.cases.claims import indexing
    from kualik.cases.documents import jobs as documents
    from kualik.cases.findings import following
    from kualik.cases.people import jobs as people

    documents.run(by=by, at=timezone.now())
    indexing.catch_up(by=by, at=timezone.now())
    people.run(by=by, at=timezone.now())
    following.run()


def main() -> None:
    """Make a casebook where the command line says."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--people", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--encrypt", action="store_true")
    asked = parser.parse_args()
    for documents in make(asked.folder, people=asked.people, seed=asked.seed, encrypt=asked.encrypt):
        sys.stdout.write(f"\r{documents} documents")
        sys.stdout.flush()
    (asked.folder / "sign-in").write_text(PASSWORD, encoding="utf-8")
    sys.stdout.write(f"\nmade {asked.folder}\n")


if __name__ == "__main__":
    main()

"""A document with as many claims as one likes, for tests of size."""

from kualik.cases.claims import actions as claims
from kualik.cases.documents.models import Document
from kualik.engine import facts
from kualik.engine.facts import Schema, Stance
from tests.web.house import NOW, House, keep

LINE = "Number {} says that Erlan was taken away on 8 February. "


def many(house: House, count: int, *, about: int = 10) -> Document:
    """Read a long report: a sentence and a claim in it for each, about every tenth somebody else."""
    lines = [LINE.format(number) for number in range(count)]
    document = keep(by=house.keeper, text="".join(lines) or "x")
    entities = tuple(
        facts.Entity(id=f"e{number}", schema=Schema.PERSON, name=f"Person {number}")
        for number in range(count // about + 1)
    )
    found, start = [], 0
    for number, line in enumerate(lines):
        at = start + line.index("8 February")
        found.append(
            facts.Claim(
                entity=f"e{number // about}",
                property="birthDate",
                value="XXXX-02-08",
                stance=Stance.ASSERTS,
                voice=("Steppe Wire", f"Number {number % 3}"),
                start=at,
                end=at + len("8 February"),
                quote="8 February",
                method="test 1",
                confidence=0.5 + (number % 5) / 10,
            )
        )
        start += len(line)
    read = facts.Document(id="d", media_type="text/plain", text=document.text)
    claims.propose(
        by=house.keeper, at=NOW, document=document,
        reading=facts.Reading(document=read, entities=entities, claims=tuple(found)),
    )  # fmt: skip
    return document

"""What goes in and what comes out: a testimony, a witness, a value that was weighed, a finding."""

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from kualik.engine.facts import Stance

__all__ = ["FIRST_HAND", "OFFICIAL_RECORD", "Denial", "Finding", "Grade", "Testimony", "Weighed", "Witness"]

OFFICIAL_RECORD = "official record"
"""The `media` of a paper that an authority itself made: a verdict, a notice of detention, a register."""

FIRST_HAND = frozenset({"testimony", "statement", "letter", "interview"})
"""The `media` whose only voice is the witness, not a publisher."""


class Grade(StrEnum):
    """How well a value stands, the best first. Whether it is disputed is said beside it."""

    DOCUMENTED = "documented"
    ACKNOWLEDGED = "acknowledged"
    CORROBORATED = "corroborated"
    SINGLE_WITNESS = "single witness"
    UNATTRIBUTED = "unattributed"
    UNSUPPORTED = "unsupported"  # nobody says so now: it was only denied, or has been retracted


@dataclass(frozen=True, slots=True, kw_only=True)
class Testimony:
    """One claim as weighing needs it.

    `claim` is its id; `subject` and `property` say what it is about. `voice` is the chain from the page
    back to who is said to know. Documents that are near-duplicates of each other share a `story`. `day` is
    when it was said, EDTF. `official`: the last voice is an authority that is answerable for the fact.
    `media` is the kind of document: OFFICIAL_RECORD, one of FIRST_HAND, or anything else, such as "article".
    """

    __test__: ClassVar[bool] = False  # pytest takes a class whose name begins with Test for a test

    claim: str
    subject: str
    property: str
    value: str
    stance: Stance
    voice: tuple[str, ...]
    document: str
    story: str
    day: str | None = None
    official: bool = False
    media: str = "article"


@dataclass(frozen=True, slots=True, kw_only=True)
class Witness:
    """One who is said to know: under which spellings, through which chains and stories, in which claims.

    `named` is false for one who is only described ("a relative"): such a one may be anybody, even a witness
    who is named elsewhere, so several of them are never more than one.
    """

    name: str
    spellings: tuple[str, ...]
    chains: tuple[tuple[str, ...], ...]
    stories: tuple[str, ...]
    claims: tuple[str, ...]
    named: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Denial:
    """A claim that denies a value, and the chain of voices that it came through."""

    claim: str
    voice: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Weighed:
    """One value: its grade, who says so, who denies it, which claims were retracted, what it contradicts.

    `independent` counts witnesses who do not lean on each other; `supports` are the claims that stand,
    `retracted` those (for or against) that were taken back; `conflicts` are values that cannot be true beside it.
    """

    value: str
    grade: Grade
    disputed: bool
    independent: int
    witnesses: tuple[Witness, ...]
    supports: tuple[str, ...]
    denies: tuple[Denial, ...]
    retracted: tuple[str, ...]
    conflicts: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """What is known of one property of one subject; values with the best grade first.

    `missing`: it was asked for and nobody says anything. `unanswered` are claims that are neither for nor
    against: somebody demanded an answer, declined to comment, did not respond, or takes back what we do not have.
    """

    subject: str
    property: str
    values: tuple[Weighed, ...] = ()
    disputed: bool = False
    missing: bool = False
    unanswered: tuple[str, ...] = ()

"""What was read from one document: its text, the entities it speaks of, the claims it makes.

Offsets count Unicode code points of the document's text. Everything is an immutable value.
"""

from dataclasses import dataclass, field
from hashlib import sha256

from kualik.engine.facts.vocabulary import Schema, Stance

__all__ = [
    "NOBODY",
    "PUBLISHER",
    "Claim",
    "Document",
    "Entity",
    "Page",
    "Reading",
    "Spoken",
    "Stretch",
    "WordBox",
    "claim_id",
]

PUBLISHER = "publisher"
"""The voice of a document whose publisher is not known."""

NOBODY = "unspecified"
"""The voice of an agentless report ("she was told"): somebody speaks, and we are not told who."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WordBox:
    """Where a stretch of text stands on its page: points from the top left, and code points."""

    start: int
    end: int
    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One page: its number from 1, the stretch of text on it, its size in points."""

    number: int
    start: int
    end: int
    width: float = 0.0
    height: float = 0.0
    boxes: tuple[WordBox, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Spoken:
    """A stretch of text that is one author's words by the form of the document: a message, a turn, a quoted letter.

    Who passes on another's words holds the other's stretch: the outer one comes first.
    """

    start: int
    end: int
    speaker: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """A stretch of text in one language; `language` is BCP 47."""

    start: int
    end: int
    language: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """What was read from a source.

    `id` is "sha256:" and the hex digest of the original bytes (with "#part" for a part of a source,
    such as one sheet of a workbook). `language` is BCP 47, "und" when unknown; where paragraphs are in several,
    `languages` has a stretch for each run of them, in order and without gaps. `published` is EDTF. `spoken` lies in
    order of its beginnings, each stretch inside the one before or after its end.
    """

    id: str
    media_type: str
    text: str
    language: str = "und"
    title: str | None = None
    published: str | None = None
    publisher: str | None = None
    pages: tuple[Page, ...] = ()
    spoken: tuple[Spoken, ...] = ()
    languages: tuple[Stretch, ...] = ()
    reader: str = ""
    warnings: tuple[str, ...] = ()

    @property
    def voice(self) -> tuple[str, ...]:
        """The outermost voice: the publisher, or the word for one that is not known."""
        return (self.publisher or PUBLISHER,)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """What claims are about, within one document. It may have no name, then it has a description."""

    id: str
    schema: Schema
    name: str | None = None
    description: str | None = None
    aliases: tuple[str, ...] = ()
    count: int | None = 1
    roles: tuple[str, ...] = ()

    @property
    def label(self) -> str:
        """The name, or the description of one who is not named."""
        return self.name or self.description or self.schema.value


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """Somebody (the last of `voice`) takes a stance on a value of a property of an entity, in a passage.

    `value` is text; for a property whose type is "entity" it is the other entity's id.
    `start`, `end` and `quote` are the passage: `text[start:end] == quote`, always.
    `confidence` is 0 to 1. `method` names the reader and its version, or is "person".
    """

    entity: str
    property: str
    value: str
    stance: Stance
    voice: tuple[str, ...]
    start: int
    end: int
    quote: str
    method: str
    confidence: float
    id: str = field(default="")


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A document with what was read from it."""

    document: Document
    entities: tuple[Entity, ...] = ()
    claims: tuple[Claim, ...] = ()


def claim_id(document: str, claim: Claim) -> str:
    """Name a claim by its content, so that reading the same document twice gives the same ids.

    Args:
        document: the document's id.
        claim: the claim; its own id is not part of the name.

    Returns:
        The first 24 hex digits of a SHA-256.
    """
    parts = (
        document,
        claim.entity,
        claim.property,
        claim.value,
        claim.stance.value,
        "\x1e".join(claim.voice),
        str(claim.start),
        str(claim.end),
        claim.method,
    )
    return sha256("\x1f".join(parts).encode()).hexdigest()[:24]

"""The words that all engines share: claims, entities, stances, schemata, dates."""

from kualik.engine.facts.claims import (
    NOBODY,
    PUBLISHER,
    Claim,
    Document,
    Entity,
    Page,
    Reading,
    Spoken,
    Stretch,
    WordBox,
    claim_id,
)
from kualik.engine.facts.errors import EngineError
from kualik.engine.facts.vocabulary import Schema, Stance, Status

__all__ = [
    "NOBODY",
    "PUBLISHER",
    "Claim",
    "Document",
    "EngineError",
    "Entity",
    "Page",
    "Reading",
    "Schema",
    "Spoken",
    "Stance",
    "Status",
    "Stretch",
    "WordBox",
    "claim_id",
]

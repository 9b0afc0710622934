"""Stretches of one document, each read by the reader of its language, put together again."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from kualik.engine.facts.claims import Claim, Document, Entity, Reading, Spoken, Stretch, claim_id

__all__ = ["joined", "part"]


def part(document: Document, stretch: Stretch) -> tuple[int, Document]:
    """Cut one stretch out of a document.

    Args:
        document: the whole.
        stretch: where the part stands, and its language.

    Returns:
        Where it begins, and the part as a document of its own; the whole stretch is the document itself.
    """
    if stretch.start == 0 and stretch.end == len(document.text):
        return 0, replace(document, language=stretch.language)
    spoken = tuple(
        Spoken(start=max(one.start, stretch.start) - stretch.start, end=min(one.end, stretch.end) - stretch.start,
               speaker=one.speaker)
        for one in document.spoken
        if one.start < stretch.end and stretch.start < one.end
    )  # fmt: skip
    text = document.text[stretch.start : stretch.end]
    return stretch.start, replace(document, text=text, language=stretch.language, spoken=spoken, languages=(), pages=())


def joined(document: Document, readings: Sequence[tuple[int, Reading]]) -> Reading:
    """Put readings of parts together.

    Args:
        document: the whole.
        readings: where each part begins, and its reading; a part's publisher becomes the whole's.

    Returns:
        One reading: ids of entities are counted through, places are those of the whole text.
    """
    named = next((one.document.publisher for _, one in readings if one.document.publisher), None)
    whole = replace(document, publisher=document.publisher or named)
    entities: list[Entity] = []
    claims: list[Claim] = []
    for start, reading in readings:
        ids = {entity.id: f"e{number}" for number, entity in enumerate(reading.entities, start=len(entities) + 1)}
        entities += [replace(entity, id=ids[entity.id]) for entity in reading.entities]
        claims += [_moved(claim, start, ids, document.id) for claim in reading.claims]
    return Reading(document=whole, entities=tuple(entities), claims=tuple(claims))


def _moved(claim: Claim, start: int, ids: Mapping[str, str], document: str) -> Claim:
    moved = replace(
        claim, entity=ids[claim.entity], value=ids.get(claim.value, claim.value), start=claim.start + start,
        end=claim.end + start,
    )  # fmt: skip
    return replace(moved, id=claim_id(document, moved))

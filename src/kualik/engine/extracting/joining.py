"""One document in several languages: what each reader is given, and their readings put together."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from kualik.engine.facts.claims import Claim, Document, Entity, Reading, claim_id

__all__ = ["in_one_language", "joined", "languages_of"]

SEEN = re.compile(r"[^\n]")


def languages_of(document: Document) -> tuple[str, ...]:
    """List the languages of a document, without script and region, each once, in the order of the text."""
    tags = [one.language for one in document.languages] or [document.language]
    return tuple(dict.fromkeys(tag.casefold().split("-")[0] for tag in tags))


def in_one_language(document: Document, language: str) -> Document:
    """Blank out everything that is in other languages; every place stays what it is.

    Args:
        document: the document.
        language: one of its languages, without script and region.

    Returns:
        The document with spaces where other languages stand; the document itself where there is one language only.
    """
    if len(languages_of(document)) < 2:
        return document
    text = document.text
    pieces = [
        text[one.start : one.end]
        if one.language.casefold().split("-")[0] == language
        else SEEN.sub(" ", text[one.start : one.end])
        for one in document.languages
    ]
    tag = next(one.language for one in document.languages if one.language.casefold().split("-")[0] == language)
    return replace(document, text="".join(pieces), language=tag, languages=())


def joined(document: Document, readings: Sequence[Reading]) -> Reading:
    """Put the readings of one document together.

    Args:
        document: the document.
        readings: one for each language, of the same places; a publisher that one of them found is the document's.

    Returns:
        One reading: ids of entities are counted through, passages are the document's own words.
    """
    named = next((one.document.publisher for one in readings if one.document.publisher), None)
    whole = replace(document, publisher=document.publisher or named)
    entities: list[Entity] = []
    claims: list[Claim] = []
    for reading in readings:
        ids = {entity.id: f"e{number}" for number, entity in enumerate(reading.entities, start=len(entities) + 1)}
        entities += [replace(entity, id=ids[entity.id]) for entity in reading.entities]
        claims += [_of_the_whole(claim, ids, document) for claim in reading.claims]
    return Reading(document=whole, entities=tuple(entities), claims=tuple(claims))


def _of_the_whole(claim: Claim, ids: Mapping[str, str], document: Document) -> Claim:
    quote = document.text[claim.start : claim.end]
    known = replace(claim, entity=ids[claim.entity], value=ids.get(claim.value, claim.value), quote=quote)
    return replace(known, id=claim_id(document.id, known))

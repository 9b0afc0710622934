"""The reading while it is being written: entities and claims, each with its passage."""

from dataclasses import replace

from kualik.engine.extracting.notes import Value
from kualik.engine.facts.claims import Claim, Document, Entity, Reading, claim_id
from kualik.engine.facts.vocabulary import Schema, Stance

__all__ = ["Draft"]


class Draft:
    """Collects entities and claims of one document; ids are counted in order."""

    def __init__(self, document: Document, method: str) -> None:
        self.document = document
        self.method = method
        self._entities: list[Entity] = []
        self._claims: list[Claim] = []
        self._seen: set[str] = set()

    def entity(
        self, schema: Schema, *, name: str | None = None, description: str | None = None,
        aliases: tuple[str, ...] = (), count: int | None = 1, roles: tuple[str, ...] = (),
    ) -> str:  # fmt: skip
        """Add an entity and give its id."""
        id_ = f"e{len(self._entities) + 1}"
        self._entities.append(
            Entity(id=id_, schema=schema, name=name, description=description, aliases=aliases, count=count, roles=roles)
        )
        return id_

    def claim(
        self, entity: str, name: str, value: Value, *, voice: tuple[str, ...], stance: Stance,
        rule: str, confidence: float,
    ) -> None:  # fmt: skip
        """Add a claim with the passage of its value; the same claim twice is one, an empty value none."""
        start, end = value.span.start, value.span.end
        claim = Claim(
            entity=entity, property=name, value=value.text, stance=stance, voice=voice, start=start, end=end,
            quote=self.document.text[start:end], method=f"{self.method}:{rule}" if rule else self.method,
            confidence=confidence,
        )  # fmt: skip
        claim = replace(claim, id=claim_id(self.document.id, claim))
        if claim.id not in self._seen and value.text:
            self._seen.add(claim.id)
            self._claims.append(claim)

    def reading(self) -> Reading:
        """Give what was collected; an entity of which nothing is claimed is left out."""
        used = {claim.entity for claim in self._claims} | {claim.value for claim in self._claims}
        return Reading(
            document=self.document,
            entities=tuple(entity for entity in self._entities if entity.id in used),
            claims=tuple(self._claims),
        )

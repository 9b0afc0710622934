"""The reading while it is being written: entities and claims, each with its passage."""

from dataclasses import replace

from kualik.engine.extracting.spans import Span
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
        self, entity: str, name: str, value: str, span: Span, *, voice: tuple[str, ...],
        stance: Stance = Stance.ASSERTS, confidence: float = 0.8,
    ) -> None:  # fmt: skip
        """Add a claim with the passage of a span; the same claim twice is one."""
        claim = Claim(
            entity=entity, property=name, value=value, stance=stance, voice=voice, start=span.start, end=span.end,
            quote=self.document.text[span.start : span.end], method=self.method, confidence=confidence,
        )  # fmt: skip
        claim = replace(claim, id=claim_id(self.document.id, claim))
        if claim.id not in self._seen and value:
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

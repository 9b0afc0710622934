"""A reading as other programs take it, and as people look at it."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

from rich.text import Text

from kualik.engine.extracting import READERS
from kualik.engine.extracting.why import Why, why
from kualik.engine.facts import Claim, Entity, Reading
from kualik.engine.facts.flat import facts

__all__ = ["as_plain", "clean", "shown"]

LONGEST_QUOTE = 160  # characters shown of a passage


def as_plain(reading: Reading, *, with_why: bool = False) -> dict[str, Any]:
    """Write a reading as the form that is promised to other programs, on demand with the why of each claim."""
    document = reading.document
    reasons = why(reading) if with_why else {}
    named = ("id", "media_type", "language", "title", "published", "publisher", "text")
    return {
        "document": {name: getattr(document, name) for name in named} | {"warnings": list(document.warnings)},
        "entities": [_entity(entity) for entity in reading.entities],
        "claims": [_claim(claim, reasons.get(claim.id)) for claim in reading.claims],
        "facts": facts(reading.entities, reading.claims),
    }


def _entity(entity: Entity) -> dict[str, Any]:
    return asdict(entity) | {"aliases": list(entity.aliases), "roles": list(entity.roles)}


def _claim(claim: Claim, reason: Why | None) -> dict[str, Any]:
    plain = asdict(claim) | {"stance": claim.stance.value, "voice": list(claim.voice)}
    return plain if reason is None else plain | {"why": asdict(reason)}


def shown(reading: Reading, *, with_why: bool = False) -> Iterator[Text]:
    """Write a reading for eyes: under each entity who says what of it, and the words."""
    document = reading.document
    heading = document.title or document.id[:19]
    yield Text(clean(f"{heading}  ({document.language}, {len(reading.claims)} claims)"), style="bold")
    for warning in document.warnings:
        yield Text(f"  {clean(warning)}", style="yellow")
    if not reading.claims:
        languages = {tag.split("-")[0] for tag in (document.language, *(one.language for one in document.languages))}
        read = not languages.isdisjoint(READERS)
        yield Text("  nothing was found" if read else "  there is no reader for this language yet")
    reasons = why(reading) if with_why else {}
    labels = {entity.id: entity.label for entity in reading.entities}
    about: dict[str, list[Claim]] = defaultdict(list)
    for claim in reading.claims:
        about[claim.entity].append(claim)
    for entity in reading.entities:
        if about[entity.id]:
            yield Text("")
            yield Text(clean(_title(entity)), style="bold cyan")
        for claim in about[entity.id]:
            yield _line(claim, labels)
            yield from _because(reasons.get(claim.id))


def _title(entity: Entity) -> str:
    roles = f" ({', '.join(entity.roles)})" if entity.roles else ""
    label = f": {entity.label}" if entity.label != entity.schema.value else ""
    return f"{entity.schema.value}{label}{roles}"


def _line(claim: Claim, labels: dict[str, str]) -> Text:
    quote = claim.quote if len(claim.quote) <= LONGEST_QUOTE else claim.quote[: LONGEST_QUOTE - 1] + "…"
    line = Text("  ")
    line.append(clean(f"{claim.property} = {labels.get(claim.value, claim.value)}"))
    line.append("  ").append(clean(f"{' › '.join(claim.voice)} {claim.stance.value}"), style="green")
    line.append("  ").append(clean(f"“{quote}” [{claim.start}:{claim.end}]"), style="dim")
    return line


def _because(reason: Why | None) -> Iterator[Text]:
    """Write why a claim is there, beneath it."""
    if reason is not None:
        for what, told in (("rule", reason.rule), ("voice", reason.voice), ("passage", reason.passage)):
            yield Text("      " + clean(f"{what}: {told}"), style="dim")


def clean(text: str) -> str:
    """Keep what a stranger wrote from steering the terminal."""
    return "".join(mark if mark.isprintable() else " " for mark in " ".join(text.split()))

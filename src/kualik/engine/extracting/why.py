"""Why a claim is there: the rule that saw it in words, who speaks and why, and the passage."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kualik.engine.extracting.rules import in_words
from kualik.engine.extracting.spans import Span
from kualik.engine.extracting.writing.turns import Turns
from kualik.engine.facts.claims import NOBODY, Claim, Reading

__all__ = ["Why", "why"]

KEPT = 64  # statements of one voice that are looked back at from one place
STATEMENT = "content"


@dataclass(frozen=True, slots=True, kw_only=True)
class Why:
    """How one claim came about: the rule, the voice and the reason for it, each in words; and the passage."""

    rule: str
    voice: str
    passage: str


def why(reading: Reading) -> Mapping[str, Why]:
    """Say of every claim of a reading how it came about.

    Args:
        reading: what was read from one document.

    Returns:
        A claim's id to the rule in words, who speaks and why, and the passage in its place.
    """
    said, turns = _said(reading), Turns(reading.document.spoken)
    return {
        claim.id: Why(rule=in_words(claim.method), voice=_voice(claim, said, turns), passage=_passage(claim))
        for claim in reading.claims
    }


def _said(reading: Reading) -> Mapping[tuple[str, ...], Sequence[Claim]]:
    """Sort the statements by their voices and places."""
    found: dict[tuple[str, ...], list[Claim]] = defaultdict(list)
    for claim in reading.claims:
        if claim.property == STATEMENT:
            found[claim.voice].append(claim)
    for claims in found.values():
        claims.sort(key=lambda one: (one.start, -one.end))
    return found


def _passage(claim: Claim) -> str:
    return f"“{' '.join(claim.quote.split())}” [{claim.start}:{claim.end}]"


def _voice(claim: Claim, said: Mapping[tuple[str, ...], Sequence[Claim]], turns: Turns) -> str:
    if len(claim.voice) < 2:
        return "the document itself: no other speaker was found for this passage"
    speaker = "somebody who is not named" if claim.voice[-1] == NOBODY else claim.voice[-1]
    chain = f"{speaker}, by way of {', '.join(reversed(claim.voice[:-1]))}"
    if claim.property == STATEMENT:
        return f"{chain}: found as the one who speaks in this passage"
    if (over := _over(claim, said.get(claim.voice, ()))) is not None:
        return f"{chain}: it stands in what they say, [{over.start}:{over.end}], {in_words(over.method)}"
    if speaker in turns.over(Span(start=claim.start, end=claim.end))[-1:]:
        return f"{chain}: it stands in a message or answer of theirs"
    return f"{chain}: they tell the document, or this part of it"


def _over(claim: Claim, statements: Sequence[Claim]) -> Claim | None:
    """Find the narrowest statement of the same voices that a passage stands in."""
    last = bisect_right(statements, claim.start, key=lambda one: one.start)
    holding = [one for one in statements[max(0, last - KEPT) : last] if claim.end <= one.end]
    return min(holding, key=lambda one: one.end - one.start) if holding else None

"""What one word tells of custody, and what stands behind it."""

import re
from dataclasses import dataclass

from kualik.engine.extracting.english.cues import nouns
from kualik.engine.extracting.english.custody_words import words
from kualik.engine.extracting.english.deeds import is_finite
from kualik.engine.extracting.english.parsed import Parsed

__all__ = ["Trigger", "after", "inward", "is_person", "made"]

INWARD = re.compile(r"\b(?:to|into|in|at|inside|under|behind)\b", re.IGNORECASE)
OUTWARD = re.compile(r"\b(?:from|out of|off)\b", re.IGNORECASE)
REACH = 14  # words after a verb in which its place of holding stands


@dataclass(frozen=True, slots=True, kw_only=True)
class Trigger:
    """One word that tells of custody; `whose` are the heads of the noun phrases of those concerned."""

    i: int
    kind: str
    state: str
    whose: tuple[int, ...]
    rule: str
    finite: bool = False
    hedged: bool = False
    elliptic: bool = False  # whom it befell is not said again: "Sentenced to ten years in 2019."
    later: bool = False  # it counts only of somebody told of before as held: "came home", "died"
    negative: bool = False  # the negation belongs to it: "has not been seen", "was not allowed to leave"


def after(parsed: Parsed, i: int) -> str:
    """The words that a verb governs behind it, up to the next clause."""
    last = min(parsed.reach(i)[1], i + REACH)
    stop = next((n for n in range(i + 1, last) if parsed.words[n].dep in {"conj", "advcl", "ccomp"}
                 and parsed.words[n].tag.startswith("VB")), last)  # fmt: skip
    return parsed.said(i, max(i + 1, stop))


def inward(parsed: Parsed, i: int) -> str:
    """The words after a verb from its first "to", "into", "in", "at" or "under": where somebody is brought."""
    said = after(parsed, i)
    match = INWARD.search(said)
    return said[match.start() :] if match else said if not OUTWARD.search(said) else ""


def made(parsed: Parsed, i: int, kind: str, state: str, whose: tuple[int, ...], rule: str) -> Trigger:
    hedged = any(parsed.words[above].lemma in words("hedged") for above in list(parsed.above(i))[:2])
    return Trigger(i=i, kind=kind, state=state, whose=whose, rule=rule, finite=is_finite(parsed, i), hedged=hedged)


def is_person(parsed: Parsed, i: int) -> bool:
    word = parsed.words[i]
    if word.lower in {"one", "neither"} and any(parsed.words[kid].lower == "no" for kid in parsed.kids(i, "det")):
        return False
    if word.ent in {"DATE", "TIME", "MONEY", "LAW", "ORDINAL", "EVENT"}:
        told = word.ent == "ORDINAL" and word.dep in {"nsubj", "nsubjpass"}  # "The second was released"
        return told or word.tag == "PRP"
    if word.lemma in nouns() and word.ent != "PERSON":
        return False  # "released a statement"
    return word.lower not in {
        "nobody",
        "everyone",
        "everybody",
        "none",
        "nothing",
        "anyone",
        "anybody",
        "someone",
        "it",
        "place",
        "part",
        "action",
        "care",
        "note",
        "photos",
        "pictures",
        "video",
        "time",
    }

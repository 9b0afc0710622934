"""Words with which people say, deny, accuse, demand: read from tables, with what may follow each."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from kualik.engine.facts.tables import Tables
from kualik.engine.facts.vocabulary import Stance

__all__ = ["Cue", "cues", "nouns", "table", "words"]

table = Tables("kualik.engine.extracting.english").keyed


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """One sense of a verb: its stance, and what stands with it in that sense (see lexicon/cues.tsv)."""

    lemma: str
    stance: Stance
    frames: frozenset[str]


@cache
def cues() -> Mapping[str, tuple[Cue, ...]]:
    """Read the verbs: dictionary form to its senses.

    Returns:
        The table.
    """
    found: dict[str, list[Cue]] = {}
    for row in table("cues"):
        cue = Cue(lemma=row["word"], stance=Stance(row["stance"]), frames=frozenset(row["with"].split()))
        found.setdefault(row["word"], []).append(cue)
    return {word: tuple(senses) for word, senses in found.items()}


@cache
def nouns() -> Mapping[str, tuple[Stance, str]]:
    """Read the nouns that hold words ("statement", "claim"): dictionary form to stance and kind.

    Returns:
        The table; the kind is "document" for what can itself be a source, "speech" for what somebody utters.
    """
    return {row["word"]: (Stance(row["stance"]), row["kind"]) for row in table("speech_nouns")}


@cache
def words(kind: str) -> frozenset[str]:
    """Read the words of one kind from the table of kinds.

    Args:
        kind: a kind of lexicon/speech_words.tsv.

    Returns:
        Its words, in dictionary form.
    """
    return frozenset(row["word"] for row in table("speech_words") if row["kind"] == kind)

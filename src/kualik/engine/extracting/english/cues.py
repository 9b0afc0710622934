"""Words with which people say, deny, accuse, demand: read from tables, with what may follow each."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from kualik.engine.facts.vocabulary import Stance

__all__ = ["Cue", "cues", "nouns", "table", "words"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """One sense of a verb: its stance, and what stands with it in that sense (see lexicon/cues.tsv)."""

    lemma: str
    stance: Stance
    frames: frozenset[str]


def table(name: str) -> Iterator[dict[str, str]]:
    """Read one table of the lexicon: rows of named columns; lines that begin with # are comments.

    Args:
        name: the file's name without its ending.

    Returns:
        Rows in the order of the file.
    """
    text = files(__package__).joinpath("lexicon", f"{name}.tsv").read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    header = lines[0].split("\t")
    for line in lines[1:]:
        yield dict(zip(header, line.split("\t"), strict=True))


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

"""A term made shorter or longer: "cut his sentence from 15 years to ten"."""

from kualik.engine.extracting.english.custody_words import words
from kualik.engine.extracting.english.deeds import conjuncts, patients
from kualik.engine.extracting.english.parsed import Parsed
from kualik.engine.extracting.english.trigger import Trigger, is_person

__all__ = ["READERS"]

TERMS = frozenset({"sentence", "term", "punishment", "penalty", "imprisonment"})


def _changed(parsed: Parsed, i: int) -> Trigger | None:
    """Read "reduced her sentence to seven years", "the term of X was raised from five years to nine"."""
    word = parsed.words[i]
    if not word.tag.startswith("VB") or word.lemma not in words("changing"):
        return None
    for thing in patients(parsed, i):
        if parsed.words[thing].lemma not in TERMS:
            continue
        of = next((kid for kid in parsed.kids(thing, "prep") if parsed.words[kid].lower == "of"), None)
        whose = parsed.kid(thing, "poss") if of is None else parsed.kid(of, "pobj")
        if whose is not None and is_person(parsed, whose):
            return Trigger(i=i, kind="sentencing", state="prison", whose=conjuncts(parsed, whose),
                           rule="custody.changed")  # fmt: skip
    return None


READERS = (_changed,)

"""Ties short of a cell: an undertaking not to leave, a ban on travel, papers taken away."""

import re

from kualik.engine.extracting.english.custody_words import BARRED, words
from kualik.engine.extracting.english.deeds import conjuncts, is_passive, patients, subject
from kualik.engine.extracting.english.parsed import Parsed
from kualik.engine.extracting.english.trigger import Trigger, is_person

__all__ = ["READERS"]

REACH = 9  # words behind the noun in which "not to leave" stands
BOUND = re.compile(
    r"\w+(?:\W+\w+){0,4}?\W+(?:(?:not|never) to|that \w+ (?:would|will) not)\W+(?:leave|travel|go|depart)\b"
)
BONDS = frozenset({
    "undertaking", "pledge", "recognizance", "recognisance", "bond", "order", "commitment", "obligation", "promise",
    "paper", "agreement", "condition", "instruction",
})  # fmt: skip
BANS = frozenset({"ban", "restriction", "prohibition"})
MOVING = frozenset({"travel", "exit", "foreign"})
SIGNED = frozenset({"sign", "give", "write", "be", "live", "remain", "make", "get", "have"})
THINGS = frozenset({"passport", "passports", "documents", "papers", "id"})
CLIMBED = 4  # words from the noun up to its verb


def _bond(parsed: Parsed, i: int) -> Trigger | None:
    """Read "under a written undertaking not to leave", "signed a pledge not to leave", "under a travel ban"."""
    word = parsed.words[i]
    if not word.tag.startswith("NN") or word.lemma not in BONDS | BANS:
        return None
    if word.lemma in BANS and not _is_of_travel(parsed, i):
        return None
    if word.lemma in BONDS and not BOUND.match(parsed.said(i, min(len(parsed.words), i + REACH)).casefold()):
        return None
    verb = next((above for above in list(parsed.above(i))[:CLIMBED] if parsed.words[above].tag.startswith("VB")), None)
    who = () if verb is None else _bound(parsed, verb)
    if not who or not is_person(parsed, who[0]):
        return None
    return Trigger(i=i, kind="barred", state=BARRED, whose=who, rule="custody.bound")


def _is_of_travel(parsed: Parsed, i: int) -> bool:
    under = parsed.words[parsed.words[i].head].lower in {"under", "to"}
    return under and bool({parsed.words[kid].lower for kid in parsed.kids(i)} & MOVING)


def _bound(parsed: Parsed, verb: int) -> tuple[int, ...]:
    """Find whom a verb ties: the one who signs and lives under it, or the one placed under it."""
    if parsed.words[verb].lemma in SIGNED and not is_passive(parsed, verb):
        who = subject(parsed, verb)
        return () if who is None else conjuncts(parsed, who)
    return patients(parsed, verb)


def _papers(parsed: Parsed, i: int) -> Trigger | None:
    """Read "his passport was collected at the airport", "had her passport taken", "the passport was not returned"."""
    word = parsed.words[i]
    if not word.tag.startswith("VB"):
        return None
    kept = word.lemma in {"return", "give"} and any(parsed.words[kid].dep == "neg" for kid in parsed.children[i])
    if not kept and word.lemma not in words("confiscating"):
        return None
    had = word.dep == "ccomp" and parsed.words[word.head].lemma == "have"
    things = parsed.kids(i, "nsubj", "nsubjpass") if had else patients(parsed, i)
    for thing in things:
        owner = parsed.kid(thing, "poss")
        if parsed.words[thing].lower not in THINGS or (kept and not is_passive(parsed, i)):
            continue
        owners = () if owner is None else conjuncts(parsed, owner)
        return Trigger(i=i, kind="barred", state=BARRED, whose=owners, rule="custody.papers", negative=kept)
    return None


READERS = (_bond, _papers)

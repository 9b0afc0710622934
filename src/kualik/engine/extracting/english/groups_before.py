"""Whom "both", "all six" and "the three" mean: the people, or the group, told of just before."""

from kualik.engine.extracting.english.mentions import Mention
from kualik.engine.extracting.english.numbers import number
from kualik.engine.extracting.english.people import Register

__all__ = ["group_before", "people_of"]

BACK = 3  # sentences
PAIRS = frozenset({"both", "couple", "pair", "duo", "twins"})
EACH = 0  # however many
MOST = 30  # people that are counted one by one


def people_of(register: Register, key: int) -> tuple[int, ...]:
    """Take a party apart that is several people named together: "X and Y"."""
    members = register.cast.members.get(register.cast.true(key), ())
    return tuple(dict.fromkeys(register.cast.true(one) for one in members)) or (key,)


def group_before(register: Register, i: int) -> tuple[int, ...]:
    """Find whom a count without a noun means: "Both were released", "All six were detained", "the pair".

    Args:
        register: the people of the document.
        i: the head of the phrase.

    Returns:
        Keys of parties; nothing where the phrase is none of these, or where the count does not fit those before.
    """
    each = register.parsed.words[i].lower == "each" and not register.parsed.kids(i, "prep")
    count = EACH if each else _count(register, i)
    if count is None:
        return ()
    first = min(register.parsed.reach(i)[0], i)
    before = [
        one for one in register.cast.mentions.before(first, sentences=BACK) if not register.cast.party(one.party).body
    ]
    if count == EACH:
        return _each(register, before)
    whole = next((one.party for one in before if register.cast.party(one.party).count == count), None)
    alone = _nearest(register, before, count)
    if alone:
        return alone
    return () if whole is None or count < 2 else people_of(register, register.cast.true(whole))


def _count(register: Register, i: int) -> int | None:
    """Read how many a phrase means that has no noun of its own."""
    parsed, word = register.parsed, register.parsed.words[i]
    if any(parsed.words[kid].lower == "of" for kid in parsed.kids(i, "prep")) or word.dep in {
        "nummod",
        "predet",
        "det",
    }:
        return None
    if word.lower in PAIRS:
        fresh = any(parsed.words[kid].lower in {"a", "an"} for kid in parsed.kids(i, "det"))
        return None if fresh else 2
    if word.lower == "trio":
        return 3
    whole = {parsed.words[kid].lower for kid in parsed.kids(i, "det", "predet", "advmod")} & {"all", "the", "these"}
    if word.tag != "CD" or not whole or word.ent == "DATE":
        return None
    said = number(word.text)
    return int(said) if said is not None and 2 <= said <= MOST else None


def _nearest(register: Register, before: list[Mention], count: int) -> tuple[int, ...]:
    """Take the people of the nearest sentences that name several, where they are as many as asked for."""
    found: dict[int, None] = {}
    for sentence in dict.fromkeys(one.sentence for one in before):
        here = [one for one in reversed(before) if one.sentence == sentence and one.kind in {"name", "kin"}]
        alone = (register.cast.true(one.party) for one in here if register.cast.party(one.party).count == 1)
        found = dict.fromkeys([*alone, *found])
        if len(found) >= count:
            return tuple(found) if len(found) == count else ()
    return ()


def _each(register: Register, before: list[Mention]) -> tuple[int, ...]:
    """Take those whom the nearest sentence with several people names: "Each was given seven years"."""
    for sentence in dict.fromkeys(one.sentence for one in before):
        here = {register.cast.true(one.party): None for one in reversed(before) if one.sentence == sentence}
        named = tuple(key for key in here if register.notes.parties[key].name)
        if len(named) > 1:
            return named
    return ()

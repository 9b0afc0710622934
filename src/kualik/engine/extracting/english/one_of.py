"""Whom "the eldest", "one … the other" and "the latter" mean: one of those told of just before."""

from collections.abc import Iterator

from kualik.engine.extracting.english.mentions import Mention
from kualik.engine.extracting.english.people import Register

__all__ = ["one_of"]

BACK = 3  # sentences
AGES = frozenset({"eldest", "oldest", "youngest", "elder", "younger", "older", "middle"})
PLACES = frozenset({"one", "other", "another", "first", "second", "third", "fourth", "fifth", "last"})
LAST = frozenset({"latter"})


def one_of(register: Register, i: int) -> int | None:
    """Find or note the one of a group whom a word of order means.

    Args:
        register: the people of the document; a member of a group not met before is noted.
        i: the head of the phrase.

    Returns:
        The party's key; None where the phrase is none of these, or no group of several was told of before.
    """
    parsed, word = register.parsed, register.parsed.words[i]
    if word.lower in LAST:
        return next((register.cast.true(one.party) for one in _people(register, i) if one.kind == "name"), None)
    named = next((one for kid in parsed.kids(i, "appos") if (one := register.cast.mentions.at(kid)) is not None), None)
    said = _order(register, i)
    if said is not None and named is not None and named.kind == "name":
        return register.cast.true(named.party)
    if said is None or parsed.kids(i, "compound", "poss"):
        return None
    return next((_member(register, i, one, said) for one in _people(register, i) if _is_group(register, one)), None)


def _order(register: Register, i: int) -> str | None:
    """Read the word of order of a phrase that has no noun of its own: "the eldest", "the older one", "one"."""
    parsed, word = register.parsed, register.parsed.words[i]
    if word.dep in {"amod", "nummod", "det", "compound", "predet", "npadvmod"}:
        return None
    of = next((kid for kid in parsed.kids(i, "prep") if parsed.words[kid].lower == "of"), None)
    thing = None if of is None else parsed.kid(of, "pobj")
    if of is not None and (thing is None or parsed.words[thing].lower not in {"them", "whom", "these", "those"}):
        return None
    if word.lower == "one":
        kids = (parsed.words[kid].lower for kid in parsed.kids(i, "amod", "det"))
        return next(
            (kid for kid in kids if kid in AGES | PLACES), "one" if not parsed.kids(i, "relcl", "acl") else None
        )
    led = any(parsed.words[kid].lower == "the" for kid in parsed.kids(i, "det"))
    return word.lower if word.lower in AGES | PLACES and (led or word.lower == "another") else None


def _people(register: Register, i: int) -> Iterator[Mention]:
    before = register.cast.mentions.before(i, sentences=BACK)
    return (one for one in before if not register.cast.party(one.party).body)


def _is_group(register: Register, mention: Mention) -> bool:
    party = register.cast.party(mention.party)
    return party.name is None and party.count is not None and 1 < party.count <= 12 and party.rule != "person.joined"


def _member(register: Register, i: int, group: Mention, said: str) -> int:
    cast = register.cast
    whole = cast.party(group.party)
    name = "another" if said in {"other", "another"} else said
    span = cast.parsed.span(i, i + 1)
    article = "" if name in {"one", "another"} else "the "
    party = cast.described(f"{article}{name} of {whole.label}", at=span, rule="person.part")
    return party.key

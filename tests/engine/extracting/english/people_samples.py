"""Short texts about fictional people, read for who is spoken of."""

from kualik.engine.extracting.english.mentions import Mention
from kualik.engine.extracting.english.parsing import parse
from kualik.engine.extracting.english.people import Register

__all__ = ["labels", "mention", "register", "ties"]


def register(text: str) -> Register:
    """Read the people of a text."""
    return Register(parse(text))


def labels(text: str) -> list[str]:
    """Name the people of a text."""
    return [party.label for party in register(text).notes.parties if party.name and not party.body]


def ties(text: str) -> list[tuple[str, str, str]]:
    """Tell the kinships of a text: who, what, of whom."""
    read = register(text)
    return [(read.cast.party(one.person).label, one.relation, read.cast.party(one.relative).label)
            for one in read.notes.ties]  # fmt: skip


def mention(read: Register, word: str, *, nth: int = 1) -> Mention | None:
    """Find the mention at the n-th place where a word stands."""
    places = [one.i for one in read.parsed.words if one.text == word]
    return read.cast.mentions.at(places[nth - 1])

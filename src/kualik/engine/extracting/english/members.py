"""Named members of a group that was held: "six people, among them the brothers Serik and Berik Omar"."""

import re
from collections.abc import Iterator
from dataclasses import replace

from kualik.engine.extracting.english.people import Register
from kualik.engine.extracting.notes import Held

__all__ = ["of_members"]

NAMED = re.compile(r"\b(?:among (?:them|those|the \w+)|including|includes?|included|namely)\b", re.IGNORECASE)
OPENING = re.compile(
    r"\W*(?:among (?:them|those|the \w+)|they (?:are|were|include)|those \w+ (?:are|were|include))\b", re.IGNORECASE
)


def of_members(register: Register, held: Held) -> list[Held]:
    """Give what befell a group to those of it who are named beside it.

    Args:
        register: the people of the document.
        held: what was noted of a party.

    Returns:
        The same of each named member, in the order of the text; nothing where the party is one person.
    """
    party = register.notes.parties[held.party]
    if party.name or party.count == 1 or party.body:
        return []
    keys = dict.fromkeys(key for key in _named(register, held) if key != held.party)
    return [replace(held, party=key, rule="custody.member") for key in keys]


def _named(register: Register, held: Held) -> Iterator[int]:
    parsed = register.parsed
    here = parsed.sentences[parsed.words[parsed.at(held.cue.start)].sentence]
    match = NAMED.search(parsed.text, here.start, here.end)
    if match:
        last = held.cue.start if match.end() < held.cue.start else here.end
        yield from _between(register, match.end(), last)
    following = parsed.sentences[here.number + 1 : here.number + 2]
    for sentence in following:
        if OPENING.match(parsed.text, sentence.start, sentence.end):
            yield from _between(register, sentence.start, sentence.end)


def _between(register: Register, start: int, end: int) -> Iterator[int]:
    parsed = register.parsed
    first, last = parsed.at(start), parsed.at(end - 1) + 1
    for mention in register.cast.mentions.within(first, min(last, len(parsed.words))):
        key = register.cast.true(mention.party)
        party = register.cast.party(key)
        if party.name and not party.body:
            yield key

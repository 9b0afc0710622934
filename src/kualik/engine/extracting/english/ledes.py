"""The one whom a report begins with by description, and names only in its next sentences."""

from collections.abc import Sequence

from kualik.engine.extracting.english.cast import Cast
from kualik.engine.extracting.english.cues import cues
from kualik.engine.extracting.english.mentions import Mention
from kualik.engine.extracting.english.parsed import Sentence
from kualik.engine.extracting.english.vocabulary import people_nouns

__all__ = ["read_lede"]

LEDE = 2  # sentences that may begin with a description
NEXT = 4  # sentences after it in which the name comes
OFTEN = 3
INDEFINITE = frozenset({"a", "an"})


def read_lede(cast: Cast) -> None:
    """Take "A baker from Kucha has died in prison" as told of whom the next sentences name, and the report is about.

    Args:
        cast: who is known, every mention noted; it learns who the one described is.
    """
    body = [one for one in cast.parsed.sentences if not one.heading]
    if not body:
        return
    named = next((one for one in _mentions(cast, body[:NEXT]) if one.kind == "name"), None)
    if named is None or not named.subject or named.owner or not _is_theme(cast, named.party):
        return
    told = next((one for one in _mentions(cast, body[:LEDE]) if one.head < named.first and _is_new(cast, one)), None)
    if told is not None and _fits(cast, told, cast.true(named.party)):
        cast.become(told.party, named.party)


def _is_theme(cast: Cast, key: int) -> bool:
    """Say whether somebody is named three times or more."""
    everywhere = cast.mentions.within(0, len(cast.parsed.words))
    return sum(one.kind == "name" and cast.true(one.party) == cast.true(key) for one in everywhere) >= OFTEN


def _mentions(cast: Cast, sentences: Sequence[Sentence]) -> list[Mention]:
    return cast.mentions.within(sentences[0].first, sentences[-1].last)


def _is_new(cast: Cast, mention: Mention) -> bool:
    """See "a baker" as the subject of what is told, and of no verb of saying."""
    words = cast.parsed.words
    party = cast.party(mention.party)
    lead = {words[kid].lower for kid in cast.parsed.kids(mention.head, "det")}
    verb = words[words[mention.head].head]
    plain = mention.kind == "noun" and party.name is None and party.count == 1 and not party.body
    return plain and mention.subject and bool(lead & INDEFINITE) and verb.lemma not in cues()


def _fits(cast: Cast, told: Mention, topic: int) -> bool:
    party, named = cast.party(told.party), cast.party(topic)
    noun = people_nouns().get(cast.parsed.words[told.head].lemma)
    official = noun is not None and noun.tells in {"official", "journalist"}
    genders = {cast.gender.get(cast.true(told.party), ""), cast.gender.get(cast.true(topic), "")} - {""}
    ages = {one.age for one in (party, named)} - {None}
    return not official and len(genders) < 2 and len(ages) < 2 and not named.body

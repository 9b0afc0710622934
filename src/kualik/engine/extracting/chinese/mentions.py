"""Who is spoken of in a clause: names, kin, pronouns and the like, from left to right."""

import re
from collections.abc import Sequence

from kualik.engine.extracting.chinese.cutting import Token
from kualik.engine.extracting.chinese.describing import read_description
from kualik.engine.extracting.chinese.kinship import read_kin, tie_to_kin_before
from kualik.engine.extracting.chinese.layout import Clause
from kualik.engine.extracting.chinese.numerals import NUMERAL, value
from kualik.engine.extracting.chinese.story import Mention, Story, spoken_of
from kualik.engine.extracting.chinese.tables import mapping
from kualik.engine.extracting.spans import Span

__all__ = ["read_mentions"]

PRONOUNS = {"他": "male", "她": "female"}
HOUSEHOLD = re.compile(rf"(?:一家|全家)(?P<count>{NUMERAL})口(?:人)?")
SELF = frozenset({"自己", "其", "本人"})


def read_mentions(story: Story, clause: Clause) -> list[Mention]:
    """Find who is spoken of in a clause, and note the kinship told there.

    Args:
        story: the text being read; its memory of who was spoken of last is brought up to date.
        clause: the clause; those before it were read.

    Returns:
        Mentions in order; they are kept in the story.
    """
    if clause.start in story.mentions:
        return story.mentions[clause.start]
    found: list[Mention] = []
    story.mentions[clause.start] = found
    place = 0
    while place < len(clause.tokens):
        place = _mention(story, clause, place, found) or place + 1
    for mention in found:
        party = story.notes.parties[mention.party]
        if party.count != 1 and not party.body:
            story.last_group = mention.party
        if mention.kind != "pronoun":
            story.remember(mention.party)
    return found


def _mention(story: Story, clause: Clause, place: int, found: list[Mention]) -> int:
    """Read the mention that begins at a token; the place after it, 0 where none begins."""
    token = clause.tokens[place]
    if token.kind == "han" and token.text in mapping("kin"):
        return read_kin(story, clause, place, found)
    party = story.people.named.get(token.start) if token.kind == "name" else None
    if party is not None:
        tie_to_kin_before(story, clause, place, found, party)
        after = _household(story, clause, place, found)
        if after:
            return after
        spoken_of(found, clause, (place, place + 1), party, "name")
        return place + 1
    if token.text in PRONOUNS or token.text in SELF or token.text == "我":
        meant = _meant(story, token, found)
        if meant is not None:
            spoken_of(found, clause, (place, place + 1), meant, "pronoun")
        return place + 1
    return read_description(story, clause, place, found)


def _household(story: Story, clause: Clause, place: int, found: list[Mention]) -> int:
    """Read "X一家四口": the four together."""
    start = clause.tokens[place].end
    match = HOUSEHOLD.match(story.folded, start, clause.end)
    count = value(match[1]) if match else None
    if match is None or count is None:
        return 0
    last = next((n for n, token in enumerate(clause.tokens) if token.start >= match.end()), len(clause.tokens))
    span = Span(start=clause.tokens[place].start, end=match.end())
    label = story.people.label(story.people.named[clause.tokens[place].start]) + story.folded[start : match.end()]
    party = story.people.described(label, span, rule="person.household", count=count)
    spoken_of(found, clause, (place, last), party, "described")
    return last


def _meant(story: Story, token: Token, found: Sequence[Mention]) -> int | None:
    """Find who "I", "he", "she" or "self" is."""
    if token.text == "我":
        return story.me
    if token.text in SELF:
        subject = found[0].party if found else story.teller
        return next((key for key in (subject, story.teller) if story.people.is_person(key)), None)
    return _third(story, PRONOUNS[token.text], found)


def _third(story: Story, gender: str, found: Sequence[Mention]) -> int | None:
    """Find who "he" or "she" is: the subject before, who spoke or was spoken of last, of that sex."""
    here = {mention.party for mention in found if not mention.owns}
    nearest = story.firsts if found else [*story.firsts, *reversed(story.subjects), story.speaker]
    for order in (nearest, list(reversed(story.recent))):
        able = [key for key in order if key is not None and key not in here and key != story.me]
        fitting = [key for key in able if story.people.is_person(key) and _fits(story, key, gender)]
        known = [key for key in fitting if key in story.people.gender] if gender == "female" else []
        if fitting:
            return (known or fitting)[0]
    return None


def _fits(story: Story, key: int, gender: str) -> bool:
    return story.people.gender.get(key, gender) == gender

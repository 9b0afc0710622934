"""Members of a group of kin told one by one ("the elder, Daulet, …"), and couples."""

from itertools import pairwise

from kualik.engine.extracting.english.cast import Cast
from kualik.engine.extracting.english.kin_phrases import ORDERS, PARENTS, SIBLINGS
from kualik.engine.extracting.english.mentions import Mention
from kualik.engine.extracting.english.numbers import is_number, number
from kualik.engine.extracting.english.parsed import Word
from kualik.engine.extracting.english.vocabulary import kin_words
from kualik.engine.extracting.notes import Tie

__all__ = ["read_couple", "read_elliptic", "read_marriage", "read_parent_of", "read_siblings", "read_wedded"]

EACH = ORDERS
WEDDED = frozenset({"couple", "spouses", "newlyweds"})
REACH = 6  # sentences after which a group of kin is no longer meant


def read_couple(cast: Cast, i: int) -> None:
    """Read "the couple" and "the pair" as the two people named together before.

    Args:
        cast: who is known.
        i: a noun.
    """
    word = cast.parsed.words[i]
    two = word.tag == "NNS" and i > 1 and cast.parsed.words[i - 1].lower == "two"
    lead = cast.parsed.words[i - 1 - two].lower if i else ""
    if not (two or word.lower in {"couple", "pair", "spouses", "siblings", "twins"}) or lead not in {"the", "both"}:
        return
    if cast.mentions.at(i) is not None or not (cast.wholes.person(i) or cast.wholes.kin(i) or not two):
        return
    known = _couple_before(cast, i)
    if known is not None:
        cast.mentions.add(i - 1, i + 1, i, party=known, kind="group")


def read_wedded(cast: Cast, i: int) -> None:
    """Read "a married couple, X and Y" and "the spouses X and Y": each is the other's spouse.

    Args:
        cast: who is known; ties are added to it.
        i: a noun.
    """
    words = cast.parsed.words
    if words[i].lower not in WEDDED or cast.mentions.at(i) is not None or i + 1 >= len(words):
        return
    found = _names(cast, i + 1 + (words[i + 1].text in {",", "—", "–", ":"}), several=True)
    if len(found) != 2 or cast.true(found[0].party) == cast.true(found[1].party):
        return
    one, two = cast.true(found[0].party), cast.true(found[1].party)
    tie = Tie(person=one, relation="spouse", relative=two, span=cast.parsed.span(i, found[1].last), rule="kin.couple")
    cast.ties.setdefault((min(one, two), max(one, two)), tie)
    both = cast.joined((one, two), at=cast.parsed.span(found[0].first, found[1].last))
    cast.mentions.add(i, i + 1, i, party=both.key, kind="group")


def _couple_before(cast: Cast, i: int) -> int | None:
    """Find the husband and wife told of last, else the two last named together."""
    for mention in cast.mentions.before(i, sentences=8):
        key = cast.true(mention.party)
        joined = cast.members.get(key, ())
        if len(joined) == 2:
            return key
        owner, relation = cast.owners.get(key, (-1, ""))
        if relation in {"wife", "husband", "spouse"}:
            return cast.joined((cast.true(owner), key), at=cast.parsed.span(mention.first, mention.last)).key
    return next((key for key in reversed(cast.members) if len(cast.members[key]) == 2), None)


def read_marriage(cast: Cast, i: int) -> None:
    """Read "X married Y" and "X is married to Y".

    Args:
        cast: who is known; ties are added to it.
        i: a word; a form of "marry".
    """
    parsed = cast.parsed
    if parsed.words[i].lemma != "marry" and parsed.words[i].lower != "married":
        return
    subject = parsed.kid(i, "nsubj", "nsubjpass")
    if subject is None and parsed.words[i].dep == "acomp":
        subject = parsed.kid(parsed.words[i].head, "nsubj")
    to = parsed.kid(i, "prep")
    other = parsed.kid(i, "dobj") if to is None else parsed.kid(to, "pobj")
    one, two = (None if place is None else cast.mentions.at(place) for place in (subject, other))
    if one and two and cast.true(one.party) != cast.true(two.party):
        keys = cast.true(two.party), cast.true(one.party)
        span = parsed.span(min(one.first, two.first), max(one.last, two.last))
        relation = {"f": "wife", "m": "husband"}.get(cast.gender.get(keys[0], ""), "spouse")
        tie = Tie(person=keys[0], relation=relation, relative=keys[1], span=span, rule="kin.married")
        cast.ties.setdefault((min(keys), max(keys)), tie)


def read_parent_of(cast: Cast, i: int) -> None:
    """Read "X, a mother of four" and "X, 38, father of two": so many children of X.

    Args:
        cast: who is known; ties are added to it.
        i: a word; "mother", "father" or "parent".
    """
    words = cast.parsed.words
    if words[i].lower not in PARENTS or i + 2 >= len(words) or words[i + 1].lower != "of" or words[i + 2].tag != "CD":
        return
    after = i + 3
    after += after < len(words) and words[after].tag == "JJ"
    follows = words[after].lower if after < len(words) else "."
    count = number(words[i + 2].lower)
    place = i - 1
    while place > 0 and (words[place].tag in {"CD", "DT", "JJ"} or words[place].text == ","):
        place -= 1
    mention = cast.mentions.at(place) if place >= 0 else None
    subject = cast.parsed.kid(words[i].head, "nsubj") if words[i].dep == "attr" else None
    mention = mention if subject is None else cast.mentions.at(subject)
    if follows[0].isalnum() and follows not in {"children", "was", "is", "has", "who", "from", "and", "had"}:
        return
    if mention is None or not count or mention.kind not in {"name", "pronoun"} or cast.party(mention.party).count != 1:
        return
    owner = cast.party(mention.party)
    party = cast.described(
        f"{words[i + 2].lower} children of {owner.label}", at=cast.parsed.span(i, i + 3), rule="kin.parent-of",
        count=int(count),
    )  # fmt: skip
    tie = Tie(
        person=party.key, relation="child", relative=owner.key, span=cast.parsed.span(i, i + 3), rule="kin.parent-of"
    )
    cast.ties.setdefault((owner.key, party.key), tie)
    cast.owners.setdefault(party.key, (owner.key, "child"))


def read_siblings(cast: Cast, i: int) -> None:
    """Read "the brothers X and Y" and "X and Y, siblings".

    Args:
        cast: who is known; ties are added to it.
        i: a word of kinship in the plural.
    """
    noun = cast.wholes.kin(i)
    words = cast.parsed.words
    if noun is None or noun.tells not in SIBLINGS or words[i].tag not in {"NNS", "NNPS"} or cast.mentions.at(i):
        return
    found = _names(cast, i + 1 + (words[min(i + 1, len(words) - 1)].text == ","), several=True)
    if len(found) < 2 and i > 1 and words[i - 1].text == ",":
        found = [one for one in cast.mentions.within(max(0, i - 8), i) if one.kind == "name"][-2:]
        found = found if found and found[-1].last == i - 1 else []
    for one, other in pairwise(found):
        keys = cast.true(one.party), cast.true(other.party)
        span = cast.parsed.span(min(i, one.first), max(i + 1, other.last))
        tie = Tie(person=keys[0], relation=noun.tells, relative=keys[1], span=span, rule="kin.siblings")
        owned = {cast.owners.get(key) for key in keys}
        if keys[0] != keys[1] and (len(owned) > 1 or owned == {None}):
            cast.ties.setdefault((min(keys), max(keys)), tie)
    if len(found) > 1:
        cast.joined(tuple(cast.true(one.party) for one in found), at=cast.parsed.span(found[0].first, found[-1].last))


def read_elliptic(cast: Cast, i: int) -> None:
    """Read "the older one, Daulet", "a third, Samat", "two of them, Talgat and Murat" after a group of kin.

    Args:
        cast: who is known; ties are added to it.
        i: a word; one of order, or a number before "of them".
    """
    word = cast.parsed.words[i]
    if not cast.groups or word.sentence - cast.groups[-1][0] > REACH or not _stands_alone(cast, word):
        return
    last = i + 1
    words = cast.parsed.words
    while last < len(words) and words[last].lower in {"one", "of", "them", "the", "whom", "these"}:
        last += 1
    if last + 1 >= len(words) or words[last].text != ",":
        return
    for mention in _names(cast, last + 1, several=is_number(word.lower) and word.lower != "one"):
        _tie(cast, i, mention)


def _stands_alone(cast: Cast, word: Word) -> bool:
    words = cast.parsed.words
    before = words[word.i - 1].lower if word.i else ""
    after = words[word.i + 1].lower if word.i + 1 < len(words) else ""
    if word.lower in EACH:
        return before in {"the", "a", "her", "his", "their", "my"} and after in {",", "one", "of"}
    return is_number(word.lower) and after == "of"


def _names(cast: Cast, place: int, *, several: bool) -> list[Mention]:
    words = cast.parsed.words
    found: list[Mention] = []
    while place < len(words):
        mention = cast.mentions.at(place)
        if mention is None or mention.kind != "name":
            break
        found.append(mention)
        place = mention.last
        while place < len(words) and (words[place].text == "," or words[place].lower == "and"):
            place += 1
        if not several:
            break
    return found


def _tie(cast: Cast, i: int, mention: Mention) -> None:
    _, owner, noun, relation = cast.groups[-1]
    mine = cast.parsed.words[i - 1].lower == "my" and cast.sayer(i)
    owner = mine if isinstance(mine, int) and not isinstance(mine, bool) else owner
    key = cast.true(mention.party)
    told = kin_words()[noun].gender
    if key == owner or (told and cast.gender.get(key, told) != told):
        return
    span = cast.parsed.span(i, mention.last)
    cast.learn_noun(key, noun)
    tie = Tie(person=key, relation=relation, relative=owner, span=span, rule="kin.member")
    cast.ties.setdefault((min(key, owner), max(key, owner)), tie)
    cast.owners.setdefault(key, (owner, relation))

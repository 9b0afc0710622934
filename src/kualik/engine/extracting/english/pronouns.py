"""Whom a pronoun means, by what stands before it."""

from collections.abc import Callable
from itertools import pairwise

from kualik.engine.extracting.english.cast import Cast
from kualik.engine.extracting.english.mentions import SUBJECTS, Meant, Mention
from kualik.engine.extracting.english.parsed import Parsed

__all__ = ["PRONOUNS", "antecedent", "resolve"]

PRONOUNS = {
    "he": "m", "him": "m", "his": "m", "himself": "m", "she": "f", "her": "f", "hers": "f", "herself": "f",
    "they": "many", "them": "many", "their": "many", "theirs": "many", "themselves": "many",
    "i": "self", "me": "self", "my": "self", "mine": "self", "myself": "self", "our": "self",
    "who": "relative", "whom": "relative", "whose": "relative", "that": "relative", "which": "relative",
}  # fmt: skip
CLAUSES = frozenset({"relcl", "acl"})


def resolve(cast: Cast, i: int, *, relation: str = "") -> Meant | None:
    """Find whom a pronoun means.

    Args:
        cast: who is known.
        i: the pronoun.
        relation: the kin that it owns ("mother" in "his mother"): who is known to have one is meant more likely.

    Returns:
        The party; None where nobody fits, and for "it", "we", "you" and the like.
    """
    kind = PRONOUNS.get(cast.parsed.words[i].lower)
    if kind is None:
        return None
    if kind == "self":
        sayer = cast.sayer(i)
        return None if sayer is None else Meant(party=sayer, sure=True)
    if kind == "relative":
        noun = antecedent(cast.parsed, i)
        mention = None if noun is None else cast.mentions.at(noun)
        return Meant(party=mention.party, sure=True) if mention else None
    fit = _fit(cast, i, kind, relation)
    found = cast.mentions.likeliest(i, fit) or (_later(cast, i, fit) if relation else None)
    return _pair(cast, i, found) if kind == "many" else found


def _later(cast: Cast, i: int, fit: Callable[[Mention], float | None]) -> Meant | None:
    """Take "her" as of who is named after it: "One of her sons is held, Saule says", where nobody is before."""
    sentence = cast.parsed.sentences[cast.parsed.words[i].sentence]
    after = cast.mentions.within(i + 1, sentence.last)
    told = [one for one in after if one.kind == "name" and one.subject and fit(one) is not None]
    return Meant(party=told[0].party, sure=False) if told else None


def _pair(cast: Cast, i: int, group: Meant | None) -> Meant | None:
    """Take "their" as of two people named together, unless a group was told of after them."""
    found: list[Mention] = []
    for mention in cast.mentions.before(i, sentences=2):
        party = cast.party(mention.party)
        told = mention.kind in {"kin", "group", "pronoun"} or mention.subject
        if group is not None and told and cast.true(mention.party) == cast.true(group.party):
            break
        if party.count == 1 and not party.body and mention.kind in {"name", "kin"}:
            found.append(mention)
    for one, other in pairwise(found):
        if _together(cast, other, one):
            keys = tuple(dict.fromkeys((cast.true(other.party), cast.true(one.party))))
            if len(keys) == 2:
                return Meant(party=cast.joined(keys, at=cast.parsed.span(other.first, one.last)).key, sure=True)
    return group


def _together(cast: Cast, first: Mention, second: Mention) -> bool:
    """Say whether two people are named together: "X and Y", "X and his wife, Y"."""
    between = [word.lower for word in cast.parsed.words[first.last : second.first]]
    spouses = cast.owners.get(cast.true(second.party), (-1, ""))
    wed = spouses[0] == cast.true(first.party) and spouses[1] in {"wife", "husband", "spouse", "brother", "sister"}
    wed = wed and (first.sentence == second.sentence or second.kind == "name")
    joined = (
        first.sentence == second.sentence
        and bool(between)
        and between[0] in {"and", "&", ","}
        and "and" in between
        and len(between) <= 4
    )
    return joined or (wed and len(between) < 40)


def antecedent(parsed: Parsed, i: int) -> int | None:
    """Find the noun that a relative pronoun stands for.

    Args:
        parsed: the text.
        i: the pronoun.
    """
    for above in (i, *parsed.above(i)):
        word = parsed.words[above]
        if word.dep in CLAUSES and word.head < i:
            return word.head
        if word.dep in {"ccomp", "advcl", "ROOT"} and above != i:
            return None
    return None


def _fit(cast: Cast, i: int, kind: str, relation: str) -> Callable[[Mention], float | None]:
    barred = _barred(cast.parsed, i)
    speaker = cast.sayer(i)
    subject = cast.parsed.words[i].dep in SUBJECTS

    def fit(mention: Mention) -> float | None:
        key = cast.true(mention.party)
        party = cast.notes.parties[key]
        if party.body or mention.head in barred or key == speaker or _is_inside(mention, i):
            return None
        if kind == "many":
            return 1.0 if party.count != 1 else None
        gender = cast.gender.get(key, "")
        if party.count != 1 or gender not in {"", kind}:
            return None
        described = 0.0 if mention.kind != "noun" else 1.8 if not mention.subject else 0.3 if subject else 0.8
        described *= 1.5 if relation else 1.0
        known = 1.2 if relation and (key, relation) in cast.kin else 0.0
        known -= 0.8 if relation and key in cast.owners and not mention.subject else 0.0
        return (0.9 if gender else 0.0) + (0.5 if subject and mention.subject else 0.0) - described + known

    return fit


def _is_inside(mention: Mention, i: int) -> bool:
    """Say whether a mention's own phrase holds the pronoun: "the man who lost his job" may, "her son" may not."""
    return mention.kind == "kin" and mention.first <= i < mention.last


def _barred(parsed: Parsed, i: int) -> frozenset[int]:
    """Find who cannot be meant: the subject of the verb whose object the pronoun is."""
    word = parsed.words[i]
    if word.tag == "PRP$" and i > 1 and parsed.words[i - 1].text in {",", "("}:
        return frozenset({i - 2, parsed.words[i - 2].head, parsed.words[word.head].head})
    if word.dep in SUBJECTS or word.dep == "poss" or word.lower.endswith(("self", "selves")):
        return frozenset()
    verb = word.head
    while parsed.words[verb].dep in {"prep", "pobj", "dative", "agent", "pcomp"} and parsed.words[verb].head != verb:
        verb = parsed.words[verb].head
    found: set[int] = set()
    for kid in parsed.kids(verb, *SUBJECTS):
        found |= {kid, *parsed.kids(kid, "conj")}
    return frozenset(found)

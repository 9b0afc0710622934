"""Whom a pronoun means, by what stands before it."""

from collections.abc import Callable

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


def resolve(cast: Cast, i: int) -> Meant | None:
    """Find whom a pronoun means.

    Args:
        cast: who is known.
        i: the pronoun.

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
    return cast.mentions.likeliest(i, _fit(cast, i, kind))


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


def _fit(cast: Cast, i: int, kind: str) -> Callable[[Mention], float | None]:
    barred = _barred(cast.parsed, i)
    speaker = cast.sayer(i)
    subject = cast.parsed.words[i].dep in SUBJECTS

    def fit(mention: Mention) -> float | None:
        key = cast.true(mention.party)
        party = cast.notes.parties[key]
        if party.body or mention.head in barred or key == speaker or _is_inside(cast.parsed, mention, i):
            return None
        if kind == "many":
            return 1.0 if party.count != 1 else None
        gender = cast.gender.get(key, "")
        if party.count != 1 or gender not in {"", kind}:
            return None
        return (0.9 if gender else 0.0) + (0.5 if subject and mention.subject else 0.0)

    return fit


def _is_inside(parsed: Parsed, mention: Mention, i: int) -> bool:
    """Say whether a mention's own phrase holds the pronoun: "the man who lost his job" may, "her son" may not."""
    return mention.kind == "kin" and mention.first <= i < mention.last


def _barred(parsed: Parsed, i: int) -> frozenset[int]:
    """Find who cannot be meant: the subject of the verb whose object the pronoun is."""
    word = parsed.words[i]
    if word.dep in SUBJECTS or word.dep == "poss" or word.lower.endswith(("self", "selves")):
        return frozenset()
    verb = word.head
    while parsed.words[verb].dep in {"prep", "pobj", "dative", "agent", "pcomp"} and parsed.words[verb].head != verb:
        verb = parsed.words[verb].head
    found: set[int] = set()
    for kid in parsed.kids(verb, *SUBJECTS):
        found |= {kid, *parsed.kids(kid, "conj")}
    return frozenset(found)

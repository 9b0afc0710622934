"""What a verb stands with: its subject, its helpers, and the phrase that a noun heads."""

from kualik.engine.extracting.english.parsed import Parsed

__all__ = ["conditional", "helpers", "negated", "noun_phrase", "passive", "subject", "under_quote"]

SUBJECTS = ("nsubj", "nsubjpass", "csubj")
IF = frozenset({"if", "unless", "whether", "lest"})
NEGATIONS = frozenset({"not", "n't", "never", "neither", "nor", "hardly", "cannot", "without"})
INNER = frozenset(
    {"det", "amod", "compound", "poss", "nummod", "nmod", "quantmod", "predet", "advmod", "cc", "conj", "neg", "nn"}
)
TIMES = frozenset({"DATE", "TIME"})


def subject(parsed: Parsed, verb: int) -> int | None:
    """Find the head of a verb's own subject."""
    return parsed.kid(verb, *SUBJECTS)


def helpers(parsed: Parsed, verb: int) -> tuple[int, ...]:
    """Find the auxiliaries of a verb."""
    return parsed.kids(verb, "aux", "auxpass")


def passive(parsed: Parsed, verb: int) -> bool:
    """Say whether a verb is passive: "was told", or "told by" behind a noun."""
    if parsed.kid(verb, "auxpass", "nsubjpass") is not None:
        return True
    word = parsed.words[verb]
    if word.tag != "VBN" or helpers(parsed, verb):
        return False
    joined = word.dep == "conj" and word.head < verb and subject(parsed, verb) is None and passive(parsed, word.head)
    return joined or parsed.kid(verb, "agent") is not None


def negated(parsed: Parsed, verb: int) -> bool:
    """Say whether a verb is negated."""
    return any(parsed.words[kid].dep == "neg" or parsed.words[kid].lower in NEGATIONS for kid in parsed.children[verb])


def conditional(parsed: Parsed, verb: int) -> bool:
    """Say whether a verb stands in "if …"."""
    marks = parsed.kids(verb, "mark")
    if any(parsed.words[mark].lower in IF for mark in marks if mark < verb):
        return parsed.words[verb].dep != "ccomp"
    word = parsed.words[verb]
    return word.dep in {"conj", "xcomp"} and word.head < verb and conditional(parsed, word.head)


def under_quote(parsed: Parsed, one: int, other: int) -> bool:
    """Say whether two words stand in the same quotation, or both in none."""
    return parsed.words[one].quote == parsed.words[other].quote


def noun_phrase(parsed: Parsed, head: int) -> tuple[int, int]:
    """Find the words [first, last) of the phrase that a noun heads.

    Prepositional attributes belong to it and what restricts it without a comma ("a man who answered"); what stands
    beside it between commas, and times, do not.
    """
    first, last = head, head + 1
    for kid in parsed.children[head]:
        begins, ends = parsed.reach(kid)
        if kid < head:
            first = min(first, begins) if parsed.words[kid].dep in INNER else first
        elif begins <= last and _belongs(parsed, kid):
            last = max(last, ends)
    return first, last


def _belongs(parsed: Parsed, kid: int) -> bool:
    word = parsed.words[kid]
    if word.dep == "prep":
        thing = parsed.kid(kid, "pobj", "pcomp")
        return thing is not None and parsed.words[thing].ent not in TIMES
    return word.dep in {"case", "relcl", "acl", "cc", "conj", "poss", "nummod"}

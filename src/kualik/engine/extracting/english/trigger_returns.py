"""What befell somebody held before: came home, came back no more, died."""

import re

from kualik.engine.extracting.english.deeds import conjuncts, is_finite, is_passive, subject
from kualik.engine.extracting.english.parsed import Parsed
from kualik.engine.extracting.english.trigger import Trigger, after, is_person, made

__all__ = ["READERS"]

HOME = re.compile(
    r"(?:came|come|comes|coming|got|get|returned|return|returns|went|arrived|sent|brought) (?:\w+ly )?"
    r"(?:back )?(?:home|(?:back|out|free)(?=$|[,.;]| (?:on|in|at|after|a|the next|two|three|last|that|this|only|alive"
    r"|thin|ill|changed|with)\b))",
    re.IGNORECASE,
)
TO_KIN = re.compile(
    r"(?:came|come|returned|return|went|was returned|been returned) (?:back )?to (?:his|her|their|my) "
    r"(?:family|famil|wife|husband|parents?|children|mother|father|home|village|relatives|sons?|daughters?|brother|sister)",
    re.IGNORECASE,
)
BACK = frozenset({"return", "come", "emerge", "reappear"})
SUMMONED = frozenset({"summon", "call", "invite", "leave", "take", "go", "ask", "order", "tell"})
HANDED = frozenset({"return", "hand", "release", "give", "bring", "deliver", "receive", "bury"})


def _home(parsed: Parsed, i: int) -> Trigger | None:
    """Read "came home in 2019", "returned home a year later", "came back to her family": of somebody held before."""
    word = parsed.words[i]
    if word.lemma not in {"come", "return", "get", "go", "arrive", "send", "bring"} or not word.tag.startswith("VB"):
        return None
    said, who = after(parsed, i), subject(parsed, i)
    if word.lemma in {"send", "bring"} and not is_passive(parsed, i):
        return None
    if who is None or not (HOME.match(said) or TO_KIN.match(said)) or not is_person(parsed, who):
        return None
    return Trigger(i=i, kind="release", state="released", whose=conjuncts(parsed, who), rule="custody.home",
                   finite=is_finite(parsed, i), later=True)  # fmt: skip


def _never_home(parsed: Parsed, i: int) -> Trigger | None:
    """Read "was summoned by the police and did not return", "called in on 3 May and never came home"."""
    word = parsed.words[i]
    lead = parsed.words[word.head]
    if word.lemma not in BACK or word.dep != "conj" or lead.lemma not in SUMMONED or not lead.tag.startswith("VB"):
        return None
    negated = any(parsed.words[kid].dep == "neg" or parsed.words[kid].lower == "never" for kid in parsed.children[i])
    who, said = subject(parsed, i), after(parsed, i)
    if not negated or who is None or not is_person(parsed, who) or " to " in said:
        return None
    return Trigger(i=i, kind="disappeared", state="disappeared", whose=conjuncts(parsed, who),
                   rule="custody.no-return", negative=True)  # fmt: skip


def _died(parsed: Parsed, i: int) -> Trigger | None:
    """Read "he died in the second winter", of somebody told of before as held and not as released."""
    word = parsed.words[i]
    if word.lemma not in {"die", "perish"} or not word.tag.startswith("VB"):
        return None
    who = subject(parsed, i)
    until = any(parsed.words[kid].lower in {"until", "till", "before"} for kid in parsed.kids(i, "mark"))
    if who is None or until or not is_person(parsed, who):
        return None
    found = made(parsed, i, "died", "died in custody", conjuncts(parsed, who), "custody.died-held")
    return Trigger(i=i, kind=found.kind, state=found.state, whose=found.whose, rule=found.rule, hedged=found.hedged,
                   finite=found.finite, later=True)  # fmt: skip


def _body(parsed: Parsed, i: int) -> Trigger | None:
    """Read "his body was returned to the family", "handed over the body of her brother"."""
    word = parsed.words[i]
    verb = parsed.words[word.head]
    if word.lemma not in {"body", "corpse", "remains", "ashes"} or verb.lemma not in HANDED:
        return None
    if word.dep not in {"dobj", "nsubjpass"} or (word.dep == "nsubjpass" and not is_passive(parsed, word.head)):
        return None
    of = next((kid for kid in parsed.kids(i, "prep") if parsed.words[kid].lower == "of"), None)
    thing = parsed.kid(i, "poss") if of is None else parsed.kid(of, "pobj")
    if thing is None or not is_person(parsed, thing):
        return None
    return Trigger(i=i, kind="died", state="died in custody", whose=(thing,), rule="custody.body", later=True)


READERS = (_never_home, _home, _died, _body)

"""Forms of Uyghur verbs: what stands behind a stem."""

import re
from dataclasses import dataclass
from functools import lru_cache

from kualik.engine.extracting.uyghur.nouns import noun_of

__all__ = ["Form", "form_of", "is_closed"]

NEGATION = "(?P<no>مى|ما|مە|مۇ|مې)?"
FINITE = (
    "(?:دى|تى|دۇ|تۇ)(?P<me>م|ق|ك)?(?:ڭ|ڭىز|لار)?|(?:غان|گەن|قان|كەن)(?:ى?دى|ئىدى|تى|دۇر)?(?P<me2>مەن|بىز|ىدىم|ىدۇق)?"
    "|(?:ى|ۇ|ۈ|ي|ئى)?(?:دۇ|دىكەن|دۇر)|(?:ى|ۇ|ۈ|ي)?(?P<me3>مەن|مىز)|(?:ماقتا|مەكتە)"
    "|(?:ى|ۇ|ۈ|ئى)?ۋات(?:ىدۇ|قان|ىدىكەن|اتتى)|(?:ى|ۇ|ۈ|ئى)?ۋاتى(?P<me4>مەن|مىز)|(?:ى|ۇ|ۈ)?پ(?:تۇ|تىكەن|تىمىش)"
)
CONVERB = "(?:ى|ۇ|ۈ)?پ"
NOMINAL = (
    "(?:غان|گەن|قان|كەن)لى[قكغگ].*|(?:ى|ۇ|ۈ|ي)?دىغانلى[قكغگ].*|(?:ى|ۇ|ۈ|ئى)?ۋاتقانلى[قكغگ].*"
    "|(?:غان|گەن|قان|كەن)(?:ى|ىنى|ىغا|دا|دىن|لار|لارنى|لارنىڭ)"
)
ACT = "(?:ى|ۇ|ۈ)?ش(?:ى|نى|قا|كە|تىن|ىنى|ىغا|ىنىڭ|ىدىن|ىگە|تە)?"
CONDITION = "(?:سا|سە)(?:م|ڭ|ق|ك|ڭىز|لار)?|ماقچى|مەكچى"
REST = re.compile(
    f"{NEGATION}(?:(?P<finite>(?:(?:ى|ۇ|ۈ)?ش)?(?:{FINITE}))|(?P<converb>{CONVERB})|(?P<nominal>{NOMINAL})|(?P<condition>{CONDITION})|(?P<act>{ACT}))"
)
CLOSED = re.compile(
    ".+(?:دى|تى|غان|گەن|قان|كەن|ىدۇ|يدۇ|(?:غان|گەن|قان|كەن)دا|ماقتا|مەكتە|پتۇ|دىكەن|ىپ|ۇپ|ۈپ|اپ|ەپ|دىم|تىم|دۇق|تۇق|ىمەن|يمەن)"
)
SHORTEST = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """How a verb stands: "finite", "converb" (and so on), "nominal" (that he …), "act" (doing), "condition"."""

    kind: str
    negated: bool = False
    first_person: bool = False


@lru_cache(maxsize=1 << 15)
def form_of(word: str, stem: str) -> Form | None:
    """Read what stands behind a stem.

    Args:
        word: the folded word.
        stem: a verb's stem, or a whole word.

    Returns:
        The form; None where the word does not belong to the stem.
    """
    if word == stem:
        return Form(kind="converb" if word.endswith("پ") else "finite")
    if not word.startswith(stem):
        return None
    found = REST.fullmatch(word, len(stem))
    if found is None:
        return None
    kind = next(kind for kind in ("finite", "converb", "nominal", "condition", "act") if found[kind] is not None)
    first = any(found[group] for group in ("me", "me2", "me3", "me4"))
    return Form(kind=kind, negated=bool(found["no"]), first_person=first)


@lru_cache(maxsize=1 << 15)
def is_closed(word: str) -> bool:
    """Say whether a word looks like a verb that closes a clause, finite or joined to the next by -p."""
    return len(word) >= SHORTEST and CLOSED.fullmatch(word) is not None and noun_of(word) is None

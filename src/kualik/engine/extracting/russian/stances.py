"""Where a speaker stands: what the verb says, and a denial that needs no verb of denying."""

from kualik.engine.extracting.russian.lexicon import group, rows
from kualik.engine.extracting.russian.tokens import Page
from kualik.engine.facts.vocabulary import Stance

__all__ = ["TABLE", "Cue", "calls", "cue_of", "denied"]

NEGATIONS = group("stances.negations")
DENIED = group("stances.denied")

Cue = tuple[Stance, str]


def _table() -> dict[str, Cue]:
    return {lemma: (Stance(cells[1]), cells[2]) for cells in rows("sayings") for lemma in cells[0].split()}


ABSENT = group("stances.absent")
WRITTEN = frozenset({"сказано", "указано", "отмечено", "написано"})
TABLE = _table()
SURE = frozenset({"уверенный", "убежденный", "убеждённый", "уверить", "убедить"})  # "уверена, что"
SURE_CUE: Cue = (Stance.ASSERTS, "clause")
MANAGING = frozenset({"успеть", "успевать", "суметь", "решиться", "осмелиться"})  # "успел крикнуть"


def calls(page: Page, i: int, last: int) -> bool:
    """Say whether "назвал" is followed by what it is called, in the instrumental: "назвала эти сообщения ложью"."""
    return any(
        "ablt" in page.tokens[k].cases("NOUN", "ADJF") and not page.tokens[k - 1].may_be("PREP")
        for k in range(i + 1, last)
    )


def cue_of(page: Page, i: int) -> Cue | None:
    """Find what a word says as a verb of speech: stance, and what it needs beside it."""
    token = page.tokens[i]
    if token.lower in WRITTEN:
        return Stance.ASSERTS, "paper"
    if any(form.lemma in SURE and form.pos in {"ADJS", "PRTS"} for form in token.forms):
        return SURE_CUE
    if MANAGING & set(token.lemmas("VERB")) and i + 1 < len(page.tokens):
        spoken = (form.lemma for form in page.tokens[i + 1].forms if form.pos == "INFN")
        return next((TABLE[lemma] for lemma in spoken if lemma in TABLE), None)
    spoken = (form.lemma for form in token.forms if form.pos in {"VERB", "GRND"})
    return next((TABLE[lemma] for lemma in spoken if lemma in TABLE), None)


def denied(page: Page, first: int, last: int, *, official: bool = False) -> bool:
    """Say whether what is said begins by negating: "никаких лагерей нет", "не причастна"."""
    for i in range(first, min(last, first + 9)):
        word = page.tokens[i]
        if word.text in {".", "!", "?", ";"} and i > first + 1:
            return False
        if word.lower in NEGATIONS or NEGATIONS & set(word.lemmas("NOUN")):
            return True
        if word.lower == "не" and page.lower(i + 1) in ABSENT:
            return True
        if (
            word.lower == "не"
            and i - first < (9 if official else 5)
            and i + 1 < last
            and set(page.tokens[i + 1].lemmas()) & DENIED
        ):
            return True
    return False

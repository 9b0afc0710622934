"""Heads of noun phrases: which words can be one, what they stand for, and the cases that a preposition leaves."""

from collections.abc import Iterator, Sequence

from kualik.engine.extracting.russian.lexicon import column, group
from kualik.engine.extracting.russian.morphology import Form
from kualik.engine.extracting.russian.naming import readings
from kualik.engine.extracting.russian.surnames import Name
from kualik.engine.extracting.russian.tokens import Page, Token

__all__ = ["governed_cases", "head_of", "is_foreign", "is_modifier", "is_substantive", "kind_of", "name_cases"]

PEOPLE_WORDS = frozenset({"человек", "люди", "народ", "лицо"})
ANIMALS = group("phrases.animals")
ELDERS = ("старш", "младш", "средн", "родн")


def head_of(token: Token, before: Token | None) -> tuple[str, str, list[Form]] | None:
    """Find what a token is as the head of a phrase: lemma, kind and forms."""
    nouns = [form for form in token.forms if form.noun]
    if token.forms and token.forms[0].pos in {"PREP", "CONJ", "PRCL", "NPRO"}:
        return None
    if not nouns or (token.forms[0].pos not in {"NOUN", "ADJF", "PRTF"} and not _listed(nouns)):
        substantive = is_substantive(token) and [form for form in token.forms if form.pos in {"ADJF", "PRTF"}]
        if substantive:
            return _past(substantive[0], token), "human", substantive
        return (token.lower, "other", [Form(lemma=token.lower, pos="NOUN", case="nomn")]) if is_foreign(token) else None
    if token.forms[0].pos in {"ADJF", "PRTF"} and not _listed(nouns):
        return None
    listed = [form for form in nouns if form.lemma in column("kin") or form.lemma in column("people")]
    governed = before is not None and before.word and before.may_be("PREP", "NOUN")
    best = next((form for form in listed if governed or form.case == "nomn"), (listed or nouns)[0])
    return best.lemma, kind_of(best.lemma, token), [form for form in nouns if form.lemma == best.lemma]


def _listed(nouns: Sequence[Form]) -> bool:
    return any(form.lemma in table for form in nouns for table in (column("kin"), column("people"), column("bodies")))


def is_foreign(token: Token) -> bool:
    return token.word and not token.forms and token.capital and len(token.text) > 1


def kind_of(lemma: str, token: Token) -> str:
    """Say what a noun stands for: kin, human, body or other."""
    if lemma in column("kin"):
        return "kin"
    if lemma in column("people") or lemma in PEOPLE_WORDS:
        return "human"
    if lemma in column("bodies") or token.lower in column("bodies") or lemma in column("countries"):
        return "body"
    animate = any(form.lemma == lemma and form.known and "anim" in form.marks for form in token.forms if form.noun)
    return "human" if animate and lemma not in ANIMALS else "other"


def is_substantive(token: Token) -> bool:
    """Say whether an adjective or participle stands for a person: "задержанный", "участковый"."""
    return any(lemma in column("people") or lemma in column("kin") for lemma in token.lemmas("ADJF", "PRTF")) or any(
        f"{lemma[:-2]}" and form.pos == "PRTF" and _past(form, token) in column("people")
        for form in token.forms
        for lemma in (form.lemma,)
    )


def _past(form: Form, token: Token) -> str:
    """Give the nominative of a participle, since its lemma is the verb."""
    stem = token.lower.removesuffix("ся")
    back = "ся" if stem != token.lower else ""
    for ending in (
        "ого",
        "ому",
        "ыми",
        "ему",
        "его",
        "ими",
        "ый",
        "ая",
        "ой",
        "ую",
        "ые",
        "ых",
        "ым",
        "ом",
        "ий",
        "ие",
        "их",
        "им",
    ):
        if stem.endswith(ending):
            soft = stem.removesuffix(ending).endswith(("щ", "ш", "вш"))
            tail = "ая" if form.gender == "femn" else "ий" if soft else "ый"
            return (stem.removesuffix(ending) + tail + back).replace("ё", "е")
    return stem


def is_modifier(page: Page, token: Token) -> bool:
    if token.text[0].isdigit():
        return token.text[-1].isalpha() and "летн" in token.lower
    if token.lower.startswith(ELDERS) and token.i + 1 < len(page.tokens):
        return page.tokens[token.i + 1].may_be("NOUN", "ADJF") and page.tokens[token.i + 1].word
    if not token.forms or token.forms[0].pos not in {"ADJF", "PRTF", "NUMR"}:
        return False
    after = page.tokens[token.i + 1] if token.i + 1 < len(page.tokens) else None
    if token.forms[0].pos == "PRTF" and after is not None and (after.text.isdigit() or after.may_be("NUMR")):
        return False  # "отбывший три года"
    return not is_substantive(token)


def governed_cases(page: Page, first: int, cases: frozenset[str]) -> frozenset[str]:
    """Keep the cases that the preposition before a phrase allows; without one none is locative."""
    governed = column("prepositions").get(page.lower(first - 1)) if first else None
    if governed is None:
        return (cases - {"loct"}) or cases
    return (cases & frozenset(governed.split())) or frozenset(governed.split())


def name_cases(page: Page, name: Name) -> Iterator[str]:
    """Give the cases that a name can stand in, its nominative being settled."""
    kept: frozenset[str] | None = None
    for i, word in zip(_word_places(page, name), name.words, strict=False):
        if len(word) > 1:
            cases = frozenset(
                one.case
                for one in readings(page.lower(i))
                if one.nominative == word.lower() and name.gender in {"", one.gender}
            )
            kept = cases if kept is None else (kept & cases) or kept
    yield from kept or ()


def _word_places(page: Page, name: Name) -> list[int]:
    return [i for i in range(name.first, name.last) if page.tokens[i].word]

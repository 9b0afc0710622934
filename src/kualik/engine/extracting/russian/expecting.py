"""What the words around a name tell of it: the case it stands in, and whether it is a man's or a woman's."""

from functools import cache

from kualik.engine.extracting.russian.gazetteer import is_place
from kualik.engine.extracting.russian.lexicon import column, group, rows
from kualik.engine.extracting.russian.naming import is_surname, readings
from kualik.engine.extracting.russian.runs import Run
from kualik.engine.extracting.russian.shapes import HONORIFICS, animate, begins_sentence, upper
from kualik.engine.extracting.russian.tokens import Page, Token

__all__ = ["expected_cases", "likely_gender", "possible_cases"]

MEN = group("names.men")
LIKELY = 1.5  # what a reading is worth that more than a letter speaks for
REACH = 7  # words between the noun that introduces a name and the name
POLITE = {
    "г-н": "nomn", "г-на": "gent accs", "г-ну": "datv", "г-ном": "ablt", "г-не": "loct", "г-жа": "nomn", "г-жи": "gent",
    "г-же": "datv loct", "г-жу": "accs", "г-жой": "ablt", "господин": "nomn", "господина": "gent accs",
    "госпожа": "nomn",
    "господину": "datv", "господином": "ablt", "госпожи": "gent", "госпоже": "datv loct", "госпожу": "accs",
}  # fmt: skip
IMPERSONAL = frozenset({"impr", "1per", "2per"})
GIVING = frozenset({"дать", "назначить", "присудить", "добавить", "получить"})
AGED = {
    "ему": ("datv", "masc"), "его": ("gent accs", "masc"), "ий": ("nomn", "masc"), "им": ("ablt", "masc"),
    "яя": ("nomn", "femn"), "юю": ("accs", "femn"), "ей": ("gent datv ablt loct", "femn"), "ем": ("loct", "masc"),
}  # fmt: skip


def _noun_before(page: Page, run: Run) -> Token | None:
    """Find the noun for people or kin that introduces a name: right before, before a comma, or before "г-н"."""
    i = run.first - 1
    for _ in range(REACH):
        if i < 0 or begins_sentence(page, i + 1):
            return None
        token = page.tokens[i]
        if "gent" in token.cases() and i and page.tokens[i - 1].may_be("NUMR"):
            i -= 1  # "мать двоих детей Ольга Зуева"
            continue
        listed = any(lemma in column("people") or lemma in column("kin") for lemma in token.lemmas("NOUN", "ADJF"))
        if listed or (token.may_be("PRTF") and i == run.first - 1) or animate(token):
            return token
        between = page.lower(i) in HONORIFICS or token.may_be("NUMR") or (token.text == "," and i == run.first - 1)
        if (
            not between
            and not upper(token)
            and not (token.capital and is_place(token.lower))
            and "gent" not in token.cases()
        ):
            return None
        i -= 1
    return None


def expected_cases(page: Page, run: Run) -> frozenset[str]:
    """Say in which cases a name can stand, by the word before it."""
    before = page.tokens[run.first - 1] if run.first else None
    polite = POLITE.get(page.lower(run.first - 1), "")
    told = polite or (_aged(before) or ("",))[0]
    if told:
        return frozenset(told.split())
    noun = _noun_before(page, run)
    if noun is not None:
        owner = _owns_next(page, run, noun)
        return frozenset({"gent"}) if owner else noun.cases("NOUN", "ADJF", "PRTF") | _kin_cases(page, run, noun)
    if before is None or begins_sentence(page, run.first):
        return frozenset({"accs", "datv"}) if _acted_upon(page, run) else frozenset({"nomn"})
    found = _cases_behind(before)
    return found or (frozenset({"accs", "datv"}) if _acted_upon(page, run) else found)


def _cases_behind(before: Token) -> frozenset[str]:
    """Say in which cases a name stands behind a verb, a preposition, a noun."""
    if set(before.lemmas("VERB")) & GIVING:
        return frozenset({"datv"})
    if set(before.lemmas("VERB")) & set(column("custody")):
        return frozenset({"accs"})
    governed = column("prepositions").get(before.lower)
    if governed:
        return frozenset(governed.split())
    return frozenset({"gent"}) if before.word and before.forms[:1] and before.forms[0].noun else frozenset()


@cache
def _speaking() -> frozenset[str]:
    """Give the verbs behind which a name is who speaks: "сказала Ольга", and not "признал Омарова"."""
    return frozenset(
        word for cells in rows("sayings") if cells[2] in {"content", "clause"} for word in cells[0].split()
    )


def possible_cases(page: Page, run: Run) -> frozenset[str]:
    """Say in which case a name may stand besides: behind a kin term it may be the owner's."""
    before = page.tokens[run.first - 1] if run.first else None
    if before is not None and before.may_be("VERB") and not set(before.lemmas("VERB")) & _speaking():
        return frozenset({"accs"})
    noun = _noun_before(page, run)
    kin = noun is not None and (set(noun.lemmas("NOUN")) & set(column("kin")) or _of_kin(page, noun))
    return frozenset({"gent"}) if kin else frozenset()


def likely_gender(page: Page, run: Run) -> str:
    """Say which gender the word before a name tells: kin, "г-жа", a feminine noun."""
    honorific = HONORIFICS.get(page.lower(run.first - 1))
    if honorific:
        return honorific
    aged = _aged(page.tokens[run.first - 1] if run.first else None)
    if aged is not None:
        return aged[1]
    told = _verb_behind(page, run)
    if told:
        return told
    noun = _noun_before(page, run)
    form = next((one for one in noun.forms if one.noun), None) if noun is not None else None
    if form is None or form.plural or (noun is not None and (_owns_next(page, run, noun) or _of_kin(page, noun))):
        return ""
    return form.gender if form.gender == "femn" or form.lemma in column("kin") or form.lemma in MEN else ""


def _verb_behind(page: Page, run: Run) -> str:
    """Say which gender the verb behind a name that begins its sentence has: "Рабия Омар рассказала"."""
    if "nomn" not in expected_cases(page, run) or run.last >= len(page.tokens):
        return ""
    form = next((one for one in page.tokens[run.last].forms[:1] if one.pos == "VERB" and "past" in one.marks), None)
    return form.gender if form is not None and not form.plural and form.gender != "neut" else ""


def _aged(before: Token | None) -> tuple[str, str] | None:
    """Read case and gender off "61-летнему" before a name."""
    if before is None or "летн" not in before.lower:
        return None
    return AGED.get(before.lower.partition("летн")[2])


def _acted_upon(page: Page, run: Run) -> bool:
    """Say whether a name that begins a sentence is what others act upon: "Ержана задержали"."""
    after = page.tokens[run.last] if run.last < len(page.tokens) else None
    form = after.forms[0] if after is not None and after.forms else None
    if form is not None and form.pos == "VERB" and form.plural and not form.marks & IMPERSONAL:
        return True
    behind = [page.tokens[i] for i in range(run.last, min(len(page.tokens), run.last + 3)) if page.tokens[i].word]
    verb = next((token for token in behind if token.may_be("VERB")), None)
    return verb is not None and any(
        form.pos == "VERB" and form.plural and "past" in form.marks and form.lemma in column("custody")
        for form in verb.forms
    )


def _of_kin(page: Page, noun: Token) -> bool:
    """Say whether a noun is whose kin somebody is: "мать активиста …"."""
    before = page.tokens[noun.i - 1] if noun.i else None
    return before is not None and bool(set(before.lemmas("NOUN")) & set(column("kin"))) and "gent" in noun.cases()


def _kin_cases(page: Page, run: Run, noun: Token) -> frozenset[str]:
    """Give the cases of kin before "мать активиста Ларису …", where the name is known to be one of that gender."""
    if not _of_kin(page, noun):
        return frozenset()
    kin = page.tokens[noun.i - 1]
    genders = {form.gender for form in kin.forms if form.noun}
    known = {one.case for one in readings(page.lower(run.words[0])) if one.weight > LIKELY and one.gender in genders}
    return kin.cases("NOUN") & known


def _owns_next(page: Page, run: Run, noun: Token) -> bool:
    """Say whether a name behind a kin term is the owner's, since another follows: "сестра Ержана, Ольга Зуева"."""
    if not any(lemma in column("kin") for lemma in noun.lemmas("NOUN")):
        return False
    if len(run.words) == 1 and noun.i == run.first - 1 and is_surname(page.lower(run.first)):
        return True  # "жена Громова" is his wife
    if page.lower(run.last) != ",":
        return False
    for token in page.tokens[run.last + 1 : run.last + 4]:
        if token.capital and token.word and not is_place(token.lower):
            return len(run.words) == 1 or page.lower(token.i + 1) in {",", "(", "—", "–"}
        if not token.may_be("NOUN", "ADJF") and "летн" not in token.lower:
            return False
    return False

"""Runs of capitals that may name people: where they begin and end, and which name places, bodies and outlets."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kualik.engine.extracting.russian.gazetteer import is_local, is_outlet, is_place
from kualik.engine.extracting.russian.lexicon import column, group
from kualik.engine.extracting.russian.morphology import forms
from kualik.engine.extracting.russian.naming import FIXED, NAME_MARKS, readings
from kualik.engine.extracting.russian.shapes import (
    HONORIFICS,
    PARTICLES,
    PLACE_ENDINGS,
    begins_sentence,
    initial,
    initials_lead,
    is_given,
    may_name,
    namelike,
    surname_shaped,
    upper,
)
from kualik.engine.extracting.russian.tokens import Page, Token

__all__ = ["Run", "capital_runs", "is_echo", "is_other", "is_strong", "nominatives", "repeated_surnames"]

PLACE_NOUNS = group("names.place_nouns")
OUTLET_NOUNS = group("names.outlet_nouns")
INTO = frozenset({"в", "во", "на", "из", "под", "близ", "через", "из-под", "до", "над"})
RESIDENTS = frozenset({"житель", "жительница", "уроженец", "уроженка", "столица", "город", "аким", "мэр", "область"})
TURKIC = ("гуль", "гүл", "жан", "бек", "бай", "хан", "мурат", "берген", "сулу", "нур", "айым", "ханум", "джан", "улла")
FOREIGN_LETTERS = group("names.foreign_letters")
POLITE = tuple(sorted(group("runs.polite")))
CALLING = frozenset({"назвать", "называть", "звать", "прозвать", "именовать"})
LONGEST = 5
LIKELY = 0.2  # weight from which on a reading of a word counts
PEOPLE = group("people.bare") | frozenset(column("people"))


@dataclass(slots=True, kw_only=True)
class Run:
    first: int
    last: int
    words: list[int]  # tokens that are names' words, particles and initials included
    strong: bool = False


def repeated_surnames(page: Page, runs: list[Run], known: set[str]) -> Iterator[Run]:
    """Find words that mean something else, and name somebody in this text: a surname such as "Воробей"."""
    taken = {i for run in runs for i in range(run.first, run.last)}
    surnames = {name for run in runs if len(run.words) > 1 for name in nominatives(page.tokens[run.words[-1]])} & known
    for token in page.tokens:
        if token.i in taken or not token.word or not token.capital or len(token.text) < 3 or upper(token):
            continue
        if any(one.nominative in surnames and one.weight >= 0.7 for one in readings(token.lower)):
            yield Run(first=token.i, last=token.i + 1, words=[token.i])


def capital_runs(page: Page) -> Iterator[Run]:
    """Find runs of capitalised words within one sentence, places at their beginning cut off."""
    i = 0
    while i < len(page.tokens):
        if not _can_begin(page, i):
            i += 1
            continue
        last = i + 1 + initial(page, i)
        words = [i]
        end = page.sentence(i).last
        while last < end and len(words) < LONGEST and (width := _goes_on(page, last)):
            words.append(last)
            last += width
        yield from _parted(page, Run(first=i, last=last, words=words))
        i = last


def _can_begin(page: Page, i: int) -> bool:
    token = page.tokens[i]
    if not token.word or not token.capital or (token.text.isupper() and len(token.text) > 1):
        return False
    if len(token.text) == 1:
        return initial(page, i) and initials_lead(page, i)
    if begins_sentence(page, i) and PEOPLE & set(token.lemmas("NOUN", "ADJF")):
        return False
    named = any(form.known and "Name" in form.marks for form in token.forms)
    if token.lower.endswith(POLITE):
        return True
    if namelike(token) or (named and _before_surname(page, i)):
        return True
    return not begins_sentence(page, i) and (may_name(token) or _before_surname(page, i) or _after_person(page, i))


def _after_person(page: Page, i: int) -> bool:
    """Say whether a word that means a thing stands between a noun for somebody and a name: "вдове Карма Таши"."""
    before, after = page.tokens[i - 1], page.tokens[i + 1] if i + 1 < len(page.tokens) else None
    listed = before.word and any(one in column("people") or one in column("kin") for one in before.lemmas("NOUN"))
    body = any(form.lemma in column("bodies") for form in page.tokens[i].forms)
    return listed and not body and after is not None and after.capital and after.word and namelike(after)


def _before_surname(page: Page, i: int) -> bool:
    """Say whether a word that means a thing stands before a surname, and so is a name: "Роман Юсупов"."""
    after = page.tokens[i + 1] if i + 1 < len(page.tokens) else None
    known = any(form.lemma in column("bodies") for form in page.tokens[i].forms)
    return after is not None and after.capital and surname_shaped(after) and not known and not is_outlet(page.lower(i))


def _goes_on(page: Page, i: int) -> int:
    """How many tokens more belong to a run: a capital, an initial with its point, a particle before or behind."""
    token = page.tokens[i]
    if token.lower in PARTICLES and not token.capital:
        return 1
    if not token.word or not token.capital:
        return 0
    if len(token.text) == 1:
        return 2 if initial(page, i) else 0
    if token.text.isupper():
        return 1 if initial(page, i - 2) and len(token.text) > 3 else 0
    before = page.tokens[i - 1]
    given = before.capital and namelike(before) and not is_place(before.lower)
    return 1 if given or may_name(token) or is_place(token.lower) else 0


def _parted(page: Page, run: Run) -> Iterator[Run]:
    """Cut places and the owner of a kinsman off a run: "житель Алматы | Ержан", "жена Ержана | Айсулу"."""
    words = run.words
    before = page.tokens[run.first - 1] if run.first else None
    lemmas = set(before.lemmas("NOUN")) if before else set()
    cut = 0
    while (
        cut < len(words) - 1
        and (
            is_place(page.tokens[words[cut]].lower)
            or is_outlet(page.tokens[words[cut]].lower)
            or (cut == 0 and lemmas & RESIDENTS)
        )
        and not is_given(page.tokens[words[cut]])
    ):
        cut += 1
    parting = _two_people(page, words)
    if not cut and parting:
        yield Run(first=words[0], last=words[parting], words=words[:parting], strong=True)
        yield Run(first=words[parting], last=run.last, words=words[parting:], strong=True)
        return
    if not cut and lemmas & set(column("kin")) and len(words) > 1 and _owner_then_name(page, words):
        cut = 1
        yield Run(first=words[0], last=words[1], words=words[:1], strong=True)
    elif cut:
        yield Run(first=words[0], last=words[cut], words=words[:cut])
    yield Run(first=words[cut], last=run.last, words=words[cut:])


def _two_people(page: Page, words: list[int]) -> int:
    """Find where one name ends and another begins: "жена активиста Ивана Титова | Мария"; 0 if nowhere."""
    before = page.tokens[max(0, words[0] - 4) : words[0]]
    kin = any(lemma in column("kin") for token in before for lemma in token.lemmas("NOUN"))
    if len(words) < 2 or not kin or not _is_owned(page.lower(words[0])) or _consistent(page, words):
        return 0
    for k in range(1, len(words)):
        known = is_given(page.tokens[words[0]]) and is_given(page.tokens[words[k]])
        if known and _consistent(page, words[:k]) and _consistent(page, words[k:]):
            return k
    return 0


def _is_owned(word: str) -> bool:
    """Say whether a name is likelier in the genitive than in the nominative."""
    best = {
        case: max((one.weight for one in readings(word) if one.case == case), default=0.0) for case in ("nomn", "gent")
    }
    return best["gent"] > best["nomn"]


def _consistent(page: Page, words: list[int]) -> bool:
    """Say whether all words of a name can stand in one case and gender."""
    ways: set[tuple[str, str]] | None = None
    for i in words:
        found = readings(page.lower(i))
        least = 2.0 if any(one.weight > 2 for one in found) else 0.4
        here = {(one.case, one.gender) for one in found if one.weight >= least}
        ways = here if ways is None else ways & here
    return bool(ways)


def _owner_then_name(page: Page, words: list[int]) -> bool:
    """Say whether a kin term is followed by its owner and then by its name: "жена Ержана Айсулу"."""
    kin = page.tokens[words[0] - 1]
    ways = {(form.case, form.gender) for form in kin.forms if form.noun and form.lemma in column("kin")}
    first, second = (readings(page.tokens[i].lower) for i in words[:2])
    if any(one.weight >= 0.6 and (one.case, one.gender) in ways for one in first if one.case != "gent"):
        return False
    owner = {one.gender for one in first if one.case == "gent" and one.weight >= 0.6}
    declined = {one.gender for one in second if one.case == "gent" and one.weight >= 0.6}
    return bool(owner) and not owner & declined and any((one.case, one.gender) in ways for one in second)


def is_other(page: Page, run: Run) -> bool:
    """Say whether a run is a place, a body or an outlet."""
    tokens = [page.tokens[i] for i in run.words]
    named = len(tokens) > 1 and is_given(tokens[0])
    if all(is_place(token.lower) or is_outlet(token.lower) for token in tokens):
        return not named
    if any(is_outlet(token.lower) for token in tokens):
        return True
    after = page.tokens[run.last] if run.last < len(page.tokens) else None
    if tokens[-1].lower.endswith(PLACE_ENDINGS) and after and after.may_be("NOUN", "ADJF") and not after.capital:
        return bool(tokens[-1].cases() & after.cases()) and not after.may_be("VERB") and len(tokens) == 1
    adjective = tokens[0].may_be("ADJF") and tokens[0].forms[0].known and tokens[0].forms[0].pos == "ADJF"
    return _placed(page, run, tokens) or (adjective and not named)


def _placed(page: Page, run: Run, tokens: Sequence[Token]) -> bool:
    """Say whether what stands before makes a run a place or a title: "село …", "улиц … и …", quotation marks."""
    if not run.first:
        return False
    before = page.tokens[run.first - 1]
    if before.lower in {"и", ","} and run.first > 2 and page.tokens[run.first - 2].capital:
        return is_local(page.tokens[run.first - 3])
    named = len(tokens) > 1 and (is_given(tokens[0]) or any(surname_shaped(token) for token in tokens))
    if not named and set(before.lemmas("NOUN")) & (PLACE_NOUNS | OUTLET_NOUNS):
        return True
    return before.text in '«“"„' and any(page.lower(run.last + n) in {"»", "”", '"', "“"} for n in range(3))


def is_strong(page: Page, run: Run) -> bool:
    """Say whether a run names somebody by itself, whatever else the text says."""
    tokens = [page.tokens[i] for i in run.words]
    if run.strong:
        return True
    known = any(form.known and form.marks & NAME_MARKS for token in tokens for form in token.forms)
    fixed = any(token.lower.endswith(FIXED[:8]) or token.lower in PARTICLES for token in tokens)
    if len(tokens) == 1:
        before = page.tokens[run.first - 1] if run.first else None
        elsewhere = (before is not None and before.lower in INTO) or is_place(tokens[0].lower)
        return not elsewhere and (
            tokens[0].lower.endswith(POLITE) or known or fixed or _is_single(page, run, tokens[0])
        )
    return (
        known
        or fixed
        or any(surname_shaped(token) for token in tokens)
        or (not begins_sentence(page, run.first) and not any(is_place(token.lower) for token in tokens))
        or all(namelike(token) or len(token.text) == 1 for token in tokens)
    )


def _is_single(page: Page, run: Run, token: Token) -> bool:
    """Say whether one word alone is somebody's name: by its ending, its letters, or what introduces it."""
    unknown = not (token.forms and token.forms[0].known)
    turkic = (
        len(token.text) > 5
        and unknown
        and any(one.nominative.endswith(TURKIC) and one.weight >= 0.7 for one in readings(token.lower))
    )
    foreign = unknown and bool(set(token.lower) & FOREIGN_LETTERS)
    polite = page.lower(run.first - 1) in HONORIFICS or (unknown and _set_off(page, run))
    given = any(one.nominative in column("given") and one.weight >= LIKELY for one in readings(token.lower))
    known = given or turkic or foreign or polite or surname_shaped(token)
    return known or _introduced(page, run) or (unknown and _acted_upon(page, run, token))


def _acted_upon(page: Page, run: Run, token: Token) -> bool:
    """Say whether a word has the ending of somebody whom the verb before acts upon: "помните Сайрана"."""
    before = page.tokens[run.first - 1] if run.first else None
    if before is None or not before.forms or not before.forms[0].finite:
        return False
    found = readings(token.lower)
    return any(
        one.case == "accs" and one.gender == "masc" and one.weight >= 0.7 and one.nominative != token.lower
        for one in found
    )


def _set_off(page: Page, run: Run) -> bool:
    """Say whether a word stands between commas behind kin: "сын Асель Бек, Ержан, пропал"."""
    if page.lower(run.first - 1) != "," or page.lower(run.last) not in {",", "(", "—", "–"}:
        return False
    near = page.tokens[max(page.sentence(run.first).first, run.first - 7) : run.first]
    return any(lemma in column("kin") for token in near for lemma in token.lemmas("NOUN"))


def _introduced(page: Page, run: Run) -> bool:
    """Say whether a noun for people or kin stands right before, or a verb of speech beside."""
    before = page.tokens[run.first - 1] if run.first else None
    if before and any(lemma in column("people") or lemma in column("kin") for lemma in before.lemmas("NOUN", "ADJF")):
        return True
    if _called(page, run):
        return True
    near = (page.lower(run.last), before.lower if before else "")
    return any(
        form.lemma in column("sayings") and form.pos == "VERB" and not page.lower(run.first).endswith(PLACE_ENDINGS)
        for word in near
        if word
        for form in forms(word)
    )


def _called(page: Page, run: Run) -> bool:
    """Say whether a word is given as a name: "по имени …", "её зовут …", "просит называть его …"."""
    word, before = page.lower(run.first - 1), page.lower(run.first - 2)
    if word in {"имени", "зовут", "звали", "прозвали", "имя", "псевдонимом"}:
        return True
    return word in {"его", "ее", "её", "меня"} and any(form.lemma in CALLING for form in forms(before))


def nominatives(token: Token) -> Iterator[str]:
    for one in readings(token.lower):
        yield one.nominative


def is_echo(page: Page, run: Run, known: set[str]) -> bool:
    """Say whether a weak single word is part of a name that stands elsewhere."""
    token = page.tokens[run.words[0]]
    return len(run.words) == 1 and any(
        one.nominative in known and (one.weight >= 0.7 or one.nominative == token.lower)
        for one in readings(token.lower)
    )

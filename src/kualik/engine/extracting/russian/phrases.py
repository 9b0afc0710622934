"""Noun phrases of Russian: who or what is spoken of, in which case, whose kin, under which name."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from kualik.engine.extracting.russian.apposition import MOST, Starts, after_head
from kualik.engine.extracting.russian.heads import governed_cases, head_of, is_modifier, name_cases
from kualik.engine.extracting.russian.lexicon import column
from kualik.engine.extracting.russian.morphology import Form
from kualik.engine.extracting.russian.numbers import number_at
from kualik.engine.extracting.russian.shapes import HONORIFICS
from kualik.engine.extracting.russian.surnames import Name
from kualik.engine.extracting.russian.tokens import Page

__all__ = ["AMOUNTS", "SELF_OWNERS", "Phrase", "find_phrases"]

OWNERS = frozenset({"его", "ее", "её", "их"})
SELF_OWNERS = frozenset({"мой", "наш", "свой", "твой", "ваш"})
PRONOUNS = frozenset({"он", "она", "они", "я", "мы", "оно", "кто", "тот", "оба", "обе"})
AMOUNTS = frozenset({"около", "до", "свыше", "более", "порядка", "примерно", "менее", "больше", "меньше", "почти"})
Way = tuple[str, bool]  # case, plural


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """A noun phrase, tokens *first* to *last* (not included), with its *head*.

    `kind` is person (a name stands alone), kin, human, body, pronoun or other. `owner` is the possessive before the
    head, `complement` where a genitive complement begins; `count` the number said.
    """

    first: int
    last: int
    head: int
    lemma: str
    kind: str
    cases: frozenset[str]
    gender: str = ""
    plural: bool = False
    name: Name | None = None
    owner: int | None = None
    complement: int | None = None
    count: int | None = None

    @property
    def animate(self) -> bool:
        """Say whether it can be somebody."""
        return self.kind != "other"


@dataclass(slots=True, kw_only=True)
class _Draft:
    first: int
    place: int
    ways: frozenset[Way] | None = None
    owner: int | None = None
    count: int | None = None


def find_phrases(page: Page, names: Sequence[Name]) -> list[Phrase]:
    """Find noun phrases.

    Args:
        page: the text.
        names: the names of people in it.

    Returns:
        Phrases in the order of their beginnings; complements of a phrase are phrases too, after it.
    """
    starts = Starts((name.first, name) for name in names)
    starts.surnames = frozenset(name.words[-1].lower() for name in names if len(name.words) > 1)
    found: list[Phrase] = []
    outer = 0
    for sentence in page.sentences:
        i = sentence.first
        while i < sentence.last:
            phrase = _phrase(page, i, sentence.last, starts)
            if phrase is None:
                i += 1
                continue
            if found and phrase.first < outer:
                phrase = _within(phrase)
            outer = max(outer, phrase.last)
            found.append(phrase)
            i = phrase.complement or phrase.last
            if phrase.name and phrase.complement and phrase.name.first < phrase.last:
                found.extend(_inside(page, phrase, starts))
                i = phrase.last
    return found


def _within(phrase: Phrase) -> Phrase:
    """Leave a complement the genitive alone, where it can be that: it is never a subject."""
    return replace(phrase, cases=phrase.cases & {"gent"} or phrase.cases)


def _inside(page: Page, phrase: Phrase, starts: Starts) -> Iterator[Phrase]:
    """Give the complement of a phrase that ends in a name."""
    assert phrase.complement is not None
    assert phrase.name is not None
    i = phrase.complement
    while i < phrase.name.first:
        inner = _phrase(page, i, phrase.name.first, starts)
        if inner is None:
            i += 1
            continue
        yield _within(inner)
        i = inner.complement or inner.last


def _phrase(page: Page, i: int, end: int, starts: Starts) -> Phrase | None:
    draft = _Draft(first=i, place=i)
    if i in starts:
        return _named(page, draft, starts[i])
    token = page.tokens[i]
    if token.may_be("NPRO") and (pronoun := _pronoun(page, i)):
        return pronoun
    if not token.word and not token.text[0].isdigit():
        return None
    _before_head(page, draft, min(end, i + MOST), starts)
    place = draft.place + (page.lower(draft.place) in HONORIFICS)
    if place in starts and place < end:
        return _named(page, draft, starts[place])
    headed = _headed(page, draft, end, starts) if draft.place < end else None
    return headed or (_few(page, draft, end) if draft.count else None)


def _few(page: Page, draft: _Draft, end: int) -> Phrase | None:
    """Read a number that stands for people: "20 из них", "двое", "один из братьев"."""
    i = draft.place
    among = (
        page.lower(i) == "из"
        and i + 1 < end
        and (page.lower(i + 1) in {"них", "этих", "тех"} or page.tokens[i + 1].may_be("NOUN", "ADJF", "PRTF"))
    )
    collective = page.lower(i - 1) in {"двое", "трое", "четверо", "пятеро", "шестеро", "семеро", "оба", "обе"}
    if not (among or collective):
        return None
    cases = page.tokens[i - 1].cases("NUMR", "ADJF") or frozenset({"nomn", "accs"})
    return Phrase(
        first=draft.first, last=i + 2 if among else i, head=i - 1, lemma="из", kind="human",
        cases=governed_cases(page, draft.first, cases), plural=draft.count != 1, count=draft.count,
        complement=i + 1 if among else None,
    )  # fmt: skip


def _named(page: Page, draft: _Draft, name: Name) -> Phrase:
    cases = governed_cases(page, draft.first, frozenset(name_cases(page, name)) or frozenset({name.case}))
    return Phrase(
        first=draft.first, last=name.last, head=name.first, lemma=name.nominative, kind="person",
        cases=cases, gender=name.gender, name=name, owner=draft.owner,
    )  # fmt: skip


def _pronoun(page: Page, i: int) -> Phrase | None:
    token = page.tokens[i]
    if token.lower in OWNERS and _owns(page, i):
        return None
    governed = column("prepositions").get(page.lower(i - 1), "") if i else ""
    fitting = [one for one in token.forms if one.pos == "NPRO" and one.lemma in PRONOUNS]
    form = next(
        (one for one in fitting if not governed or one.case in governed.split()), fitting[0] if fitting else None
    )
    if form is None:
        return None
    cases = frozenset(one.case for one in token.forms if one.pos == "NPRO" and one.case)
    return Phrase(
        first=i, last=i + 1, head=i, lemma=form.lemma, kind="pronoun", cases=governed_cases(page, i, cases),
        gender=form.gender if form.lemma in {"он", "она"} else "", plural=form.plural or form.lemma in {"они", "мы"},
    )  # fmt: skip


def _owns(page: Page, i: int) -> bool:
    """Say whether его, её, их belong to a noun behind them."""
    after = page.tokens[i + 1] if i + 1 < len(page.tokens) else None
    if after is None or not after.word or after.may_be("VERB", "PREP", "CONJ", "INFN", "PRTS", "PRCL"):
        return False
    return page.lower(i - 1) != "у" or after.may_be("NOUN")


def _before_head(page: Page, draft: _Draft, end: int, starts: Starts) -> None:
    """Take numbers, possessives and adjectives before the head."""
    while draft.place < end and draft.place not in starts:
        token = page.tokens[draft.place]
        number = number_at(page, draft.place) if draft.count is None else None
        if number and number.last < end and number.value == int(number.value):
            draft.count, draft.place = int(number.value), number.last
        elif token.lower in OWNERS and _owns(page, draft.place):
            draft.owner = draft.place
            draft.place += 1 + (page.lower(draft.place + 1) == "же")
        elif is_modifier(page, token):
            if any(lemma in SELF_OWNERS for lemma in token.lemmas("ADJF")):
                draft.owner = draft.place
            ways = frozenset((form.case, form.plural) for form in token.forms if form.pos in {"ADJF", "PRTF", "NUMR"})
            draft.ways = ways if draft.ways is None else (draft.ways & ways) or ways
            draft.place += 1
        else:
            return


def _headed(page: Page, draft: _Draft, end: int, starts: Starts) -> Phrase | None:
    token = page.tokens[draft.place]
    found = head_of(token, page.tokens[draft.place - 1] if draft.place == draft.first and draft.place else None)
    if found is None:
        return None
    lemma, kind, fitting = found
    if draft.place == draft.first and _is_participle(page, draft.place):
        return None
    ways = frozenset((form.case, form.plural) for form in fitting)
    kept = (ways & draft.ways) if draft.ways else ways
    if not kept and not draft.count:
        return None
    chosen = [form for form in fitting if (form.case, form.plural) in (kept or ways)]
    cases = frozenset(form.case for form in chosen) | _counted(page, draft, chosen)
    if draft.count is None or page.lower(draft.first - 1) not in AMOUNTS:
        cases = governed_cases(page, draft.first, cases)
    plural = _plural(page, draft, chosen, cases)
    head = draft.place
    behind = head + (kind == "kin" and draft.owner is None and _is_own_behind(page, head, cases))
    if behind > head:
        draft.owner = behind
    name, complement, last = after_head(
        page, behind, end, starts, cases=cases, form=chosen[0], owned=draft.owner is not None
    )
    alone = [form for form in chosen if not form.plural and form.case in cases] if name and not draft.count else []
    if plural and alone and kind != "kin":
        plural, cases = False, frozenset(form.case for form in alone)
    if name and kind in {"other", "body"}:
        kind = "human" if kind == "other" else kind
    gender = next((form.gender for form in chosen if form.case in cases and form.gender), "")
    if (
        kind == "kin"
        and draft.owner is None
        and page.lower(head + 1) in OWNERS
        and last == head + 1
        and not _owns(page, head + 1)
    ):
        draft.owner, last = head + 1, head + 2
    return Phrase(
        first=draft.first, last=last, head=head, lemma=lemma, kind=kind, cases=cases, gender=_sex(lemma, gender, name),
        plural=plural, name=name, owner=draft.owner, complement=complement, count=draft.count,
    )  # fmt: skip


def _is_own_behind(page: Page, head: int, cases: frozenset[str]) -> bool:
    """Say whether "мой", "наш" stands behind kin: "брат мой Даулет"."""
    if head + 1 >= len(page.tokens):
        return False
    token = page.tokens[head + 1]
    return bool(SELF_OWNERS & set(token.lemmas("ADJF"))) and bool(token.cases("ADJF") & cases)


def _is_participle(page: Page, i: int) -> bool:
    """Say whether "осуждённый" goes on about a noun before a comma: "брат, осуждённый в мае на 12 лет"."""
    if not page.tokens[i].may_be("PRTF") or page.lower(i - 1) != ",":
        return False
    after = page.tokens[i + 1] if i + 1 < len(page.tokens) else None
    return after is not None and after.word and after.may_be("PREP", "ADVB") and not after.may_be("CONJ")


def _counted(page: Page, draft: _Draft, chosen: Sequence[Form]) -> frozenset[str]:
    """Give the cases of a number before a genitive: "двое племянников" can be a subject."""
    if draft.count is None or not any(form.case == "gent" for form in chosen):
        return frozenset()
    for i in range(draft.first, draft.place):
        if page.tokens[i].text.isdigit() or page.lower(draft.first - 1) in AMOUNTS:
            return frozenset({"nomn", "accs"})
        if page.tokens[i].may_be("NUMR"):
            return page.tokens[i].cases("NUMR")
    return frozenset()


def _sex(lemma: str, gender: str, name: Name | None) -> str:
    """A woman may be called прокурор: the name decides."""
    if name is not None and name.gender and lemma not in column("kin"):
        return name.gender
    return gender


def _plural(page: Page, draft: _Draft, chosen: Sequence[Form], cases: frozenset[str]) -> bool:
    if draft.count is not None:
        return draft.count != 1
    place = draft.first - 1 - (page.lower(draft.first - 1) in {"«", "“", '"'})
    same = place >= 0 and page.sentence_of[place] == page.sentence_of[draft.first]
    behind = page.tokens[place].forms[:1] if same else ()
    held = behind != () and behind[0].noun and "gent" in cases
    fitting = [form for form in chosen if form.case == ("gent" if held else "nomn") and form.case in cases]
    fitting = fitting or [form for form in chosen if form.case in cases]
    return bool(fitting) and all(form.plural for form in fitting)

"""Noun phrases of Russian: who or what is spoken of, in which case, whose kin, under which name."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from kualik.engine.extracting.russian.gazetteer import is_local, is_place
from kualik.engine.extracting.russian.lexicon import column, group
from kualik.engine.extracting.russian.morphology import Form
from kualik.engine.extracting.russian.names import HONORIFICS, Name
from kualik.engine.extracting.russian.naming import readings
from kualik.engine.extracting.russian.numbers import number_at
from kualik.engine.extracting.russian.tokens import Page, Token

__all__ = ["AMOUNTS", "SELF_OWNERS", "Phrase", "find_phrases"]

OWNERS = frozenset({"его", "ее", "её", "их"})
SELF_OWNERS = frozenset({"мой", "наш", "свой", "твой", "ваш"})
PRONOUNS = frozenset({"он", "она", "они", "я", "мы", "оно", "кто", "тот", "оба", "обе"})
MOST = 12  # tokens in a phrase
NUMBERS_OF = frozenset({"один", "два", "двое", "три", "трое", "четыре", "четверо", "оба"})
PEOPLE_WORDS = frozenset({"человек", "люди", "народ", "лицо"})

ANIMALS = group("phrases.animals")
REPLIES = group("phrases.replies")
AMOUNTS = frozenset({"около", "до", "свыше", "более", "порядка", "примерно", "менее", "больше", "меньше", "почти"})
ELDERS = ("старш", "младш", "средн", "родн")

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


class _Starts(dict[int, Name]):
    """Names by their first token, and the surnames among them."""

    surnames: frozenset[str] = frozenset()


def find_phrases(page: Page, names: Sequence[Name]) -> list[Phrase]:
    """Find noun phrases.

    Args:
        page: the text.
        names: the names of people in it.

    Returns:
        Phrases in the order of their beginnings; complements of a phrase are phrases too, after it.
    """
    starts = _Starts((name.first, name) for name in names)
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


def _inside(page: Page, phrase: Phrase, starts: _Starts) -> Iterator[Phrase]:
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


def _phrase(page: Page, i: int, end: int, starts: _Starts) -> Phrase | None:
    draft = _Draft(first=i, place=i)
    if i in starts:
        return _named(page, draft, starts[i])
    token = page.tokens[i]
    if token.may_be("NPRO") and (pronoun := _pronoun(page, i)):
        return pronoun
    if not token.word and not token.text[0].isdigit():
        return None
    _before_head(page, draft, min(end, i + MOST), starts)
    if draft.place >= end:
        return _few(page, draft, end) if draft.count else None
    if draft.place in starts:
        return _named(page, draft, starts[draft.place])
    if page.lower(draft.place) in HONORIFICS and draft.place + 1 in starts:
        return _named(page, draft, starts[draft.place + 1])
    return _headed(page, draft, end, starts) or (_few(page, draft, end) if draft.count else None)


def _few(page: Page, draft: _Draft, end: int) -> Phrase | None:
    """Read a number that stands for people: "20 из них", "двое", "один из братьев"."""
    i = draft.place
    among = (
        page.lower(i) == "из"
        and i + 1 < end
        and (page.lower(i + 1) in {"них", "этих", "тех"} or page.tokens[i + 1].may_be("NOUN", "ADJF"))
    )
    collective = page.lower(i - 1) in {"двое", "трое", "четверо", "пятеро", "шестеро", "семеро", "оба", "обе"}
    if not (among or collective):
        return None
    cases = page.tokens[i - 1].cases("NUMR", "ADJF") or frozenset({"nomn", "accs"})
    return Phrase(
        first=draft.first, last=i + 2 if among else i, head=i - 1, lemma="из", kind="human",
        cases=_governed(page, draft.first, cases), plural=draft.count != 1, count=draft.count,
        complement=i + 1 if among else None,
    )  # fmt: skip


def _named(page: Page, draft: _Draft, name: Name) -> Phrase:
    cases = _governed(page, draft.first, frozenset(_name_cases(page, name)) or frozenset({name.case}))
    return Phrase(
        first=draft.first, last=name.last, head=name.first, lemma=name.nominative, kind="person",
        cases=cases, gender=name.gender, name=name, owner=draft.owner,
    )  # fmt: skip


def _name_cases(page: Page, name: Name) -> Iterator[str]:
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
        first=i, last=i + 1, head=i, lemma=form.lemma, kind="pronoun", cases=_governed(page, i, cases),
        gender=form.gender if form.lemma in {"он", "она"} else "", plural=form.plural or form.lemma in {"они", "мы"},
    )  # fmt: skip


def _owns(page: Page, i: int) -> bool:
    """Say whether его, её, их belong to a noun behind them."""
    after = page.tokens[i + 1] if i + 1 < len(page.tokens) else None
    if after is None or not after.word or after.may_be("VERB", "PREP", "CONJ", "INFN", "PRTS", "PRCL"):
        return False
    return page.lower(i - 1) != "у" or after.may_be("NOUN")


def _before_head(page: Page, draft: _Draft, end: int, starts: _Starts) -> None:
    """Take numbers, possessives and adjectives before the head."""
    while draft.place < end and draft.place not in starts:
        token = page.tokens[draft.place]
        number = number_at(page, draft.place) if draft.count is None else None
        if number and number.last < end and number.value == int(number.value):
            draft.count, draft.place = int(number.value), number.last
        elif token.lower in OWNERS and _owns(page, draft.place):
            draft.owner = draft.place
            draft.place += 1 + (page.lower(draft.place + 1) == "же")
        elif _is_modifier(page, token):
            if any(lemma in SELF_OWNERS for lemma in token.lemmas("ADJF")):
                draft.owner = draft.place
            ways = frozenset((form.case, form.plural) for form in token.forms if form.pos in {"ADJF", "PRTF", "NUMR"})
            draft.ways = ways if draft.ways is None else (draft.ways & ways) or ways
            draft.place += 1
        else:
            return


def _is_modifier(page: Page, token: Token) -> bool:
    if token.text[0].isdigit():
        return token.text[-1].isalpha() and "летн" in token.lower
    if token.lower.startswith(ELDERS) and token.i + 1 < len(page.tokens):
        return page.tokens[token.i + 1].may_be("NOUN", "ADJF") and page.tokens[token.i + 1].word
    if not token.forms or token.forms[0].pos not in {"ADJF", "PRTF", "NUMR"}:
        return False
    return not _is_substantive(token)


def _is_substantive(token: Token) -> bool:
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


def _headed(page: Page, draft: _Draft, end: int, starts: _Starts) -> Phrase | None:
    token = page.tokens[draft.place]
    found = _head(token, page.tokens[draft.place - 1] if draft.place == draft.first and draft.place else None)
    if found is None:
        return None
    lemma, kind, fitting = found
    ways = frozenset((form.case, form.plural) for form in fitting)
    kept = (ways & draft.ways) if draft.ways else ways
    if not kept and not draft.count:
        return None
    chosen = [form for form in fitting if (form.case, form.plural) in (kept or ways)]
    cases = frozenset(form.case for form in chosen) | _counted(page, draft, chosen)
    if draft.count is None or page.lower(draft.first - 1) not in AMOUNTS:
        cases = _governed(page, draft.first, cases)
    plural = _plural(page, draft, chosen, cases)
    head = draft.place
    name, complement, last = _after_head(
        page, head, end, starts, cases=cases, form=chosen[0], owned=draft.owner is not None
    )
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
    behind = page.tokens[draft.first - 1].forms[:1] if draft.first else ()
    held = behind != () and behind[0].noun and "gent" in cases
    fitting = [form for form in chosen if form.case == ("gent" if held else "nomn") and form.case in cases]
    fitting = fitting or [form for form in chosen if form.case in cases]
    return bool(fitting) and all(form.plural for form in fitting)


def _head(token: Token, before: Token | None) -> tuple[str, str, list[Form]] | None:
    """Find what a token is as the head of a phrase: lemma, kind and forms."""
    nouns = [form for form in token.forms if form.noun]
    if token.forms and token.forms[0].pos in {"PREP", "CONJ", "PRCL", "NPRO"}:
        return None
    if not nouns or (token.forms[0].pos not in {"NOUN", "ADJF", "PRTF"} and not _listed(nouns)):
        substantive = _is_substantive(token) and [form for form in token.forms if form.pos in {"ADJF", "PRTF"}]
        if substantive:
            return _past(substantive[0], token), "human", substantive
        return (token.lower, "other", [Form(lemma=token.lower, pos="NOUN", case="nomn")]) if _foreign(token) else None
    if token.forms[0].pos in {"ADJF", "PRTF"} and not _listed(nouns):
        return None
    listed = [form for form in nouns if form.lemma in column("kin") or form.lemma in column("people")]
    governed = before is not None and before.word and before.may_be("PREP", "NOUN")
    best = next((form for form in listed if governed or form.case == "nomn"), (listed or nouns)[0])
    return best.lemma, kind_of(best.lemma, token), [form for form in nouns if form.lemma == best.lemma]


def _listed(nouns: Sequence[Form]) -> bool:
    return any(form.lemma in table for form in nouns for table in (column("kin"), column("people"), column("bodies")))


def _foreign(token: Token) -> bool:
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


def _governed(page: Page, first: int, cases: frozenset[str]) -> frozenset[str]:
    """Keep the cases that the preposition before a phrase allows; without one none is locative."""
    governed = column("prepositions").get(page.lower(first - 1)) if first else None
    if governed is None:
        return (cases - {"loct"}) or cases
    return (cases & frozenset(governed.split())) or frozenset(governed.split())


def _after_head(
    page: Page, head: int, end: int, starts: _Starts, *, cases: frozenset[str], form: Form, owned: bool
) -> tuple[Name | None, int | None, int]:  # fmt: skip
    """Take complements behind the head, and a name in apposition."""
    place, complement = head + 1, None
    limit = min(end, head + MOST)
    while place < limit:
        if page.lower(place) in HONORIFICS:
            place += 1
            continue
        if place in starts:
            name = starts[place]
            if _apposed(page, name, cases, form, owned=owned or complement is not None, surnames=starts.surnames):
                if _is_owner(page, name, form, cases, starts):
                    return None, name.first, name.last
                return name, complement, name.last
            complement, place = complement or place, name.last
            continue
        width = _complement(page, place, limit, starts) or _where(page, place, limit, starts, cases)
        if not width:
            break
        complement = complement or place
        place += width
    return None, complement, place


def _where(page: Page, place: int, limit: int, starts: _Starts, cases: frozenset[str]) -> int:
    """How many tokens say where somebody serves, before their name: "посол Китая | в Казахстане | Чжан Сяо"."""
    if page.lower(place) not in {"в", "во", "на", "по", "при", "из"}:
        return 0
    for i in range(place + 1, min(limit, place + 6)):
        if i in starts:
            return i - place if set(_name_cases(page, starts[i])) & cases and i > place + 1 else 0
        if not page.tokens[i].word or page.tokens[i].may_be("VERB", "PREP", "CONJ", "PRTS"):
            return 0
    return 0


def _apposed(
    page: Page, name: Name, cases: frozenset[str], form: Form, *, owned: bool, surnames: frozenset[str]
) -> bool:  # fmt: skip
    """Say whether a name behind a noun names the same person: "брата Ержана" may be both, then whose is not said."""
    found = set(_name_cases(page, name))
    agreeing = found & cases
    if not agreeing:
        return False
    if (
        form.lemma in column("kin")
        and "gent" in found
        and len(name.words) == 1
        and name.words[0].lower() in surnames
        and not owned
    ):
        return False
    person = "anim" in form.marks or form.pos in {"ADJF", "PRTF"}
    if not person:
        return False
    if form.lemma in column("kin") and form.gender and name.gender and form.gender != name.gender:
        return False
    return agreeing != {"gent"} or owned or form.lemma not in column("kin") or "gent" in cases


def _is_owner(page: Page, name: Name, form: Form, cases: frozenset[str], starts: _Starts) -> bool:
    """Say whether a name behind a kin term is whose kin it is, since the kin's own follows: "Сын Зейнеп Омар, Ержан, …"."""
    if form.lemma not in column("kin") or "gent" not in _name_cases(page, name) or page.lower(name.last) != ",":
        return False
    for i in range(name.last + 1, min(len(page.tokens), name.last + 5)):
        if i in starts:
            other = starts[i]
            closed = page.lower(other.last) in {",", "(", "—", "–", "и", "."}
            return closed and bool(set(_name_cases(page, other)) & cases)
        if not page.tokens[i].may_be("NOUN", "ADJF") and "летн" not in page.lower(i):
            return False
    return False


def _complement(page: Page, place: int, limit: int, starts: _Starts) -> int:
    """How many tokens of a genitive complement stand here: a noun in the genitive with its adjectives, a quoted name."""
    token = page.tokens[place]
    if token.text in '«“"„':
        return _quoted(page, place, limit)
    if (page.lower(place - 2), page.lower(place - 1)) == ("в", "ответ"):
        return 0
    if token.text.isupper() and len(token.text) > 1 and token.word:
        return 1
    if _foreign(token) and token.text.isascii():
        return 1
    if (
        token.lower == "по"
        and place + 1 < limit
        and page.lower(place + 1)
        in {"правам", "делам", "вопросам", "камере", "борьбе", "защите", "связям", "насильственным"}
    ):
        return 2
    if not token.word or place in starts or token.lower in REPLIES:
        return 0
    if token.capital and (is_place(token.lower) or is_local(page.tokens[place - 1])):
        return 1
    i = place
    if token.may_be("NUMR") and token.forms[0].pos == "NUMR" and "gent" in token.cases("NUMR"):
        i += 1
    while (
        i < limit
        and i not in starts
        and page.tokens[i].may_be("ADJF", "PRTF")
        and "gent" in page.tokens[i].cases("ADJF", "PRTF")
    ):
        i += 1
    if i < limit and i not in starts and _is_genitive(page.tokens[i]):
        return i + 1 - place
    return 0


def _is_genitive(token: Token) -> bool:
    if not token.forms or token.forms[0].pos not in {"NOUN", "ADJF", "PRTF"}:
        return False
    return any(form.case == "gent" and (form.noun or _is_substantive(token)) for form in token.forms)


def _quoted(page: Page, place: int, limit: int) -> int:
    for i in range(place + 1, min(limit, place + 6)):
        if page.tokens[i].text in '»”"“':
            return i + 1 - place if page.tokens[place + 1].capital else 0
    return 0

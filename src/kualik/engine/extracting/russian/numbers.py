"""Numbers in Russian text, in digits and in words of any case, and lengths of time."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kualik.engine.extracting.russian.lexicon import column
from kualik.engine.extracting.russian.tokens import Page, Token

__all__ = ["Number", "Term", "is_imposed", "number_at", "terms_in"]

SCALES = {"тысяча": 1_000, "тыс": 1_000, "миллион": 1_000_000, "млн": 1_000_000, "миллиард": 10**9, "млрд": 10**9}
UNITS = {"год": "Y", "лето": "Y", "месяц": "M", "неделя": "W", "сутки": "D", "день": "D", "час": "H"}
HALVES = {"полгода": "P6M", "полмесяца": "P15D"}
HOURS = 24
LONGEST = 1900  # of any unit; what is more is a year: "2018 года"
JOINTS = frozenset({",", "и", "или"})
NOT_TERMS = frozenset({"назад", "спустя", "рождение", "возраст", "раньше", "ранее"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Number:
    """A number, tokens *first* to *last* (not included)."""

    first: int
    last: int
    value: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """A length of time as ISO 8601, or several said at once ("22 и 10 годам"); tokens *first* to *last*."""

    first: int
    last: int
    values: tuple[str, ...]


def number_at(page: Page, i: int) -> Number | None:
    """Read the number that begins at a token, if one does: digits, "170 тысяч", "двадцать два"."""
    found = _digits(page, i) or _worded(page, i)
    if found is None:
        return _alone(page, i)
    last, value = found
    after = page.tokens[last] if last < len(page.tokens) else None
    scale = _scale(after)
    if after and scale:
        last += 1 + (page.lower(last + 1) == "." and after.lower in SCALES)
        value *= scale
    return Number(first=i, last=last, value=value)


def _alone(page: Page, i: int) -> Number | None:
    """Read "до миллиона", "около тысячи": one, unsaid."""
    scale = _scale(page.tokens[i])
    plural = all(form.plural for form in page.tokens[i].forms if form.noun)
    if (
        scale is None
        or plural
        or page.lower(i - 1) not in {"до", "около", "более", "свыше", "полутора", "почти", "менее", "порядка"}
    ):
        return None
    return Number(first=i, last=i + 1, value=scale)


def _scale(token: Token | None) -> int | None:
    if token is None:
        return None
    return next((SCALES[lemma] for lemma in (token.lower, *token.lemmas("NOUN")) if lemma in SCALES), None)


def _digits(page: Page, i: int) -> tuple[int, float] | None:
    token = page.tokens[i]
    if not token.text.isdigit() or len(token.text) > 12:
        return None
    text, last = token.text, i + 1
    while last < len(page.tokens) and len(text) < 12 and _continues(page, last, len(text)):
        text += page.tokens[last].text
        last += 1
    if _decimal(page, last):
        return last + 2, float(f"{text}.{page.tokens[last + 1].text}")
    return last, float(text)


def _continues(page: Page, i: int, length: int) -> bool:
    """Say whether three more digits belong to a number: "170 000"."""
    token, before = page.tokens[i], page.tokens[i - 1]
    gap = page.text[before.end : token.start]
    first = min(length, 3)
    return token.text.isdigit() and len(token.text) == 3 and first <= 3 and gap in {" ", "\u00a0", "\u202f"}


def _decimal(page: Page, i: int) -> bool:
    tokens = page.tokens
    return (
        i + 1 < len(tokens) and tokens[i].text in {",", "."} and tokens[i].start == tokens[i - 1].end
        and tokens[i + 1].text.isdigit() and tokens[i + 1].start == tokens[i].end and len(tokens[i + 1].text) < 3
    )  # fmt: skip


def _value(token: Token) -> float | None:
    table = column("numbers")
    for lemma in (token.lower, *token.lemmas("NUMR", "NOUN", "ADJF")):
        if lemma in table:
            return float(table[lemma])
    return None


def _worded(page: Page, i: int) -> tuple[int, float] | None:
    total, last = 0.0, i
    lowest = 1000.0
    while last < len(page.tokens):
        value = _value(page.tokens[last])
        if value is None or value >= lowest:
            break
        total += value
        lowest = _step(value)
        last += 1
    return (last, total) if last > i else None


def _step(value: float) -> float:
    """What follows a number word must be smaller: tens follow hundreds, ones follow tens."""
    return 100 if value >= 100 else 10 if value >= 20 else 0


def terms_in(page: Page, first: int, last: int) -> list[Term]:
    """Find lengths of time among tokens *first* to *last*; ages are for the caller to refuse."""
    return list(_terms(page, first, last))


def _terms(page: Page, first: int, last: int) -> Iterator[Term]:
    i = first
    while i < last:
        found = _half(page, i) or _term(page, i, last) or _single(page, i)
        if found is None:
            i += 1
            continue
        if not NOT_TERMS & set(page.tokens[found.last].lemmas() if found.last < len(page.tokens) else ()):
            yield found
        i = found.last


def _half(page: Page, i: int) -> Term | None:
    text = HALVES.get(page.lower(i))
    return Term(first=i, last=i + 1, values=(text,)) if text else None


def _single(page: Page, i: int) -> Term | None:
    """Read "на год", "через год", "за месяц": one, unsaid."""
    if page.lower(i) in {"год", "месяц", "неделю", "сутки"} and page.lower(i - 1) in {"на", "почти", "около", "целый"}:
        return Term(first=i, last=i + 1, values=(_iso(1, UNITS[page.tokens[i].lemma]),))
    return None


def _term(page: Page, i: int, end: int) -> Term | None:
    numbers: list[float] = []
    place = i
    while place < end:
        number = number_at(page, place)
        if number is None:
            break
        numbers.append(number.value)
        place = number.last
        if page.lower(place) == "с" and page.lower(place + 1) == "половиной":
            numbers[-1] += 0.5
            place += 2
        unit = _unit(page, place)
        if unit:
            return _with_rest(page, i, place + 1, numbers, unit)
        if page.lower(place) not in JOINTS:
            break
        place += 1
    return None


def _unit(page: Page, i: int) -> str | None:
    if i >= len(page.tokens):
        return None
    return next((UNITS[lemma] for lemma in page.tokens[i].lemmas("NOUN") if lemma in UNITS), None)


def _with_rest(page: Page, first: int, last: int, numbers: Sequence[float], unit: str) -> Term | None:
    """Add "и девять месяцев" to a term, and turn halves into months."""
    if len(numbers) == 1:
        place = last + (page.lower(last) in {"и", ","})
        more = number_at(page, place) if place < len(page.tokens) else None
        second = _unit(page, more.last) if more else None
        if more and second and unit == "Y" and second in "MD":
            text = f"{_iso(numbers[0], unit)}{int(more.value)}{second}"
            return Term(first=first, last=more.last + 1, values=(text,))
    values = tuple(_iso(number, unit) for number in numbers if 0 < number < LONGEST)
    return Term(first=first, last=last, values=values) if values else None


def _iso(amount: float, unit: str) -> str:
    if unit == "H":
        days, rest = divmod(amount, HOURS)
        return f"P{int(days)}D" if days and not rest else f"PT{int(amount)}H"
    whole = int(amount)
    if amount == whole:
        return f"P{whole}{unit}"
    if unit == "Y":
        return f"P{whole}Y6M" if whole else "P6M"
    days = {"M": 30, "W": 7, "D": 1}[unit]
    return f"P{max(1, round(amount * days))}D"


IMPOSING = frozenset({"дать", "назначить", "присудить", "добавить", "впаять", "влепить", "вынести", "грозить"})
SERVED = ("лишени", "заключени", "колони", "тюрьм", "лагер", "арест", "строг", "общего", "исправительн", "принудительн")


def is_imposed(page: Page, first: int, last: int) -> bool:
    """Say whether a length of time is a sentence, and no age: "назначил ему пять лет", "ей 6 лет колонии"."""
    if page.lower(last).startswith(SERVED):
        return True
    return any(set(page.tokens[k].lemmas("VERB", "PRTS")) & IMPOSING for k in range(max(0, first - 3), first))

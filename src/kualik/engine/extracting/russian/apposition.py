"""What follows the head of a noun phrase: complements in the genitive, and a name in apposition."""

from kualik.engine.extracting.russian.gazetteer import is_local, is_place
from kualik.engine.extracting.russian.heads import is_foreign, is_substantive, name_cases
from kualik.engine.extracting.russian.lexicon import column, group
from kualik.engine.extracting.russian.morphology import Form
from kualik.engine.extracting.russian.shapes import HONORIFICS
from kualik.engine.extracting.russian.surnames import Name
from kualik.engine.extracting.russian.tokens import Page, Token

__all__ = ["MOST", "Starts", "after_head"]

MOST = 12  # tokens in a phrase
AFFAIRS = group("apposition.affairs")
REPLIES = group("phrases.replies")


class Starts(dict[int, Name]):
    """Names by their first token, and the surnames among them."""

    surnames: frozenset[str] = frozenset()


def after_head(
    page: Page, head: int, end: int, starts: Starts, *, cases: frozenset[str], form: Form, owned: bool
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


def _where(page: Page, place: int, limit: int, starts: Starts, cases: frozenset[str]) -> int:
    """How many tokens say where somebody serves, before their name: "посол Китая | в Казахстане | Чжан Сяо"."""
    if page.lower(place) not in {"в", "во", "на", "по", "при", "из"}:
        return 0
    for i in range(place + 1, min(limit, place + 6)):
        if i in starts:
            return i - place if set(name_cases(page, starts[i])) & cases and i > place + 1 else 0
        if not page.tokens[i].word or page.tokens[i].may_be("VERB", "PREP", "CONJ", "PRTS"):
            return 0
    return 0


def _apposed(
    page: Page, name: Name, cases: frozenset[str], form: Form, *, owned: bool, surnames: frozenset[str]
) -> bool:  # fmt: skip
    """Say whether a name behind a noun names the same person: "брата Ержана" may be both, then whose is not said."""
    found = set(name_cases(page, name))
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
    listed = form.lemma in column("people") or form.lemma in column("kin")
    person = listed or "anim" in form.marks or form.pos in {"ADJF", "PRTF"}
    if not person:
        return False
    if form.lemma in column("kin") and form.gender and name.gender and form.gender != name.gender:
        return False
    return agreeing != {"gent"} or owned or form.lemma not in column("kin") or "gent" in cases


def _is_owner(page: Page, name: Name, form: Form, cases: frozenset[str], starts: Starts) -> bool:
    """Say whether a name behind a kin term is the owner's, since the kin's own follows: "Сын Зейнеп Омар, Ержан, …"."""
    if form.lemma not in column("kin") or "gent" not in name_cases(page, name) or page.lower(name.last) != ",":
        return False
    for i in range(name.last + 1, min(len(page.tokens), name.last + 5)):
        if i in starts:
            other = starts[i]
            closed = page.lower(other.last) in {",", "(", "—", "–", "и", "."}
            return closed and bool(set(name_cases(page, other)) & cases)
        if not page.tokens[i].may_be("NOUN", "ADJF") and "летн" not in page.lower(i):
            return False
    return False


def _complement(page: Page, place: int, limit: int, starts: Starts) -> int:
    """How many tokens of a genitive complement stand here: a noun with its adjectives, a quoted name."""
    token = page.tokens[place]
    if token.text in '«“"„':
        return _quoted(page, place, limit)
    if (page.lower(place - 2), page.lower(place - 1)) == ("в", "ответ"):
        return 0
    if token.lower == "по" and place + 1 < limit and page.lower(place + 1) in AFFAIRS:
        return 2
    if not token.word or place in starts or token.lower in REPLIES:
        return 0
    return 1 if _is_proper(page, place) else _genitive_width(page, place, limit, starts)


def _is_proper(page: Page, place: int) -> bool:
    """Say whether an abbreviation, a foreign word or a place's name stands here."""
    token = page.tokens[place]
    if len(token.text) > 1 and (token.text.isupper() or (is_foreign(token) and token.text.isascii())):
        return True
    return token.capital and (is_place(token.lower) or is_local(page.tokens[place - 1]))


def _genitive_width(page: Page, place: int, limit: int, starts: Starts) -> int:
    i = place
    if page.tokens[i].forms[:1] and page.tokens[i].forms[0].pos == "NUMR" and "gent" in page.tokens[i].cases("NUMR"):
        i += 1
    while i < limit and i not in starts and "gent" in page.tokens[i].cases("ADJF", "PRTF"):
        i += 1
    return i + 1 - place if i < limit and i not in starts and _is_genitive(page.tokens[i]) else 0


def _is_genitive(token: Token) -> bool:
    if not token.forms or token.forms[0].pos not in {"NOUN", "ADJF", "PRTF"}:
        return False
    return any(form.case == "gent" and (form.noun or is_substantive(token)) for form in token.forms)


def _quoted(page: Page, place: int, limit: int) -> int:
    for i in range(place + 1, min(limit, place + 6)):
        if page.tokens[i].text in '»”"“':
            return i + 1 - place if page.tokens[place + 1].capital else 0
    return 0

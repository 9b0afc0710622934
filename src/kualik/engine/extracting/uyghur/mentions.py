"""Phrases of a Uyghur text that mean somebody: names with their titles, kin, callings, bodies, pronouns."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from kualik.engine.extracting.uyghur.endings import endings
from kualik.engine.extracting.uyghur.names import Name
from kualik.engine.extracting.uyghur.nouns import Noun, is_place, noun_of
from kualik.engine.extracting.uyghur.numerals import number_at
from kualik.engine.extracting.uyghur.page import Page
from kualik.engine.extracting.uyghur.tables import words
from kualik.engine.extracting.uyghur.verbs import is_closed

__all__ = ["Mention", "find_mentions"]

REACH = 6  # words of a phrase before its head
TITLE = 6  # words between marks that name a body
OBLIQUE = ("غا", "قا", "گە", "كە", "دا", "تا", "دە", "تە", "دىن", "تىن", "نى")
AFTER = {
    "بىلەن": "with",
    "ئۈچۈن": "for",
    "ھەققىدە": "about",
    "توغرىسىدا": "about",
    "تەرىپىدىن": "by",
    "سەۋەبلىك": "for",
}
DESCRIBING = ("دىكى", "تىكى", "لىق", "لىك", "نىڭ", "ىي", "لۇق", "لۈك")
NUMBERED = ("نومۇر", "تۈرمە", "ئوتتۇرا")
COUNTERS = frozenset({"نەپەر", "نەچچە", "دىن"})
DETACHED = {
    "نىڭ": "gen",
    "نى": "acc",
    "غا": "dat",
    "گە": "dat",
    "قا": "dat",
    "كە": "dat",
    "دا": "loc",
    "تا": "loc",
    "دە": "loc",
    "دىن": "abl",
    "تىن": "abl",
}
CALLED = frozenset({"ئىسىملىك", "ئاتلىق", "دېگەن", "ئىسىمىلىك"})
PERSONAL = frozenset({"kin", "people"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A phrase at tokens [first, last), its head being the last word.

    `kind` is "name", "kin", "people", "body", "outlet" or "pronoun"; `value` a role, a relation, a person of the
    pronoun; `noun` the title or kin term that stands before a name; `count` what a number before the head gives.
    """

    first: int
    last: int
    kind: str
    case: str
    value: str = ""
    owner: str = ""
    plural: bool = False
    count: int | None = 1
    name: Name | None = None
    noun: Noun | None = None
    noun_first: int = -1

    @property
    def nominative(self) -> bool:
        """Say whether it may be a subject."""
        return self.case == ""


def find_mentions(page: Page, names: Sequence[Name]) -> list[Mention]:
    """Find the phrases that mean somebody.

    Args:
        page: the text.
        names: its names.

    Returns:
        The phrases in order; none overlaps another.
    """
    named = {one.first: one for one in names}
    inside = {i for one in names for i in range(one.first, one.last)}
    found: list[Mention] = []
    i = 0
    while i < len(page.tokens):
        one = _named(named[i]) if i in named else None if i in inside else _common(page, i, inside)
        if one is not None:
            one = _governed(page, _polite(page, _extended(page, one, found)))
            if found and _near(page, found[-1], one) and _spoken_for(found[-1], one):
                one = replace(one, first=found.pop().first)
            if found and _near(page, found[-1], one) and one.name is not None and _apposed(page, found[-1], one):
                before = found.pop()
                one = replace(
                    one, first=before.first, value=before.value, owner=before.owner,
                    noun=noun_of(page.form(before.last - 1)), noun_first=before.noun_first,
                )  # fmt: skip
            found.append(one)
        i = max(i + 1, one.last if one is not None else 0)
    return found


def _near(page: Page, before: Mention, one: Mention) -> bool:
    """Say whether two phrases stand in one sentence."""
    return page.sentence_of[before.first] == page.sentence_of[one.first]


def _polite(page: Page, one: Mention) -> Mention:
    """Take "Mr", "Mrs", "called so-and-so, a farmer" behind a name with it."""
    if one.name is None or one.case:
        return one
    last = one.last
    if page.form(last) in CALLED and last + 1 < len(page.tokens):
        people = next((k for k in range(last + 1, min(last + 6, len(page.tokens))) if _person_word(page, k)), None)
        if people is None or any(not page.tokens[k].word for k in range(last, people)):
            return one
        noun = noun_of(page.form(people))
        return replace(one, last=people + 1, case=noun.ending.case, value=noun.value) if noun is not None else one
    cut = next(
        (cut for cut in endings(page.form(last)) if cut.stem in words("honorifics") and cut.owner in {"", "1"}), None
    )
    return replace(one, last=last + 1, case=cut.case) if cut is not None else one


def _person_word(page: Page, k: int) -> bool:
    noun = noun_of(page.form(k))
    return noun is not None and noun.kind in PERSONAL


def _governed(page: Page, one: Mention) -> Mention:
    """Take an ending that stands apart, or a postposition, behind a phrase for its case."""
    if page.form(one.last) in DETACHED and not one.case:
        return replace(one, last=one.last + 1, case=DETACHED[page.form(one.last)])
    after = page.form(one.last)
    return replace(one, case=AFTER[after]) if not one.case and after in AFTER else one


def _spoken_for(before: Mention, one: Mention) -> bool:
    """Say whether a body stands right before its own "spokesman" or "chairman"."""
    close = before.last == one.first and before.kind in {"body", "outlet"} and before.nominative
    return close and one.kind in {"people", "body"} and one.owner == "3"


def _named(name: Name) -> Mention:
    return Mention(first=name.first, last=name.last, kind="name", case=name.case, name=name)


def _apposed(page: Page, before: Mention, one: Mention) -> bool:
    """Say whether a title or kin term stands right before a name and means the same person."""
    close = before.last == one.first - (page.form(one.first - 1) in {"(", "—"})
    assert one.name is not None
    close = close or before.last == one.name.first
    return close and before.kind in PERSONAL and not before.case and not before.plural


def _common(page: Page, i: int, inside: set[int]) -> Mention | None:
    token = page.tokens[i]
    if not token.word:
        return None
    noun = None
    for width in (4, 3, 2, 1):
        if i + width > len(page.tokens) or any(k in inside for k in range(i, i + width)):
            continue
        noun = noun_of(" ".join(page.form(k) for k in range(i, i + width)))
        if noun is not None:
            break
    if noun is None or noun.kind == "held" or (noun.kind == "kin" and not noun.ending.owner):
        return None
    counted = noun.ending.plural or (
        i > 0 and (page.tokens[i - 1].number or page.form(i - 1) in words("numbers") or page.form(i - 1) in COUNTERS)
    )
    if noun.ending.stem == "ياش" and (page.tokens[i - 1].number or page.form(i - 1) in {"-", *words("numbers")}):
        return None  # an age
    if noun.ending.case == "rel" or (noun.value == "ethnic" and not counted) or page.form(i + 1).startswith("قىل"):
        return None
    return Mention(
        first=i, last=i + noun.words, kind=noun.kind, case=noun.ending.case, value=noun.value,
        owner=noun.ending.owner, plural=noun.ending.plural, noun_first=i,
    )  # fmt: skip


def _extended(page: Page, one: Mention, found: Sequence[Mention]) -> Mention:
    """Reach to the left over what belongs to the phrase."""
    if one.kind in {"pronoun", "name"}:
        return replace(one, first=_aged(page, one.first)) if one.kind == "name" else one
    floor = found[-1].last if found else 0
    sentence = page.sentences[page.sentence_of[one.first]]
    first, k = one.first, one.first - 1
    while k >= max(sentence.first, floor, one.first - REACH) and _belongs(page, k, one):
        first, k = k, k - 1
    if page.tokens[k].text in {"»", "”", '"'} and page.quote_of[k] >= 0 and one.kind in {"body", "outlet"}:
        quote = page.quotes[page.quote_of[k]]
        first = quote.first if quote.last - quote.first <= TITLE and quote.last == k + 1 else first
    if (
        found
        and _near(page, found[-1], one)
        and found[-1].last == first
        and found[-1].case == "gen"
        and one.kind in {"people", "body", "outlet"}
    ):
        first = found[-1].first
    return replace(one, first=first, count=_count(page, first, one))


def _aged(page: Page, first: int) -> int:
    """Reach over "47-year-old" before a name."""
    return first - 2 if page.form(first - 1) == "ياشلىق" and first > 1 and page.tokens[first - 2].number else first


def _belongs(page: Page, k: int, one: Mention) -> bool:
    token = page.tokens[k]
    if page.quote_of[k] != page.quote_of[one.first]:
        return False
    if not token.word:
        return token.number and (page.form(k + 1) != "-" or page.form(k + 2).startswith(NUMBERED))
    form = token.form
    noun = noun_of(form)
    if form in words("pronouns") or (noun is not None and noun.kind == "held"):
        return False
    if is_place(form) is not None:
        return is_place(form) in {"", "rel", "gen"}
    described = form in words("adjectives") or form.endswith(DESCRIBING)
    return described or _is_open(form)


def _is_open(form: str) -> bool:
    """Say whether a word that no list knows may belong to a phrase: neither a verb nor in another case."""
    return form not in words("common") and not is_closed(form) and not form.endswith(OBLIQUE)


def _count(page: Page, first: int, one: Mention) -> int | None:
    """Read the number in a phrase; a plural without one is not counted."""
    for k in range(first, one.noun_first):
        number = number_at(page, k)
        if number is not None and page.form(number[1]) not in {"ياشلىق", "-", "ياش"}:
            return number[0]
    return None if one.plural else 1

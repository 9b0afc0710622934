"""Names of people and places in a Kazakh text: what the tagger sees, mended by rules."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from kualik.engine.extracting.kazakh.endings import endings, nominative
from kualik.engine.extracting.kazakh.nouns import noun_of
from kualik.engine.extracting.kazakh.tables import group, members, words
from kualik.engine.extracting.kazakh.tagger import find_named
from kualik.engine.extracting.kazakh.tokens import Token

__all__ = ["Name", "find_names"]

OFFICES = frozenset({"lawyer", "journalist", "activist", "official", "researcher"})  # nouns that stand before a name
PLACES = frozenset({"GPE", "LOCATION", "FACILITY"})
INTRODUCED = ("есімді", "атты", "деген", "есімдi")


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """Tokens [first, last) that name a person, or a place; `text` in the nominative, `case` what was taken off."""

    first: int
    last: int
    text: str
    case: str
    person: bool
    foreign: str | None = None  # the same name in other letters, in brackets behind it


def find_names(tokens: Sequence[Token], sentences: Sequence[tuple[int, int]]) -> list[Name]:
    """Find names.

    Args:
        tokens: the whole text's.
        sentences: stretches of tokens.

    Returns:
        Names by place, not overlapping.
    """
    found: list[tuple[int, int, str]] = []
    for first, last in sentences:
        found += _tagged(tokens, first, last)
    people = _people(tokens, found)
    votes = _votes(tokens, people)
    named = [_name(tokens, one, votes) for one in sorted(people)]
    covered = {i for one in named for i in range(one.first, one.last)}
    places = [one for one in found if one[2] in PLACES and covered.isdisjoint(range(one[0], one[1]))]
    return _shared(tokens, named) + [_name(tokens, one, votes) for one in places]


def _tagged(tokens: Sequence[Token], first: int, last: int) -> list[tuple[int, int, str]]:
    """Tag a sentence; a name in brackets or marks is seen as the tagger learned it."""
    named = find_named([_plain(token.text) for token in tokens[first:last]])
    return [(first + one.first, first + one.last, one.label) for one in named]


def _plain(word: str) -> str:
    """Write a word in capitals as a name is written, so that headings are read too."""
    return word.capitalize() if len(word) > 3 and word.isupper() else word


def _people(tokens: Sequence[Token], found: Sequence[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
    """Unite the tagger's people with what the rules see."""
    taken: set[int] = {
        i for first, last, label in found if label in members("not-person-labels") for i in range(first, last)
    }
    people = [_trimmed(tokens, first, last) for first, last, label in found if label == "PERSON"]
    taken -= {i for i in taken if _is_sure(tokens, i)}
    spans = {one for one in people if one is not None}
    spans |= set(_by_rule(tokens, taken))
    spans |= set(_beside(tokens, spans))
    known = {nominative(tokens[i].text)[0] for first, last in spans for i in range(first, last)}
    covered = {i for first, last in spans for i in range(first, last)}
    for token in tokens:
        if token.i not in covered and token.capital and token.i not in taken and _is_known(token, known):
            spans.add((token.i, token.i + 1))
    joined = [part for one in _joined(tokens, sorted(spans)) for part in _parted(tokens, *one)]
    return [(first, last, "person") for first, last in joined if not _names_place(tokens, first, last)]


def _parted(tokens: Sequence[Token], first: int, last: int) -> list[tuple[int, int]]:
    """Part "Given Surname Given": two people who stand side by side."""
    if (
        last - first == 3
        and _is_given(tokens[first])
        and _is_given(tokens[last - 1])
        and not _is_given(tokens[first + 1])
    ):
        return [(first, last - 1), (last - 1, last)]
    return [(first, last)]


def _names_place(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Say whether it is a street's, a district's, a fund's: "Abai district"."""
    after = noun_of(tokens[last].lower) if last < len(tokens) and tokens[last].word else None
    if after is None or last - first > 2:
        return False
    owned = after.ending.owner == "3" and tokens[last].start == tokens[last - 1].end + 1
    if after.ending.stem in {"үй", "жер", "ел", "дала"}:
        return False
    return owned and after.kind in {"place", "body", "held"} and not nominative(tokens[last - 1].text)[1]


def _is_sure(tokens: Sequence[Token], i: int) -> bool:
    """Say whether a rule overrides the tagger: a given name, a patronymic, an initial or kin before it."""
    if _is_given(tokens[i]) or tokens[i].lower.endswith(group("patronymics")):
        return True
    before = tokens[i - 1] if i else None
    return before is not None and (_introduces(before) or (before.text == "." and i > 1 and _is_initial(tokens[i - 2])))


def _is_known(token: Token, known: set[str]) -> bool:
    if not token.word or len(token.text) < 3 or noun_of(token.lower) or token.lower in words("not_names"):
        return False
    return nominative(token.text)[0] in known


def _trimmed(tokens: Sequence[Token], first: int, last: int) -> tuple[int, int] | None:
    """Leave out what is no part of a name at either end."""
    while first < last and (not _may_name(tokens[first]) or (last - first > 1 and _is_dweller(tokens[first].lower))):
        first += 1
    while last > first and not _may_name(tokens[last - 1]):
        last -= 1
    end = next(
        (i for i in range(first, last) if tokens[i].text in {",", "(", ";", "«", "»", ":"} or tokens[i].dash), last
    )
    return (first, end) if end > first and _is_name(tokens, first, end) else None


def _is_dweller(word: str) -> bool:
    """Say whether a word means somebody of a place: "алматылық"."""
    return word.endswith(group("dwellers")) and (len(word) > 8 or word[:-3] in words("places"))


def _may_name(token: Token) -> bool:
    if not token.capital or not token.word:
        return False
    noun = noun_of(token.lower)
    known = noun is not None and noun.case != "equ" and nominative(token.lower)[0] not in words("given")
    return not known and token.lower not in members("titles") and not _is_no_name(token.lower)


def _is_no_name(word: str) -> bool:
    return any(one.stem in words("not_names") or one.stem in words("places") for one in endings(word))


def _is_name(tokens: Sequence[Token], first: int, last: int) -> bool:
    return (
        last - first <= 5
        and tokens[first].text[0].casefold() not in "abcdefghijklmnopqrstuvwxyz"
        and all(tokens[i].capital or tokens[i].text == "." for i in range(first, last))
    )


def _by_rule(tokens: Sequence[Token], taken: set[int]) -> Iterator[tuple[int, int]]:
    """Find names by patronymics, by surnames, by what introduces them."""
    for token in tokens:
        i = token.i
        if not token.capital or not token.word or i in taken:
            continue
        before = tokens[i - 1] if i else None
        after = tokens[i + 1] if i + 1 < len(tokens) else None
        plain = _bare(token.text)[0].casefold()
        beside = (
            before is not None
            and before.capital
            and before.word
            and before.i not in taken
            and before.end + 1 == token.start
        )
        dweller = before is not None and _is_dweller(before.lower)
        if (
            beside
            and before is not None
            and not dweller
            and _may_name(before)
            and plain.endswith((*group("patronymics"), *group("surnames")))
        ):
            yield (i - 1, i + 1)
        elif after is not None and after.lower in INTRODUCED and _may_name(token) and not noun_of(token.lower):
            yield (i - 1 if beside and before is not None and _may_name(before) else i, i + 1)
        elif _is_given(token):
            yield (i, i + 2 if _is_surname(token, after) else i + 1)
        elif (
            before is not None
            and before.text == "."
            and i > 1
            and _is_initial(tokens[i - 2])
            and before.end <= token.start <= before.end + 1
        ):
            twice = i > 3 and tokens[i - 3].text == "." and _is_initial(tokens[i - 4])
            yield (i - 4 if twice else i - 2, i + 1)
        elif before is not None and before.lower == "өзін" and after is not None and after.lower == "деп":
            yield (i, i + 1)
        elif before is not None and _introduces(before) and _may_name(token) and token.lower not in words("places"):
            full = after is not None and after.capital and after.word and after.end and token.end + 1 == after.start
            yield (i, i + 2 if full and after is not None and _may_name(after) else i + 1)


def _beside(tokens: Sequence[Token], spans: set[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Find two capitals joined by "and" to a name of two words."""
    for first, last in tuple(spans):
        shared = tokens[last - 1].lower.endswith(("қыздары", "ұлдары")) and first > 1
        if shared and tokens[first - 1].lower in members("joining") and _may_name(tokens[first - 2]):
            yield (first - 2, first - 1)
        if last - first < 2 or last + 2 >= len(tokens) or tokens[last].lower not in members("joining"):
            continue
        if all(_may_name(token) for token in tokens[last + 1 : last + 3]):
            yield (last + 1, last + 3)


def _is_given(token: Token) -> bool:
    given = words("given")
    return (
        token.capital
        and token.lower not in words("not_names")
        and (token.lower in given or nominative(token.text)[0].casefold() in given)
    )


def _is_initial(token: Token) -> bool:
    return len(token.text) == 1 and token.capital and token.word


def _is_surname(token: Token, after: Token | None) -> bool:
    """Say whether the word behind a given name is the rest of the name."""
    if after is None or after.start != token.end + 1 or not after.word:
        return False
    return not nominative(token.text)[1] and _may_name(after) and len(after.text) > 2


def _introduces(before: Token) -> bool:
    """Say whether a word such as "her son", "age 68" stands before a name."""
    if before.lower in {"жастағы", "жасар"}:
        return True
    noun = noun_of(before.lower) if before.word else None
    if noun is None or noun.case or noun.ending.plural:
        return False
    return (noun.kind == "kin" and bool(noun.ending.owner)) or (noun.kind == "people" and noun.value in OFFICES)


def _joined(tokens: Sequence[Token], spans: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Join spans that touch or overlap within one name."""
    joined: list[tuple[int, int]] = []
    for first, last in spans:
        full = bool(joined) and joined[-1][1] - joined[-1][0] > 1 and _is_given(tokens[first])
        touches = joined and (
            first < joined[-1][1] or (first == joined[-1][1] and not full and _goes_on(tokens, first))
        )
        if touches:
            joined[-1] = (joined[-1][0], max(last, joined[-1][1]))
        else:
            joined.append((first, last))
    return joined


def _goes_on(tokens: Sequence[Token], first: int) -> bool:
    """Say whether the word before is a bare form, so that the next one belongs to it."""
    before = tokens[first - 1]
    return before.end + 1 == tokens[first].start and not nominative(before.text)[1]


def _votes(tokens: Sequence[Token], people: Sequence[tuple[int, int, str]]) -> Counter[str]:
    """Count the forms in which last words of names stand, so that one form bears out another."""
    votes = Counter(tokens[last - 1].text for _, last, _ in people)
    votes.update(f"+{tokens[i].text}" for first, last, _ in people for i in range(first, last - 1))
    return votes


def _bare(word: str) -> tuple[str, str]:
    """Take the case off a name, and "I am" or the plural of sisters and brothers off a patronymic."""
    plain, case = nominative(word)
    lower = plain.casefold()
    for ending in ("мын", "мін"):
        if lower.endswith(ending) and len(lower) > 6:
            return plain[:-3], "self"
    for ending in ("қыздары", "ұлдары"):
        if lower.endswith(ending):
            return plain[: -len("дары")] + "ы", case
    return plain, case


def _name(tokens: Sequence[Token], one: tuple[int, int, str], votes: Counter[str]) -> Name:
    first, last, label = one
    person = label == "person"
    last_word = _plain(tokens[last - 1].text)
    word, case = _bare(last_word) if person else nominative(last_word, person=False)
    if person and f"+{last_word}" in votes:
        word, case = last_word, ""
    elif person and not case:
        word, case = _borne_out(word, votes)
    parts = [_plain(tokens[i].text) for i in range(first, last - 1)]
    text = " ".join([*parts, word]).replace(" .", ".").replace(" - ", "-")
    return Name(first=first, last=last, text=text, case=case, person=person, foreign=_foreign(tokens, last))


def _borne_out(word: str, votes: Counter[str]) -> tuple[str, str]:
    """Take off an ending that might be part of the name, where the name stands elsewhere without it."""
    for one in endings(word.casefold()):
        stem = word[: len(one.stem)]
        if one.case and not one.owner and not one.plural and votes[stem]:
            return stem, one.case
    return word, ""


def _shared(tokens: Sequence[Token], named: Sequence[Name]) -> list[Name]:
    """Give the first of "A and B Xqyzdary" the patronymic of both."""
    shared = list(named)
    for place, (one, other) in enumerate(pairwise(named)):
        joined = other.first == one.last + 1 and tokens[one.last].lower in members("joining")
        if joined and tokens[other.last - 1].lower.endswith(("қыздары", "ұлдары")) and " " not in one.text:
            shared[place] = replace(one, text=f"{one.text} {other.text.split()[-1]}")
    return shared


def _foreign(tokens: Sequence[Token], last: int) -> str | None:
    """Read the name in other letters that stands in brackets behind it."""
    if last + 2 >= len(tokens) or tokens[last].text != "(":
        return None
    inside: list[str] = []
    for token in tokens[last + 1 : last + 8]:
        if token.text == ")":
            said = "".join(inside).strip()
            other = said and not any("а" <= c.casefold() <= "ӿ" for c in said) and any(c.isalpha() for c in said)
            return said if other else None
        inside.append(token.text if not token.text.isascii() else token.text + " ")
    return None

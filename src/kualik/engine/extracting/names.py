"""Which capitalised words name people: their full and short forms, ages and roles."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kualik.engine.extracting.cues import CUES
from kualik.engine.extracting.gazetteer import KNOWN_PLACES, PEOPLES
from kualik.engine.extracting.tagging import Tag
from kualik.engine.extracting.tokens import Sentence, Text, Token
from kualik.engine.extracting.words import (
    FEMALE,
    KIN,
    MALE,
    MONTHS,
    ORGANISATIONS,
    PARTICLES,
    PERSONAL,
    PLACES,
    ROLES,
    TITLES,
    WEEKDAYS,
    word_set,
)

__all__ = ["Candidate", "candidates", "is_organisation"]

LONGEST = 5
AGE = re.compile(r",? (?:now |then |aged )?(\d{1,2}|1[01]\d)(?=[,.;) ](?! (?:and|to|or) \d))")
YEARS_OLD = re.compile(r"(\d{1,3})-year-old$")
PATRONYMIC = re.compile(
    r"(?:ul[yıi]|[qk]yz[yıi]|ovich|evich|ovna|evna|ogl[ue]|zade|ov|ova|ev|eva|yev|yeva|shvili|ian|enko)$"
)
ARTICLE = re.compile(r"(?:al|el|ad|ar|as|ash|at|an|az)-[^\W\d_]")
COMMON = re.compile(r"(?:tion|ment|ness|ing|ers|ors|ists|ice|ence|ance|ity|ship|ings|tions|ments)$")
NON_LATIN = re.compile(r"[\u0370-\uffff]")
BRACKET = re.compile(r" \(([^()\n]{2,40})\)")
LOCATIVE = word_set("in at near from to outside into through via toward across")
LIFE = word_set(
    "was were is has had who whose fainted died lives lived works worked disappeared vanished returned received "
    "served appealed left went told said says believes denied denies"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A run of words that may name a person, with the evidence for it."""

    first: int
    last: int
    sentence: int
    start: int
    end: int
    words: tuple[str, ...]
    score: int
    gender: str | None = None
    roles: frozenset[str] = frozenset()
    age: tuple[int, int, int] | None = None
    other: str | None = None
    owner: bool = False
    nouns: frozenset[str] = frozenset()


def is_organisation(words: Sequence[str]) -> bool:
    """Say whether a capitalised phrase names an organisation or an authority."""
    return any(word.casefold() in ORGANISATIONS for word in words)


def candidates(text: Text, marks: Sequence[Sequence[Tag]]) -> list[Candidate]:
    """Find runs of capitalised words with a score of how likely each names a person.

    Args:
        text: the document.
        marks: tags of every sentence.

    Returns:
        Candidates in order. Above 1 is a person; 0 and less is not.
    """
    lower = Counter(
        token.lower
        for sentence in text.sentences
        if not sentence.heading
        for token in sentence.tokens
        if token.text.islower()
    )
    found: list[Candidate] = []
    for number, sentence in enumerate(text.sentences):
        if not sentence.heading:
            runs = _runs(sentence.tokens, lower)
            found += [_candidate(text.text, sentence, marks[number], number, run) for run in runs]
    return found


def _runs(tokens: Sequence[Token], lower: Counter[str]) -> Iterator[tuple[int, int]]:
    place = 0
    while place < len(tokens):
        if not _can_begin(tokens, place, lower):
            place += 1
            continue
        last = place + 1
        while last < len(tokens) and last - place < LONGEST and _continues(tokens, last):
            last += 1
        while last > place + 1 and tokens[last - 1].lower in PARTICLES and tokens[last - 1].text.islower() and (
            tokens[last - 1].lower not in {"kyzy", "qyzy", "uly"}
        ):  # fmt: skip
            last -= 1
        yield place, last
        place = last


def _can_begin(tokens: Sequence[Token], place: int, lower: Counter[str]) -> bool:
    token = tokens[place]
    if not token.capital or (len(token.text) < 2 and not (place + 1 < len(tokens) and tokens[place + 1].text == ".")):
        return False
    if token.lower in PERSONAL or token.lower in MONTHS or token.lower in WEEKDAYS or token.text == "I":
        return False
    starts = place == 0 or tokens[place - 1].text in {".", ":", '"', "“", "-", "--", "—", "?", "!", "1", "2", "3"}
    if NON_LATIN.match(token.text):
        return False
    common = starts and (lower[token.lower] > 0 or _is_function(token.lower))
    return not common and not _is_function(token.lower)


def _is_function(word: str) -> bool:
    return word in _FUNCTION or word in CUES or word in TITLES or (word in ROLES and word != "prince") or word in KIN


def _continues(tokens: Sequence[Token], place: int) -> bool:
    token, before = tokens[place], tokens[place - 1]
    if token.start - before.end > 1 or token.quote != before.quote:
        return False
    if token.lower in PARTICLES and place + 1 < len(tokens):
        return tokens[place + 1].capital or token.lower in {"kyzy", "qyzy", "uly"}
    if ARTICLE.match(token.text):
        return True
    return token.capital and token.lower not in MONTHS and token.lower not in WEEKDAYS and token.text[0].isalpha()


def _candidate(text: str, sentence: Sentence, marks: Sequence[Tag], number: int, run: tuple[int, int]) -> Candidate:
    tokens, (first, last) = sentence.tokens, run
    start, end = tokens[first].start, tokens[last - 1].end
    words = tuple(token.text for token in tokens[first:last])
    gender, roles, evidence = _before(tokens, first)
    bracket = BRACKET.match(text, end)
    other = bracket.group(1) if bracket and _is_other_form(bracket.group(1)) else None
    age = _age(text, tokens, first, bracket.end() if other and bracket else end)
    owner = last < len(tokens) and tokens[last].lower in {"'s", "'"}
    evidence += 3 * bool(other) + 3 * bool(age) + _after(tokens, marks, last) + _shape(tokens, first, words)
    return Candidate(
        first=first, last=last, sentence=number, start=start, end=end, words=words, score=evidence,
        gender=gender or _patronymic_gender(words), roles=roles | _roles_after(tokens, last), age=age,
        other=other, owner=owner or _is_source(tokens, first), nouns=_nouns(tokens, first, last),
    )  # fmt: skip


def _is_source(tokens: Sequence[Token], first: int) -> bool:
    """See "according to NAME": whom the text is about is somebody else."""
    return first > 1 and tokens[first - 1].lower == "to" and tokens[first - 2].lower == "according"


def _nouns(tokens: Sequence[Token], first: int, last: int) -> frozenset[str]:
    """Collect the nouns that stand beside a name: "the commander, NAME", "NAME, a trader"."""
    beside = [token.lower for token in tokens[max(0, first - 4) : first]] + (
        [token.lower for token in tokens[last + 1 : last + 6]]
        if last < len(tokens) and tokens[last].text == ","
        else []
    )
    return frozenset(word for word in beside if word in ROLES)


def _is_other_form(text: str) -> bool:
    return (
        text[0].isalpha() and not text.isascii() and len(text.split()) <= LONGEST and not any(c.isdigit() for c in text)
    )


def _shape(tokens: Sequence[Token], first: int, words: Sequence[str]) -> int:
    folded = [word.casefold() for word in words]
    known = any(word in KNOWN_PLACES or word in PEOPLES or word in PLACES for word in folded)
    if is_organisation(words) or any(word in PLACES for word in folded):
        return -9
    if known:
        return -6
    score = 1 if len(words) > 1 else -4 if COMMON.search(folded[0]) else 0
    score += 2 if any(PATRONYMIC.search(word) and len(word) > 4 for word in folded) else 0
    if all(word.isupper() and word.isascii() and len(word) > 1 for word in words):
        score -= 4
    before = tokens[first - 1].lower if first else ""
    if before in LOCATIVE:
        score -= 3
    if before == "the":
        score -= 3
    return score


def _before(tokens: Sequence[Token], first: int) -> tuple[str | None, frozenset[str], int]:
    """Read the words before a name: a title, a role, a kin word, "his wife,"."""
    place = first - 1
    while place >= 0 and YEARS_OLD.search(tokens[place].lower):
        place -= 1
        first -= 1
    if place > 0 and tokens[place].lower in {"is", "was"} and tokens[place - 1].lower == "name":
        return None, frozenset(), 4
    if place > 1 and tokens[place].text == "," and {tokens[place - 1].lower, tokens[place - 2].lower} & _ORDER:
        return None, frozenset(), 2
    if place >= 0 and tokens[place].text in {",", "."}:
        place -= 1
    word = tokens[place].lower if place >= 0 else ""
    gender = "female" if word in FEMALE else "male" if word in MALE else None
    near = place == first - 1 or tokens[first - 1].text == "."
    if word in TITLES and near:
        return gender, frozenset(), 4
    if word in KIN:
        return gender, frozenset(), 4 if near or _possessed(tokens, place) else 0
    if word in ROLES:
        return gender, frozenset({ROLES[word]} - {"other"}), 3
    roles = _role_phrase(tokens, place) if not near else frozenset()
    return (
        None,
        roles,
        3 if roles else 2 if word in {"of", "named", "as"} and tokens[max(0, place - 1)].lower in _NAMING else 0,
    )


def _possessed(tokens: Sequence[Token], place: int) -> bool:
    return any(
        token.lower in {"his", "her", "their", "my", "our", "'s", "whose"}
        for token in tokens[max(0, place - 3) : place]
    )


def _role_phrase(tokens: Sequence[Token], place: int) -> frozenset[str]:
    """Read "A deputy foreign minister of Kyrgyzstan, NAME": a phrase with a role up to the comma before."""
    for back in range(place, max(-1, place - 9), -1):
        token = tokens[back]
        if token.text in {",", ";", ":", "."}:
            break
        if token.lower in ROLES and token.text.islower():
            return frozenset({ROLES[token.lower]})
    return frozenset()


def _after(tokens: Sequence[Token], marks: Sequence[Tag], last: int) -> int:
    if last >= len(tokens):
        return 0
    word = tokens[last].lower
    if word == "," and last + 1 < len(tokens):
        following = tokens[last + 1].lower
        kin = any(token.lower in KIN for token in tokens[last + 1 : last + 5])
        return 2 if following in {"who", "whose"} or kin or _roles_after(tokens, last) else 0
    if word in CUES and marks[last] is Tag.VERB:
        return 2
    if word in PLACES or word in ORGANISATIONS:
        return -6
    return 2 if word in LIFE else 0


def _roles_after(tokens: Sequence[Token], last: int) -> frozenset[str]:
    """Read "NAME, a lawyer with the bureau": the first role between the commas."""
    if last + 1 >= len(tokens) or tokens[last].text != ",":
        return frozenset()
    opens = tokens[last + 1].lower
    if not (opens in {"a", "an", "the", "another", "one", "his", "her", "their", "who"} or opens in ROLES):
        return frozenset()
    for token in tokens[last + 1 : last + 9]:
        if token.text in {",", ";", "."} or token.lower in {"whose", "and", "said", "was"} or token.lower in CUES:
            break
        if token.lower in ROLES:
            return frozenset({ROLES[token.lower]} - {"other"}) or frozenset({"person"})
    return frozenset()


def _age(text: str, tokens: Sequence[Token], first: int, end: int) -> tuple[int, int, int] | None:
    match = AGE.match(text, end)
    if match and (match.group().startswith(",") or match.group().lstrip().startswith("aged")):
        return int(match.group(1)), match.start(1), match.end(1)
    for place in range(max(0, first - 4), first):
        old = YEARS_OLD.search(tokens[place].lower)
        if old:
            return int(old.group(1)), tokens[place].start, tokens[place].end
    return None


def _patronymic_gender(words: Sequence[str]) -> str | None:
    last = words[-1].casefold()
    if last.endswith(("qyzy", "kyzy", "qyzı", "ovna", "evna", "ova", "eva")):
        return "female"
    return "male" if last.endswith(("uly", "ulı", "ovich", "evich")) else None


_ORDER = word_set("older elder eldest younger youngest fourth third fifth sixth second")
_NAMING = word_set("testimony name names named mother father case himself herself known late")
_FUNCTION = word_set(
    "the a an this that these those some any each every all both no one two three four five six seven eight nine "
    "ten and or but nor so yet if when while as because although though after before since until in on at by from "
    "to for with of about against under over he she it they we you his her its their our your my who what which "
    "where why how not now then there here according nobody everyone everybody somebody someone anyone nothing "
    "another other others many most more several few once twice first last hours officers police representatives "
    "relatives protesters lawyers officials authorities dear sincerely yours also only just never still even "
    "meanwhile however"
)

"""Who is spoken of in a text: named people with their other names, and those known by kin, number or office."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from kualik.engine.extracting.chinese.cutting import Token
from kualik.engine.extracting.chinese.naming import Name
from kualik.engine.extracting.chinese.numerals import NUMERAL, value
from kualik.engine.extracting.chinese.tables import mapping
from kualik.engine.extracting.notes import Notes, Party
from kualik.engine.extracting.spans import Span

__all__ = ["People", "register"]

DOT = "·"
AGE = re.compile(rf"(?:今年|现年|年仅|时年|当时|已经?|快要?|才|年约|约|现在)?(?P<age>{NUMERAL})(?:多|余)?岁")
AGE_BEFORE = re.compile(rf"(?P<age>{NUMERAL})岁(?:的)?[^，。；、！？\n岁（）()]{{0,14}}$")
LATIN = re.compile(r"[A-Za-zÀ-ɏ'’-]+(?: [A-Za-zÀ-ɏ'’.-]+){0,4}")
ALIAS = re.compile(
    r"(?:又名|原名|也译作?|又译作?|亦译|或译|音译|别名|本名|又作|也写作|亦作|即)[“「]?(?P<name>[\u4e00-\u9fff·]{2,12})"
)
FEMALE = re.compile(r"(?:古丽|古力|古里|娜|娃|莎|妮|莉|卓玛|拉姆|央金|旺姆|卓嘎|措|娅)$")
BRACKET = 60  # characters of an aside that are read
AROUND = 30  # characters before and after a name that are read for its age


@dataclass(slots=True)
class People:
    """The parties of a text and where the named ones stand."""

    notes: Notes
    text: str
    folded: str
    named: dict[int, int] = field(default_factory=dict)  # where a name token begins -> party
    gender: dict[int, str] = field(default_factory=dict)
    renamed: dict[int, int] = field(default_factory=dict)  # a party described before its name was told -> the named one
    _described: dict[str, int] = field(default_factory=dict)

    def described(self, words: str, at: Span, *, rule: str, count: int | None = 1, body: bool = False) -> int:
        """Give the party that a description stands for; the same words mean the same."""
        words = "".join(words.split())
        if words not in self._described:
            party = self.notes.party(at=at, rule=rule, description=words, count=count, body=body)
            self._described[words] = party.key
        return self.renamed.get(self._described[words], self._described[words])

    def is_person(self, key: int | None) -> bool:
        """Say whether a party is one human being."""
        return key is not None and not self.notes.parties[key].body and self.notes.parties[key].count == 1

    def label(self, key: int) -> str:
        """Name or describe a party."""
        return self.notes.parties[key].label


def register(notes: Notes, text: str, folded: str, tokens: Sequence[Token], names: Sequence[Name]) -> People:
    """Make a party of each named person.

    Args:
        notes: where the parties go.
        text: the text as kept.
        folded: the same, folded.
        tokens: the folded text cut into words, with offsets.
        names: the names found in the tokens.

    Returns:
        The people, with their aliases, ages and offices.
    """
    people = People(notes=notes, text=text, folded=folded)
    fullest = _fullest(names)
    keys: dict[str, int] = {}
    for name in names:
        span = Span(start=tokens[name.first].start, end=tokens[name.last - 1].end)
        full = fullest.get(name.text, name.text)
        kept = text[span.start : span.end]
        if full not in keys:
            keys[full] = notes.party(at=span, rule=name.rule, name=kept).key
        party = notes.parties[keys[full]]
        if name.text == full and len(kept) > len(party.name or ""):
            party.name, party.aliases = kept, [*party.aliases, party.name or ""]
        _add_alias(party, kept)
        people.named[span.start] = party.key
        _read_around(people, party, tokens, name)
    return people


def _add_alias(party: Party, name: str) -> None:
    if name != party.name and name not in party.aliases and len(party.aliases) < 12:
        party.aliases.append(name)


def _fullest(names: Sequence[Name]) -> dict[str, str]:
    """Map each short form to the one full name that it is part of."""
    texts = dict.fromkeys(name.text for name in names)
    by_part: dict[str, list[str]] = {}
    for text in texts:
        parts = text.replace(".", DOT).split(DOT)
        for part in parts if len(parts) > 1 else ():
            by_part.setdefault(part, []).append(text)
        if mapping("surnames").get(text[0]) and len(parts) == 1 and 2 <= len(text) <= 3:
            by_part.setdefault(text[0], []).append(text)
    short: dict[str, str] = {}
    for text in texts:
        titled = len(text) > 1 and any(
            text.endswith(title)
            for title in ("先生", "女士", "小姐", "太太", "律师", "教授", "阿姨", "叔叔", "大哥", "大姐")
        )
        candidates = by_part.get(text[0] if titled else text, [])
        whole = [one for one in dict.fromkeys(candidates) if one != text and not one.endswith("某")]
        if len(whole) == 1 or (whole and not titled and len(text) > 1):
            first = [one for one in whole if one.startswith(text)]
            short[text] = first[0] if first and not titled else whole[0]
    return {text: short.get(full, full) for text, full in short.items()}


def _read_around(people: People, party: Party, tokens: Sequence[Token], name: Name) -> None:
    """Read what stands in brackets after a name, the age beside it, and the office before it."""
    end = tokens[name.last - 1].end
    aside = _aside(people.folded, end)
    if aside:
        _read_aside(people, party, aside)
    _read_age(people, party, tokens[name.first].start, aside.end if aside else end)
    place = name.first - 1
    while place >= 0 and name.first - place < 4 and tokens[place].kind == "han":
        word = tokens[place].text
        role, gender = (
            mapping("people").get(word),
            mapping("people", 2).get(word) if word in mapping("people", 2) else None,
        )
        if role and role != "other":
            party.roles.add(role)
        gender = gender or (mapping("kin", 2).get(word) if place == name.first - 1 else None)
        if gender and place == name.first - 1:
            people.gender.setdefault(party.key, gender)
        if not role:
            break
        place -= 1
    after = tokens[name.last].text if name.last < len(tokens) else ""
    role = mapping("people").get(after)
    if role and role != "other":
        party.roles.add(role)
    if after in {"女士", "小姐", "太太"} or name.text.endswith(("女士", "小姐", "太太")):
        people.gender.setdefault(party.key, "female")
    if after == "先生" or name.text.endswith("先生"):
        people.gender.setdefault(party.key, "male")
    if FEMALE.search(name.text.split(DOT)[0]) and DOT in name.text:
        people.gender.setdefault(party.key, "female")


def _aside(folded: str, end: int) -> Span | None:
    if folded[end : end + 1] not in {"（", "("}:
        return None
    close = min(
        (one for one in (folded.find("）", end, end + BRACKET), folded.find(")", end, end + BRACKET)) if one > 0),
        default=-1,
    )
    return Span(start=end + 1, end=close) if close > 0 else None


def _read_aside(people: People, party: Party, aside: Span) -> None:
    words = people.text[aside.start : aside.end]
    latin = LATIN.search(words)
    if latin and latin.group()[0].isupper() and len(latin.group()) > 2:
        _add_alias(party, latin.group().strip())
    other = ALIAS.search(people.folded, aside.start, aside.end)
    if other:
        _add_alias(party, people.text[other.start("name") : other.end("name")])
    folded = people.folded[aside.start : aside.end]
    if re.search(r"(?:^|[，,、])[男女](?:$|[，,、])", folded):
        people.gender.setdefault(party.key, "female" if "女" in folded else "male")


def _read_age(people: People, party: Party, start: int, end: int) -> None:
    if party.age is not None:
        return
    aside_start = people.folded.rfind("（", start, end) if end > start else -1
    after = re.compile(r"[）)]?[，,、（(]?(?:男|女)?[，,]?").match(
        people.folded, end if aside_start < 0 else aside_start
    )
    place = after.end() if after else end
    inside = AGE.search(people.folded, aside_start, end) if aside_start >= 0 else None
    follows = re.compile(r"[）)]?[，,、]?(?:(?:他|她)?(?:男|女)?[，,]?)?" + AGE.pattern).match(people.folded, end)
    match = (
        inside
        or AGE.match(people.folded, place)
        or follows
        or AGE_BEFORE.search(people.folded, max(0, start - AROUND), start)
    )
    years = value(match["age"]) if match else None
    if match and years is not None and 0 < years < 120 and not _another_before(people, match, start):
        party.age = (years, Span(start=match.start(), end=match.end("age") + 1))


def _another_before(people: People, match: re.Match[str], start: int) -> bool:
    """An age before a name is that of somebody else where another person stands between."""
    between = people.folded[match.end("age") + 1 : start]
    return match.end() <= start and any(
        word in between for word in ("的妻子", "的丈夫", "的儿子", "的女儿", "的母亲", "的父亲", "说", "和")
    )

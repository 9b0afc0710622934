"""From runs of capitalised words to named people: which are accepted, which are short forms of which.

A form is judged by all its mentions in the document together; a short form means the person named in full, the last
one before it where several share it.
"""

import re
from bisect import bisect_right
from collections import defaultdict
from dataclasses import dataclass, field, replace
from itertools import pairwise

from kualik.engine.extracting.english.compounds import Wholes
from kualik.engine.extracting.english.name_evidence import NEVER, evidence
from kualik.engine.extracting.english.names import PARTICLES, Run
from kualik.engine.extracting.english.parsed import Parsed
from kualik.engine.extracting.english.spellings import same_spelled
from kualik.engine.extracting.english.vocabulary import family_names, given_names, kin_words, titles

__all__ = ["Form", "Named", "find_named"]

FULL, SINGLE = 2.0, 3.5  # evidence that a form of several words, or of one, needs
LISTED = 0.0  # and less, in a list with one that is accepted
BRACKET = re.compile(r" ?[(\[]([^()\[\]\n]{2,60})[)\]]")
AUTHOR = re.compile(
    r"\b(?:testimony|statement|account|letter|affidavit|deposition|evidence|remarks|appeal|diary)(?: given| made)? "
    r"(?:of|by|from) (?:(?:mr|mrs|ms|miss|dr|prof|professor)\.? )?$",
    re.IGNORECASE,
)
NAME_IS = re.compile(
    r"\b(?:pen|stage|code|nick)-? ?names? $|\bnames? (?:is|was|are|were|of|given as) (?:an? |the )?$"
    r"|\b(?:named|called|known as|nicknamed) $"
)
AGE = re.compile(r"^(?:, \d{1,3}(?=[, ])| ?\(\d{1,3}\))")
ALSO = re.compile(
    r",? ?[(\[]?(?:(?:whose )?(?:real|full|birth|legal) name(?: is| was)?|also known as|better known as"
    r"|a\.?k\.?a\.?|née|formerly)[:,]? "
)
SMALL = re.compile(r" (?:little|young|baby|old|newborn|the late)$")
SAME_SURNAME = 40  # people of one family name that are told apart
HONORIFICS = frozenset({"umm", "abu"})


@dataclass(slots=True, kw_only=True)
class Form:
    """One spelling of a name in the document, and where it stands."""

    words: tuple[str, ...]
    said: str
    runs: list[Run] = field(default_factory=list)
    weights: list[float] = field(default_factory=list)
    listed: bool = False

    @property
    def weight(self) -> float:
        """How much speaks for its naming somebody."""
        if not self.weights:
            return 0.0
        against = sum(weight <= NEVER for weight in self.weights)
        if against * 2 > len(self.weights):
            return NEVER
        return max(self.weights) + 0.5 * sum(self.weights) / len(self.weights)

    @property
    def accepted(self) -> bool:
        """Whether it names somebody by itself."""
        needed = SINGLE if len(self.words) == 1 else FULL
        return self.weight >= needed or (self.listed and self.weight >= LISTED)


@dataclass(slots=True, kw_only=True)
class Named:
    """Somebody with a name: the fullest form, the others, and every mention; `of_kin` if told first as kin."""

    name: str
    words: tuple[str, ...]
    of_kin: bool = False
    aliases: list[str] = field(default_factory=list)
    runs: list[Run] = field(default_factory=list)


def find_named(parsed: Parsed, wholes: Wholes, runs: list[Run]) -> list[Named]:
    """Find the people who are named in a text.

    Args:
        parsed: the text.
        wholes: its hyphened words.
        runs: its capitalised stretches, in order.

    Returns:
        People in order of their first full mention; their runs are in order.
    """
    runs = _with_family(parsed, wholes, runs)
    forms = _forms(parsed, wholes, runs)
    people = _People()
    for form in sorted(forms.values(), key=lambda one: (-len(one.words), one.runs[0].first)):
        body = [run for run in form.runs if not run.heading or _is_author(parsed, run)]
        other = form.accepted and len(form.words) > 1 and any(_is_parent(parsed, wholes, run) for run in body)
        if form.accepted and body and (other or people.full_for(form.words) is None):
            kin = wholes.kin(wholes.of(body[0].first - 1).first) if body[0].first else None
            people.add(Named(name=form.said, words=form.words, of_kin=kin is not None))
    for run in runs:
        form = forms[_key(parsed, run)]
        person = None if form.weight <= NEVER + 1 else people.meant(form.words, run.first)
        if person is not None:
            person.runs.append(run)
            _note_alias(person, form.said)
            people.said(person, form.words, run.first)
    for person in people.all:
        _read_brackets(parsed, person)
    return _merged(parsed, sorted((one for one in people.all if one.runs), key=lambda one: one.runs[0].first))


def _merged(parsed: Parsed, people: list[Named]) -> list[Named]:
    """Make one person of those whose names are two spellings of one."""
    gone: set[int] = set()
    for kept, other in [*_called(parsed, people), *same_spelled([person.words for person in people])]:
        if not {kept, other} & gone:
            gone.add(other)
            people[kept].runs = sorted([*people[kept].runs, *people[other].runs], key=lambda run: run.first)
            for said in (people[other].name, *people[other].aliases):
                _note_alias(people[kept], said)
    return [person for place, person in enumerate(people) if place not in gone]


def _called(parsed: Parsed, people: list[Named]) -> list[tuple[int, int]]:
    """Find "X (real name: Y)" and "X, also known as Y": the places of both in the list of people."""
    ends = {parsed.words[run.last - 1].end: place for place, one in enumerate(people) for run in one.runs}
    begins = {parsed.words[run.first].start: place for place, one in enumerate(people) for run in one.runs}
    pairs = [(ends.get(match.start()), begins.get(match.end())) for match in ALSO.finditer(parsed.text)]
    return [(one, other) for one, other in pairs if one is not None and other is not None and one != other]


def _with_family(parsed: Parsed, wholes: Wholes, runs: list[Run]) -> list[Run]:
    """Give the first of "the brothers Adyl and Akyl Mambetali" the family name."""
    found = list(runs)
    known = frozenset(
        parsed.words[i].lower for run in runs if run.last - run.first > 1 for i in range(run.first, run.last)
    )
    for place, (run, after) in enumerate(pairwise(runs)):
        between = parsed.text[parsed.words[run.last - 1].end : parsed.words[after.first].start]
        if (
            run.last - run.first > 1
            or not 2 <= len(_key(parsed, after)) <= 4
            or between not in {" and ", ", and ", " & "}
        ):
            continue
        if _shares_family(parsed, wholes, run, after, known):
            found[place] = replace(run, family=parsed.said(after.first + 1, after.last))
    return found


def _shares_family(parsed: Parsed, wholes: Wholes, run: Run, after: Run, known: frozenset[str]) -> bool:
    """Say whether "Saeed and Mehran Yaghoubian" are of one family: kin, or two given names, not named before."""
    before = parsed.words[max(0, run.first - 1)]
    if wholes.kin(before.i) and before.tag in {"NNS", "NNPS"} and run.first:
        return True
    first, other = parsed.words[run.first].lower, parsed.words[after.first].lower
    given = given_names().keys() - family_names()
    last = parsed.words[after.last - 1].lower
    return after.last - after.first == 2 and {first, other} <= given and last not in given and first not in known


def _key(parsed: Parsed, run: Run) -> tuple[str, ...]:
    said = [word.lower for word in parsed.words[run.first : run.last] if word.text != "-"]
    return (*said, *run.family.casefold().split())


def _forms(parsed: Parsed, wholes: Wholes, runs: list[Run]) -> dict[tuple[str, ...], Form]:
    forms: dict[tuple[str, ...], Form] = {}
    before: Run | None = None
    of_kin = False
    for run in runs:
        key = _key(parsed, run)
        form = forms.setdefault(key, Form(words=key, said=_spelled(parsed, run)))
        form.runs.append(run)
        goes_on = before is not None and _is_list(parsed, before, run)
        of_kin = (of_kin and goes_on) or _begins_kin(parsed, wholes, run)
        form.weights.append(_weight(parsed, wholes, run) + (3 if of_kin and goes_on else 0))
        if form.said.isupper() and not _spelled(parsed, run).isupper():
            form.said = _spelled(parsed, run)
        if before is not None and goes_on:
            other = forms[_key(parsed, before)]
            form.listed = form.listed or other.accepted
            other.listed = other.listed or form.accepted
        before = run
    return forms


def _weight(parsed: Parsed, wholes: Wholes, run: Run) -> float:
    weight = evidence(parsed, wholes, run)
    lead = parsed.text[max(0, parsed.words[run.first].start - 24) : parsed.words[run.first].start]
    if run.heading and not _is_author(parsed, run):
        return min(weight, 1)
    return weight + 3 * (run.heading or bool(NAME_IS.search(lead)))


def _is_author(parsed: Parsed, run: Run) -> bool:
    """See "Statement of X" at the head of a testimony: its words are X's."""
    start = parsed.words[run.first].start
    return run.heading and bool(AUTHOR.search(parsed.text, max(0, start - 48), start))


def _is_parent(parsed: Parsed, wholes: Wholes, run: Run) -> bool:
    """See "his father, the late lawyer X Y", whose name may be the end of his son's."""
    for place in range(run.first - 1, max(-1, run.first - 10), -1):
        word = parsed.words[place]
        kin = wholes.kin(place)
        if kin is not None:
            return kin.tells in {"father", "grandparent"} and word.tag == "NN"
        if not (word.text == "," or word.tag in {"DT", "JJ", "NN", "NNS"} or word.lower in titles()):
            return False
    return False


def _begins_kin(parsed: Parsed, wholes: Wholes, run: Run) -> bool:
    """See the first name of "her sons, X, Y and Z"."""
    place = run.first - 1
    while place > 0 and parsed.words[place].text in {",", ":"}:
        place -= 1
    return place >= 0 and parsed.words[place].tag == "NNS" and wholes.kin(wholes.of(place).first) is not None


def _spelled(parsed: Parsed, run: Run) -> str:
    return " ".join(
        [*parsed.said(run.first, run.last).replace("’", "'").split(), *([run.family] if run.family else [])]
    )


def _is_list(parsed: Parsed, before: Run, run: Run) -> bool:
    between = parsed.text[parsed.words[before.last - 1].end : parsed.words[run.first].start].strip()
    between = SMALL.sub("", AGE.sub("", between)).strip()
    return between in {",", "and", ", and", ";", "; and", "&"}


class _People:
    """People by each word of their names, so that a long list of names is looked up and not gone through."""

    def __init__(self) -> None:
        self.all: list[Named] = []
        self._by_word: dict[str, list[Named]] = defaultdict(list)
        self._alone: dict[tuple[str, ...], Named] = {}
        self._said: dict[tuple[str, ...], list[tuple[int, Named]]] = defaultdict(list)

    def add(self, person: Named) -> None:
        self.all.append(person)
        for word in dict.fromkeys(person.words):
            self._by_word[word].append(person)

    def full_for(self, words: tuple[str, ...]) -> Named | None:
        """Find somebody whose longer name holds all these words."""
        near = self._by_word.get(words[0] if len(words) == 1 else max(words, key=len), [])
        fitting = [one for one in near[:SAME_SURNAME] if _is_short_for(words, one.words)]
        return fitting[0] if fitting else None

    def meant(self, words: tuple[str, ...], place: int) -> Named | None:
        """Find whom a form means at a place: its own person, else the one last named before with such a name."""
        near = self._by_word.get(words[0] if len(words) == 1 else max(words, key=len), [])[:SAME_SURNAME]
        exact = [one for one in near if one.words == words]
        if exact:
            return exact[0]
        fitting = [one for one in near if _is_short_for(words, one.words)]
        if len(fitting) < 2:
            return fitting[0] if fitting else None
        return self._last(words, fitting, place)

    def _last(self, words: tuple[str, ...], fitting: list[Named], place: int) -> Named:
        """Choose among people of one name: by given name if only one bears it so, else who was named last."""
        first = [one for one in fitting if one.words[0] == words[0]]
        if len(first) == 1:
            return first[0]
        told = self._said.get(words[-1:], [])
        at = bisect_right(told, place, key=lambda one: one[0])
        recent = next((one for _, one in reversed(told[:at]) if one in fitting), None)
        alone = self._alone.get(words)
        chosen = alone if alone and recent and recent.of_kin and not alone.of_kin else recent or fitting[0]
        self._alone[words] = chosen
        return chosen

    def said(self, person: Named, words: tuple[str, ...], place: int) -> None:
        """Remember that somebody was named by full name."""
        if words == person.words:
            for word in words:
                self._said[word,].append((place, person))


def _is_short_for(words: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """Say whether words in this order are part of a fuller name, initials standing for names."""
    if len(words) >= len(full) or full[0] in HONORIFICS or all(word in PARTICLES for word in words):
        return words == full
    place = 0
    for word in words:
        initial = len(word.rstrip(".")) == 1
        while place < len(full) and not (full[place] == word or (initial and full[place].startswith(word.rstrip(".")))):
            place += 1
        if place == len(full):
            return False
        place += 1
    return any(len(word.rstrip(".")) > 1 for word in words)


def _note_alias(person: Named, said: str) -> None:
    if said != person.name and said not in person.aliases and said.casefold() != person.name.casefold():
        person.aliases.append(said)


def _read_brackets(parsed: Parsed, person: Named) -> None:
    """Take another script or spelling in brackets after a name as an alias."""
    for run in person.runs[:20]:
        match = BRACKET.match(parsed.text, parsed.words[run.last - 1].end)
        if match and _is_other_form(match.group(1), person):
            _note_alias(person, match.group(1).strip())


def _is_other_form(said: str, person: Named) -> bool:
    if any(mark.isdigit() for mark in said) or not said[0].isalpha():
        return False
    words = said.split()
    if not said.isascii() and any(ord(mark) > 0x370 for mark in said):
        return len(words) <= 5
    capital = all(word[0].isupper() for word in words)
    near = words[0][:1].casefold() == person.words[0][:1]
    return (
        capital
        and near
        and 1 < len(words) <= 4
        and not {word.casefold() for word in words} & (titles().keys() | kin_words().keys())
    )

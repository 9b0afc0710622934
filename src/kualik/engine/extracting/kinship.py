"""Kin: "her two sons", "Karpovich's wife, Volha", "the eldest of her four brothers", "mother of Nithya"."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from kualik.engine.extracting.numbers import is_number, number
from kualik.engine.extracting.people import Mention, People, Person
from kualik.engine.extracting.tagging import Tag
from kualik.engine.extracting.tokens import Sentence, Span, Token
from kualik.engine.extracting.words import FEMALE, KIN, MALE, POSSESSIVES, word_set

__all__ = ["Place", "Tie", "find_kin"]

SPOUSES = frozenset({"husband", "wife", "spouse"})
CHILDREN = frozenset({"son", "daughter", "child"})
SIBLINGS = frozenset({"brother", "sister", "sibling"})
ORDERS = word_set("eldest oldest elder older youngest younger other second third one")
REACH = 5  # words between the owner and the kin word


@dataclass(frozen=True, slots=True, kw_only=True)
class Tie:
    """One kinship as said: `person` is the `relation` of `relative`."""

    person: int
    relation: str
    relative: int
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """The sentence that is being read."""

    number: int
    sentence: Sentence
    marks: Sequence[Tag]
    teller: int | None  # who says "my" here
    opens: bool = False  # whether a paragraph begins with it

    @property
    def tokens(self) -> tuple[Token, ...]:
        return self.sentence.tokens


def find_kin(here: Place, people: People, *, own: bool) -> list[Tie]:
    """Find kinships of a sentence, registering people who are known by kin alone.

    Args:
        here: the sentence, its number and tags, and who says "my" in it, if known.
        people: the register.
        own: read only "my", "our" and what is quoted (True), or everything else (False).

    Returns:
        Ties in order.
    """
    found: list[Tie] = []
    for place, token in enumerate(here.tokens):
        if token.lower in KIN and (token.text.islower() or place == 0):
            found += _tie(here, place, people, own=own) or _pair(here, place, people, own=own)
    return found


def _tie(here: Place, place: int, people: People, *, own: bool) -> list[Tie]:
    owner, first, mine = _owner(here, place, people)
    token = here.tokens[place]
    if (mine or token.quote >= 0) is not own:
        return []
    if owner is None:
        _note_definite(here, place, people)
        return []
    found: list[Tie] = []
    for person in _who(here, place, first, owner, people):
        person.words.add(token.lower)
        if person.key != owner.key:
            span = Span(start=here.tokens[first].start, end=max(token.end, _name_end(here, place, people, person)))
            found.append(
                _composed(people, Tie(person=person.key, relation=KIN[token.lower], relative=owner.key, span=span))
            )
            _remember(people, person, KIN[token.lower], owner)
    return found


def _composed(people: People, tie: Tie) -> Tie:
    """Make "her sister's husband" and "his wife's brother" an in-law of the one who is named."""
    inner = people.owners.get(tie.relative)
    owner = people.all[tie.relative]
    if inner is None or owner.name or owner.count != 1 or inner[0] == tie.person:
        return tie
    through = inner[1] in SPOUSES and tie.relation in SIBLINGS | {"mother", "father", "parent"}
    if through or (inner[1] in SIBLINGS | CHILDREN and tie.relation in SPOUSES):
        return Tie(person=tie.person, relation="in-law", relative=inner[0], span=tie.span)
    return tie


def _remember(people: People, person: Person, relation: str, owner: Person) -> None:
    """Keep who is whose what, both ways round where the other way has one name."""
    people.kin[owner.key, relation] = person
    people.owners.setdefault(person.key, (owner.key, relation))
    if relation in SPOUSES:
        people.kin[person.key, "husband"] = people.kin[person.key, "wife"] = owner
    elif relation in CHILDREN:
        for parent in {"male": ("father",), "female": ("mother",)}.get(owner.gender or "", ()):
            people.kin[person.key, parent] = owner


def _note_definite(here: Place, place: int, people: People) -> None:
    """Note "the uncle" as a mention of the uncle spoken of before."""
    if place and here.tokens[place - 1].lower == "the":
        token = here.tokens[place]
        person = people.known_as(token.lower, at=token.start)
        if person and (place + 1 >= len(here.tokens) or here.tokens[place + 1].lower != "of"):
            people.mention(
                Mention(start=here.tokens[place - 1].start, end=token.end, sentence=here.number, person=person.key)
            )


def _pair(here: Place, place: int, people: People, *, own: bool) -> list[Tie]:
    """Read "X and Y, siblings" and "the brothers X and Y"."""
    token = here.tokens[place]
    if KIN[token.lower] not in SIBLINGS or own or not token.lower.endswith("s"):
        return []
    after = people.within(Span(start=token.end, end=here.sentence.end))[:2]
    before = people.within(Span(start=here.sentence.start, end=token.start))[-2:]
    near = bool(after) and after[0].start - token.end == 1
    two = after if near else before if place and here.tokens[place - 1].text == "," else []
    if len(two) != 2 or two[0].person == two[1].person:
        return []
    span = Span(start=min(token.start, two[0].start), end=max(token.end, two[1].end))
    return [Tie(person=two[0].person, relation=KIN[token.lower], relative=two[1].person, span=span)]


def _name_end(here: Place, place: int, people: People, person: Person) -> int:
    after = people.within(Span(start=here.tokens[place].end, end=here.tokens[place].end + 40))
    return next((mention.end for mention in after if mention.person == person.key), 0)


def _owner(here: Place, place: int, people: People) -> tuple[Person | None, int, bool]:
    """Find whose kin: the person, where the phrase begins, and whether it is "my"."""
    for back in range(place - 1, max(-1, place - REACH), -1):
        token = here.tokens[back]
        if token.lower in POSSESSIVES and here.marks[back] is Tag.POSSESSIVE:
            return _possessor(here, back, people), back, POSSESSIVES[token.lower] in {"self", "us"}
        if token.lower in {"'s", "'", "’"}:
            return _named_owner(here, back, people), _start_of_owner(here, back), False
        if token.text in {",", ";", ".", ":"} or here.marks[back] in {
            Tag.VERB,
            Tag.AND,
            Tag.PREPOSITION,
            Tag.AUXILIARY,
        }:
            break
    return (*_of(here, place, people), False)


def _of(here: Place, place: int, people: People) -> tuple[Person | None, int]:
    """Read "mother of Nithya", "three sons of the late X"."""
    tokens = here.tokens
    first = place
    while first > 0 and (
        here.marks[first - 1] is Tag.DETERMINER
        or is_number(tokens[first - 1].lower)
        or tokens[first - 1].lower in ORDERS
    ):
        first -= 1
    if place + 1 < len(tokens) and tokens[place + 1].lower == "of":
        after = people.within(Span(start=tokens[place + 1].end, end=tokens[place + 1].end + 45))
        close = [one for one in after if one.start - tokens[place + 1].end < 12]
        if close:
            return people.all[close[0].person], first
    return None, first


def _possessor(here: Place, place: int, people: People) -> Person | None:
    token = here.tokens[place]
    kind = POSSESSIVES[token.lower]
    if kind in {"self", "us"}:
        return people.all[here.teller] if here.teller is not None else None
    if kind == "relative":
        before = people.within(Span(start=here.sentence.start, end=token.start))
        return people.all[before[-1].person] if before else None
    if kind == "thing":
        return None
    if here.opens and token.start == here.sentence.start and kind in {"male", "female"}:
        topic = people.topic(before=token.start, gender=kind)
        if topic:
            return topic
    without = here.teller if token.quote >= 0 else None
    found = people.meant(at=token.start, sentence=here.number, gender=kind, quote=token.quote, without=without)
    if found is None and kind == "many":
        found = people.meant(at=token.start, sentence=here.number, gender=None, quote=token.quote, without=without)
    return None if found and found.gender == "thing" else found


def _named_owner(here: Place, mark: int, people: People) -> Person | None:
    last = here.tokens[mark - 1] if mark else here.tokens[0]
    mentions = [one for one in people.within(Span(start=here.sentence.start, end=last.end)) if one.end == last.end]
    return people.all[mentions[-1].person] if mentions else None


def _start_of_owner(here: Place, mark: int) -> int:
    first = mark - 1
    while first > 0 and here.tokens[first - 1].capital and here.tokens[first - 1].text.isalpha():
        first -= 1
    return max(first, 0)


def _who(here: Place, place: int, first: int, owner: Person, people: People) -> list[Person]:
    """Find the kin: named right after, named before a comma, or registered by description."""
    named = _named_after(here, place, people) or _named_before(here, first, people)
    word = here.tokens[place].lower
    gender = "female" if word in FEMALE else "male" if word in MALE else None
    known = people.kin.get((owner.key, KIN[word]))
    if named:
        for person in named:
            person.gender = person.gender or gender
        if known and known.name is None and known.count == 1 and len(named) == 1:
            people.become(known, named[0])
        return named
    if known and known.count == 1 and not word.endswith("s"):
        _mention(here, first, place, people, known)
        return [known]
    described = _described(here, place, first, owner, people, gender)
    return [described]


def _named_after(here: Place, place: int, people: People) -> list[Person]:
    tokens = here.tokens
    after = place + 1
    if after < len(tokens) and tokens[after].text == ",":
        after += 1
    elif [token.lower for token in tokens[after : after + 3]] == ["'s", "name", "is"]:
        after += 3
    if after < len(tokens) and tokens[after].lower in {"in", "of"} and after + 3 < len(tokens):
        return _only_as(here, after, people)
    if after >= len(tokens):
        return []
    mentions = [one for one in people.within(Span(start=tokens[after].start, end=here.sentence.end)) if not one.owner]
    if (
        not mentions
        or mentions[0].start != tokens[after].start
        or (after > place + 1 and not _closed(here, mentions[0]))
    ):
        return []
    found = [people.all[mentions[0].person]]
    for before, mention in pairwise(mentions):
        between = "".join(token.text for token in tokens if before.end <= token.start < mention.start)
        if between not in {"and", ",", ",and"} or not tokens[place].lower.endswith("s"):
            break
        found.append(people.all[mention.person])
    return found


def _only_as(here: Place, after: int, people: People) -> list[Person]:
    """Read "His cousin in Istanbul, who asked to be named only as Dilber"."""
    window = here.tokens[after : after + 14]
    for place, token in enumerate(window[:-1]):
        if token.lower == "as" and {"named", "identified", "name"} & {word.lower for word in window[:place]}:
            mentions = people.within(Span(start=window[place + 1].start, end=here.sentence.end))
            return [people.all[mentions[0].person]] if mentions and mentions[0].start == window[place + 1].start else []
    return []


def _closed(here: Place, mention: Mention) -> bool:
    """An apposition ends in a comma or the like; "his wife, Li said" does not."""
    follows = next((token for token in here.tokens if token.start >= mention.end), None)
    return follows is None or not follows.text[0].isalnum() or follows.lower == "and"


def _named_before(here: Place, first: int, people: People) -> list[Person]:
    tokens = here.tokens
    while first > 0 and here.marks[first - 1] is Tag.DETERMINER:
        first -= 1
    if first < 2 or tokens[first - 1].text != ",":
        return []
    mentions = [
        one
        for one in people.within(Span(start=here.sentence.start, end=here.sentence.end))
        if one.end == tokens[first - 2].end and not one.owner
    ]
    return [people.all[one.person] for one in mentions if people.all[one.person].count == 1][:1]


def _described(here: Place, place: int, first: int, owner: Person, people: People, gender: str | None) -> Person:
    tokens = here.tokens
    between = [token.lower for token in tokens[first:place]]
    count = next((int(number(word) or 0) for word in between if is_number(word) and word != "one"), None)
    word = tokens[place].lower
    plural = (word.endswith("s") and not word.endswith("in-law")) or word in {"children", "wives"}
    order = next((one for one in between if one in ORDERS), None)
    first, partitive = _partitive(here, first)
    text = f"{order} {word}" if order and order != "other" else word
    description = f"{text} of {owner.label}"
    if partitive:
        description = f"the {partitive} of the {' '.join([*between[1:], word])} of {owner.label}"
    elif plural and count:
        description = f"{_count_word(between)} {word} of {owner.label}"
    person = people.described(description) or people.add(
        description=description, count=1 if partitive or not plural else count
    )
    person.gender = person.gender or (gender if person.count == 1 else None)
    person.described_at = person.described_at or Span(start=tokens[first].start, end=tokens[place].end)
    _mention(here, first, place, people, person)
    return person


def _mention(here: Place, first: int, place: int, people: People, person: Person) -> None:
    tokens = here.tokens
    people.mention(
        Mention(
            start=tokens[first].start, end=tokens[place].end, sentence=here.number, person=person.key,
            owner=place + 1 < len(tokens) and tokens[place + 1].lower in {"'s", "'", "’"}, quote=tokens[place].quote,
        )
    )  # fmt: skip


def _count_word(between: Sequence[str]) -> str:
    return next((word for word in between if is_number(word)), "")


def _partitive(here: Place, first: int) -> tuple[int, str | None]:
    """Read "the eldest of her four brothers": one of them."""
    if first >= 2 and here.tokens[first - 1].lower == "of" and here.tokens[first - 2].lower in ORDERS:
        order = here.tokens[first - 2].lower
        start = first - 3 if first >= 3 and here.tokens[first - 3].lower == "the" else first - 2
        return start, order
    return first, None

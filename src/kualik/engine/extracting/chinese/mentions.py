"""Who is spoken of in a clause: names, kin, pronouns and the like, from left to right."""

from collections.abc import Sequence

from kualik.engine.extracting.chinese.cutting import Token
from kualik.engine.extracting.chinese.layout import Clause
from kualik.engine.extracting.chinese.merging import INVERSE
from kualik.engine.extracting.chinese.numerals import value
from kualik.engine.extracting.chinese.story import Mention, Story
from kualik.engine.extracting.chinese.tables import column, mapping, words
from kualik.engine.extracting.notes import Tie
from kualik.engine.extracting.spans import Span

__all__ = ["read_mentions"]

HE, SHE, SELF = "他", "她", frozenset({"自己", "其", "本人"})
COUNTERS = words("mentions.counters")
BETWEEN_KIN = words("mentions.between-kin")
OWNED_ONLY = words("mentions.owned-only")
UNTIED = frozenset({"亲属", "亲戚"})
THIS = words("mentions.this")
ONE = frozenset({"一", "1", "某"})
PLURAL_KIN = words("mentions.plural-kin")
GENDER_OF = {
    "father": "male",
    "son": "male",
    "husband": "male",
    "brother": "male",
    "mother": "female",
    "daughter": "female",
    "wife": "female",
    "sister": "female",
}
MOST_NAMED = 6
LONGEST_PHRASE = 12  # tokens from "一名" to the noun


def read_mentions(story: Story, clause: Clause) -> list[Mention]:
    """Find who is spoken of in a clause, and note the kinship told there.

    Args:
        story: the text being read; its memory of who was spoken of last is brought up to date.
        clause: the clause; those before it were read.

    Returns:
        Mentions in order; they are kept in the story.
    """
    if clause.start in story.mentions:
        return story.mentions[clause.start]
    found: list[Mention] = []
    story.mentions[clause.start] = found
    place = 0
    while place < len(clause.tokens):
        taken = _mention(story, clause, place, found)
        place = taken or place + 1
    for mention in found:
        if (story.notes.parties[mention.party].count or 2) > 1 and not story.notes.parties[mention.party].body:
            story.last_group = mention.party
        if mention.kind != "pronoun":
            story.remember(mention.party)
    return found


def _mention(story: Story, clause: Clause, place: int, found: list[Mention]) -> int:
    """Read the mention that begins at a token; the place after it, 0 where none begins."""
    token = clause.tokens[place]
    if token.kind == "name":
        party = story.people.named.get(token.start)
        if party is None:
            return 0
        _is_kin_of(story, clause, place, found, party)
        _add(found, clause, place, place + 1, party, "name")
        return place + 1
    if token.text in mapping("kin") and token.kind == "han":
        return _kin(story, clause, place, found)
    if token.text in {HE, SHE} or token.text in SELF:
        party = _pronoun(story, clause, token, found)
        if party is not None:
            _add(found, clause, place, place + 1, party, "pronoun")
        return place + 1
    if token.text == "我" and story.me is not None:
        _add(found, clause, place, place + 1, story.me, "pronoun")
        return place + 1
    return _these(story, clause, place, found) or _described(story, clause, place, found)


def _add(found: list[Mention], clause: Clause, first: int, last: int, party: int, kind: str) -> None:
    owns = (
        last < len(clause.tokens)
        and clause.tokens[last].text in {"的", "之"}
        and not (first and clause.tokens[first - 1].text == "姓")
    )
    found.append(
        Mention(start=clause.tokens[first].start, end=clause.tokens[last - 1].end, party=party, kind=kind, owns=owns)
    )


def _is_kin_of(story: Story, clause: Clause, place: int, found: list[Mention], party: int) -> None:
    """Tie a name to the kin phrase right before it: 她的父亲、物理教师吐尔逊."""
    if not found or found[-1].kind != "kin":
        return
    between = story.folded[found[-1].end : clause.tokens[place].start]
    apart = between.strip("、，（(是 ")
    kin = story.people.notes.parties[found[-1].party]
    if kin.name is not None or kin.count not in {1, None} or ("、" not in between and apart) or len(between) > 20:
        return
    if apart and not apart.endswith(tuple(column("people"))):
        return
    _become(story, found, party)


def _become(story: Story, found: list[Mention], party: int) -> None:
    """Say that the kin just described is somebody who is named."""
    old = found[-1].party
    if old == party:
        return
    for number, tie in enumerate(story.notes.ties):
        if old in {tie.person, tie.relative}:
            person, relative = (party if one == old else one for one in (tie.person, tie.relative))
            story.notes.ties[number] = Tie(
                person=person, relation=tie.relation, relative=relative, span=tie.span, rule=tie.rule
            )
    gender = story.people.gender.get(old)
    if gender:
        story.people.gender.setdefault(party, gender)
    story.people.renamed[old] = party
    found.pop()


def _kin(story: Story, clause: Clause, place: int, found: list[Mention]) -> int:
    """Read a kin term: whose, how many, and the name beside it."""
    tokens, word = clause.tokens, clause.tokens[place].text
    first, owner = _owner(story, clause, place, found)
    if owner is None and tokens[first].text == "的":
        return place + 1
    last = place + 1
    named = story.people.named.get(tokens[last].start) if last < len(tokens) and tokens[last].kind == "name" else None
    if owner is None:
        if word in OWNED_ONLY and named is None:
            return place + 1
        owner = _implied_owner(story, clause, place, found)
    if owner is None:
        return place + 1
    relation = mapping("kin")[word]
    if named is not None and named != owner:
        _add(found, clause, place, last + 1, named, "name")
        _tie(story, named, relation, owner, Span(start=tokens[first].start, end=tokens[last].end))
        if mapping("kin", 2).get(word):
            story.people.gender.setdefault(named, mapping("kin", 2)[word])
        return last + 1
    if relation == "relative":
        return place + 1
    subject = _named_before(story, clause, first, found)
    if subject is not None and subject != owner:
        _tie(
            story,
            subject,
            relation,
            owner,
            Span(start=found[-1].start if found else tokens[first].start, end=tokens[place].end),
        )
        _add(found, clause, first, last, subject, "kin")
        return last
    party = _kin_party(story, clause, first, place, owner)
    _add(found, clause, first, last, party, "kin")
    _tie(story, party, relation, owner, Span(start=tokens[first].start, end=tokens[place].end))
    return last


def _named_before(story: Story, clause: Clause, first: int, found: Sequence[Mention]) -> int | None:
    """Read "Y是X的妻子": the kin is somebody named before 是."""
    if first < 2 or clause.tokens[first - 1].text not in {"是", "为"}:
        return None
    before = next((one for one in reversed(found) if one.end == clause.tokens[first - 2].end), None)
    return before.party if before and story.people.is_person(before.party) else None


def _tie(story: Story, person: int, relation: str, relative: int, span: Span) -> None:
    if person != relative:
        story.notes.ties.append(Tie(person=person, relation=relation, relative=relative, span=span, rule="kin.term"))


def _owner(story: Story, clause: Clause, place: int, found: list[Mention]) -> tuple[int, int | None]:
    """Find whose kin it is from the words right before the term, and where the phrase begins."""
    tokens = clause.tokens
    first = place
    while (
        first > 0
        and place - first < 6
        and (tokens[first - 1].text in BETWEEN_KIN or value(tokens[first - 1].text) is not None)
    ):
        first -= 1
    before = found[-1] if found else None
    if before is not None and first > 0 and before.end == tokens[first - 1].end:
        start = next(number for number, token in enumerate(tokens) if token.start >= before.start)
        return start, before.party
    if (
        before is not None
        and first > 0
        and tokens[first - 1].text in {"有", "还有", "育有", "另有"}
        and not before.owns
    ):
        return first, before.party
    if (
        before is not None
        and first > 1
        and tokens[first - 1].text in {"和", "与", "及", "同", "跟"}
        and before.end == tokens[first - 2].end
        and first == place
    ):
        return place, before.party
    return first, None


def _implied_owner(story: Story, clause: Clause, place: int, found: Sequence[Mention]) -> int | None:
    """Find whose father "the father" is: of the clause's subject, of who speaks, or of who was spoken of last."""
    spoken = any(token.text in column("cues") for token in clause.tokens[:place])
    subject = next(
        (
            one.party
            for one in found
            if one.kind in {"name", "pronoun"} and not one.owns and story.people.is_person(one.party)
        ),
        None,
    )
    if subject is not None and not spoken:
        return subject
    if story.me is not None:
        return story.me
    owners = (story.teller, *story.firsts, *reversed(story.subjects))
    return next((owner for owner in owners if story.people.is_person(owner)), None)


def _kin_party(story: Story, clause: Clause, first: int, place: int, owner: int) -> int:
    tokens = clause.tokens
    span = Span(start=tokens[first].start, end=tokens[place].end)
    known = (
        _known_kin(story, owner, mapping("kin")[tokens[place].text])
        if first == place and tokens[place].text not in PLURAL_KIN
        else None
    )
    if known is not None:
        return known
    label, word = story.people.label(owner), story.words(Span(start=tokens[place].start, end=tokens[place].end))
    number = next(
        (n for token in tokens[first:place] if (n := value(token.text)) is not None and token.text not in {"大", "小"}),
        None,
    )
    between = "".join(
        token.text
        for token in tokens[first:place]
        if token.text in BETWEEN_KIN and token.text not in {"的", "这", "那", "同胞", "岁"} and value(token.text) != 1
    )
    between = between if between not in {"个", "名", "位"} else ""
    count = number or (1 if tokens[place].text not in PLURAL_KIN else 2 if "父母" in word or word == "双亲" else None)
    party = story.people.described(f"{label}的{between}{word}", span, rule="kin.term", count=count)
    party = story.people.renamed.get(party, party)
    gender = mapping("kin", 2).get(tokens[place].text)
    if gender:
        story.people.gender.setdefault(party, gender)
    return party


def _known_kin(story: Story, owner: int, relation: str) -> int | None:
    """Find the named person who is already known to be this relation of the owner."""
    for tie in reversed(story.notes.ties):
        if tie.relative == owner and tie.relation == relation and story.people.is_person(tie.person):
            return tie.person
        if tie.person == owner and tie.relation in INVERSE.get(relation, ()) and story.people.is_person(tie.relative):
            gender = story.people.gender.get(tie.relative)
            if gender is None or gender == GENDER_OF.get(relation, gender):
                return tie.relative
    return None


def _pronoun(story: Story, clause: Clause, token: Token, found: Sequence[Mention]) -> int | None:
    """Find who "he", "she" or "self" is: who spoke or was spoken of last, of that sex."""
    if token.text in SELF:
        if found and story.people.is_person(found[0].party):
            return found[0].party
        return story.teller if story.people.is_person(story.teller) else None
    gender = "female" if token.text == SHE else "male"
    here = {mention.party for mention in found if not mention.owns}
    nearest = [*story.firsts, *reversed(story.subjects), story.speaker] if not found else [*story.firsts]
    for order in (nearest, [*reversed(story.recent)]):
        able = [
            key
            for key in order
            if key is not None and key not in here and key != story.me and story.people.is_person(key)
        ]
        fitting = [key for key in able if story.people.gender.get(key, gender) == gender]
        known = [key for key in fitting if key in story.people.gender] if gender == "female" else []
        if known or fitting:
            return (known or fitting)[0]
    return None


def _these(story: Story, clause: Clause, place: int, found: list[Mention]) -> int:
    """Read "三人": as many people as were named last."""
    tokens = clause.tokens
    whole = tokens[place].text
    count = value(whole[:-1]) if whole[-1] == "人" and len(whole) > 1 else value(whole)
    last = place + 1 if whole[-1] == "人" else place + 2
    if (
        count is None
        or not 2 <= count <= MOST_NAMED
        or (last == place + 2 and (place + 1 >= len(tokens) or tokens[place + 1].text not in {"人", "人均", "人都"}))
    ):
        return 0
    named = [key for key in story.recent if story.people.is_person(key) and story.notes.parties[key].name][-count:]
    if len(named) < count:
        return 0
    span = Span(start=tokens[place].start, end=tokens[last - 1].end)
    party = story.people.described(
        "、".join(story.people.label(key) for key in named), span, rule="person.group", count=count
    )
    story.members[party] = tuple(named)
    _add(found, clause, place, last, party, "described")
    return last


def _described(story: Story, clause: Clause, place: int, found: list[Mention]) -> int:
    """Read "一名维吾尔女子", "三名学生", "该男子": people known by number and noun."""
    tokens = clause.tokens
    text = tokens[place].text
    if text in {"此人", "该人"}:
        told = next(
            (
                key
                for key in (*reversed(story.recent),)
                if story.people.is_person(key) and "official" not in story.notes.parties[key].roles
            ),
            None,
        )
        if told is not None:
            _add(found, clause, place, place + 1, told, "pronoun")
        return place + 1
    if text in THIS:
        return _this(story, clause, place, found)
    after = place + 1
    count = value(text[:-1]) if len(text) > 1 and text[-1] in {"名", "位", "个"} else value(text)
    if text[-1:] not in {"名", "位", "个"}:
        if count is None or after >= len(tokens) or tokens[after].text not in COUNTERS:
            return 0
        after += 1
    if count is None:
        return 0
    head = _head(tokens, after)
    if head is None:
        return 0
    if head + 1 < len(tokens) and tokens[head + 1].kind == "name":
        return head + 1
    span = Span(start=tokens[place].start, end=tokens[head].end)
    party = story.people.described(story.words(span), span, rule="person.described", count=count)
    gender = mapping("people", 2).get(tokens[head].text) or (
        "female" if "女" in story.folded[span.start : span.end] else None
    )
    if count == 1:
        story.by_noun[tokens[head].text] = party
    if gender:
        story.people.gender.setdefault(party, gender)
    _add(found, clause, place, head + 1, party, "described")
    return head + 1


def _head(tokens: Sequence[Token], first: int) -> int | None:
    """Find the noun of a phrase that began with a number: the last one before the phrase breaks off."""
    head = None
    for place in range(first, min(len(tokens), first + LONGEST_PHRASE)):
        token = tokens[place]
        if token.text in column("people"):
            head = place
            if place + 1 >= len(tokens) or (
                tokens[place + 1].text not in column("people") and tokens[place + 1].text != "的"
            ):
                return head
        elif token.kind in {"mark", "quote", "name"} or token.text in column("cues"):
            return head
    return head


def _this(story: Story, clause: Clause, place: int, found: list[Mention]) -> int:
    head = _head(clause.tokens, place + 1)
    if head is None or head - place > 6:
        return 0
    tokens = clause.tokens
    gender = mapping("people", 2).get(tokens[head].text)
    told = story.by_noun.get(tokens[head].text)
    if (
        told is not None
        and head + 2 < len(tokens)
        and tokens[head + 1].text in {"叫", "名叫", "是", "名为", "即"}
        and tokens[head + 2].kind == "name"
    ):
        named = story.people.named.get(tokens[head + 2].start)
        if named is not None:
            story.people.renamed[told] = named
        return head + 1
    if told is not None:
        _add(found, clause, place, head + 1, story.people.renamed.get(told, told), "pronoun")
        return head + 1
    for key in reversed(story.recent):
        if (
            story.people.is_person(key)
            and key != story.me
            and (not gender or story.people.gender.get(key, gender) == gender)
        ):
            _add(found, clause, place, head + 1, key, "pronoun")
            return head + 1
    return 0

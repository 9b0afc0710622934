"""Kin: whose, how many, and who they are by name."""

from collections.abc import Sequence

from kualik.engine.extracting.chinese.cutting import Token
from kualik.engine.extracting.chinese.layout import Clause
from kualik.engine.extracting.chinese.merging import INVERSE
from kualik.engine.extracting.chinese.numerals import value
from kualik.engine.extracting.chinese.story import Mention, Story, spoken_of
from kualik.engine.extracting.chinese.tables import column, mapping, words
from kualik.engine.extracting.notes import Tie
from kualik.engine.extracting.spans import Span

__all__ = ["read_kin", "tie_to_kin_before"]

BETWEEN = words("kinship.between")
AND = frozenset({"和", "与", "及", "同", "跟"})
HAVE = frozenset({"有", "还有", "育有", "另有"})
UNSAID = frozenset({"的", "这", "那", "同胞", "岁"})
MALE = frozenset({"father", "son", "husband", "brother"})
FEMALE = frozenset({"mother", "daughter", "wife", "sister"})
OUTSIDERS = frozenset({"official", "lawyer", "journalist", "researcher"})
# said to elders after their name, of whom nobody is kin for that
COURTESY = frozenset(
    ["先生", "太太", "阿姨", "叔叔", "大哥", "大姐", "奶奶", "爷爷", "伯伯", "哥", "姐", "大嫂", "嫂子"]
)
UNKNOWN = frozenset(
    ["我", "我们", "你", "您", "你们", "他", "她", "他们", "她们", "咱", "咱们", "俺", "人家", "别人", "大家", "对方"]
)  # whose kin, where unsaid
REACH = 6  # words between whose kin it is and the term
LISTED = 4  # ties told last among which a family is listed
APART = 20  # characters between a kin term and the name of the one it means


def read_kin(story: Story, clause: Clause, place: int, found: list[Mention]) -> int:
    """Read a kin term.

    Args:
        story: the text being read; the tie goes to its notes.
        clause: the clause.
        place: the term.
        found: the mentions before it; the kin is added.

    Returns:
        The place after what was read.
    """
    tokens, relation = clause.tokens, mapping("kin")[clause.tokens[place].text]
    if tokens[place].text in COURTESY and place and tokens[place - 1].kind == "name":
        return place + 1
    first, owner = _owner(story, clause, place, found)
    named = _named_after(story, tokens, place)
    if owner is None and (
        (first and tokens[first - 1].text in UNKNOWN)
        or tokens[first].text == "的"
        or (tokens[place].text in words("kinship.owned-only") and named is None)
    ):
        return place + 1
    owner = owner if owner is not None else _implied_owner(story, clause, place, found)
    person = named if named is not None else _named_before(story, clause, first, found)
    if owner is None or (person is None and relation == "relative"):
        return place + 1
    last = place + 2 if named is not None and named != owner else place + 1
    if person is None or person == owner:
        person = _described(story, tokens[first : place + 1], owner)
    spoken_of(
        found, clause, (first if last == place + 1 else place, last), person, "name" if last > place + 1 else "kin"
    )
    _note_gender(story, person, tokens[place].text)
    _tie(story, person, relation, owner, Span(start=tokens[first].start, end=tokens[last - 1].end))
    return last


def _named_after(story: Story, tokens: Sequence[Token], place: int) -> int | None:
    after = tokens[place + 1] if place + 1 < len(tokens) else None
    return story.people.named.get(after.start) if after and after.kind == "name" else None


def _named_before(story: Story, clause: Clause, first: int, found: Sequence[Mention]) -> int | None:
    """Read "Y是X的妻子": the kin is somebody named before 是."""
    if first < 2 or clause.tokens[first - 1].text not in {"是", "为"}:
        return None
    before = next((one for one in reversed(found) if one.end == clause.tokens[first - 2].end), None)
    return before.party if before and story.people.is_person(before.party) else None


def _note_gender(story: Story, party: int, term: str) -> None:
    gender = mapping("kin", 2).get(term)
    if gender:
        story.people.gender.setdefault(party, gender)


def _tie(story: Story, person: int, relation: str, relative: int, span: Span) -> None:
    if person == relative:
        return
    story.notes.ties.append(Tie(person=person, relation=relation, relative=relative, span=span, rule="kin.term"))
    story.kin.setdefault((relative, relation), person)
    for other in INVERSE.get(relation, ()):
        story.kin.setdefault((person, other), relative)


def _owner(story: Story, clause: Clause, place: int, found: Sequence[Mention]) -> tuple[int, int | None]:
    """Find whose kin it is from the words right before the term, and where the phrase begins."""
    tokens, first = clause.tokens, place
    while first > 0 and place - first < REACH and (tokens[first - 1].text in BETWEEN or value(tokens[first - 1].text)):
        first -= 1
    if not found or first == 0:
        return first, None
    before, link = found[-1], tokens[first - 1]
    if before.end == link.end:
        return next(number for number, token in enumerate(tokens) if token.start >= before.start), before.party
    listed = first == place or (before.kind == "kin" and first > 1)
    if listed and link.text in {*AND, "、"} and first > 1 and before.end == tokens[first - 2].end:
        return first, _whose_kin(story, before.party, None)
    return first, before.party if link.text in HAVE and not before.owns else None


def _implied_owner(story: Story, clause: Clause, place: int, found: Sequence[Mention]) -> int | None:
    """Find whose father "the father" is: of the clause's subject, of who speaks, or of who was spoken of last."""
    people = story.people
    spoken = any(token.text in column("cues") for token in clause.tokens[:place])
    own = (one for one in found if one.kind in {"name", "pronoun"} and not one.owns and people.is_person(one.party))
    subject = next(own, None)
    relation = mapping("kin")[clause.tokens[place].text]
    if subject is not None and not spoken:
        return _whose_kin(story, subject.party, relation)
    teller = _teller(story, clause, place, found)
    owners = (story.me, teller, *story.firsts, *reversed(story.subjects))
    owner = next((owner for owner in owners if owner is not None and people.is_person(owner)), None)
    return owner if owner is None or owner in {story.me, teller} else _whose_kin(story, owner, relation)


def _teller(story: Story, clause: Clause, place: int, found: Sequence[Mention]) -> int | None:
    """Find whose words the kin is told in: of the one right before the verb in the clause, else of who spoke last."""
    cue = next((token.start for token in clause.tokens[:place] if token.text in column("cues")), None)
    here = [one.party for one in found if cue is not None and one.end <= cue and not one.owns]
    able = (one for one in (*here[-1:], story.teller) if one is not None and story.people.is_person(one))
    teller = next((one for one in able if not _is_source(story, one)), None)
    if teller is None or teller == story.me or story.notes.parties[teller].name:
        return teller
    return _whose_kin(story, teller, mapping("kin")[clause.tokens[place].text])


def _is_source(story: Story, party: int) -> bool:
    """Say whether somebody only tells of others: an official, a lawyer, a nameless source."""
    one = story.notes.parties[party]
    return bool(one.roles & OUTSIDERS) or (one.name is None and one.rule == "person.described")


def _whose_kin(story: Story, party: int, relation: str | None) -> int:
    """Go back from one of a family to the one whose family is listed: 他的妻子X、儿子Y."""
    last = story.notes.ties[-LISTED:]
    tie = next((tie for tie in reversed(last) if tie.person == party), None)
    if tie is None or (relation and relation in INVERSE.get(tie.relation, ())) or tie.relation == "relative":
        return party
    return tie.relative if story.people.is_person(tie.relative) else party


def _described(story: Story, phrase: Sequence[Token], owner: int) -> int:
    """Find or describe the kin that a phrase such as 三个兄弟 means."""
    term, before = phrase[-1], phrase[:-1]
    single = term.text not in words("kinship.plural")
    known = story.kin.get((owner, mapping("kin")[term.text])) if single and _is_bare(before) else None
    if known is not None and story.people.is_person(known) and _fits(story, known, mapping("kin")[term.text]):
        return story.people.renamed.get(known, known)
    between = "".join(
        one.text for one in before if one.text in BETWEEN and one.text not in UNSAID and value(one.text) != 1
    )
    number = next((count for one in before if (count := value(one.text)) is not None), None)
    word = story.words(Span(start=term.start, end=term.end))
    label = f"{story.people.label(owner)}的{'' if between in {'个', '名', '位'} else between}{word}"
    count = number or (1 if single else 2 if term.text in {"父母", "双亲", "父母亲", "祖父母"} else None)
    span = Span(start=phrase[0].start, end=term.end)
    return story.people.described(label, span, rule="kin.term", count=count)


def _is_bare(before: Sequence[Token]) -> bool:
    """Say whether nothing but whose it is stands before a kin term: 父亲, 他的父亲, not 另一个弟弟."""
    inner = [one for one in before if one.text not in {"的", "之"}]
    return not inner or (len(inner) == 1 and (inner[0].kind == "name" or inner[0].text in {*UNKNOWN, "其", "自己"}))


def _fits(story: Story, party: int, relation: str) -> bool:
    gender = story.people.gender.get(party)
    return gender is None or relation not in (FEMALE if gender == "male" else MALE)


def tie_to_kin_before(story: Story, clause: Clause, place: int, found: list[Mention], party: int) -> None:
    """Say that the kin described right before a name is the one named: 她的父亲、物理教师吐尔逊.

    Args:
        story: the text being read.
        clause: the clause.
        place: the name.
        found: the mentions before it; the kin phrase is taken out where it means the name.
        party: the named one.
    """
    if not found or found[-1].kind != "kin" or found[-1].party == party:
        return
    old = found[-1].party
    between = story.folded[found[-1].end : clause.tokens[place].start]
    apart = between.strip("、，（(是 ")
    kin = story.notes.parties[old]
    if kin.name is not None or kin.count not in {1, None} or len(between) > APART:
        return
    if apart and ("、" not in between or not apart.endswith(tuple(column("people")))):
        return
    gender = story.people.gender.get(old)
    if gender:
        story.people.gender.setdefault(party, gender)
    story.people.renamed[old] = party
    found.pop()

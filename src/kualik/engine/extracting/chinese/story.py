"""One text while it is being read: its words, sentences, people, dates, and who was spoken of last."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from kualik.engine.extracting.chinese.cutting import Token, cut
from kualik.engine.extracting.chinese.dates import Date, dates_in, find_dates
from kualik.engine.extracting.chinese.folding import fold
from kualik.engine.extracting.chinese.layout import Clause, Sentence, lay_out
from kualik.engine.extracting.chinese.naming import Name, find_names
from kualik.engine.extracting.chinese.people import People, register
from kualik.engine.extracting.chinese.tables import mapping
from kualik.engine.extracting.notes import Notes
from kualik.engine.extracting.spans import Span
from kualik.engine.facts.claims import Document

__all__ = ["Mention", "Story", "begin", "published_in", "spoken_of"]

HEAD = 400  # characters in which a dateline stands
DATELINE = re.compile(
    r"(?:^|\n)(?:[（(【\[][^\n。]{0,30}?)?(?:发布时间|日期|时间)?[：:\s]{0,2}"
    r"((?:19|20)\d\d(?:年\d{1,2}月\d{1,2}日|[-/.]\d{1,2}[-/.]\d{1,2}))(?=[）)】\]讯电\n\s]|$)"
)
REMEMBERED = 12  # people that a pronoun may still mean


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """Where a party is spoken of; kind: name, kin, pronoun, described. `owner` where "X的" follows."""

    start: int
    end: int
    party: int
    kind: str
    owns: bool = False


@dataclass(slots=True)
class Story:
    """A text being read."""

    text: str
    folded: str
    sentences: Sequence[Sentence]
    people: People
    dates: Sequence[Date]
    notes: Notes
    mentions: dict[int, list[Mention]] = field(default_factory=dict)  # by where a clause begins
    recent: list[int] = field(default_factory=list)  # parties, the last one last
    speaker: int | None = None  # who spoke last
    subjects: list[int] = field(default_factory=list)  # of the sentences before, the last one last
    firsts: list[int] = field(default_factory=list)  # who the clauses before in this sentence began with, nearest first
    by_noun: dict[str, int] = field(default_factory=dict)  # "a trader" -> the party that "this trader" is
    called: int | None = None  # who was called or written to last
    me: int | None = None  # who says "I" here
    narrator: int | None = None  # who says "I" throughout
    members: dict[int, tuple[int, ...]] = field(default_factory=dict)  # "the three" -> the people named before
    kin: dict[tuple[int, str], int] = field(default_factory=dict)  # whose, which relation -> who
    states: dict[int, str] = field(default_factory=dict)  # in which state somebody was last said to be
    last_group: int | None = None  # the group spoken of last, of which "one" is one
    groups: dict[int, int] = field(default_factory=dict)  # by where a sentence begins: the group spoken of before it
    ones: dict[int, int] = field(default_factory=dict)  # by where a clause begins: which one of a group it tells of
    parted: set[str] = field(default_factory=set)  # the groups of which one was told of
    teller: int | None = None  # whose words a clause is, where it is not the narrator's
    topics: dict[int, int] = field(default_factory=dict)  # by where a sentence begins: whom the one before was about
    published: str | None = None

    def note_subject(self, party: int) -> None:
        """Note whom a sentence was about."""
        self.subjects.append(party)
        del self.subjects[:-2]

    def note_topic(self, start: int) -> None:
        """Note whom the text was about before the sentence that begins here."""
        last = next((key for key in reversed(self.recent) if self.people.is_person(key)), None)
        if last is not None:
            self.topics[start] = last
        if self.last_group is not None:
            self.groups[start] = self.last_group

    def words(self, span: Span) -> str:
        """The words of a stretch as kept."""
        return self.text[span.start : span.end]

    def dates_of(self, clause: Clause | Sentence) -> list[Date]:
        """Find the dates that stand in a clause or sentence."""
        return dates_in(self.dates, clause.start, clause.end)

    def remember(self, party: int) -> None:
        """Note that somebody was spoken of."""
        if party in self.recent:
            self.recent.remove(party)
        self.recent.append(party)
        del self.recent[:-REMEMBERED]


def published_in(folded: str) -> str | None:
    """Find the day of publication in a dateline or in a line that is only a date.

    Args:
        folded: the text, folded.

    Returns:
        EDTF; None where the head of the text does not tell.
    """
    match = DATELINE.search(folded, 0, HEAD)
    if match is None:
        return None
    dates = find_dates(folded[match.start(1) : match.end(1)], published=None)
    return dates[0].edtf if dates and dates[0].full else None


def spoken_of(found: list[Mention], clause: Clause, stretch: tuple[int, int], party: int, kind: str) -> None:
    """Note that the words [first, last) of a clause speak of somebody.

    Args:
        found: the mentions of the clause so far.
        clause: the clause.
        stretch: first word and the one after the last.
        party: who.
        kind: name, kin, pronoun or described.
    """
    first, last = stretch
    tokens = clause.tokens
    after = tokens[last].text if last < len(tokens) else ""
    owns = after in {"的", "之"} and not (first and tokens[first - 1].text == "姓")
    owns = owns or (kind == "pronoun" and after in mapping("kin"))
    found.append(Mention(start=tokens[first].start, end=tokens[last - 1].end, party=party, kind=kind, owns=owns))


def begin(document: Document) -> Story:
    """Cut a document into words and sentences, and find who is named in it."""
    folded = fold(document.text)
    published = document.published or published_in(folded)
    tokens = cut(folded)
    names = find_names(tokens)
    notes = Notes()
    people = register(notes, document.text, folded, tokens, names)
    return Story(
        text=document.text, folded=folded, sentences=lay_out(list(_joined(tokens, names))), people=people,
        dates=find_dates(folded, published=published), notes=notes, published=published,
    )  # fmt: skip


def _joined(tokens: Sequence[Token], names: Sequence[Name]) -> Iterator[Token]:
    """Make one token of each name."""
    place = 0
    for name in names:
        yield from tokens[place : name.first]
        yield Token(start=tokens[name.first].start, end=tokens[name.last - 1].end, text=name.text, kind="name")
        place = name.last
    yield from tokens[place:]

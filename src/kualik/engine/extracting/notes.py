"""What a reader noted down from one document, before it is written as claims.

Every language's reader gives `Notes`; `writing.py` turns them into entities and claims. What is noted carries the
passage it stands in, and the rule that saw it.
"""

from dataclasses import dataclass, field

from kualik.engine.extracting.spans import Span
from kualik.engine.facts.vocabulary import Stance

__all__ = ["Figure", "Happening", "Held", "Notes", "Party", "Saying", "Tie", "Value"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Value:
    """The value of one slot and where it stands."""

    text: str
    span: Span


@dataclass(slots=True, kw_only=True)
class Party:
    """Somebody, some group or some body that is spoken of; `key` is its place in `Notes.parties`.

    A party has a name (fullest form in the text, nominative) or a description ("two sons of Khalida Aqytkhan",
    "Chinese Embassy"). `count` is None where it is not known. `body` marks what is not made of persons whom we
    would list: a ministry, a court, a state, a newspaper. `at` is the first mention that says who it is.
    """

    key: int
    at: Span
    rule: str
    name: str | None = None
    description: str | None = None
    aliases: list[str] = field(default_factory=list)
    count: int | None = 1
    age: tuple[int, Span] | None = None
    roles: set[str] = field(default_factory=set)
    body: bool = False

    @property
    def label(self) -> str:
        """The name, or the description of one who is not named."""
        return self.name or self.description or ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Saying:
    """Somebody says, denies, demands something, or will not speak.

    `span` is the whole passage with speaker and verb; `content` what is said, and may reach beyond `span` or be empty
    (a refusal): everything noted whose cue lies inside it has this speaker as its voice, the narrowest innermost.
    `speaker` is a party's key, or None where the text does not say who.
    """

    span: Span
    content: Span
    stance: Stance
    rule: str
    speaker: int | None = None
    about: str = ""
    addressee: Value | None = None
    doubtful: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """One state of one person or group: held, sentenced, missing, kept from leaving, let go, dead.

    `cue` is the word that says so; whose content it lies in is the voice. `sentence` and `duration` are ISO 8601,
    `since` and `until` EDTF. `grounds` is what an authority gives, `suspected` what others take for the reason.
    """

    party: int
    state: str
    span: Span
    cue: Span
    rule: str
    sentence: Value | None = None
    sentence_text: Value | None = None
    duration: Value | None = None
    since: Value | None = None
    until: Value | None = None
    place: Value | None = None
    grounds: Value | None = None
    suspected: Value | None = None
    authority: Value | None = None
    doubtful: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Tie:
    """`person` is the `relation` (a kin term of the guide) of `relative`; both are parties' keys."""

    person: int
    relation: str
    relative: int
    span: Span
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Happening:
    """Something that happened at a time and place; `type` is of the guide's list."""

    type: str
    span: Span
    cue: Span
    rule: str
    date: Value | None = None
    place: Value | None = None
    who: Value | None = None
    target: Value | None = None
    demand: Value | None = None
    crowd: Value | None = None
    recurrence: Value | None = None
    responses: tuple[Value, ...] = ()
    violence: Value | None = None
    doubtful: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A number of people said of a population."""

    value: int
    bound: str
    span: Span
    rule: str
    of: Value | None = None


@dataclass(slots=True, kw_only=True)
class Notes:
    """All that was noted in one document.

    `publisher` is given only where the text itself tells it. `narrator` is the party that says "I" throughout a
    testimony or letter; `addressed` sayings of it are not needed for its voice.
    """

    publisher: str | None = None
    narrator: int | None = None
    parties: list[Party] = field(default_factory=list)
    sayings: list[Saying] = field(default_factory=list)
    held: list[Held] = field(default_factory=list)
    ties: list[Tie] = field(default_factory=list)
    happenings: list[Happening] = field(default_factory=list)
    figures: list[Figure] = field(default_factory=list)

    def party(
        self, *, at: Span, rule: str, name: str | None = None, description: str | None = None,
        count: int | None = 1, body: bool = False,
    ) -> Party:  # fmt: skip
        """Note somebody new and give them a key."""
        party = Party(
            key=len(self.parties), at=at, rule=rule, name=name, description=description, count=count, body=body
        )
        self.parties.append(party)
        return party

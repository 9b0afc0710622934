"""A story being written down: the draft, and which entity stands for whom."""

from dataclasses import dataclass, field

from kualik.engine.extracting.draft import Draft
from kualik.engine.extracting.gazetteer import KNOWN_PLACES
from kualik.engine.extracting.people import Person
from kualik.engine.extracting.story import Story
from kualik.engine.extracting.tokens import Span
from kualik.engine.extracting.words import ORGANISATIONS
from kualik.engine.facts.vocabulary import Schema

__all__ = ["DOUBTFUL", "LIKELY", "SURE", "Writer"]

SURE, LIKELY, DOUBTFUL = 0.9, 0.75, 0.5


@dataclass(slots=True, kw_only=True)
class Writer:
    """A draft in the making, with the ids that people have in it."""

    story: Story
    draft: Draft
    ids: dict[int, str] = field(default_factory=dict)
    labelled: dict[str, Person] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.labelled = {person.label: person for person in reversed(self.story.people.all)}

    def id_of(self, person: Person) -> str:
        """Give the entity of a person, writing it down at first use."""
        if person.key not in self.ids:
            self.ids[person.key] = self.draft.entity(
                Schema.PERSON, name=person.name, description=None if person.name else person.description,
                aliases=tuple(person.aliases), count=person.count, roles=tuple(sorted(person.roles)),
            )  # fmt: skip
            self._describe(person)
        return self.ids[person.key]

    def _describe(self, person: Person) -> None:
        id_ = self.ids[person.key]
        if person.name and person.named_at:
            voice = self.voice(person.named_at)
            self.draft.claim(id_, "name", person.name, person.named_at, voice=voice, confidence=SURE)
            if person.age:
                age, span = person.age
                self.draft.claim(id_, "age", str(age), span, voice=self.voice(span), confidence=SURE)
        elif person.described_at:
            said = person.description or ""
            self.draft.claim(id_, "description", said, person.described_at, voice=self.voice(person.described_at))

    def voice(self, span: Span) -> tuple[str, ...]:
        """The voices behind a passage."""
        return self.story.voices.chain(span.start, span.end)

    def words(self, span: Span) -> str:
        """The words of a passage on one line."""
        words = " ".join(self.story.document.text[span.start : span.end].split()).strip(" ,")
        quoted = (
            len(words) > 1 and words[0] in '"“' and words[-1] in '"”' and not any(mark in '"“”' for mark in words[1:-1])
        )
        return words[1:-1].strip(" ,") if quoted else words

    def is_authority(self, label: str) -> bool:
        """Say whether a voice is that of an authority: an official, a body, a state."""
        person = self.labelled.get(label)
        if person is not None and "official" in person.roles:
            return True
        words = {word.casefold().strip(".,") for word in label.replace("'s", "").split()}
        return bool(words & (ORGANISATIONS | {"officer", "indictment"})) or (len(words) == 1 and words <= KNOWN_PLACES)

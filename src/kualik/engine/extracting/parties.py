"""Who is in custody and who acts: the people around a verb of arrest, sentence or release."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from kualik.engine.extracting.dates import Date
from kualik.engine.extracting.gazetteer import PEOPLES
from kualik.engine.extracting.grammar import Phrase, object_after, subject_before
from kualik.engine.extracting.numbers import is_number, number
from kualik.engine.extracting.people import Mention, People, Person
from kualik.engine.extracting.tagging import Tag
from kualik.engine.extracting.tokens import Sentence, Span, Token
from kualik.engine.extracting.words import PERSONAL, POSSESSIVES, ROLES, word_set

__all__ = ["Parties", "Scene", "parties_of"]

BE = frozenset({"is", "are", "was", "were", "been", "being", "be"})


INTRANSITIVE = word_set(
    "disappeared vanished died dead serving received got receive prison custody detention jail arrest served seen "
    "heard passport"
)
STATES = frozenset({"prison", "custody", "detention", "arrest", "jail"})
AFTER_REDUCED = frozenset({"in", "by", "at", "for", "from", "on", "since", "to", "under"})


MANY = re.compile(r"\b(?:millions?|thousands?|hundreds|\d{1,3},\d{3})\b", re.IGNORECASE)


PEOPLE = word_set(
    "people men women relatives members participants protesters detainees prisoners inmates students brothers "
    "sons children imam man woman girl boy residents activists defendants volunteers herders villagers persons "
    "families kazakhs four five elder eldest younger youngest those predecessor cellmates others tatars"
)


COUNTED = word_set("two three four five six seven eight nine ten eleven twelve all both")


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """One sentence with all that is known around it."""

    text: str
    number: int
    sentence: Sentence
    marks: Sequence[Tag]
    people: People
    dates: Sequence[Date]
    teller: int | None
    contents: Sequence[Span] = ()  # what is said by whom: a clause does not reach out of it

    @property
    def tokens(self) -> tuple[Token, ...]:
        return self.sentence.tokens

    def span(self, first: int, last: int) -> Span:
        """The stretch of tokens [first, last)."""
        return Span(start=self.tokens[first].start, end=self.tokens[last - 1].end)


@dataclass(frozen=True, slots=True, kw_only=True)
class Parties:
    """Who is held (keys of people), who holds them, where the passage begins, and whether something happened.

    `finite` is False for "Kazakhs incarcerated in Xinjiang", which tells of a state and not of an act.
    """

    people: tuple[int, ...]
    start: int
    actor: Span | None = None
    finite: bool = True


def parties_of(scene: Scene, place: int, first: int, before: tuple[int, ...]) -> Parties:
    """Find who is in custody and who acts.

    Args:
        scene: the sentence.
        place: the word that tells of custody.
        first: where its verb group begins.
        before: the people of the episode before it in the sentence, whom "… and released" is about.

    Returns:
        The parties; no people where it is in doubt who is meant.
    """
    tokens, word = scene.tokens, scene.tokens[place].lower
    passive = _is_passive(scene, place, first)
    shares = bool(before) and first > 0 and scene.marks[first - 1] in {Tag.AND, Tag.COMMA}
    if shares and (_no_object(scene, place) or _has_be(scene, place, first)):
        return Parties(people=before, start=tokens[place].start)
    if not passive and first == place and _is_reduced(scene, place):
        return _reduced(scene, place)
    if word == "passport":
        return _owner_of(scene, place)
    if (not passive and place == 0) or (
        word in {"seen", "missing", "remains", "remained", "remain", "spent", "stayed", "languishing", "heard"}
        and first == 0
    ):
        return _led(scene, place)
    return _around_verb(scene, place, first, passive=passive)


def _has_be(scene: Scene, place: int, first: int) -> bool:
    return bool({token.lower for token in scene.tokens[first:place]} & BE)


def _is_passive(scene: Scene, place: int, first: int) -> bool:
    return _has_be(scene, place, first) or scene.tokens[place].lower in INTRANSITIVE


def _is_reduced(scene: Scene, place: int) -> bool:
    after = scene.tokens[place + 1].lower if place + 1 < len(scene.tokens) else ""
    noun = place > 0 and scene.marks[place - 1] in {Tag.NOUN, Tag.PRONOUN}
    return noun and scene.marks[place] is Tag.PARTICIPLE and after in AFTER_REDUCED


def _around_verb(scene: Scene, place: int, first: int, *, passive: bool) -> Parties:
    """Take the subject of a passive, or the object of a verb that somebody does."""
    tokens, marks, word = scene.tokens, scene.marks, scene.tokens[place].lower
    verb = _verb_of(scene, place) if word in STATES else place
    subject = subject_before(tokens, marks, verb)
    start = tokens[subject.first].start if subject else tokens[first].start
    if passive:
        by = place + 1 < len(tokens) and tokens[place + 1].lower == "by"
        agent = object_after(tokens, marks, place + 1) if by else None
        return Parties(people=_whom(scene, subject), actor=_as_span(scene, agent), start=start)
    target = object_after(tokens, marks, place)
    if subject and word in {"held", "kept"} and tokens[subject.first].lower in {"i", "we", "they"}:
        return Parties(people=(), start=start)
    return Parties(people=_whom(scene, target), actor=_as_span(scene, subject), start=start)


def _verb_of(scene: Scene, place: int) -> int:
    """Go back from "in prison" to its verb."""
    for back in range(place, max(0, place - 6), -1):
        if scene.marks[back] in {Tag.AUXILIARY, Tag.VERB, Tag.PARTICIPLE}:
            return back
    return place


def _no_object(scene: Scene, place: int) -> bool:
    after = scene.marks[place + 1] if place + 1 < len(scene.marks) else Tag.EDGE
    ends = {Tag.PREPOSITION, Tag.EDGE, Tag.COMMA, Tag.ADVERB, Tag.BREAKER}
    return after in ends or scene.tokens[place + 1].lower in {"out", "go", "again"}


def _led(scene: Scene, place: int) -> Parties:
    """Read "Sentenced to 18 years": of the one the sentence before it is about."""
    start = scene.tokens[place].start
    found = scene.people.meant(at=start, sentence=scene.number, gender=None)
    return Parties(people=(found.key,) if found else (), start=start)


def _reduced(scene: Scene, place: int) -> Parties:
    """Read "ethnic Kazakhs incarcerated in Xinjiang"."""
    tokens, marks = scene.tokens, scene.marks
    first = place - 1
    while first > 0 and marks[first - 1] in {Tag.NOUN, Tag.DETERMINER} and tokens[first - 1].text != "'s":
        first -= 1
    ends = {Tag.AUXILIARY, Tag.VERB, Tag.COMMA, Tag.EDGE, Tag.BREAKER}
    end = next((n for n in range(place + 1, len(tokens)) if marks[n] in ends), len(tokens))
    named = tuple(dict.fromkeys(one.person for one in scene.people.within(scene.span(first, place)) if not one.owner))
    people = named or _group(scene, Phrase(first=first, last=place), described=end)
    return Parties(people=people, start=tokens[first].start, finite=False)


def _owner_of(scene: Scene, place: int) -> Parties:
    """Find whose passport it is."""
    token, start = scene.tokens[place], scene.sentence.start
    before = scene.people.within(Span(start=start, end=token.start))
    word = scene.tokens[place - 1].lower if place else ""
    if word == "'s" and before:
        return Parties(people=(before[-1].person,), start=start)
    if POSSESSIVES.get(word) in {"male", "female"}:
        found = scene.people.meant(at=token.start, sentence=scene.number, gender=POSSESSIVES[word])
        return Parties(people=(found.key,) if found else (), start=start)
    return Parties(people=(), start=start)


def _as_span(scene: Scene, phrase: Phrase | None) -> Span | None:
    return scene.span(phrase.first, phrase.last) if phrase else None


def _whom(scene: Scene, phrase: Phrase | None) -> tuple[int, ...]:
    """Find the people a phrase means: named, known by kin, a pronoun, or a group by its description."""
    if phrase is None:
        return ()
    span = scene.span(phrase.first, phrase.last)
    spans = [span]
    if phrase.apposition and phrase.apposition[0] < phrase.apposition[1]:
        spans.append(scene.span(*phrase.apposition))
    for one in spans:
        mentions = [mention for mention in scene.people.within(one) if not mention.owner]
        outer = [mention for mention in mentions if not any(_wider(other, mention) for other in mentions)]
        if outer and (one is span or outer[0].start == one.start or outer[-1].end == one.end):
            return tuple(dict.fromkeys(mention.person for mention in outer))
    word = scene.tokens[phrase.first].lower
    if phrase.last - phrase.first == 1 and word in PERSONAL:
        return _pronoun(scene, phrase, PERSONAL[word])
    return _group(scene, phrase)


def _wider(other: Mention, mention: Mention) -> bool:
    return (
        other is not mention
        and other.start <= mention.start
        and mention.end <= other.end
        and (other.start, other.end) != (mention.start, mention.end)
    )


def _pronoun(scene: Scene, phrase: Phrase, kind: str) -> tuple[int, ...]:
    token = scene.tokens[phrase.first]
    if kind == "self":
        return (scene.teller,) if scene.teller is not None else ()
    if kind not in {"male", "female", "many"}:
        return ()
    found = scene.people.meant(at=token.start, sentence=scene.number, gender=kind, quote=token.quote, owner=False)
    return (found.key,) if found else ()


def _group(scene: Scene, phrase: Phrase, described: int | None = None) -> tuple[int, ...]:
    """Register people known only by a description: "four of the regular participants"."""
    words = [token.lower for token in scene.tokens[phrase.first : phrase.last]]
    if len(words) > 2 and words[-2:] in (["of", "them"], ["of", "us"]):
        return _some(scene, phrase, words)
    known = _spoken_of(scene, phrase, words)
    if known:
        return (known.key,)
    span = scene.span(phrase.first, described or phrase.last)
    description = " ".join(scene.text[span.start : span.end].split())
    if not _is_human(words) or MANY.search(description) or words[0] in {"no", "any", "nobody"} or "court" in words:
        return ()
    person = scene.people.described(description) or scene.people.add(description=description, count=_count(words))
    person.described_at = person.described_at or span
    head = scene.span(phrase.first, phrase.last)
    scene.people.mention(Mention(start=head.start, end=head.end, sentence=scene.number, person=person.key))
    return (person.key,)


def _spoken_of(scene: Scene, phrase: Phrase, words: Sequence[str]) -> Person | None:
    """Find whom "all four", "the uncle" or "both" mean."""
    at = scene.tokens[phrase.first].start
    if words[0] in {"the", "all", "both"} and words[-1] in COUNTED:
        return scene.people.group(before=at)
    short = words[0] == "the" and len(words) == 2
    return scene.people.known_as(words[1], at=at) if short else None


def _is_human(words: Sequence[str]) -> bool:
    human = any(word in PEOPLE or word in ROLES or word in PEOPLES or word.rstrip("s") in ROLES for word in words)
    return human or words[-1] in COUNTED or (words[0] in COUNTED and "of" in words)


def _count(words: Sequence[str]) -> int | None:
    said = next((number(word) for word in words if is_number(word)), None)
    if said and words[0] != "one":
        return int(said)
    plural = (
        words[-1].endswith("s") or words[-1] in {"people", "men", "women"} or words[0] in {"all", "both", "several"}
    )
    return None if plural else 1


def _some(scene: Scene, phrase: Phrase, words: Sequence[str]) -> tuple[int, ...]:
    """Read "all of them" as the group spoken of before, "eleven of them" as some of it."""
    whole = scene.people.group(before=scene.tokens[phrase.first].start)
    if whole is None or words[0] in {"all", "both", "each"}:
        return (whole.key,) if whole else ()
    said = number(words[0])
    if not said or words[0] == "one":
        return ()
    part = scene.people.add(description=f"{words[0]} of {whole.label}", count=int(said))
    part.described_at = scene.span(phrase.first, phrase.last)
    return (part.key,)

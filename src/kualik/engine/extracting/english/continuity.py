"""Pronouns as speakers: whoever has just been speaking goes on, before anybody else who might be meant."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from kualik.engine.extracting.english.clauses import subject
from kualik.engine.extracting.english.cues import words
from kualik.engine.extracting.english.labels import is_body, short_phrase
from kualik.engine.extracting.english.people import Register
from kualik.engine.extracting.english.speaking import PARTS

__all__ = ["Continuity"]

GENDERS = {"he": "m", "she": "f"}
NEAR = 2  # sentences


@dataclass(slots=True)
class Continuity:
    """Who spoke last, while a text's sayings are resolved in order."""

    register: Register
    _last: list[tuple[int, int]] = field(default_factory=list)

    def spoke(self, head: int, party: int) -> None:
        """Note who spoke outside quotations, and the word that named them."""
        self._last.append((head, party))

    def speaker(self, i: int) -> int | None:
        """Find who is meant as a speaker by the noun phrase that a word heads.

        Args:
            i: the head.

        Returns:
            The party's key; None where it cannot be made out.
        """
        word = self.register.parsed.words[i]
        inside = word.quote >= 0
        if word.lower == "it":
            return self._body(i)
        if word.lower in {"i", "we"} and not inside:
            return self._authors(i)
        if word.lower in GENDERS or (word.lower == "they" and not inside):
            return self._person(i) if word.lower in GENDERS else self._several(i)
        named = self._beside(i)
        found = self.register.speaker(i if named is None else named)
        if found is None and word.lower == "they" and inside:
            at = self.register.parsed.span(i, i + 1)
            return self.register.cast.described("They", at=at, rule="person.they", count=None).key
        if found is None and word.lower in PARTS:
            first, last = short_phrase(self.register.parsed, i)
            at = self.register.parsed.span(first, last)
            label = " ".join(self.register.parsed.said(first, last).split())
            return self.register.cast.described(label, at=at, rule="person.part").key
        return found

    def _person(self, i: int) -> int | None:
        """Find whom "he" or "she" means: the one who goes on speaking, else the one whom the register takes it for."""
        word = self.register.parsed.words[i]
        known = self._going_on(i, GENDERS[word.lower]) if word.quote < 0 else None
        if known is not None:
            return known
        found = self.register.speaker(i)
        return None if found is None or self._is_unsure(found) or self._is_crowded(i, found) else found

    def _several(self, i: int) -> int | None:
        """Find whom "they" means outside quotations: a group that leads a sentence just before."""
        cast, parsed = self.register.cast, self.register.parsed
        found = self.register.speaker(i)
        if found is None or cast.party(found).rule == "person.joined":
            return found
        here = parsed.words[i].sentence
        before = cast.mentions.before(i, sentences=NEAR)
        led = (one for one in before if one.subject and (one.sentence < here or one.quote < 0))
        return found if any(cast.true(one.party) == cast.true(found) for one in led) else None

    def _is_crowded(self, i: int, party: int) -> bool:
        """Say whether somebody else could be meant as well, and the one found does not lead the sentence before."""
        cast, parsed = self.register.cast, self.register.parsed
        gender = GENDERS[parsed.words[i].lower]
        here = parsed.sentences[parsed.words[i].sentence]
        before = [one for one in cast.mentions.before(i, sentences=NEAR) if self._could_be(one.party, gender)]
        others = {cast.true(one.party) for one in before} - {cast.true(party)}
        led = [one for one in before if one.subject and here.number - one.sentence <= 1]
        return bool(others) and (not led or cast.true(led[0].party) != cast.true(party))

    def _could_be(self, party: int, gender: str) -> bool:
        cast = self.register.cast
        one = cast.party(party)
        return one.count == 1 and not one.body and cast.gender.get(cast.true(party), "") in {"", gender}

    def _is_unsure(self, party: int) -> bool:
        """Say whether a pronoun was given to somebody of whom neither name nor gender is known."""
        cast = self.register.cast
        return cast.party(party).name is None and not cast.gender.get(cast.true(party), "")

    def _authors(self, i: int) -> int | None:
        """Find who "I" and "we" are outside quotations: who tells or publishes, where the text names them."""
        publisher = self.register.notes.publisher
        if self.register.parsed.words[i].lower == "i" and self.register.notes.narrator is not None:
            return self.register.notes.narrator
        if publisher is None:
            return self.register.speaker(i)
        at = self.register.parsed.span(i, i + 1)
        return self.register.cast.described(publisher, at=at, rule="person.publisher", body=True).key

    def _beside(self, i: int) -> int | None:
        """Find the name that stands beside a noun: "her son Adilet"."""
        words = self.register.parsed.words
        if words[i].tag.startswith("NNP"):
            return None
        beside = self.register.parsed.kids(i, "appos")
        kids = (*beside, *self._given_names(i), *(name for one in beside for name in self._given_names(one)))
        return next((kid for kid in kids if self._is_person(kid)), None)

    def _given_names(self, i: int) -> Iterator[int]:
        """Find the name in "an official who gave his name as X", "a cousin, who asked to be named only as X"."""
        parsed = self.register.parsed
        for clause in parsed.kids(i, "relcl", "acl"):
            first, last = parsed.reach(clause)
            for place in range(first, last):
                word = parsed.words[place]
                naming = word.dep in {"pobj", "oprd", "attr"} and word.tag == "NNP"
                if naming and {"name", "named", "identified", "introduced", "called"} & self._lower(first, place):
                    yield place

    def _lower(self, first: int, last: int) -> set[str]:
        return {word.lower for word in self.register.parsed.words[max(first, last - 8) : last]}

    def _is_person(self, i: int) -> bool:
        mention = self.register.cast.mentions.at(i)
        if mention is None:
            return self.register.parsed.words[i].ent == "PERSON"
        party = self.register.cast.party(mention.party)
        return party.name is not None and not party.body

    def _recent(self, i: int) -> int | None:
        """Find who spoke last in the same paragraph, not long before."""
        if not self._last:
            return None
        parsed = self.register.parsed
        here = parsed.words[i].sentence
        head, party = self._last[-1]
        sentence = parsed.words[head].sentence
        same = parsed.sentences[sentence].paragraph == parsed.sentences[here].paragraph
        return party if same and here - sentence <= NEAR and sentence <= here else None

    def _going_on(self, i: int, gender: str) -> int | None:
        recent = self._recent(i)
        if recent is None:
            return None
        if self._is_interrupted(i, recent):
            return None
        party = self.register.cast.party(recent)
        known = self.register.cast.gender.get(self.register.cast.true(recent), "")
        fits = party.count == 1 and not party.body and known in {"", gender}
        return self.register.cast.true(recent) if fits else None

    def _is_interrupted(self, i: int, party: int) -> bool:
        """Say whether a sentence between begins with another person: "X said …. The prosecutor objects. She …"."""
        cast, parsed = self.register.cast, self.register.parsed
        head, _ = self._last[-1]
        for sentence in parsed.sentences[parsed.words[head].sentence + 1 : parsed.words[i].sentence]:
            first = subject(parsed, sentence.root)
            lead = None if first is None or parsed.words[first].quote >= 0 else cast.mentions.at(first)
            if lead is not None and cast.party(lead.party).count == 1 and cast.true(lead.party) != cast.true(party):
                return True
        return False

    def _is_body(self, head: int, party: int) -> bool:
        word = self.register.parsed.words[head]
        return self.register.cast.party(party).body or word.ent == "ORG" or word.lemma in words("body")

    def _body(self, i: int) -> int | None:
        """Find the body that "it" means: the one that spoke last, or the subject before."""
        recent = self._recent(i)
        if recent is not None and self._is_body(self._last[-1][0], recent):
            return recent
        parsed = self.register.parsed
        here = parsed.sentences[parsed.words[i].sentence]
        before = parsed.sentences[max(0, here.number - 1)]
        if before.paragraph != here.paragraph:
            return None
        head = subject(parsed, before.root)
        return self.register.speaker(head) if head is not None and is_body(self.register.cast, head) else None

"""The register of people: who is named or described in a document, and whom any words of it mean."""

from dataclasses import replace

from kualik.engine.extracting.english.ages import age_after, age_before
from kualik.engine.extracting.english.bodies import Bodies
from kualik.engine.extracting.english.cast import Cast
from kualik.engine.extracting.english.compounds import Wholes
from kualik.engine.extracting.english.descriptions import note_described, read_age, read_noun
from kualik.engine.extracting.english.gender import gender_of_name
from kualik.engine.extracting.english.kin import read_kin
from kualik.engine.extracting.english.kin_groups import (
    read_couple,
    read_elliptic,
    read_marriage,
    read_parent_of,
    read_siblings,
    read_wedded,
)
from kualik.engine.extracting.english.labels import count_of, is_body
from kualik.engine.extracting.english.ledes import read_lede
from kualik.engine.extracting.english.mentions import Mentions
from kualik.engine.extracting.english.names import Run, find_runs
from kualik.engine.extracting.english.naming import Named, find_named
from kualik.engine.extracting.english.narrators import find_narrators
from kualik.engine.extracting.english.parsed import Parsed
from kualik.engine.extracting.english.pronouns import PRONOUNS, antecedent, resolve
from kualik.engine.extracting.english.vocabulary import is_people, titles
from kualik.engine.extracting.english.words import word_set
from kualik.engine.extracting.notes import Notes, Tie

__all__ = ["Register"]

MASSES = word_set(
    "people person detainee prisoner inmate resident citizen member muslim believer individual thousand hundred "
    "million dozen many some most others other majority minority man woman child adult villager worker migrant refugee "
    "national compatriot victim other everyone nobody anyone someone"
)
MANY = 200  # more are a population
BYLINE = 14  # words of a line that may be a byline
KIN_GROUPS = frozenset({"relative", "family", "loved", "kin", "relation"})


class Register:
    """Who is spoken of in a document, asked by place.

    `says` tells whose words a quotation is; `settle` reads kin, pronouns and ages anew with what is known by then.
    """

    def __init__(self, parsed: Parsed, *, told_by_one: bool = True) -> None:
        """Find the people of a parsed text; where several tell it, nobody says "I" throughout."""
        self.parsed = parsed
        wholes = Wholes(parsed)
        self.cast = Cast(parsed=parsed, wholes=wholes, mentions=Mentions(parsed))
        self._named: list[tuple[Named, int]] = []
        for named in find_named(parsed, wholes, find_runs(parsed)):
            self._named.append((named, self._note_named(named)))
        self.bodies = Bodies(self.cast)
        self._place_names()
        self.cast.mentions.topic = self._topic()
        find_narrators(self.cast)
        if not told_by_one:
            self.cast.narrator = None
        self.notes.narrator = self.cast.narrator
        self.settle()

    def _topic(self) -> int | None:
        """Find who is named more often than anybody else, three times or more."""
        counts = sorted(((len(named.runs), key) for named, key in self._named), reverse=True)
        if not counts or counts[0][0] < 3 or (len(counts) > 1 and counts[0][0] == counts[1][0]):
            return None
        return counts[0][1]

    @property
    def notes(self) -> Notes:
        """What is noted; parties are made here."""
        return self.cast.notes

    def _note_named(self, named: Named) -> int:
        first = named.runs[0]
        party = self.notes.party(at=self.parsed.span(first.first, first.last), rule="person.named", name=named.name)
        party.aliases = list(named.aliases)
        self.cast.learn_gender(party.key, self._gender(named))
        for run in named.runs:
            if self._is_byline(run):
                party.roles.add("journalist")
            if party.age is None:
                party.age = age_after(self.parsed, run.last) or age_before(self.parsed, self.cast.wholes, run.first)
        return party.key

    def _is_byline(self, run: Run) -> bool:
        """See "By NAME" and "Reporting by NAME" at the beginning of a line, and "Photo: NAME"."""
        sentence = self.parsed.sentences[self.parsed.words[run.first].sentence]
        lead = [word.lower for word in self.parsed.words[sentence.first : run.first]]
        short = sentence.last - sentence.first < BYLINE
        return short and lead in (["by"], ["reporting", "by"], ["written", "by"], ["photo", "by"], ["photo", ":"])

    def _gender(self, named: Named) -> str:
        for run in named.runs:
            title = self.parsed.words[run.first - 1].lower if run.first else ""
            if title in titles() and titles()[title].gender:
                return titles()[title].gender
        return gender_of_name(named.words)

    def says(self, quote: int, party: int) -> None:
        """Tell whose words a quotation is.

        Args:
            quote: its place in `Parsed.quotes`.
            party: the speaker's key.
        """
        self.cast.speakers[quote] = party

    def settle(self) -> None:
        """Read the document once in order: names, kin, descriptions, pronouns, ages."""
        self._place_names()
        for sentence in self.parsed.sentences:
            if not sentence.heading:
                for i in range(sentence.first, sentence.last):
                    self._read(i)
        read_lede(self.cast)
        self.notes.ties[:] = self._ties()

    def _ties(self) -> list[Tie]:
        """Collect the ties, each pair once, also where one of them was known by description first."""
        found: dict[frozenset[int], Tie] = {}
        for tie in self.cast.ties.values():
            person, relative = self.cast.true(tie.person), self.cast.true(tie.relative)
            if person != relative:
                found.setdefault(frozenset((person, relative)), replace(tie, person=person, relative=relative))
        return list(found.values())

    def _place_names(self) -> None:
        self.cast.mentions.clear()
        self.cast.ties.clear()
        self.cast.groups.clear()
        for named, key in self._named:
            untold = all(run.heading for run in named.runs)  # "Statement of X", and X is "I" from there on
            for run in named.runs:
                if untold or not run.heading:
                    self.cast.mentions.add(run.first, run.last, self._head(run), party=key, kind="name")

    def _read_alias(self, i: int) -> None:
        """Read "an official who gave his name as X": the official is X."""
        mention = self.cast.mentions.at(i)
        words = self.parsed.words
        if mention is None or mention.kind != "name" or mention.first != i or i < 3 or words[i - 1].lower != "as":
            return
        lead = words[max(self.parsed.sentences[words[i].sentence].first, i - 9) : i]
        if not any(word.lemma in {"identify", "name", "know", "call"} for word in lead):
            return
        who = [one for one in self.cast.mentions.within(lead[0].i - 8, i) if one.kind in {"noun", "kin"}]
        if who and self.cast.party(who[-1].party).name is None and self.cast.party(who[-1].party).count == 1:
            self.cast.become(who[-1].party, mention.party)

    def _head(self, run: Run) -> int:
        inside = range(run.first, run.last)
        words = self.parsed.words
        return next((i for i in inside if words[i].head not in inside or words[i].head == i), run.last - 1)

    def _read(self, i: int) -> None:
        word = self.parsed.words[i]
        if PRONOUNS.get(word.lower) in {"m", "f", "many", "self"} and word.tag in {"PRP", "PRP$"}:
            meant = resolve(self.cast, i)
            if meant is not None and meant.sure:
                gender = PRONOUNS[word.lower]
                self.cast.learn_gender(meant.party, gender if gender in {"m", "f"} else "")
                self.cast.mentions.add(i, i + 1, i, party=meant.party, kind="pronoun")
        elif self.cast.mentions.at(i) is None and (word.tag.startswith("NN") or self.cast.wholes.kin(i)):
            if self.cast.wholes.kin(i):
                read_kin(self.cast, i)
            read_siblings(self.cast, i)
            read_couple(self.cast, i)
            read_wedded(self.cast, i)
            if self.cast.mentions.at(i) is None:
                read_noun(self.cast, i)
        read_marriage(self.cast, i)
        read_parent_of(self.cast, i)
        self._read_alias(i)
        read_elliptic(self.cast, i)
        read_age(self.cast, i)

    def meant(self, first: int, last: int) -> int | None:
        """Find whom the words [first, last) mean.

        Args:
            first: the first word.
            last: the word after the last.

        Returns:
            The party's key, or None where it is not known.
        """
        for i in range(first, last):
            word = self.parsed.words[i]
            if not first <= word.head < last or word.head == i:
                return self._known(i)
        return None

    def _known(self, i: int) -> int | None:
        mention = self.cast.mentions.at(i)
        if mention is not None:
            return self.cast.true(mention.party)
        if self.parsed.words[i].lower in PRONOUNS and self.parsed.words[i].tag in {"PRP", "PRP$", "WP", "WDT", "WP$"}:
            noun = antecedent(self.parsed, i) if PRONOUNS[self.parsed.words[i].lower] == "relative" else None
            if noun is not None:
                return self._known(noun)
            meant = resolve(self.cast, i)
            return self.cast.true(meant.party) if meant and meant.sure else None
        return None

    def speaker(self, i: int) -> int | None:
        """Find the party of a noun phrase as a speaker; who is not known is noted by description.

        Args:
            i: the head of the phrase.

        Returns:
            The party's key; None for pronouns that stand for nobody known.
        """
        word = self.parsed.words[i]
        if word.tag in {"WP", "WDT", "WP$"}:
            noun = antecedent(self.parsed, i)
            return None if noun is None else self.speaker(noun)
        known = self._known(i)
        joined = self._joined(i) if known is None or not self.cast.party(known).body else None
        if joined is not None:
            return joined
        if known is not None:
            return known
        if word.tag in {"PRP", "PRP$", "DT", "EX", "WRB", "IN"} or not word.text[0].isalnum():
            return None
        if is_body(self.cast, i):
            return self.bodies.party(i)
        return note_described(self.cast, i)

    def _joined(self, i: int) -> int | None:
        """Find "X and Y" as one party."""
        parts = [i, *self._conjuncts(i)]
        if len(parts) < 2 or len(parts) > 6:
            return None
        keys = [self._one(part) for part in parts]
        if any(key is None for key in keys):
            return None
        known = [key for key in keys if key is not None]
        if len(set(known)) < 2:
            return None
        return self.cast.joined(tuple(known), at=self.parsed.span(parts[0], parts[-1] + 1)).key

    def _one(self, i: int) -> int | None:
        known = self._known(i)
        if known is not None:
            return known
        if self.parsed.words[i].tag in {"PRP", "PRP$", "DT"}:
            return None
        return self.bodies.party(i) if is_body(self.cast, i) else note_described(self.cast, i)

    def _conjuncts(self, i: int) -> list[int]:
        found: list[int] = []
        for kid in self.parsed.kids(i, "conj"):
            if self.parsed.words[kid].tag.startswith(("NN", "PRP")):
                found += [kid, *self._conjuncts(kid)]
        return found

    def detainee(self, i: int, *, human: bool = False) -> int | None:
        """Find the party of a noun phrase as somebody held; masses of people are nobody.

        Args:
            i: the head of the phrase, or a possessive ("his arrest").
            human: whether what is said of it can befall people only, so that any noun is a person's.

        Returns:
            The party's key; None for generic plurals without number or owner, bodies, and unknown pronouns.
        """
        word = self.parsed.words[i]
        known = self._known(i)
        if word.tag in {"WP", "WDT", "WP$"} and known is None:
            noun = antecedent(self.parsed, i)
            return None if noun is None else self.detainee(noun, human=human)
        if known is not None:
            return None if self.cast.party(known).body or self._is_mass(i, known, human=human) else known
        if not word.tag.startswith(("NN", "CD")) or is_body(self.cast, i) or not self._is_specific(i, human=human):
            return None
        return note_described(self.cast, i)

    def _is_mass(self, i: int, key: int, *, human: bool) -> bool:
        party = self.cast.party(key)
        counted = party.count is not None and party.count <= MANY and self.parsed.words[i].tag.startswith("PRP")
        return (
            party.name is None
            and party.rule not in {"kin.described", "person.joined"}
            and not counted
            and not self._is_specific(i, human=human)
            and party.count != 1
        )

    def _is_specific(self, i: int, *, human: bool) -> bool:
        """Say whether a phrase without a name means particular people: one, a small number, or somebody's."""
        word = self.parsed.words[i]
        count = count_of(self.parsed, i)
        if word.lemma in KIN_GROUPS or self.cast.wholes.kin(i):
            few = human and count is not None and count <= MANY and word.lemma not in KIN_GROUPS
            return self.parsed.kid(i, "poss") is not None or count == 1 or few or self._of_somebody(i)
        unknown = self.cast.wholes.person(i) is None and not human
        if unknown and word.tag != "CD" and not is_people(word.text) and word.lemma != "people":
            return False
        if count is None:
            return self.parsed.kid(i, "poss") is not None and word.lemma not in MASSES
        if count == 1:
            return not any(
                self.parsed.words[kid].lower in {"any", "every", "no", "each"} for kid in self.parsed.children[i]
            )
        return count <= MANY

    def _of_somebody(self, i: int) -> bool:
        return any(self.parsed.words[kid].lower == "of" for kid in self.parsed.kids(i, "prep"))

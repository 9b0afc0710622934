"""Who is meant: every phrase of the text tied to somebody, by name, by kinship, by description, by pronoun.

Somebody becomes a party of the notes when something is noted of them. Named people are always noted.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from kualik.engine.extracting.notes import Notes
from kualik.engine.extracting.russian.describing import description, genitive
from kualik.engine.extracting.russian.lexicon import column, group
from kualik.engine.extracting.russian.phrases import SELF_OWNERS, Phrase
from kualik.engine.extracting.russian.quotations import Quotation
from kualik.engine.extracting.russian.tokens import Page
from kualik.engine.extracting.spans import Span

__all__ = ["Register", "Someone"]

FARTHEST = 40  # phrases looked back over for whom a pronoun means
NEAR = 3  # sentences looked back over
BARE = group("people.bare")
ACCUSED = group("people.accused")
ALIKE = {"министерство": "мид", "мид": "министерство", "ведомство": "министерство", "генконсульство": "консульство", "консульство": "генконсульство", "диппредставительство": "посольство"}  # fmt: skip
GENERAL = frozenset({"ребенок", "дитя", "родитель", "мать", "отец", "муж", "жена", "семья"})
CLOSING = frozenset({",", ".", "(", ")", "—", "–", ";", ":"})
OTHERS = frozenset({"official", "lawyer", "journalist", "researcher"})
INVERSE = {
    "mother": ("son", "daughter"), "father": ("son", "daughter"), "husband": ("", "wife"), "wife": ("husband", ""),
    "brother": ("brother", "sister"), "sister": ("brother", "sister"), "son": ("father", "mother"),
    "daughter": ("father", "mother"),
}  # fmt: skip


@dataclass(slots=True, kw_only=True, eq=False)
class Someone:
    """Somebody spoken of. `key` is their party's, once there is one."""

    at: Span
    kind: str
    name: str | None = None
    words: tuple[str, ...] = ()
    label: str = ""
    lemma: str = ""
    gender: str = ""
    plural: bool = False
    count: int | None = 1
    aliases: list[str] = field(default_factory=list)
    roles: set[str] = field(default_factory=set)
    age: tuple[int, Span] | None = None
    owner: "Someone | None" = None
    last: int = 0
    key: int | None = None


class Register:
    """The people and bodies of one text."""

    def __init__(self, page: Page, phrases: Sequence[Phrase], quotations: Sequence[Quotation]) -> None:
        self.page, self.phrases, self.notes = page, phrases, Notes()
        self.all: list[Someone] = []
        self._by_word: dict[str, list[Someone]] = {}
        self._by_lemma: dict[str, Someone] = {}
        self._kin: dict[tuple[int, str, bool], Someone] = {}
        self._meant: dict[int, Someone | None] = {}
        self._place = {id(phrase): n for n, phrase in enumerate(phrases)}
        self._speech = [one for one in quotations if one.speech]
        self._inside = self._insides()
        self._outside = self._outsides()
        self._told: dict[str, tuple[Someone, int]] = {}
        self.narrator: Someone | None = None
        self._speakers: dict[int, Someone] = {}
        named = [phrase for phrase in phrases if phrase.name is not None]
        for phrase in sorted(named, key=lambda one: (len(one.name.words) < 2 if one.name else True, one.first)):
            self._named(phrase)
        self.all.sort(key=lambda one: one.at.start)
        for phrase in phrases:
            someone = self._appose(phrase) or self.meant(phrase)
            if phrase.kind == "kin" and someone is not None:
                self._tell(phrase, column("kin")[phrase.lemma], someone)
            if phrase.kind == "kin" and someone is not None and someone.name:
                owner = self.owner(phrase)
                if owner is not None and owner is not someone:
                    self.name_kin(owner, column("kin")[phrase.lemma], someone)

    def _appose(self, phrase: Phrase) -> Someone | None:
        """Read "сестра Марата, 42-летняя Ольга Зуева, …": the name behind the comma says who it is."""
        if (
            phrase.kind not in {"kin", "human"}
            or phrase.name is not None
            or phrase.plural
            or phrase.last + 1 >= len(self.page.tokens)
        ):
            return None
        other = next((one for one in self._from(phrase.last) if one.first >= phrase.last), None)
        if other is None or other.name is None or other.first != phrase.last + 1 or other.kind == "kin":
            return None
        joined = self.page.tokens[phrase.last].text in {",", "—", "–"} and self.page.lower(other.last) in CLOSING
        alike = not other.gender or not phrase.gender or other.gender == phrase.gender or phrase.kind == "human"
        if not joined or not alike or not other.cases & phrase.cases:
            return None
        someone = self._meant[phrase.first] = self._named(other)
        role = column("people").get(phrase.lemma)
        if role:
            someone.roles.add(role)
        return someone

    def _insides(self) -> list[int]:
        """For every token the innermost speech that it lies in, or -1."""
        inside = [-1] * len(self.page.tokens)
        for n, one in enumerate(self._speech):
            for i in range(one.first, one.last):
                inside[i] = n
        return inside

    def _outsides(self) -> list[int]:
        """Count, up to each sentence, those that are nobody's speech: a quotation is no distance."""
        counts, total = [], 0
        for sentence in self.page.sentences:
            total += self._inside[sentence.first] < 0 or self._inside[sentence.last - 1] < 0
            counts.append(total)
        return counts

    def _distance(self, one: Phrase, other: Phrase) -> int:
        place = self.page.sentence_of
        return self._outside[place[other.head]] - self._outside[place[one.head]]

    def says(self, quotation: Quotation, who: Someone) -> None:
        """Note who speaks in a quotation, for its "I" and "my"."""
        for n, one in enumerate(self._speech):
            if one is quotation:
                self._speakers[n] = who

    def hear(self, speech: Quotation, who: Someone) -> None:
        """Note a line of talk that is no quotation by its marks, and who speaks in it."""
        self._speech.append(speech)
        for i in range(speech.first, speech.last):
            if self._inside[i] < 0:
                self._inside[i] = len(self._speech) - 1
        self._speakers[len(self._speech) - 1] = who

    def speaker_at(self, i: int) -> Someone | None:
        """Find who says "I" at a token: who speaks in its quotation, or who tells the whole."""
        return self._speakers.get(self._inside[i]) if self._inside[i] >= 0 else self.narrator

    def quoted(self, i: int) -> int:
        """Number the speech that a token lies in; -1 outside."""
        return self._inside[i]

    def meant(self, phrase: Phrase) -> Someone | None:
        """Find whom a phrase means; None where it is not safe to say."""
        known = self._meant.get(phrase.first)
        if known is not None:
            return known
        someone = self._find(phrase)
        if someone is not None:
            self._meant[phrase.first] = someone
        return someone

    def key(self, someone: Someone) -> int:
        """Give somebody's key in the notes, noting them down at first use."""
        if someone.key is None:
            party = self.notes.party(
                at=someone.at, rule=f"person.{someone.kind}", name=someone.name,
                description=None if someone.name else self.label(someone),
                count=someone.count, body=someone.kind == "body",
            )  # fmt: skip
            party.aliases = list(dict.fromkeys(someone.aliases))
            party.roles, party.age = someone.roles, someone.age
            someone.key = party.key
        return someone.key

    def settle(self, phrase: Phrase, someone: Someone) -> None:
        """Note that a phrase means somebody whom another part of the reader found."""
        self._meant[phrase.first] = someone

    def set_age(self, someone: Someone, value: int, span: Span) -> None:
        """Note how old somebody is."""
        someone.age = (value, span)
        if someone.key is not None:
            self.notes.parties[someone.key].age = someone.age

    def one_of(self, group: Someone) -> Someone:
        """Make somebody new: one of a group who is not told apart."""
        return Someone(at=group.at, kind="described", label=f"один из: {self.label(group)}", gender=group.gender)

    def label(self, someone: Someone) -> str:
        """Describe somebody who has no name: kin by whose they are."""
        if someone.name:
            return someone.name
        if someone.kind == "kin" and someone.owner is not None:
            return f"{someone.label} {genitive(self.label(someone.owner), someone.owner.gender, named=bool(someone.owner.name))}"
        return someone.label

    def _span(self, first: int, last: int) -> Span:
        return Span(start=self.page.tokens[first].start, end=self.page.tokens[last - 1].end)

    def _find(self, phrase: Phrase) -> Someone | None:
        if phrase.name is not None:
            return self._named(phrase)
        if phrase.kind == "pronoun":
            return self._pronoun(phrase)
        if phrase.kind == "kin":
            return self._kinsman(phrase)
        if phrase.kind == "body":
            return self._body(phrase)
        return self._described(phrase) if phrase.kind == "human" else None

    # names

    def _named(self, phrase: Phrase) -> Someone:
        name = phrase.name
        assert name is not None
        if phrase.first in self._meant and (known := self._meant[phrase.first]):
            return known
        words = tuple(word.lower() for word in name.words)
        at = self.page.tokens[name.first].start
        someone = self._same_name(words, name.gender, at)
        if someone is None:
            someone = Someone(at=self._span(name.first, name.last), kind="name", name=name.nominative, words=words)
            self.all.append(someone)
        elif len(words) > len(someone.words):
            someone.aliases.append(someone.name or "")
            someone.name, someone.words = name.nominative, words
        elif name.nominative != someone.name:
            someone.aliases.append(name.nominative)
        if at < someone.at.start:
            someone.at = self._span(name.first, name.last)
        someone.last = max(someone.last, at)
        for word in words:
            if someone not in self._by_word.setdefault(word, []):
                self._by_word[word].append(someone)
        someone.gender = someone.gender or name.gender or (phrase.gender if phrase.kind == "human" else "")
        role = column("people").get(phrase.lemma)
        if role:
            someone.roles.add(role)
        self._meant[phrase.first] = someone
        if phrase.kind == "human" and not phrase.plural:
            self._by_lemma[phrase.lemma] = someone
        return someone

    def _same_name(self, words: tuple[str, ...], gender: str, at: int) -> Someone | None:
        """Find one whose name holds all of these words, or is held by them; initials count by their letter."""
        whole = [word for word in words if len(word) > 1]
        if not whole:
            return None
        near = [one for word in whole for one in self._by_word.get(word, ())]
        fitting = [one for one in near if _fits(words, one.words) or _fits(one.words, words)]
        fitting = [one for one in fitting if not (gender and one.gender and one.gender != gender)] or fitting
        before = [one for one in fitting if one.at.start <= at]
        return max(
            before or fitting,
            key=lambda one: (one.words[0] == whole[0], one.last if before else -one.at.start),
            default=None,
        )

    # kin

    def _kinsman(self, phrase: Phrase) -> Someone | None:
        relation = column("kin")[phrase.lemma]
        again = self._again(phrase, relation)
        if again is not None:
            return again
        owner = self.owner(phrase)
        if owner is None and phrase.count is None:
            return None if relation != "kinsfolk" else self.unowned(phrase)
        if owner is None:
            return self.unowned(phrase)
        key = (id(owner), relation, phrase.plural)
        known = self._kin.get(key)
        if known is not None and phrase.count in {None, known.count}:
            return known
        named = None if phrase.plural or owner is None else self._named_kin(owner, relation)
        someone = named or Someone(
            at=self._span(phrase.head, phrase.head + 1), kind="kin", lemma=phrase.lemma, owner=owner,
            label=description(self.page, phrase, bare=True), gender=phrase.gender, plural=phrase.plural,
            count=phrase.count or (None if phrase.plural else 1),
        )  # fmt: skip
        if relation != "kinsfolk" or phrase.plural:
            self._kin[key] = someone
        if owner is not None and named is None and not phrase.plural:
            self._turn(owner, relation, someone)
        return someone

    def unowned(self, phrase: Phrase) -> Someone:
        """Make somebody of kin whose owner is not said: "родственники", "трое детей"."""
        return Someone(
            at=self._span(phrase.first, phrase.last), kind="described", lemma=phrase.lemma, gender=phrase.gender,
            label=description(self.page, phrase), plural=phrase.plural, count=phrase.count or (None if phrase.plural else 1),
        )  # fmt: skip

    def _again(self, phrase: Phrase, relation: str) -> Someone | None:
        """Read "сын", "супруга" without an owner as the one told of before, in narration."""
        if phrase.owner is not None or phrase.complement is not None or phrase.plural or self.quoted(phrase.head) >= 0:
            return None
        known = self._told.get(relation)
        near = known is not None and self._outside[self.page.sentence_of[phrase.head]] - known[1] <= NEAR
        return known[0] if known is not None and near else None

    def _tell(self, phrase: Phrase, relation: str, someone: Someone) -> None:
        if relation != "kinsfolk" and not phrase.plural:
            self._told[relation] = (someone, self._outside[self.page.sentence_of[phrase.head]])

    def _named_kin(self, owner: Someone, relation: str) -> Someone | None:
        """Find a named kinsman of the same kind that the text names elsewhere as the same owner's."""
        return self._kin.get((id(owner), f"named {relation}", False))

    def name_kin(self, owner: Someone, relation: str, someone: Someone) -> None:
        """Remember who somebody's named brother or mother is."""
        self._kin.setdefault((id(owner), f"named {relation}", False), someone)
        self._kin.setdefault((id(owner), relation, False), someone)
        self._turn(owner, relation, someone)

    def _turn(self, owner: Someone, relation: str, someone: Someone) -> None:
        """Remember a tie the other way round: whose son somebody is, she is his mother."""
        male, female = INVERSE.get(relation, ("", ""))
        inverse = male if owner.gender == "masc" else female if owner.gender == "femn" else ""
        if inverse:
            self._kin.setdefault((id(someone), inverse, False), owner)

    def owner(self, phrase: Phrase) -> Someone | None:
        """Find whose kin a phrase speaks of: possessive, genitive, or the one just spoken of."""
        if phrase.owner is not None:
            return self._possessor(phrase)
        if phrase.complement is not None and phrase.complement < phrase.last:
            inner = self._at(phrase.complement)
            return self.meant(inner) if inner is not None and inner.animate else None
        shared = self._shared_owner(phrase)
        if shared is not None:
            return shared
        speaker = self.speaker_at(phrase.head)
        if speaker is not None:
            return speaker
        if self.quoted(phrase.head) >= 0 or self._belongs(phrase) or (phrase.plural and phrase.lemma in GENERAL):
            return None
        return self._last_named(
            phrase, {"husband": "femn", "wife": "masc"}.get(column("kin").get(phrase.lemma, ""), "")
        )

    def _shared_owner(self, phrase: Phrase) -> Someone | None:
        """Read "сын и дочь Омарова": the owner behind the second is the first's too."""
        if self.page.lower(phrase.last) != "и":
            return None
        other = next((one for one in self._from(phrase.last) if one.first == phrase.last + 1), None)
        if other is None or other.kind != "kin" or other.complement is None:
            return None
        inner = self._at(other.complement)
        return self.meant(inner) if inner is not None and inner.animate else None

    def _belongs(self, phrase: Phrase) -> bool:
        """Say whether a phrase is the complement of kin: "мать троих детей"."""
        place = self._place[id(phrase)]
        holder = self.phrases[place - 1] if place else None
        return holder is not None and holder.kind == "kin" and holder.first < phrase.first < holder.last

    def _at(self, i: int) -> Phrase | None:
        """Find the phrase that begins at a token or right behind it."""
        return next((one for one in self._from(i) if one.first in {i, i + 1}), None)

    def _from(self, i: int) -> Sequence[Phrase]:
        low, high = 0, len(self.phrases)
        while low < high:
            middle = (low + high) // 2
            if self.phrases[middle].first < i:
                low = middle + 1
            else:
                high = middle
        return self.phrases[low : low + 3]

    def _possessor(self, phrase: Phrase) -> Someone | None:
        assert phrase.owner is not None
        token = self.page.tokens[phrase.owner]
        lemma = next((lemma for lemma in token.lemmas("ADJF") if lemma in SELF_OWNERS), "")
        if lemma in {"мой", "наш"}:
            return self.speaker_at(phrase.head)
        if lemma == "свой":
            return self._subject(phrase)
        if lemma:
            return None
        gender = "femn" if token.lower in {"ее", "её"} else "masc" if token.lower == "его" else ""
        return self._antecedent(phrase, gender=gender, plural=token.lower == "их")

    def owner_before(self, i: int, *, gender: str, plural: bool) -> Someone | None:
        """Find whom a possessive at a token means, where no phrase holds it: "по её словам"."""
        phrase = next((one for one in self._from(i) if one.first >= i), None)
        return self._antecedent(phrase, gender=gender, plural=plural) if phrase is not None else None

    def _subject(self, phrase: Phrase) -> Someone | None:
        """Find the nearest person before a phrase, in its sentence, that can be the subject."""
        for one in self._before(phrase):
            if self.page.sentence_of[one.head] != self.page.sentence_of[phrase.head]:
                break
            if one.animate and "nomn" in one.cases:
                return self.meant(one)
        return self.speaker_at(phrase.head)

    def _last_named(self, phrase: Phrase, gender: str) -> Someone | None:
        """The one whom a kin term without owner can belong to: the last named person nearby, in the same or last sentence."""
        for one in self._before(phrase):
            if self._distance(one, phrase) > 1:
                return None
            if one.animate and one.kind not in {"pronoun", "body"} and not one.plural:
                someone = self.meant(one)
                if (
                    someone is not None
                    and someone.name
                    and not (gender and someone.gender and someone.gender != gender)
                ):
                    return someone
        return None

    # pronouns

    def _before(self, phrase: Phrase) -> Sequence[Phrase]:
        place = self._place[id(phrase)]
        return tuple(reversed(self.phrases[max(0, place - FARTHEST) : place]))

    def _pronoun(self, phrase: Phrase) -> Someone | None:
        if phrase.lemma in {"я", "мы"}:
            return self.speaker_at(phrase.head)
        if phrase.lemma in {"он", "она", "тот"}:
            gender = phrase.gender or ("masc" if phrase.lemma == "тот" else "")
            return self._antecedent(phrase, gender=gender, plural=phrase.plural)
        return self._antecedent(phrase, gender="", plural=True) if phrase.lemma == "они" else None

    def _antecedent(self, phrase: Phrase, *, gender: str, plural: bool) -> Someone | None:
        """Find whom a pronoun means: a subject of the last sentences first, then whoever was named last."""
        fallback: Someone | None = None
        found = 0
        for one in self._before(phrase):
            distance = self._distance(one, phrase)
            if distance > NEAR or (fallback and distance > found):
                break
            if not self._can_be(one, phrase, gender=gender, plural=plural):
                continue
            someone = self.meant(one)
            if someone is None or (someone.gender and gender and someone.gender != gender):
                continue
            if one.cases == {"nomn"} or (one.cases & {"nomn"} and distance == 0):
                return someone
            found = distance if fallback is None else found
            fallback = fallback or someone
        return fallback

    def _can_be(self, one: Phrase, phrase: Phrase, *, gender: str, plural: bool) -> bool:
        if not one.animate or one.kind == "body" or one.last > phrase.first:
            return False
        if one.plural != plural or (one.gender and gender and one.gender != gender and one.kind != "pronoun"):
            return False
        if one.kind == "pronoun" and one.gender != gender:
            return False
        return self.quoted(one.head) in {-1, self.quoted(phrase.head)}

    # bodies and descriptions

    def body(self, phrase: Phrase) -> Someone | None:
        """Take what a phrase names for a body: an observatory that says something is one."""
        someone = self._meant.get(phrase.first) or self._body(phrase)
        self._meant[phrase.first] = someone
        return someone

    def _body(self, phrase: Phrase) -> Someone | None:
        text = description(self.page, phrase)
        if phrase.lemma in column("countries"):
            text = text[:1].upper() + text[1:]
        known = self._by_lemma.get(phrase.lemma) or self._by_lemma.get(ALIKE.get(phrase.lemma, ""))
        bare = phrase.last - phrase.first == 1
        if known is not None and (bare or text.casefold() == known.label.casefold()):
            return known
        someone = Someone(
            at=self._span(phrase.first, phrase.last), kind="body", label=text, lemma=phrase.lemma,
            gender="", plural=phrase.plural, count=None,
        )  # fmt: skip
        self._by_lemma[phrase.lemma] = someone
        return someone

    def _among(self, phrase: Phrase) -> Someone | None:
        """Read "двое", "20 из них": so many of those spoken of."""
        inner = self._at(phrase.complement) if phrase.complement is not None else None
        group = self.meant(inner) if inner is not None else self._antecedent(phrase, gender="", plural=True)
        if group is None:
            return None
        if group.count == phrase.count:
            return group
        words = f"{self.page.words(phrase.first, phrase.head + 1)} из: {self.label(group)}"
        return Someone(
            at=self._span(phrase.first, phrase.last),
            kind="described",
            label=words,
            plural=phrase.plural,
            count=phrase.count,
        )

    def _described(self, phrase: Phrase) -> Someone | None:
        if phrase.lemma == "из":
            return self._among(phrase)
        if self._is_bare(phrase) and not phrase.plural:
            known = self._by_lemma.get(phrase.lemma) if phrase.last - phrase.first == 1 else None
            if known is not None and (not known.gender or not phrase.gender or known.gender == phrase.gender):
                return known
            if phrase.lemma in BARE:
                someone = self._antecedent(phrase, gender=phrase.gender, plural=False)
                accused = phrase.lemma in ACCUSED
                if someone is not None and someone.name and not (accused and someone.roles & OTHERS):
                    return someone
                if accused and (someone := self._only(phrase.gender)) is not None:
                    return someone
        someone = Someone(
            at=self._span(phrase.first, phrase.last), kind="described", label=description(self.page, phrase),
            lemma=phrase.lemma, gender=phrase.gender, plural=phrase.plural,
            count=phrase.count or (None if phrase.plural else 1),
        )  # fmt: skip
        role = column("people").get(phrase.lemma)
        if role and role != "other":
            someone.roles.add(role)
        if not phrase.plural:
            self._by_lemma[phrase.lemma] = someone
        return someone

    def last_person(self, i: int, gender: str) -> Someone | None:
        """Find the person named last before a token, within three sentences."""
        for one in reversed(self._upto(i)):
            if self.page.sentence_of[i] - self.page.sentence_of[one.head] > NEAR:
                return None
            someone = self._meant.get(one.first)
            if someone is not None and someone.name and not (gender and someone.gender and someone.gender != gender):
                return someone
        return None

    def _upto(self, i: int) -> Sequence[Phrase]:
        low, high = 0, len(self.phrases)
        while low < high:
            middle = (low + high) // 2
            low, high = (middle + 1, high) if self.phrases[middle].first < i else (low, middle)
        return self.phrases[max(0, low - FARTHEST) : low]

    def _is_bare(self, phrase: Phrase) -> bool:
        """Say whether nothing but an age describes somebody: "мужчина", "65-летняя женщина"."""
        aged = phrase.head - phrase.first == 1 and "летн" in self.page.lower(phrase.first)
        return phrase.last - phrase.head == 1 and (phrase.first == phrase.head or aged)

    def _only(self, gender: str) -> Someone | None:
        """Find the one named person of a gender, where there is only one who is no official, lawyer or journalist."""
        fitting = [one for one in self.all if one.gender == gender and not one.roles & OTHERS]
        return fitting[0] if len(fitting) == 1 else None


def _fits(short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """Say whether each word of a name is one of another's, or its initial."""
    return bool(short) and all(
        word in full or (len(word) == 1 and any(other.startswith(word) for other in full)) for word in short
    )

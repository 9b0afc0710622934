"""Who is meant: every phrase of the text tied to somebody, by name, by kinship, by description, by pronoun.

Somebody becomes a party of the notes when something is noted of them. Named people are always noted.
"""

from collections.abc import Sequence
from itertools import islice

from kualik.engine.extracting.russian.cast import NEAR, OTHERS, Someone
from kualik.engine.extracting.russian.describing import description
from kualik.engine.extracting.russian.kinship import Kinship
from kualik.engine.extracting.russian.lexicon import column, group
from kualik.engine.extracting.russian.phrases import Phrase
from kualik.engine.extracting.russian.quotations import Quotation
from kualik.engine.extracting.russian.tokens import Page

__all__ = ["Register", "Someone"]

BARE = group("people.bare")
ACCUSED = group("people.accused")
ALIKE = {
    "министерство": "мид",
    "мид": "министерство",
    "ведомство": "министерство",
    "генконсульство": "консульство",
    "консульство": "генконсульство",
    "диппредставительство": "посольство",
}
SPELT = frozenset(
    {
        "кит", "каз", "уйг", "тиб", "англ", "кирг", "кырг", "узб", "тат", "тур", "араб", "монг", "тадж", "бел", "укр",
        "рус", "крымскотат", "китайски", "казахски", "уйгурски", "тибетски", "английски", "же", "известен",
        "известна", "также", "настоящее", "латиницей",
    }
)  # fmt: skip
FAMILIES = frozenset({"семья", "родня"})
DEEPEST = 8  # pronouns behind pronouns, and kin of kin
MANY = 40  # people of one name among whom a new one is looked for
CLOSING = frozenset({",", ".", "(", ")", "—", "–", ";", ":"})


class Register(Kinship):
    """The people and bodies of one text: everybody that a phrase of it means."""

    def __init__(self, page: Page, phrases: Sequence[Phrase], quotations: Sequence[Quotation]) -> None:
        super().__init__(page, phrases, quotations)
        self._asked: dict[int, Someone | None] = {}  # within one question: pronouns behind pronouns stay cheap
        self._asking = 0
        named = [phrase for phrase in phrases if phrase.name is not None]
        for phrase in sorted(named, key=lambda one: (len(one.name.words) < 2 if one.name else True, one.first)):
            self._named(phrase)
        self._spellings(named)
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

    def meant(self, phrase: Phrase) -> Someone | None:
        """Find whom a phrase means; None where it is not safe to say."""
        known = self._meant.get(phrase.first)
        if known is not None:
            return known
        if phrase.first in self._asked:
            return self._asked[phrase.first]
        if self._asking >= DEEPEST:
            return None
        self._asking += 1
        someone = self._asked[phrase.first] = self._find(phrase)
        self._asking -= 1
        if someone is not None:
            self._meant[phrase.first] = someone
        if not self._asking:  # who is not known now may be later, when more was read
            self._asked.clear()
        return someone

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
            self._by_word.setdefault(word, {})[id(someone)] = someone
        someone.gender = someone.gender or name.gender or (phrase.gender if phrase.kind == "human" else "")
        role = column("people").get(phrase.lemma)
        if role:
            someone.roles.add(role)
        self._meant[phrase.first] = someone
        if phrase.kind == "human" and not phrase.plural:
            self._by_lemma[phrase.lemma] = someone
        return someone

    def _spellings(self, named: Sequence[Phrase]) -> None:
        """Take what stands in brackets behind a name for its other spellings: "Айбек Сайрам (кит. Айбэйкэ)"."""
        order = sorted(named, key=lambda one: one.first)
        joined: dict[int, Someone] = {}
        for number, phrase in enumerate(order):
            if self.page.lower(phrase.last) != "(":
                continue
            close = next((k for k in range(phrase.last, phrase.last + MANY) if self.page.lower(k) == ")"), 0)
            inner = [one for one in order[number + 1 : number + 5] if one.first < close]
            for one in inner:
                someone, other = self._named(phrase), self._named(one)
                if other is not someone and self._respells(phrase, one):
                    joined[id(other)] = someone
                    self._respelt(someone, other)
        self.all = [one for one in self.all if id(one) not in joined]
        for place, meant in self._meant.items():
            self._meant[place] = joined.get(id(meant), meant)

    def _respells(self, phrase: Phrase, other: Phrase) -> bool:
        """Say whether a name in brackets is only another spelling: in other letters, or marked with its language."""
        latin = self.page.tokens[other.head].text.isascii() and not self.page.tokens[phrase.head].text.isascii()
        before = {self.page.lower(k) for k in range(max(phrase.last, other.first - 3), other.first)}
        return other.kind == "person" and (latin or bool(before & SPELT))

    def _respelt(self, someone: Someone, other: Someone) -> None:
        """Give somebody the name of another, who is the same."""
        someone.aliases.append(other.name or "")
        someone.gender = someone.gender or other.gender
        for word in other.words:
            self._by_word[word].pop(id(other), None)
            self._by_word[word][id(someone)] = someone

    def _same_name(self, words: tuple[str, ...], gender: str, at: int) -> Someone | None:
        """Find one whose name holds all of these words, or is held by them; initials count by their letter."""
        whole = [word for word in words if len(word) > 1]
        if not whole:
            return None
        near = [one for word in whole for one in islice(reversed(self._by_word.get(word, {}).values()), MANY)]
        fitting = [one for one in near if _fits(words, one.words) or _fits(one.words, words)]
        fitting = [one for one in fitting if not (gender and one.gender and one.gender != gender)] or fitting
        before = [one for one in fitting if one.at.start <= at]
        return max(
            before or fitting,
            key=lambda one: (one.words[0] == whole[0], one.last if before else -one.at.start),
            default=None,
        )

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
            sure = not gender or someone.gender == gender
            if sure and (one.cases == {"nomn"} or (one.cases & {"nomn"} and distance == 0)):
                return someone
            found = distance if fallback is None else found
            fallback = fallback or someone
        return fallback

    def _can_be(self, one: Phrase, phrase: Phrase, *, gender: str, plural: bool) -> bool:
        if not one.animate or one.kind == "body" or one.last > phrase.first:
            return False
        if gender and one.lemma in FAMILIES:
            return False
        if one.plural != plural or (one.gender and gender and one.gender != gender and one.kind != "pronoun"):
            return False
        if one.kind == "pronoun" and one.gender != gender:
            return False
        return self.quoted(one.head) in {-1, self.quoted(phrase.head)}

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
        if group is None and inner is None and phrase.complement is not None:
            return self._some_of(phrase)
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

    def _some_of(self, phrase: Phrase) -> Someone:
        """Read "двое из встречавших": so many of people whom the text has not told of."""
        return Someone(
            at=self._span(phrase.first, phrase.last), kind="described", plural=phrase.plural, count=phrase.count,
            label=self.page.words(phrase.first, phrase.last),
        )  # fmt: skip

    def _described(self, phrase: Phrase) -> Someone | None:
        if phrase.lemma == "из":
            return self._among(phrase)
        if self._is_bare(phrase) and not phrase.plural:
            known = self._by_lemma.get(phrase.lemma) if phrase.last - phrase.first == 1 else None
            if known is not None and (not known.gender or not phrase.gender or known.gender == phrase.gender):
                return known
            if phrase.lemma in BARE:
                someone = self._antecedent(phrase, gender=phrase.gender, plural=False)
                if someone is None or not (someone.name or (someone.kind == "kin" and someone.lemma != "семья")):
                    someone = self.last_person(phrase.first, phrase.gender) or someone
                accused = phrase.lemma in ACCUSED
                whole = someone is not None and (someone.name or (someone.kind == "kin" and someone.lemma != "семья"))
                if someone is not None and whole and not (accused and someone.roles & OTHERS):
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

    def _is_bare(self, phrase: Phrase) -> bool:
        """Say whether nothing but an age describes somebody: "мужчина", "65-летняя женщина"."""
        aged = phrase.head - phrase.first == 1 and (
            "летн" in self.page.lower(phrase.first)
            or bool({"молодой", "пожилой", "этот", "сам"} & set(self.page.tokens[phrase.first].lemmas()))
        )
        return phrase.last - phrase.head == 1 and (phrase.first == phrase.head or aged)


def _fits(short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """Say whether each word of a name is one of another's, or its initial."""
    return bool(short) and all(
        word in full or (len(word) == 1 and any(other.startswith(word) for other in full)) for word in short
    )

"""The people and bodies of one Kazakh document: who is the same, who is meant by a pronoun."""

from collections.abc import Iterator, Sequence

from kualik.engine.extracting.kazakh.identities import fullest
from kualik.engine.extracting.kazakh.names import Name
from kualik.engine.extracting.kazakh.nouns import COLLECTIVE
from kualik.engine.extracting.kazakh.page import Page
from kualik.engine.extracting.kazakh.phrases import Phrase
from kualik.engine.extracting.kazakh.predicates import hard_starts
from kualik.engine.extracting.kazakh.tables import members
from kualik.engine.extracting.kazakh.tokens import Token
from kualik.engine.extracting.kazakh.wording import genitive, label_of
from kualik.engine.extracting.notes import Notes, Party
from kualik.engine.extracting.spans import Span

__all__ = ["Register"]

LOOKED = 60  # sentences walked over, those in quotations among them
BACK = 5  # sentences looked back for whom a pronoun means
DOWN, UP = ("son", "daughter", "child"), ("mother", "father", "parent")
INVERSE = {
    **dict.fromkeys(UP, DOWN),
    **dict.fromkeys(DOWN, UP),
    "husband": ("wife", "spouse"),
    "wife": ("husband", "spouse"),
    "spouse": ("spouse", "husband", "wife"),
    "sister": ("brother", "sibling"),
}


class Register:
    """Everybody who is spoken of; what is asked first is noted first."""

    def __init__(self, page: Page, names: Sequence[Name], phrases: Sequence[Sequence[Phrase]]) -> None:
        self.page, self.phrases, self.notes = page, phrases, Notes()
        self._named: dict[str, int] = {}
        self._described: dict[tuple[int, str], int] = {}
        self._kin: dict[tuple[int, str], int] = {}
        self._kin_of: dict[int, list[tuple[int, str]]] = {}
        self._stems: dict[str, int] = {}
        self._body: int | None = None  # the body that spoke last
        self._spoken: dict[int, int] = {}
        self._speakers: dict[int, int] = {}
        self.narrator: int | None = None
        self._name_all([name for name in names if name.person])

    def _name_all(self, names: Sequence[Name]) -> None:
        """Give one party to all forms of one name."""
        full = fullest(name.text for name in names)
        for name in names:
            key = self._named.get(full[name.text])
            party = self._add(name, full[name.text]) if key is None else self.notes.parties[key]
            self._named[full[name.text]] = self._named[name.text] = party.key
            party.at = min(party.at, self._at(name), key=lambda span: span.start)
            for other in (name.text, name.foreign):
                if other and other != party.name and other not in party.aliases:
                    party.aliases.append(other)

    def _at(self, name: Name) -> Span:
        return self.page.span(self.page.tokens[name.first], self.page.tokens[name.last - 1])

    def _add(self, name: Name, text: str) -> Party:
        return self.notes.party(at=self._at(name), rule="person.name", name=text)

    def named(self, text: str) -> int | None:
        """Give the party of a name."""
        return self._named.get(text)

    def label(self, key: int) -> str:
        """Say what somebody is called."""
        return self.notes.parties[key].label

    def says(self, quote: int, key: int, frame: int) -> None:
        """Note who speaks in a quotation, and in which sentence that is said."""
        if quote >= 0:
            self._speakers[quote] = key
        self._spoken[frame] = key
        if self.notes.parties[key].body:
            self._body = key

    def spoke(self, number: int) -> int | None:
        """Give who said something in a frame, or whose words the quotation is that it belongs to."""
        said = self._spoken.get(number)
        return said if said is not None else self._speakers.get(self.page.frames[number].quote)

    def speaker_of(self, quote: int) -> int | None:
        """Give who speaks in a quotation, or the narrator outside of all."""
        return self._speakers.get(quote) if quote >= 0 else self.narrator

    def key(self, number: int, phrase: Phrase) -> int | None:
        """Give the party of a phrase.

        Args:
            number: the frame's place in the page.
            phrase: one of its phrases.

        Returns:
            The key; None for a pronoun that could mean several, for "nobody".
        """
        if phrase.name is not None:
            return self._of_name(number, phrase)
        if phrase.kind == "pronoun":
            return self._of_pronoun(number, phrase)
        if phrase.kind == "kin":
            return self._of_kin(number, phrase)
        return self._of_noun(number, phrase)

    def _of_name(self, number: int, phrase: Phrase) -> int | None:
        assert phrase.name is not None
        key = self._named.get(phrase.name.text)
        if key is None:
            return None
        party = self.notes.parties[key]
        if phrase.role and phrase.role not in {"other", "authority", "group", "institution"}:
            party.roles.add(phrase.role)
        if phrase.stem and not phrase.relation:
            self._stems.setdefault(phrase.stem, key)
        if phrase.age is not None and party.age is None:
            party.age = (phrase.age, self._span(number, phrase))
        if phrase.relation:
            owner = self.owner(number, phrase)
            if owner is not None and owner != key:
                self._kin.setdefault((owner, phrase.stem), key)
                self._kin_of.setdefault(key, []).append((owner, phrase.relation))
        return key

    def _span(self, number: int, phrase: Phrase) -> Span:
        tokens = self.page.frames[number].tokens
        return self.page.span(tokens[phrase.first], tokens[phrase.last - 1])

    def _of_pronoun(self, number: int, phrase: Phrase) -> int | None:
        quote = self.page.frames[number].quote
        if phrase.stem in {"1", "1p"}:
            return self.speaker_of(quote) if phrase.stem == "1" or quote >= 0 else None
        if phrase.stem == "3":
            return self._of_third(number, phrase)
        if phrase.stem == "3p":
            return self._group(number, phrase.first)
        return self.antecedent(number, phrase.first) if phrase.stem == "self" else None

    def _of_third(self, number: int, phrase: Phrase) -> int | None:
        """Find whom "he" means: not who speaks, and not the subject of the same clause unless it is the subject."""
        frame = self.page.frames[number]
        speaker = self.speaker_of(frame.quote) if frame.quote >= 0 else None
        clause = max(start for start in hard_starts(frame.tokens) if start <= phrase.first)
        before = [one for one in self.phrases[number] if one.last <= phrase.first and _is_single(one)]
        beside = [one for one in before if one.first >= clause]
        subject = next((one for one in beside if one.case == "" and not _parted(frame.tokens, one, phrase)), None)
        if phrase.case == "" or (phrase.case == "gen" and subject is None):
            return self.antecedent(number, phrase.first, without=speaker)
        owner = [one for one in beside if one.case == "gen" and subject is not None and one.last <= subject.first]
        earlier = [one for one in before if one.first < clause and one.case == "" and one.name]
        told = (self.key(number, one) for one in (*owner, *reversed(earlier)))
        found = next((key for key in told if key is not None and key != speaker), None)
        return found if found is not None else self.antecedent(number, phrase.first, without=speaker, here=False)

    def antecedent(self, number: int, place: int, *, without: int | None = None, here: bool = True) -> int | None:
        """Find the one person whom "he" or "she", or a verb without a subject, means.

        Args:
            number: the frame.
            place: where in it the pronoun stands.
            without: somebody who is not meant.
            here: whether somebody of the same sentence may be meant.
        """
        near = [one for one in self.phrases[number] if one.last <= place and _is_single(one)] if here else []
        for one in near:
            if one.case == "" and not one.relation:
                key = self.key(number, one)
                if key is not None and key != without:
                    return key
        barred = {without} | (
            {self.key(number, one) for one in self.phrases[number] if one.name and one.last <= place}
            if not here
            else set()
        )
        return next((key for key in self._before(number) if key not in barred), None)

    def _before(self, number: int) -> Iterator[int]:
        """Walk back through the sentences before: who spoke, who was their subject, who was named."""
        frame = self.page.frames[number]
        seen = 0
        for other in range(number - 1, max(-1, number - LOOKED), -1):
            one = self.page.frames[other]
            if one.quote != frame.quote and one.quote >= 0:
                continue
            if seen >= BACK or frame.paragraph - one.paragraph > 1:
                return
            seen += 1
            if other in self._spoken and self._is_one(self._spoken[other]):
                yield self._spoken[other]
            subjects = [p for p in self.phrases[other] if _is_single(p) and p.kind in {"name", "people"}]
            for phrase in sorted(subjects, key=lambda p: (p.kind != "name", p.case != "", p.first)):
                key = self.key(other, phrase)
                if key is not None:
                    yield key

    def _is_one(self, key: int) -> bool:
        """Say whether a party is one person, whom "he" can mean."""
        party = self.notes.parties[key]
        return not party.body and (party.name is not None or party.count == 1)

    def _group(self, number: int, place: int) -> int | None:
        """Find the group that "they" means: the last one in the sentences just before."""
        for other in range(number, max(-1, number - 3), -1):
            for phrase in reversed(self.phrases[other]):
                many = phrase.plural or (phrase.count or 1) > 1
                if many and phrase.kind != "pronoun" and (other < number or phrase.last <= place):
                    return self.key(other, phrase)
        return None

    def owner(self, number: int, phrase: Phrase) -> int | None:
        """Find whose kin somebody is; None where that is not certain."""
        if phrase.owner is not None:
            return self.key(number, phrase.owner)
        if phrase.possessed in {"1", "1p"}:
            return self.speaker_of(self.page.frames[number].quote)
        if phrase.possessed != "3":
            return None
        joined = self._joined_to(number, phrase)
        if joined is not None:
            return self.owner(number, joined)
        told = [
            one for one in self.phrases[number] if one.name and one.case in {"", "gen"} and one.last <= phrase.first
        ]
        told = [one for one in told if not any(other.owner == one and other.name for other in told)] or told
        for one in told:
            key = self._named.get(one.name.text) if one.name else None
            if key is not None and (phrase.name is None or key != self._named.get(phrase.name.text)):
                return key
        return self.antecedent(number, phrase.first)

    def _joined_to(self, number: int, phrase: Phrase) -> Phrase | None:
        """Find the kin that "and" joins to this one, "his wife and mother": they are of one family."""
        tokens = self.page.frames[number].tokens
        if phrase.first < 2 or tokens[phrase.first - 1].lower not in {*members("joining"), ","}:
            return None
        return next(
            (one for one in self.phrases[number] if one.relation and one.last == phrase.first - 1 and one.possessed),
            None,
        )

    def _of_kin(self, number: int, phrase: Phrase) -> int | None:
        called = self._called(number, phrase)
        apposed = called if called is not None else self._apposed(number, phrase)
        if apposed is not None:
            return apposed
        owner = self.owner(number, phrase)
        known = self._known_kin(owner, phrase) if owner is not None else None
        if known is not None and not phrase.plural and (phrase.count or 1) == 1:
            return known
        said = self._label(number, phrase)
        if owner is not None:
            tokens = self.page.frames[number].tokens
            start = phrase.owner.last if phrase.owner is not None else phrase.first
            said = f"{genitive(self.label(owner))} {_third(label_of(tokens[start : phrase.last]), phrase)}"
        key = self._describe(number, phrase, said, -1 if owner is None else owner)
        if owner is not None and not phrase.plural and phrase.count in {None, 1}:
            self._kin[owner, phrase.stem] = key
        return key

    def _called(self, number: int, phrase: Phrase) -> int | None:
        """Find the name in "my father's name is N"."""
        tokens = self.page.frames[number].tokens
        if (
            phrase.case != "gen"
            or phrase.last >= len(tokens)
            or tokens[phrase.last].lower not in {"аты", "есімі", "аты-жөні"}
        ):
            return None
        name = next((one for one in self.phrases[number] if one.name and 0 < one.first - phrase.last <= 2), None)
        return self._named.get(name.name.text) if name is not None and name.name else None

    def _apposed(self, number: int, phrase: Phrase) -> int | None:
        """Find the name that "N, her brother" or "N – her brother" gives to a kinsman."""
        tokens = self.page.frames[number].tokens
        place = phrase.owner.first if phrase.owner is not None else phrase.first
        if phrase.plural or phrase.case or place < 2 or not (tokens[place - 1].text == "," or tokens[place - 1].dash):
            return None
        name = next(
            (one for one in self.phrases[number] if one.name and one.last == place - 1 and one.case == ""), None
        )
        closed = phrase.last >= len(tokens) or not tokens[phrase.last].word
        return self._named.get(name.name.text) if name is not None and name.name and closed else None

    def _known_kin(self, owner: int, phrase: Phrase) -> int | None:
        """Find a kinsman named before, as her "daughter", or as the one whose daughter she is."""
        known = self._kin.get((owner, phrase.stem))
        if known is not None:
            return known
        turned = INVERSE.get(phrase.relation, ())
        found = {one for one, relation in self._kin_of.get(owner, ()) if relation in turned}
        return found.pop() if len(found) == 1 else None

    def _of_noun(self, number: int, phrase: Phrase) -> int | None:
        tokens = self.page.frames[number].tokens
        before = tokens[phrase.head - 1].lower if phrase.head > phrase.first else ""
        bare = (phrase.head == phrase.first or before in members("doubles")) and not phrase.plural and not phrase.count
        if bare and phrase.owner is None:
            if phrase.stem == "ведомство" and self._body is not None:
                return self._body
            known = self._stems.get(phrase.stem, self._stems.get("хатшы") if phrase.stem == "спикер" else None)
            if known is not None:
                return known
        said = self._label(number, phrase)
        if phrase.owner is not None and phrase.owner.kind == "pronoun":
            owner = self.key(number, phrase.owner)
            if owner is not None:
                said = f"{genitive(self.label(owner))} {label_of(tokens[phrase.owner.last : phrase.last])}"
        key = self._describe(number, phrase, said, -1)
        if phrase.kind == "body" and not bare:
            self._stems[phrase.stem] = key
        return key

    def _label(self, number: int, phrase: Phrase) -> str:
        return label_of(self.page.frames[number].tokens[phrase.first : phrase.last])

    def _describe(self, number: int, phrase: Phrase, said: str, owner: int) -> int:
        """Note somebody without a name, once for each description."""
        known = (owner, said.casefold())
        if known not in self._described:
            count = phrase.count or (None if phrase.plural or phrase.kind == "body" else 1)
            party = self.notes.party(
                at=self._span(number, phrase),
                rule="party.noun",
                description=said,
                count=count,
                body=phrase.kind == "body",
            )
            if phrase.role and phrase.role not in {"other", "authority", "group", "institution", "outlet"}:
                party.roles.add(phrase.role)
            self._described[known] = party.key
        return self._described[known]


def _third(said: str, phrase: Phrase) -> str:
    """Write "my son" as "his son": ұлым, ұлы."""
    if phrase.possessed not in {"1", "1p"}:
        return said
    for ending, third in (
        ("ымыз", "ы"),
        ("іміз", "і"),
        ("мыз", "сы"),
        ("міз", "сі"),
        ("ым", "ы"),
        ("ім", "і"),
        ("м", "сы"),
    ):
        if said.endswith(ending):
            stem = said[: -len(ending)]
            front = phrase.stem[-1:] in "еіәөү" or any(v in phrase.stem for v in "еіәөү")
            return f"{stem}{'сі' if third == 'сы' and front else third}"
    return said


def _parted(tokens: Sequence[Token], one: Phrase, other: Phrase) -> bool:
    """Say whether a comma or "and" parts two phrases, so that the second may mean the first."""
    return any(token.text == "," or token.lower in members("joining") for token in tokens[one.last : other.first])


def _is_single(phrase: Phrase) -> bool:
    one = not phrase.plural and (phrase.count or 1) == 1 and phrase.stem not in COLLECTIVE
    return one and phrase.kind in {"name", "people", "kin"}

"""Clauses of a Russian sentence: commas part them; who is the subject of a verb, whom does it act upon."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kualik.engine.extracting.russian.gazetteer import is_place
from kualik.engine.extracting.russian.lexicon import group
from kualik.engine.extracting.russian.morphology import Form
from kualik.engine.extracting.russian.phrases import AMOUNTS, Phrase
from kualik.engine.extracting.russian.tokens import DASHES, Page, Token

__all__ = ["Clauses", "Segment"]

BREAKS = frozenset({",", ";", ":", "(", ")", "[", "]", ".", "!", "?", "…"}) | DASHES
LINKERS = group("clauses.linkers")
JOINERS = frozenset({"и", "а", "но", "однако", "зато", "или", "либо"})
TIMES = group("clauses.times")
ASIDES = group("clauses.asides")
SHORT = 4  # tokens of a clause that is interrupted at once: "который, по её словам, …"
WIDEST = 12  # segments looked back over


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """A stretch between breaks. `kind`: main, sub (with a linker), rel (который), part (participle), adv (gerund)."""

    first: int
    last: int
    kind: str
    verb: int | None = None


class Clauses:
    """The grammar of one text's sentences."""

    def __init__(self, page: Page, phrases: Sequence[Phrase]) -> None:
        self.page, self.phrases = page, phrases
        self._heads = frozenset(phrase.head for phrase in phrases)
        self._starts = [phrase.first for phrase in phrases]
        self.segments: list[Segment] = []
        self._of: list[int] = [0] * len(page.tokens)
        for sentence in page.sentences:
            for segment in self._cut(sentence.first, sentence.last):
                for i in range(segment.first, segment.last):
                    self._of[i] = len(self.segments)
                self.segments.append(segment)

    def _cut(self, first: int, last: int) -> Iterator[Segment]:
        start = first
        for i in range(first, last):
            dot = self.page.tokens[i].text == "." and i < last - 2
            if self.page.tokens[i].text in BREAKS and not dot and not self._aside(i):
                yield self._segment(start, i + 1)
                start = i + 1
        if start < last:
            yield self._segment(start, last)

    def _aside(self, i: int) -> bool:
        """Say whether a comma only sets off a word put in: ", вероятно,"."""
        if self.page.tokens[i].text != ",":
            return False
        opens = self.page.lower(i + 1) in ASIDES and self.page.lower(i + 2) == ","
        return opens or (self.page.lower(i - 1) in ASIDES and self.page.lower(i - 2) == ",")

    def _segment(self, first: int, last: int) -> Segment:
        tokens = self.page.tokens
        words = [tokens[i] for i in range(first, min(last, first + 3)) if tokens[i].word]
        verb = next((i for i in range(first, last) if finite(tokens[i])), None)
        kind = "main"
        if any("который" in word.lemmas("ADJF", "NPRO") for word in words[:3]) or (
            words and words[0].lower in {"чей", "чья", "чьи"}
        ):
            kind = "rel"
        elif words and (
            words[0].lower in LINKERS
            or (words[0].lower in {"и", "но", "а", "о"} and len(words) > 1 and words[1].lower in LINKERS)
        ):
            kind = "sub"
        elif any(word.may_be("GRND") and word.forms[0].pos == "GRND" for word in words[:2]) and verb is None:
            kind = "adv"
        elif words and verb is None and any(word.forms and word.forms[0].pos == "PRTF" for word in words[:2]):
            kind = "part"
        return Segment(first=first, last=last, kind=kind, verb=verb)

    def segment(self, i: int) -> Segment:
        """Find the segment of a token."""
        return self.segments[self._of[min(i, len(self._of) - 1)]]

    def around(self, i: int, *, back: int = 0, ahead: int = 0) -> Sequence[Segment]:
        """Give the segments near a token, in its sentence, itself among them."""
        sentence = self.page.sentence(i)
        here = self._of[i]
        near = self.segments[max(0, here - back) : here + ahead + 1]
        return [one for one in near if sentence.first <= one.first < sentence.last]

    def is_head(self, i: int) -> bool:
        """Say whether a token is the head of a phrase."""
        return i in self._heads

    def phrases_in(self, first: int, last: int) -> list[Phrase]:
        """Give the phrases that begin among tokens *first* to *last*."""
        return list(self.phrases[bisect_left(self._starts, first) : bisect_left(self._starts, last)])

    def subject(self, i: int) -> Phrase | None:
        """Find the subject of a verb: before it in its own stretch, right behind it, or before what is put in."""
        token, segment = self.page.tokens[i], self.segment(i)
        before = [one for one in self.phrases_in(segment.first, i) if self._fits(one, token)]
        if before:
            return _best(before)
        behind = [one for one in self.phrases_in(i + 1, segment.last) if self._fits(one, token)]
        if behind and (segment.kind != "rel"):
            return behind[0]
        if segment.kind == "rel":
            return self._antecedent(segment, token)
        return self._farther(segment, token)

    def _antecedent(self, segment: Segment, token: Token) -> Phrase | None:
        """Find the noun that "который" stands for, where it is the subject."""
        which = next((i for i in range(segment.first, segment.last) if "который" in self.page.tokens[i].lemmas()), None)
        if which is None or "nomn" not in self.page.tokens[which].cases() or self.page.tokens[which - 1].may_be("PREP"):
            return None
        near = self.phrases_in(max(0, segment.first - 15), segment.first - 1)
        return next((one for one in reversed(near) if one.last <= segment.first and _agrees(one, token)), None)

    def _farther(self, segment: Segment, token: Token) -> Phrase | None:
        """Look before inserted stretches: "Сотрудник, не представившись, сообщил", and shared subjects of "и", "но"."""
        own, bracketed = self._of[segment.first] if segment.kind != "sub" else 0, False
        for number in range(own - 1, max(-1, own - WIDEST), -1):
            one = self.segments[number]
            if self.page.sentence_of[one.first] != self.page.sentence_of[segment.first]:
                return None
            bracketed = self._in_brackets(one, bracketed=bracketed)
            if bracketed:
                continue
            if one.kind == "rel" and one.verb is None and one.last - one.first < SHORT:
                return self._antecedent(one, token)
            if one.kind in {"part", "rel", "adv", "sub"}:
                continue
            if self.page.tokens[one.last - 1].text in {";", ":"}:
                return None
            found = [p for p in self.phrases_in(one.first, one.last) if self._fits(p, token)]
            if found:
                return _best(found)
            if one.verb is not None and not self._shares(segment):
                return None
        return None

    def _shares(self, segment: Segment) -> bool:
        return self.page.lower(segment.first) in JOINERS or (
            segment.verb is not None and segment.verb - segment.first < 4
        )

    def _fits(self, phrase: Phrase, token: Token) -> bool:
        if phrase.lemma in TIMES or (phrase.kind == "other" and is_place(self.page.tokens[phrase.head].lower)):
            return False
        if "nomn" not in phrase.cases or (
            self.page.tokens[max(0, phrase.first - 1)].may_be("PREP") and self._governed(phrase)
        ):
            return False
        return _agrees(phrase, token) or (self._coordinated(phrase) and _many(token))

    def _coordinated(self, phrase: Phrase) -> bool:
        """Say whether somebody else is named together with a phrase: "журналист Омаров и его водитель"."""
        if self.page.lower(phrase.last) not in {"и", ","} or phrase.plural:
            return False
        return any("nomn" in one.cases and one.animate for one in self.phrases_in(phrase.last + 1, phrase.last + 2))

    def _governed(self, phrase: Phrase) -> bool:
        before = self.page.tokens[phrase.first - 1] if phrase.first else None
        if phrase.count is not None and before is not None and before.lower in AMOUNTS:
            return False
        return before is not None and before.word and before.forms[:1] != () and before.forms[0].pos == "PREP"

    def objects(self, i: int) -> list[Phrase]:
        """Find whom a verb acts upon: animate phrases in the accusative, in its stretch, before or behind."""
        segment = self.segment(i)
        near = self.phrases_in(segment.first, segment.last)
        subject = self.subject(i)
        found = [
            one for one in near
            if "accs" in one.cases and one.animate and one is not subject and not self._governed(one)
            and (one.cases != frozenset({"nomn"}))
        ]  # fmt: skip
        behind = [one for one in found if one.first > i]
        return behind or found or self._farther_objects(segment)

    def _inserted(self, one: Segment) -> bool:
        """Say whether a stretch stands within its sentence: ", слышала,"."""
        return one.first > self.page.sentence(one.first).first

    def _farther_objects(self, segment: Segment) -> list[Phrase]:
        """Look for objects before what is put in between: "Двух сыновей, по её словам, забрали"."""
        own, bracketed = self._of[segment.first], False
        for number in range(own - 1, max(-1, own - WIDEST), -1):
            one = self.segments[number]
            if self.page.sentence_of[one.first] != self.page.sentence_of[segment.first]:
                return []
            bracketed = self._in_brackets(one, bracketed=bracketed)
            if bracketed or (one.verb is not None and one.last - one.first < SHORT - 1 and self._inserted(one)):
                continue
            if one.verb is not None:
                return []
            found = self._patients_in(one)
            if found and (one.first == self.page.sentence(segment.first).first or one.kind == "main"):
                return [*self._listed_before(one, number), *found]
        return []

    def _in_brackets(self, one: Segment, *, bracketed: bool) -> bool:
        """Say, walking back, whether a stretch stands in brackets."""
        ends = self.page.tokens[one.last - 1].text
        return (bracketed or ends == ")") and ends != "("

    def _patients_in(self, one: Segment) -> list[Phrase]:
        """Find the animate objects of a stretch without a verb."""
        return [
            phrase for phrase in self.phrases_in(one.first, one.last)
            if "accs" in phrase.cases and "nomn" not in phrase.cases and phrase.animate
            and not self._governed(phrase) and phrase.kind != "body"
        ]  # fmt: skip

    def _listed_before(self, one: Segment, number: int) -> list[Phrase]:
        """Find those listed before the last of several objects: "Двух братьев, Марата (32) и Олега, забрали"."""
        found: list[Phrase] = []
        bracketed = False
        for before in reversed(self.segments[max(0, number - WIDEST) : number]):
            if before.verb is not None or self.page.sentence_of[before.first] != self.page.sentence_of[one.first]:
                return found
            bracketed = self._in_brackets(before, bracketed=bracketed)
            if not bracketed and before.kind == "main":
                found = [*self._patients_in(before), *found]
        return found


def finite(token: Token) -> bool:
    """Say whether a word is the verb of a clause."""
    if token.capital and token.forms and not token.forms[0].known:
        return False  # a name that the dictionary guesses to be a verb
    return bool(token.forms) and (
        token.forms[0].finite or (token.may_be("VERB") and token.forms[0].pos in {"PRTS", "ADJS"})
    )


def _best(found: Sequence[Phrase]) -> Phrase:
    """Prefer who can be somebody, then the one nearest to the verb that is no complement of another."""
    animate = [one for one in found if one.animate] or list(found)
    return animate[-1] if len(animate) == 1 or animate[-1].first >= animate[-2].last else animate[-2]


def _agrees(phrase: Phrase, token: Token) -> bool:
    form = next((one for one in token.forms if one.finite), None)
    if form is None:
        return True
    if phrase.count is not None and phrase.count > 1:
        return form.plural or form.gender in {"neut", ""}
    if form.plural != phrase.plural:
        return False
    return _genders_agree(phrase, form)


def _many(token: Token) -> bool:
    return any(form.finite and form.plural for form in token.forms)


def _genders_agree(phrase: Phrase, form: Form) -> bool:
    if not form.gender or not phrase.gender or phrase.plural:
        return True
    return form.gender == phrase.gender or (
        phrase.kind == "human" and phrase.gender == "masc" and form.gender == "femn"
    )

"""What a reporting verb does in its clause: says, denies, demands, refuses to speak; or nothing of the kind."""

from collections.abc import Sequence
from dataclasses import dataclass

from kualik.engine.extracting.clauses import closes, that_after
from kualik.engine.extracting.cues import CUES, GUARDED, NO_ANSWER, NO_COMMENT
from kualik.engine.extracting.grammar import Phrase
from kualik.engine.extracting.tagging import Tag
from kualik.engine.extracting.tokens import Span, Token
from kualik.engine.extracting.words import word_set
from kualik.engine.facts.vocabulary import Stance

__all__ = ["BE", "HEARING", "NEGATIONS", "SPECIAL", "Clause", "denial", "stance_of"]

BE = frozenset({"is", "are", "was", "were", "been", "being", "be", "wasn't", "weren't"})


NEGATIONS = word_set("not never nor didn't hasn't haven't hadn't doesn't don't wouldn't longer")


MODALS = word_set("would could can should will may might must shall wouldn't")


HEARING = frozenset({"learned", "learnt", "heard"})
SPECIAL = frozenset({"hung", "put", "puts", "speaks", "spoke", "documented", "give"})


CALLS = frozenset({"call", "calls", "message", "messages", "request", "requests", "email", "emails"})


NEEDS_THAT = word_set(
    "claim reported reports report write writes written wrote note notes noted mention mentioned answered "
    "replied replies reply recalled recalls heard learned learns learn learnt announced announces "
    "conclude concludes counts repeat repeated repeats explained explains complained complains shouted "
    "remarked describes estimate estimates"
)


QUESTIONS = word_set("whether why who which what where when how if about")


DENYING = frozenset({"no", "nobody", "none", "nothing", "neither"})


THERE = ("there is no", "there was no", "there were no", "there are no", "there had been no", "there is nothing")


NOT_SO = ("not accept", "no record", "no information", "no knowledge", "not aware", "no such", "not know of")


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """What is known at one reporting verb."""

    tokens: tuple[Token, ...]
    marks: Sequence[Tag]
    verb: int
    first: int

    @property
    def word(self) -> str:
        return self.tokens[self.verb].lower

    @property
    def group(self) -> frozenset[str]:
        """The auxiliaries and adverbs before the verb."""
        return frozenset(token.lower for token in self.tokens[self.first : self.verb])

    def at(self, place: int) -> str:
        """The word at a distance from the verb, or nothing beyond the sentence."""
        where = self.verb + place
        return self.tokens[where].lower if 0 <= where < len(self.tokens) else ""

    def span(self, phrase: Phrase | None) -> Span | None:
        return self.stretch((phrase.first, phrase.last)) if phrase else None

    def stretch(self, places: tuple[int, int] | None) -> Span | None:
        if not places or places[0] >= places[1]:
            return None
        return Span(start=self.tokens[places[0]].start, end=self.tokens[places[1] - 1].end)


def stance_of(clause: Clause) -> Stance | None:
    """Say where a verb puts its speaker, or None where nobody says anything by it."""
    if clause.word in SPECIAL:
        return _special(clause)
    if clause.at(-1) == "to" or (clause.first and clause.tokens[clause.first - 1].lower == "to"):
        return None
    stance = CUES[clause.word]
    if stance is Stance.DECLINES_TO_COMMENT:
        return stance if clause.at(1) == "to" and clause.at(2) in NO_COMMENT else None
    negated = bool(clause.group & NEGATIONS)
    if clause.word in NO_ANSWER and (negated or clause.at(-1) == "no"):
        return _unanswered(clause)
    return _negated(clause, stance) if negated else _affirmed(clause, stance)


def _special(clause: Clause) -> Stance | None:
    """Read verbs that report only in one frame: "hung up", "put the number at 12", "would not give her name"."""
    if clause.word == "hung":
        return Stance.DECLINES_TO_COMMENT if clause.at(1) == "up" else None
    if clause.word == "give":
        named = {"would", "not"} <= clause.group and "name" in {clause.at(2), clause.at(3)}
        return Stance.DECLINES_TO_COMMENT if named else None
    counts = _puts(clause) if clause.word.startswith("put") else _counts(clause)
    return Stance.ASSERTS if counts else None


def _unanswered(clause: Clause) -> Stance | None:
    calls = not clause.word.startswith("return") or CALLS & {clause.at(place) for place in range(1, 5)}
    return Stance.DID_NOT_RESPOND if calls and not clause.group & BE else None


def _affirmed(clause: Clause, stance: Stance) -> Stance | None:
    if clause.group & MODALS or stance is Stance.DID_NOT_RESPOND:
        return None
    participle = clause.word.startswith("accus") and clause.at(1) == "of" and not clause.group & BE
    if participle or (clause.word in NEEDS_THAT | GUARDED and clause.word not in HEARING and not _opens(clause)):
        return None
    return _demand(clause) if stance is Stance.DEMANDS else stance


def _negated(clause: Clause, stance: Stance) -> Stance | None:
    if stance is Stance.DENIES:
        return Stance.ACKNOWLEDGES
    refuses = clause.word in {"say", "comment", "discuss", "answer"} and clause.group & {"would", "wouldn't"}
    return Stance.DECLINES_TO_COMMENT if refuses else None


def _demand(clause: Clause) -> Stance | None:
    word, after = clause.word, clause.at(1)
    if word.startswith("call"):
        return Stance.DEMANDS if after in {"on", "for", "upon"} else _names_a_lie(clause)
    if word.startswith("chant"):
        return Stance.DEMANDS
    if word.startswith("appeal"):
        return Stance.DEMANDS if after in {"to", "for"} else None
    if word.startswith("ask"):
        later = {clause.at(place) for place in range(1, 7)}
        own = after in {"to", "not"} and "be" in later
        return None if own or later & QUESTIONS else Stance.DEMANDS
    return Stance.DEMANDS


def _names_a_lie(clause: Clause) -> Stance | None:
    """See a denial in "called the reports "lies""."""
    later = {clause.at(place) for place in range(1, 5)}
    quoted = any(token.quote >= 0 for token in clause.tokens[clause.verb :])
    reports = later & {"report", "reports", "claim", "claims", "allegation", "allegations", "accusations", "accounts"}
    return Stance.DENIES if quoted and reports else None


def _puts(clause: Clause) -> bool:
    """See "put the number at 12": a number within a few words after "at"."""
    words = [token.lower for token in clause.tokens[clause.verb + 1 : clause.verb + 24]]
    return any(
        word == "at" and any(after[:1].isdigit() or after in {"million", "thousand"} for after in words[n + 1 : n + 5])
        for n, word in enumerate(words)
    )


def _opens(clause: Clause) -> bool:
    """Say whether words follow or surround the verb: "that …", a colon, a quotation."""
    tokens, after = clause.tokens, clause.verb + 1
    if any(
        tokens[n].text in '"”»' and closes(tokens, n) and tokens[n - 1].text in ",.?!"
        for n in range(max(1, clause.first - 8), clause.first)
    ):
        return True
    opened = any(token.text in {":", '"', "“"} for token in tokens[after : after + 5])
    return opened or that_after(tokens, clause.marks, after) is not None or _number_follows(clause)


def _counts(clause: Clause) -> bool:
    """See "speaks of 6,025" and "has documented at least 26"."""
    of = clause.at(1) == "of" and clause.at(2)[:1].isdigit()
    return of or (clause.word == "documented" and any(clause.at(place)[:1].isdigit() for place in range(1, 4)))


def _number_follows(clause: Clause) -> bool:
    return clause.at(1)[:1].isdigit() or clause.at(2)[:1].isdigit()


def denial(clause: Clause, stance: Stance, content: Span) -> Stance:
    """See a denial that has no verb of denying ("said that nobody …"), and an order that is told ("told to leave")."""
    if stance is not Stance.ASSERTS:
        return stance
    if clause.word in {"told", "tell", "tells", "telling"} and _orders(clause, content):
        return Stance.DEMANDS
    inside = [token for token in clause.tokens if content.holds(token.start, token.end) and token.text.isalnum()]
    words = [token.lower for token in inside[:7]]
    words = words[1:] if words and words[0] in {"that", "only"} else words
    said = " ".join(words)
    denies = bool(words) and words[0] in DENYING and words[1:2] != ["longer"]
    existence = said.startswith(THERE) or any(mark in said for mark in NOT_SO)
    short = len(words) > 2 and words[1] in {"was", "is", "were", "are"} and words[2] == "not"
    return Stance.DENIES if denies or existence or short else stance


def _orders(clause: Clause, content: Span) -> bool:
    """See "told them (through a megaphone) to disperse"."""
    for place, token in enumerate(clause.tokens):
        if token.start >= content.start and token.end <= content.end:
            if token.lower == "to":
                return place + 1 < len(clause.tokens) and clause.marks[place + 1] in {Tag.NOUN, Tag.VERB, Tag.AUXILIARY}
            if clause.marks[place] in {Tag.VERB, Tag.AUXILIARY, Tag.PRONOUN, Tag.PARTICIPLE, Tag.COMMA}:
                return False
    return False

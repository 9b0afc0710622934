"""Silence that has no verb of answering: "could not be reached", "calls to the prison went unanswered"."""

from collections.abc import Iterator, Sequence

from kualik.engine.extracting.attribution import Saying
from kualik.engine.extracting.grammar import Phrase, object_after, subject_before, verb_group
from kualik.engine.extracting.tagging import Tag
from kualik.engine.extracting.tokens import Sentence, Span
from kualik.engine.facts.vocabulary import Stance

__all__ = ["find_silences"]

ASKED = frozenset(
    {"calls", "call", "email", "emails", "e-mails", "letters", "letter", "messages", "requests", "request", "questions"}
)
ANSWERS = frozenset({"reply", "answer", "response", "comment"})
NOT = frozenset({"not", "never", "no", "unanswered", "couldn't", "wasn't", "weren't"})


def find_silences(sentence: Sentence, marks: Sequence[Tag]) -> list[Saying]:
    """Find who did not answer, where no verb of saying tells it.

    Args:
        sentence: the sentence.
        marks: its tags.

    Returns:
        Sayings with the one who is silent as speaker, in order.
    """
    return list(_silences(sentence, marks))


def _silences(sentence: Sentence, marks: Sequence[Tag]) -> Iterator[Saying]:
    tokens = sentence.tokens
    for place, token in enumerate(tokens):
        group = {one.lower for one in tokens[verb_group(marks, place) : place]}
        found: Phrase | None = None
        if token.lower in {"reached", "available", "unavailable"} and (group & NOT or token.lower == "unavailable"):
            found = subject_before(tokens, marks, place)
        elif token.lower in {"unanswered", "returned", "answered"} and (group & NOT or token.lower == "unanswered"):
            found = _asked(sentence, marks, place)
        elif token.lower in ANSWERS and place and tokens[place - 1].lower == "no":
            found = _from_whom(sentence, marks, place)
        if found is not None:
            yield _saying(sentence, found, place)


def _asked(sentence: Sentence, marks: Sequence[Tag], verb: int) -> Phrase | None:
    """Find whom "calls to the prison" were made to."""
    for place in range(max(0, verb - 16), verb - 1):
        if sentence.tokens[place].lower in ASKED and sentence.tokens[place + 1].lower == "to":
            return object_after(sentence.tokens, marks, place + 1)
    return None


def _from_whom(sentence: Sentence, marks: Sequence[Tag], place: int) -> Phrase | None:
    """Read "no reply from the ministry", "no answer came from the prison"."""
    for after in range(place + 1, min(len(sentence.tokens), place + 4)):
        if sentence.tokens[after].lower == "from":
            return object_after(sentence.tokens, marks, after)
    return None


def _saying(sentence: Sentence, who: Phrase, place: int) -> Saying:
    tokens = sentence.tokens
    speaker = Span(start=tokens[who.first].start, end=tokens[who.last - 1].end)
    start, end = min(speaker.start, tokens[place].start), max(speaker.end, tokens[place].end)
    return Saying(
        start=start, end=end, cue=tokens[place].start, stance=Stance.DID_NOT_RESPOND,
        content=Span(start=start, end=end), speaker=speaker,
    )  # fmt: skip

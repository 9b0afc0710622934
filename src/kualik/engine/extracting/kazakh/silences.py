"""Those who refuse to comment, and those who do not answer."""

from collections.abc import Iterator, Sequence

from kualik.engine.extracting.kazakh.phrases import Phrase
from kualik.engine.extracting.kazakh.predicates import Predicate, find_predicates, hard_starts
from kualik.engine.extracting.kazakh.scene import Scene
from kualik.engine.extracting.kazakh.speakers import is_agent
from kualik.engine.extracting.kazakh.tables import group, members
from kualik.engine.extracting.notes import Saying
from kualik.engine.extracting.spans import Span
from kualik.engine.facts.vocabulary import Stance

__all__ = ["find_silences"]


def find_silences(scene: Scene) -> list[Saying]:
    """Find refusals to comment and questions that stay unanswered.

    Args:
        scene: the document.

    Returns:
        Sayings in order; one whose subject is not told is left out.
    """
    found: list[Saying] = []
    for number in range(len(scene.page.frames)):
        for one in find_predicates(scene.tokens(number), "silences"):
            found += _silent(scene, number, one)
    return found


def _silent(scene: Scene, number: int, one: Predicate) -> Iterator[Saying]:
    tokens = scene.tokens(number)
    unnamed = one.form.passive and one.entry[1] == "declines to comment"  # "whose name is not given"
    if tokens[-1].text == "?" or one.form.tense == "nominal" or unnamed:
        return
    if one.form.denied != (one.entry[2] == "denied") and one.entry[2] != "either":
        return
    starts = hard_starts(tokens)
    clause = max((start for start in starts if start <= one.first), default=0)
    asked = any(token.lower.startswith(group("asked")) for token in tokens[max(0, clause - 12) : one.first + 1])
    if one.entry[3] == "asked" and not asked:
        return
    who = _who(scene.phrases[number], clause, one) or _who(scene.phrases[number], 0, one)
    key = scene.register.key(number, who) if who is not None else None
    some = any(token.lower in members("some-of-them") for token in tokens[clause : one.first])
    some = some or any(is_agent(token.lower) for token in tokens[clause : one.first])
    if key is None and who is None and one.entry[3] != "asked" and one.entry[4].startswith("nom") and not some:
        key = scene.register.antecedent(number, one.first)
    if key is None:
        return
    first = clause if who is None else min(max(clause, who.first), one.first)
    span = scene.page.span(tokens[first], tokens[one.last - 1])
    stance = Stance(one.entry[1])
    if stance is not Stance.DID_NOT_RESPOND:
        scene.register.says(-1, key, number)
    yield Saying(
        span=span, content=_nothing(span.end), stance=stance, rule=f"silence.{one.entry[1].split()[0]}", speaker=key
    )


def _nothing(end: int) -> Span:
    return Span(start=end, end=end)


def _leads(phrase: Phrase, phrases: Sequence[Phrase]) -> bool:
    """Say whether a bare noun only describes the phrase right behind it."""
    bare = phrase.kind == "people" and phrase.name is None and not phrase.possessed
    return bare and any(other.first == phrase.last for other in phrases)


def _who(phrases: Sequence[Phrase], clause: int, one: Predicate) -> Phrase | None:
    """Find who is silent: the subject, or with "could not be reached", "from the ministry", the other party."""
    inside = [p for p in phrases if clause <= p.first and p.last <= one.first and p.kind != "pronoun"]
    pronouns = [
        p for p in phrases if clause <= p.first and p.last <= one.first and p.kind == "pronoun" and p.stem == "3"
    ]
    wanted = one.entry[4].split("|")
    for case in wanted:
        fitting = (p for p in inside if (case != "dat" or p.kind == "body") and not _leads(p, inside))
        found = next((p for p in fitting if p.case == ("" if case == "nom" else case)), None)
        if found is not None:
            return found
    return next((p for p in pronouns if p.case == ""), None) if "nom" in wanted else None

"""Sources named beside a clause: "according to her", "from what the relatives say"."""

from collections.abc import Iterator, Sequence

from kualik.engine.extracting.kazakh.phrases import Phrase
from kualik.engine.extracting.kazakh.predicates import hard_starts
from kualik.engine.extracting.kazakh.scene import Scene
from kualik.engine.extracting.kazakh.tables import group, mapping
from kualik.engine.extracting.kazakh.tokens import Token
from kualik.engine.extracting.notes import Saying
from kualik.engine.facts.vocabulary import Stance

__all__ = ["sources_in"]

REACH = 3  # words between whose and "words"


def sources_in(scene: Scene, number: int) -> Iterator[Saying]:
    """Find the clauses of one frame that a source is named for.

    Args:
        scene: the document.
        number: the frame.

    Yields:
        Sayings in order.
    """
    tokens = scene.tokens(number)
    for place, token in enumerate(tokens):
        after = tokens[place + 1].lower if place + 1 < len(tokens) else ""
        judged = token.lower in mapping("judging") and after.startswith(group("judging"))
        if judged or token.lower in mapping("according") or _is_report(tokens, place):
            yield from _according(scene, number, place)


def _according(scene: Scene, number: int, place: int) -> Iterator[Saying]:
    tokens = scene.tokens(number)
    source = _source(scene.phrases[number], place)
    key = scene.register.key(number, source) if source is not None else None
    if source is None or key is None:
        return
    first, last = _reach(tokens, source.first, place)
    quoted = next((at for at in range(first) if tokens[at].quote >= 0), -1) if _is_report(tokens, place) else -1
    scene.register.says(tokens[quoted].quote if quoted >= 0 else -1, key, number)
    stance = Stance(mapping("according").get(tokens[place].lower, "asserts"))
    span = scene.page.span(tokens[quoted if quoted >= 0 else first], tokens[last - 1])
    content = scene.page.span(tokens[quoted], tokens[quoted]) if quoted >= 0 else span
    yield Saying(span=span, content=content, stance=stance, rule="say.according", speaker=key)


def _is_report(tokens: Sequence[Token], place: int) -> bool:
    """Read "in the ministry's report it is said"."""
    word = tokens[place].lower
    if not (word.endswith(("інде", "ында", "сінде", "сында")) and word.startswith(group("reports"))):
        return False
    return any(token.lower.startswith(group("written")) for token in tokens[-4:])


def _source(phrases: Sequence[Phrase], place: int) -> Phrase | None:
    """Find whose words they are: a genitive before, or a bare name of a paper or an office."""
    for phrase in reversed(phrases):
        gap = place - phrase.last
        if 0 <= gap <= REACH and phrase.case == "gen":
            return phrase
        if gap == 0 and phrase.case == "" and phrase.kind in {"body", "people"}:
            return phrase
        if gap > REACH:
            return None
    return None


def _reach(tokens: Sequence[Token], first: int, place: int) -> tuple[int, int]:
    """Find how far the words reach: to the end, or to where another clause begins with "but"."""
    ends = [
        start for start in hard_starts(tokens) if start > place + 2 and tokens[start].lower in {"ал", "бірақ", "алайда"}
    ]
    last = min(ends) - 1 if ends else len(tokens)
    return first, max(last, place + 1)

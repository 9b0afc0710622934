"""Where, when, for how long and why somebody is held, from the words after the verb."""

import re
from collections.abc import Iterator, Sequence

from kualik.engine.extracting.dates import Date
from kualik.engine.extracting.grammar import object_after
from kualik.engine.extracting.liberty import FACILITY, PLACE_STATES, Trigger
from kualik.engine.extracting.numbers import is_number
from kualik.engine.extracting.parties import Scene
from kualik.engine.extracting.tagging import Tag
from kualik.engine.extracting.terms import Term
from kualik.engine.extracting.tokens import Span
from kualik.engine.extracting.words import MONTHS, TIMES, WEEKDAYS

__all__ = ["date_of", "first_turn", "is_sentence", "place_of", "reasons_of", "state_of", "term_of"]

GROUNDS = re.compile(
    r"\b(?:on (?:charges?|suspicion|allegations|accusations) of|accused of|charged with|guilty of"
    r"|convicted of|in connection with)\s+(?P<why>[^.;]+?)(?=$|[.;]|,(?! and)| and (?:was|were|is|sentenced)\b)"
)


UNDER = re.compile(r"\bunder (?P<why>the (?:[A-Z][\w-]*|of|on|and)(?: (?:[A-Z][\w-]*|of|on|and)){1,6})")


FOR = re.compile(r'\bfor (?P<why>(?:"|“)?(?:[a-z-]+ly )?[a-z-]+ing\b[^.;]*?)(?=$|[.;]|,(?! and)| -- )')


BECAUSE = re.compile(
    r'["“]?(?P<why>(?:(?:simply|apparently|only|just) )?because (?:of )?[^.;]*?)(?=$|[.;]|, (?:and|but) | -- )'
)


def term_of(terms: Sequence[Term], stretch: Span, kind: str) -> Term | None:
    if kind in {"disappeared", "barred", "transfer", "died"}:
        return None
    return next((term for term in terms if stretch.start <= term.start and term.end <= stretch.end), None)


def is_sentence(scene: Scene, trigger: Trigger, term: Term | None, after: str) -> bool:
    if term is None:
        return False
    if trigger[0] == "sentencing" or scene.text[term.end : term.end + 9].lstrip().startswith(("sentence", "term")):
        return True
    return trigger == ("held", "prison") and (after.startswith("serving") or "prison" in after[:30])


def state_of(trigger: Trigger, after: str) -> str:
    kind, state = trigger
    if kind in {"release", "disappeared", "died", "barred"} or state == "house arrest":
        return state
    return next((found for pattern, found in PLACE_STATES if pattern.search(after)), state)


def first_turn(scene: Scene, place: int, last: int) -> int:
    """Find where "when …", "because …", "for …ing" or a quoted charge begins: it says nothing of the place."""
    for at in range(place + 1, last):
        home = "chemistry" in {token.lower for token in scene.tokens[at : at + 4]}
        if not home and (
            scene.marks[at] is Tag.BREAKER or _leads_to_reason(scene, at, last, scene.tokens[place].quote)
        ):
            return scene.tokens[at].start
    return scene.tokens[last - 1].end


def _leads_to_reason(scene: Scene, at: int, last: int, quote: int) -> bool:
    if scene.tokens[at].lower not in {"for", "of"} or at + 1 >= last:
        return False
    after = scene.tokens[at + 1]
    return after.lower.endswith("ing") or (after.quote >= 0 and after.quote != quote)


def place_of(scene: Scene, place: int, last: int, *, released: bool) -> Span | None:
    """Take the first place named after the verb: "in Kunes county", "to a prison in Tekes"."""
    for at in range(place + 1, last):
        word = scene.tokens[at].lower
        if word not in {"in", "at", "to", "from", "inside", "outside"} or (released and word != "from"):
            continue
        phrase = object_after(scene.tokens, scene.marks, at)
        if phrase is None or phrase.last > last:
            continue
        inner = scene.tokens[phrase.first : phrase.last]
        words = [token.lower for token in inner]
        timed = any(word in MONTHS or word in WEEKDAYS or word in TIMES or word[0].isdigit() for word in words[:2])
        text = scene.text[inner[0].start : inner[-1].end]
        if timed or words[0] in {"be", "death", "life"} or is_number(words[0]) or (len(words) == 1 and text.islower()):
            continue
        if any(token.capital for token in inner) or FACILITY.search(text):
            return Span(start=inner[0].start, end=inner[-1].end)
    return None


def reasons_of(after: str, start: int, kind: str) -> tuple[Span | None, Span | None]:
    if kind in {"release", "died", "transfer", "barred"}:
        return None, None
    given = GROUNDS.search(after) or UNDER.search(after) or FOR.search(after)
    because = BECAUSE.search(after)
    return _span_of(given, start), _span_of(because, start)


def _span_of(match: re.Match[str] | None, start: int) -> Span | None:
    if not match:
        return None
    text = match["why"].rstrip(' ,"”')
    lead = 1 if text[:1] in '"“' else 0
    return Span(start=start + match.start("why") + lead, end=start + match.start("why") + len(text))


def date_of(scene: Scene, clause: tuple[int, int], place: int, kind: str) -> Date | None:
    span, at = scene.span(clause[0], clause[1]), scene.tokens[place].start
    quotes = {token.start: token.quote for token in scene.tokens}
    spoken = scene.tokens[place].quote
    inside = [
        date for date in _within(scene.dates, span)
        if (date.since or kind != "held") and quotes.get(date.start, spoken) == spoken
    ]  # fmt: skip
    return min(inside, key=lambda date: (not date.since, abs(date.start - at)), default=None)


def _within(dates: Sequence[Date], span: Span) -> Iterator[Date]:
    return (date for date in dates if span.holds(date.start, date.end))

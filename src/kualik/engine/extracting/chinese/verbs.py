"""The verbs of saying in a clause: which of them speak, and whose they are."""

from collections.abc import Iterator, Sequence

from kualik.engine.extracting.chinese.addressees import addressee
from kualik.engine.extracting.chinese.here import Found, Here
from kualik.engine.extracting.chinese.phrases import trimmed
from kualik.engine.extracting.chinese.silences import silence
from kualik.engine.extracting.chinese.speakers import speaker
from kualik.engine.extracting.chinese.stances import stance_of
from kualik.engine.extracting.chinese.subjects import RESUMED, carried, subject
from kualik.engine.extracting.chinese.tables import column, mapping, words
from kualik.engine.extracting.spans import Span
from kualik.engine.facts.vocabulary import Stance

__all__ = ["verbs_in"]

PASSIVE = words("verbs.passive")
WEAK = words("verbs.weak")
OBJECTS = words("verbs.objects")
SOURCES = words("verbs.sources")
PLAIN = frozenset({"说", "称", "表示"})
DETERMINERS = frozenset({"的", "一", "这", "该", "此", "上述"})
LATEST = 40  # words of a clause among which its verb is looked for
COLONS = frozenset({":", "："})
LEAST_QUOTE = 6  # characters after "X：" that are speech


def verbs_in(here: Here, before: Sequence[Found]) -> Iterator[Found]:
    """Find the verbs of saying in a clause, each with its subject.

    Args:
        here: the clause, its mentions read.
        before: the verbs of the sentence before it.

    Yields:
        What was found; the contents are not known yet.
    """
    refused = silence(here, before)
    if refused:
        yield refused
        return
    found = list(before)
    first = 0
    for place, token in enumerate(here.tokens[:LATEST]):
        one = _at(here, first, place, found) if token.kind == "han" and token.text in column("cues") else None
        if one:
            yield one
            found.append(one)
            first = place + 1
    if first == 0:
        other = _reported(here) or _colon(here)
        if other:
            yield other


def _at(here: Here, first: int, place: int, found: Sequence[Found]) -> Found | None:
    """Read one verb: whether it speaks at all, and who its subject is."""
    token, tokens = here.tokens[place], here.tokens
    if not _speaks(here, place, tokens[place - 1].text if place > first else ""):
        return None
    source = next((n for n in range(first, place) if tokens[n].text in SOURCES), None)
    if source is not None:
        return _according(here, source, place, place)
    who, rule = subject(here, first, place)
    if who is None:
        party = carried(here, first, found) if _lacks_subject(here, first, place) else None
        start = trimmed(here.story, here.clause, first, place)[0]
        who, rule = (
            (party, Span(start=tokens[min(place, start)].start, end=token.end)) if party is not None else None,
            "say.carried",
        )
    if who is None or not _counts(here, first, place, who[0], found):
        return None
    return Found(
        clause=here.number, cue=token, span=Span(start=min(who[1].start, token.start), end=token.end), speaker=who[0],
        stance=stance_of(here, place, who[0]), rule=f"{rule}.{mapping('cues', 2)[token.text]}",
        content=Span(start=token.end, end=token.end), resumed=rule == "say.carried",
        addressee=addressee(here, first, place),
    )  # fmt: skip


def _lacks_subject(here: Here, first: int, place: int) -> bool:
    """Say whether no words that could be a subject stand before a verb."""
    start, end = trimmed(here.story, here.clause, first, place)
    if end > start:
        return False
    begin, stop = here.tokens[first].start, here.tokens[place].start
    named = any(one.kind == "name" and begin <= one.start < stop and not one.owns for one in here.mentions)
    return not named or here.tokens[place - 1].text in RESUMED


def _counts(here: Here, first: int, place: int, who: int, found: Sequence[Found]) -> bool:
    """Leave out the narrator of a quotation, a verb that only takes up the one before, one inside a reason."""
    if (who == here.story.me and here.sentence.depth > 0) or _repeats(here, place, found, who):
        return False
    if any(token.text in words("verbs.causes") for token in here.tokens[first:place]):
        return False
    return here.tokens[place].text not in WEAK or _followed(here, place)


def _repeats(here: Here, place: int, found: Sequence[Found], who: int) -> bool:
    """Say whether a bare 说 only takes up the verb before it: 他打电话告诉我，说…."""
    if not found or found[-1].speaker != who or found[-1].clause != here.number - 1 or place > 1:
        return False
    rest = [token for token in here.at(here.number - 1).tokens if token.start >= found[-1].cue.end]
    return len(rest) <= 4 and here.tokens[place].text in PLAIN and not any(token.kind == "quote" for token in rest)


def _speaks(here: Here, place: int, before: str) -> bool:
    """Say whether a verb is one of saying here, and no noun, passive or refusal."""
    token = here.tokens[place]
    after = here.tokens[place + 1] if place + 1 < len(here.tokens) else None
    if before in PASSIVE or (before in DETERMINERS and token.text not in PLAIN):
        return False
    if before in OBJECTS and token.text in WEAK:
        return False
    if after is None:
        return not here.last or here.number > 0 or here.sentence.depth > 0
    if after.text in {"了", "过", "着"}:
        return place + 2 < len(here.tokens) or here.clause.after in COLONS
    return after.text not in words("verbs.nominal-after") or after.text in {"中", "会", "下"}


def _followed(here: Here, place: int) -> bool:
    """Say whether words follow that somebody may have said."""
    rest = here.tokens[place + 1 :]
    if not rest:
        return here.clause.after in {"，", ",", "：", ":", "”"} and (not here.last or here.number > 0)
    return len(rest) >= 2 or rest[0].kind == "quote"


def _according(here: Here, source: int, last: int, place: int) -> Found | None:
    """Read "据X说", "按照他的统计": X speaks; 据悉, 据报道 name nobody."""
    start, end = trimmed(here.story, here.clause, source + 1, last)
    who = speaker(here.story, here.clause, start, end, here.mentions) if end > start else None
    if who is None:
        return None
    token = here.tokens[place]
    return Found(
        clause=here.number, cue=token, span=Span(start=here.tokens[source].start, end=token.end), speaker=who[0],
        stance=stance_of(here, place, who[0]) if token.text in column("cues") else Stance.ASSERTS, rule="say.according",
        content=Span(start=token.end, end=token.end),
    )  # fmt: skip


def _reported(here: Here) -> Found | None:
    """Read "按照他的统计，": somebody is named as the source by a noun."""
    tokens = here.tokens
    source = next((n for n, token in enumerate(tokens[:6]) if token.text in SOURCES), None)
    noun = next((n for n in range(len(tokens) - 1, 0, -1) if tokens[n].text in words("verbs.reported")), None)
    if source is None or noun is None or noun <= source + 1 or here.clause.after not in {"，", ","}:
        return None
    last = noun - 1 if tokens[noun - 1].text in {"的", "所"} else noun
    return _according(here, source, last, noun) if len(tokens) - noun <= 2 else None


def _colon(here: Here) -> Found | None:
    """Read "X：“…”": the colon is the verb."""
    if here.clause.after not in COLONS or here.last:
        return None
    quote = here.at(here.number + 1).tokens[0]
    if quote.kind != "quote" or len(quote.text) < LEAST_QUOTE:
        return None
    first, last = trimmed(here.story, here.clause, 0, len(here.tokens))
    who = speaker(here.story, here.clause, first, last, here.mentions)
    if who is None:
        return None
    return Found(
        clause=here.number, cue=here.tokens[-1], span=Span(start=who[1].start, end=here.clause.end), speaker=who[0],
        stance=Stance.ASSERTS, rule="say.colon", content=Span(start=here.clause.end, end=here.clause.end),
    )  # fmt: skip

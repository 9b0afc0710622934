"""Protests, pickets, rallies and marches: where, when, who, what for, and what the police did."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from kualik.engine.extracting.dates import Date, dates_in
from kualik.engine.extracting.gazetteer import KNOWN_PLACES
from kualik.engine.extracting.tokens import Sentence, Span, Text

__all__ = ["Gathering", "find_gatherings"]

NEAR = 5  # sentences after a gathering that tell of it, where the text tells of several
RECENT = 20  # gatherings that a sentence may be about
TRIGGER = re.compile(
    r"\b(?P<protest>protests?(?! and\b)|protested|protesting|vigil|sit-in|demonstrating"
    r"|demonstrat(?:ion|ed)|gathered)\b"
    r"|\b(?P<picket>picket(?:ed)?)\b|\b(?P<rally>rall(?:y|ied|ying))\b"
    r"|\b(?P<march>march|marched|marching)\b|\b(?P<standing>the gathering|stood)\b"
)
DISPERSED = re.compile(r"\b(?:was|were) (?:broken up|dispersed) (?:by|on|in)\b")
SITE = re.compile(
    r"\b(?P<at>near|outside|in front of|at|before|along|to|the gate of|opposite) (?P<what>(?:the "
    r"|a )?(?:[\w'’-]+ ){0,6}?"
    r"(?:[Cc]onsulate(?:-[Gg]eneral)?|[Ee]mbassy|offices?|building|court(?:house)?|fence|[Ss]quare"
    r"|[Mm]inistry|[Pp]arliament|[Ss]tation|"
    r"headquarters|line|steps|gate))\b(?: building)?"
)
AUTHORITY = re.compile(
    r"(?:the )?(?:[A-Z][\w’'-]+ )*(?:[Cc]onsulate(?:-[Gg]eneral)?|[Ee]mbassy(?: of the [A-Z][\w’' ]+)?"
    r"|[Mm]inistry(?: of [A-Z]\w+)?|[Pp]arliament|(?:state )?prosecutor's office)"
)
CITY = re.compile(r"(?:\bin |, )(?P<city>[A-Z][\w-]+)")
DEMAND = re.compile(
    r"\b(?:demand(?:s|ing|ed)?|call(?:ing|ed|s)? for|urg(?:ing|ed)) (?:that )?(?P<what>[^.;]+?)(?=$|[.;]"
    r"|, (?:and|but|while))"
)
CROWD = re.compile(
    r"\b(?P<crowd>(?:(?:[Aa]bout|[Ss]ome|[Aa]round|[Nn]early|[Mm]ore than|[Aa]t least|[Uu]p to|[Oo]ver) )?(?:a "
    r"|several )?"
    r"(?:\d[\d,]*|dozens?(?: of)?|hundreds of|thousands of|twenty|thirty|forty|fifty|sixty|seventy|ten|fifteen"
    r"|twelve|five|six|seven|eight|nine)"
    r" (?:people|women|men|protesters|demonstrators|relatives|mothers|activists|participants|residents|students))\b"
)
WHO = re.compile(
    r"^(?P<who>(?:[Rr]elatives|[Pp]rotesters|[Mm]others|[Ff]amilies|[Aa]ctivists|[Dd]emonstrators|[Pp]eople"
    r"|[Ww]omen|[Rr]esidents|[Ss]tudents|[Ww]orkers)[^,.;]*?)(?= (?:have|has|had|were|are|gathered|marched"
    r"|rallied|protested|stood|resumed|staged|picketed)\b)"
)
SERIES = re.compile(r"\b(?:regularly|repeatedly|every (?:day|week|month)|weekly|often|for (?:months|years))\b")
ANOTHER = re.compile(r"\b(?:[Aa]n earlier|[Aa]nother|[Pp]revious|[Aa] similar|last year's|[Aa] second|[Ss]imilar)\b")
RESPONSES = (
    ("kept at a distance", re.compile(r"\b(?:police|officers?|guards?)\b[^.;]*\b(?:not (?:allow|let)|kept"
        r"|blocked|prevented)\b[^.;]*?\b(?:near|close|reach\w*|approach\w*|away|distance|back)\b[^.;,]*"
            r"|stopped a block short", re.IGNORECASE)),
    ("told it is illegal", re.compile(r"\b(?:unlawful|illegal|not been approved|not sanctioned|unsanctioned"
        r"|unauthori[sz]ed)\b", re.IGNORECASE)),
    ("did not come out", re.compile(r"\b(?:did not come out|came out to no one|(?:no|nobody"
        r"|none)[^.;,]{0,30} came out|refused to meet)\b[^.;,]*", re.IGNORECASE)),
    ("no intervention", re.compile(r"\b(?:did not intervene|did not interfere|without interference)\b", re.IGNORECASE)),
    ("told to disperse", re.compile(r"\btold them[^.;]{0,40} to disperse|asked the (?:group"
        r"|crowd)[^.;]{0,20} to leave|ordered[^.;]{0,30} to disperse", re.IGNORECASE)),
    ("dispersed", re.compile(r"\b(?:was|were) (?:dispersed|broken up)\b|\bpolice[^.;]{0,30} (?:dispersed"
        r"|broke up)\b", re.IGNORECASE)),
    ("detained participants", re.compile(r"\b(?:participants|protesters|demonstrators|of them|women"
        r"|people)\b[^.;]{0,30}\b(?:were|was)(?: then)? (?:detained|arrested)\b", re.IGNORECASE)),
)  # fmt: skip
PEACEFUL = re.compile(r"\b[Nn]o violence\b[^.;,]*|\bpeacefully\b")
VIOLENT = re.compile(r"\b(?:beat|beaten|truncheons|batons|tear gas|rubber bullets|violence broke out|violently)\b")
INCIDENT = re.compile(
    r"\b(?:fainted|collapsed|lost consciousness|was injured|were injured|was hospitali[sz]ed)\b[^.;,]*"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Gathering:
    """One protest, or a series of them where `recurrence` is set. Values are passages of the text."""

    type: str
    span: Span
    date: Date | None = None
    site: Span | None = None
    city: Span | None = None
    who: Span | None = None
    target: Span | None = None
    demand: Span | None = None
    crowd: Span | None = None
    recurrence: Span | None = None
    responses: tuple[tuple[str, Span], ...] = ()
    peaceful: Span | None = None
    violent: Span | None = None
    incident: Span | None = None


def find_gatherings(text: Text, dates: Sequence[Date]) -> list[Gathering]:
    """Find the protests a text tells of; sentences about the same one are joined.

    Args:
        text: the document.
        dates: its dates.

    Returns:
        Gatherings in order. Those of which neither date nor place nor crowd is said are left out.
    """
    found: list[Gathering] = []
    for number, sentence in enumerate(text.sentences):
        one = None if sentence.heading else _gathering(text, sentence, dates)
        if one is None:
            continue
        recent = range(max(0, len(found) - RECENT), len(found))
        same = next((place for place in recent if _same(text, found[place], one)), None)
        if same is None:
            found.append(_with_next(text, number, one))
        else:
            found[same] = _joined(found[same], one)
    kept = [one for one in found if one.site or one.crowd or (one.date and not _is_aside(text, one))]
    return [_answered(text, one, alone=len(kept) == 1) if not one.recurrence else one for one in kept]


def _is_aside(text: Text, one: Gathering) -> bool:
    """See a protest that is only compared to, or counted: "a similar picket", "the largest march"."""
    said = text.text[one.span.start : one.span.end]
    return (
        one.type != "dispersal"
        and bool(re.search(r"\b(?:similar|largest|smallest|first|support of) (?:a )?\w*", said))
        and not one.site
    )


def _gathering(text: Text, sentence: Sentence, dates: Sequence[Date]) -> Gathering | None:
    said = text.text[sentence.start : sentence.end]
    match = TRIGGER.search(said)
    if not match or (match.group() == "protests" and "in recent years" in said):
        return None
    if match["standing"] and not AUTHORITY.search(said):
        return None
    start = sentence.start
    at = start + match.start()
    inside = dates_in(dates, sentence)
    site, who, crowd = SITE.search(said), WHO.search(said), CROWD.search(said)
    city = _city(said)
    recurrence, demand = SERIES.search(said), DEMAND.search(said)
    kind = next(kind for kind, hit in match.groupdict().items() if hit)
    kind = "dispersal" if DISPERSED.search(said) else "picket" if kind == "standing" else kind
    return Gathering(
        type=kind,
        span=Span(start=start, end=start + len(said.rstrip(". "))),
        date=min(inside, key=lambda date: abs(date.start - at), default=None),
        site=_span(site, start) if site else None,
        city=_span(city, start, "city") if city else None,
        who=_span(who, start, "who") if who else None,
        target=_target(said, start),
        demand=_span(demand, start, "what") if demand else None,
        crowd=_span(crowd, start, "crowd") if crowd else None,
        recurrence=_span(recurrence, start) if recurrence else None,
    )


def _span(match: re.Match[str], start: int, group: str | int = 0) -> Span:
    return Span(start=start + match.start(group), end=start + match.end(group))


def _city(said: str) -> re.Match[str] | None:
    return next((match for match in CITY.finditer(said) if match["city"].casefold() in KNOWN_PLACES and match.end() > 0
                 and match["city"].casefold() not in {"kazakhstan", "china", "xinjiang"}), None)  # fmt: skip


def _target(said: str, start: int) -> Span | None:
    match = AUTHORITY.search(said)
    return _span(match, start) if match else None


def _same(text: Text, one: Gathering, other: Gathering) -> bool:
    if (one.type == "dispersal") != (other.type == "dispersal"):
        return False
    if bool(one.recurrence) != bool(other.recurrence) or ANOTHER.search(text.text[other.span.start : other.span.end]):
        return False
    dates = (one.date, other.date)
    return (
        not all(dates)
        or dates[0] == dates[1]
        or (dates[0] is not None and dates[1] is not None and dates[0].edtf == dates[1].edtf)
    )


def _joined(one: Gathering, other: Gathering) -> Gathering:
    """Take each slot from where it stands first, and the passage with the date, or the fuller one."""
    slots = ("date", "site", "city", "who", "target", "demand", "crowd")
    fuller = sum(getattr(other, slot) is not None for slot in slots) > sum(
        getattr(one, slot) is not None for slot in slots
    )
    values = {slot: getattr(one, slot) or getattr(other, slot) for slot in slots}
    return replace(one, span=other.span if fuller else one.span, **values)


def _with_next(text: Text, number: int, one: Gathering) -> Gathering:
    """Look for the crowd in the sentence after."""
    if one.crowd or one.recurrence or number + 1 >= len(text.sentences):
        return one
    following = text.sentences[number + 1]
    match = CROWD.search(text.text[following.start : following.end])
    return replace(one, crowd=_span(match, following.start, "crowd")) if match else one


def _answered(text: Text, one: Gathering, *, alone: bool) -> Gathering:
    """Collect what the authorities did and whether force was used: near it, or anywhere where there is no other."""
    place = max(0, bisect_right(text.sentences, one.span.start, key=lambda sentence: sentence.start) - 1)
    near = text.sentences if alone else text.sentences[place : place + NEAR]
    told = [sentence for sentence in near if not sentence.heading]
    responses = tuple(found for sentence in told for found in _responses(text, sentence))
    unique = dict(reversed(responses))
    return replace(
        one,
        responses=tuple((label, unique[label]) for label in dict.fromkeys(label for label, _ in responses)),
        peaceful=_first(text, told, PEACEFUL),
        violent=_first(text, told, VIOLENT),
        incident=_first(text, told, INCIDENT),
    )  # fmt: skip


def _responses(text: Text, sentence: Sentence) -> Iterator[tuple[str, Span]]:
    said = text.text[sentence.start : sentence.end]
    for label, pattern in RESPONSES:
        match = pattern.search(said)
        if match:
            yield label, _span(match, sentence.start)


def _first(text: Text, sentences: Sequence[Sentence], pattern: re.Pattern[str]) -> Span | None:
    for sentence in sentences:
        match = pattern.search(text.text[sentence.start : sentence.end])
        if match:
            return _span(match, sentence.start)
    return None

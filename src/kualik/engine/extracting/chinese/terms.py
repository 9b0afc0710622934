"""Terms of punishment and lengths of time as ISO 8601 durations."""

import re
from dataclasses import dataclass

from kualik.engine.extracting.chinese.numerals import NUMERAL, value
from kualik.engine.extracting.spans import Span

__all__ = ["Term", "find_terms", "length"]

PENALTY = r"(?:有期徒刑|监禁|徒刑|行政拘留|刑事拘留|拘留|刑期|拘役|管制|劳教|劳动教养|苦役|劳改|入狱|坐牢|徒期)"
YEARS = (
    rf"(?:(?P<years>{NUMERAL})(?P<and_half>年半)|(?P<half>半年)|(?:(?P<y>{NUMERAL})年)?零?(?:(?P<m>{NUMERAL})个月)?"
    rf"(?:(?P<w>{NUMERAL})(?:周|个?星期))?(?:(?P<d>{NUMERAL})[天日])?)"
)
LENGTH = re.compile(YEARS)
START = re.compile(rf"{NUMERAL}(?:年(?![\d一二三四五六七八九十]+月)|个月|天|日(?!电)|周|个?星期)|半年")
FIXED = re.compile(
    r"(?P<life>无期徒刑|终身监禁|终身徒刑|无期)|(?P<death>(?:死刑|死缓)(?:[，,]?(?:并)?缓期(?:[一二两2]年)?(?:执行)?)?)"
)  # fmt: skip
VERB = re.compile(
    r"(?:判处|判刑|获刑|获判|被判|判|处以|处|刑期|重判|改判|加刑|减为|面临|服刑|科处|定刑|刑|处罚)(?:了|他|她|其|为|以|到|长达|达|各|每人|最高|至少|约|分别)?(?:[^，。；,;]{0,10}?)$"
)
SUSPENDED = re.compile(rf"[，,]?缓(?:刑|期)(?:{NUMERAL}年)?(?:{NUMERAL}个月)?")
RANGED = re.compile(
    rf"(?P<range>(?:[至到~～—-]{NUMERAL}(?:年|个月|天)(?:{NUMERAL}个月)?)?不等)(?:的)?(?:有期)?(?:徒刑|刑期|监禁)?"
)
SPENT = re.compile(r"(?:缓刑|缓期|剥夺政治权利|政治权利|年仅|已经?|服刑(?:了)?|关押(?:了)?|坐了)$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """A punishment: `iso` a length, or `words` where it is none (life, death, suspended)."""

    span: Span
    iso: str | None = None
    words: str | None = None
    suspended: bool = False


def length(folded: str, start: int, end: int) -> tuple[str, Span] | None:
    """Read the first length of time in a stretch: 三年六个月 as P3Y6M."""
    begin = START.search(folded, start, end)
    match = LENGTH.match(folded, begin.start(), end) if begin else None
    iso = _iso(match) if match else None
    return (iso, Span(start=match.start(), end=match.end())) if match and iso else None


def find_terms(folded: str, start: int, end: int) -> list[Term]:
    """Find the punishments told in a stretch of a folded text."""
    found = [
        Term(span=Span(start=match.start(), end=match.end()), words=match.group())
        for match in FIXED.finditer(folded, start, end)
    ]
    place = start
    while begin := START.search(folded, place, end):
        match = LENGTH.match(folded, begin.start(), end)
        place = max(begin.end(), match.end() if match else 0)
        iso = _iso(match) if match else None
        if not match or not iso:
            continue
        term = _term(folded, match, iso, start, end)
        if term:
            place = term.span.end
            found.append(term)
    return sorted(found, key=lambda term: term.span.start)


def _term(folded: str, match: re.Match[str], iso: str, start: int, end: int) -> Term | None:
    """Take a length as a punishment where a verb or the kind of punishment stands beside it."""
    before, after = (
        folded[max(start, match.start() - 24) : match.start()],
        folded[match.end() : min(end, match.end() + 6)],
    )
    kind = re.search(PENALTY + r"(?:长达|达|为|约|至少)?$", before)
    follows = re.match(r"(?:零\d)?(?:的)?" + PENALTY, after) or (
        after.startswith("刑") and not after.startswith("刑满")
    )
    spent = SPENT.search(before) or after.startswith(
        ("后", "前", "来", "以后", "之后", "以前", "之前", "以来", "以上的", "多前")
    )
    held = kind is not None and kind.group().startswith("拘留") and after.startswith("后")
    if spent and (kind is None or before.endswith(("缓刑", "缓期")) or held):
        return None
    verb = VERB.search(before)
    if not (kind or follows or verb):
        return None
    first = match.start() - len(kind.group()) if kind else match.start()
    last = match.end() + (len(follows.group()) if isinstance(follows, re.Match) else int(bool(follows)))
    ranged = RANGED.match(folded, match.end(), end)
    if ranged:
        return Term(span=Span(start=first, end=ranged.end()), words=folded[match.start() : ranged.end("range")])
    suspended = SUSPENDED.match(folded, last, end)
    if suspended:
        words = folded[match.start() : suspended.end()]
        return Term(span=Span(start=first, end=suspended.end()), words=words, suspended=True)
    return Term(span=Span(start=first, end=last), iso=iso)


def _iso(match: re.Match[str]) -> str | None:
    if match["half"]:
        return "P6M"
    if match["and_half"]:
        years = value(match["years"])
        return f"P{years * 12 + 6}M" if years is not None else None
    parts = [
        (value(match[name]), unit) for name, unit in (("y", "Y"), ("m", "M"), ("w", "W"), ("d", "D")) if match[name]
    ]
    if not parts or any(number is None or number > 1000 for number, _ in parts):
        return None
    return "P" + "".join(f"{number}{unit}" for number, unit in parts if number)

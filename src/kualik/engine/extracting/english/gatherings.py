"""Protests, pickets, rallies and marches: when, where, who, what for, and how the authorities answered."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from kualik.engine.extracting.english.circumstances import Scene, scene_of
from kualik.engine.extracting.english.cues import table
from kualik.engine.extracting.english.dates import Date
from kualik.engine.extracting.english.deeds import is_finite, is_real, subject
from kualik.engine.extracting.english.parsed import Parsed, Sentence
from kualik.engine.extracting.notes import Happening, Value
from kualik.engine.extracting.spans import Span

__all__ = ["find_gatherings"]

NEAR = 6  # sentences after a gathering that tell of it, where the text tells of several
RECENT = 20  # gatherings that a sentence may be about
VERBS = {
    "protest": "protest", "demonstrate": "protest", "picket": "picket", "rally": "rally", "march": "march",
    "gather": "protest", "assemble": "protest", "chant": "protest",
}  # fmt: skip
NOUNS = {
    "protest": "protest", "demonstration": "protest", "vigil": "protest", "sit-in": "protest", "picket": "picket",
    "picketing": "picket", "rally": "rally", "march": "march", "procession": "march", "gathering": "protest",
    "strike": "protest", "action": "protest", "blockade": "protest",
}  # fmt: skip
HOLDING = frozenset({"hold", "stage", "organize", "organise", "launch", "start", "begin", "resume", "continue", "mount",
                     "join", "attend", "conduct", "call", "take"})  # fmt: skip
IDIOMS = re.compile(r"\b(?:took|take|taken|taking) to the streets?\b|\b(?:went|gone|go) on (?:hunger )?strike\b"
                    r"|\bsit-in\b|\bhunger strike\b")  # fmt: skip
STANDING = frozenset({"stand", "come", "turn", "appear", "assemble", "sit"})
NOT_HELD = frozenset({"disperse", "break", "ban", "prohibit", "plan", "allow", "permit", "forbid", "announce", "call",
                      "describe", "prevent", "compare"})  # fmt: skip
SITES = re.compile(
    r"\b(?:consulate|embassy|mission|ministry|parliament|office|offices|building|court|courthouse|square|station"
    r"|headquarters|gates?|fence|palace|city hall|town hall|akimat|mosque|cathedral|university|park|street|avenue"
    r"|bridge|border|prison|jail|centre|center)\b", re.IGNORECASE)  # fmt: skip
AT = frozenset({"in", "at", "near", "outside", "opposite", "through", "before", "along", "on", "around", "to", "by"})
WEAK = frozenset({"gather", "assemble", "chant", "action", "gathering", "strike", "march"})
CONTEXT = re.compile(
    r"\b(?:protest|demand|demonstrat|picket|rall(?:y|ies|ied)|consulate|embassy|ministry|parliament|court|placard"
    r"|poster|slogan|banner|chant|release of|square|government|akimat|prosecutor)", re.IGNORECASE)  # fmt: skip
HELD_UP = re.compile(
    r"\b(?:holding|with|carrying|displaying) [^.;]{0,40}\b(?:portrait|photo|picture|placard|poster|banner|sign)s?"
)
SERIES = re.compile(
    r"\b(?:regularly|repeatedly|every (?:day|week|month|year)|weekly|daily|often|frequently|for (?:months|years|weeks)"
    r"|in recent (?:years|months|weeks)|over the (?:past|last)|similar (?:protests|rallies|demonstrations|pickets))\b",
    re.IGNORECASE)  # fmt: skip
ANOTHER = re.compile(
    r"\b(?:an earlier|another|previous(?:ly)?|a similar|last year's|a second|similar|earlier)\b", re.IGNORECASE
)
AUTHORITY = re.compile(
    r"(?:the )?(?:[A-Z][\w’'-]+ )*(?:[Cc]onsulate(?:[- ][Gg]eneral)?|[Ee]mbassy(?: of the [A-Z][\w’' ]+)?"
    r"|[Mm]inistry(?: of [A-Z]\w+)?|[Pp]arliament|(?:state |general )?[Pp]rosecutor(?:'s|s'|-general's)? [Oo]ffice"
    r"|[Aa]kimat|[Cc]ity [Hh]all|[Pp]residential (?:palace|administration|office))"
)
DEMAND = re.compile(
    r"\b(?:to )?(?:demand(?:s|ing|ed)?|call(?:ing|ed|s)? (?:for|on)|urg(?:e|ing|ed)|calling|insist(?:ing|ed)? on)"
    r" (?:that )?(?P<what>[^.;]+?)(?=$|[.;]|, (?:and|but|while))"
)
AGAINST = re.compile(r"\b(?:in protest (?:at|against|over)|against|over) (?P<what>(?:the |what )?[^.,;]{6,90})")
CROWD = re.compile(
    r"\b(?P<crowd>(?:(?:about|some|around|nearly|almost|more than|at least|up to|over|roughly|an estimated)\s+)?"
    r"(?:(?:a|several|a few)\s+)?(?:\d[\d,]*|dozens?(?: of)?|hundreds of|thousands of|tens of thousands of|handful of"
    r"|group of|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|sixty"
    r"|seventy|hundred|scores of)\s+(?:\w+\s+){0,2}?(?:people|women|men|protesters|protestors|demonstrators|relatives"
    r"|mothers|activists|participants|residents|students|picketers|supporters|families|workers|kazakhs|uyghurs"
    r"|persons))\b",
    re.IGNORECASE,
)
PEACEFUL = re.compile(r"\bno violence\b[^.;,]*|\b(?:passed|ended|proceeded) peacefully\b", re.IGNORECASE)
VIOLENT = re.compile(
    r"\b(?:beat|beaten|truncheons|batons|tear gas|rubber bullets|violence broke out|violently|used force|by force)\b"
)


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((row["response"], re.compile(row["pattern"], re.IGNORECASE)) for row in table("responses"))


def find_gatherings(parsed: Parsed, dates: Sequence[Date]) -> list[Happening]:
    """Find the protests a text tells of; sentences about the same one are joined.

    Args:
        parsed: the text.
        dates: its dates, in order.

    Returns:
        Gatherings in order. Those of which neither date nor place nor crowd is said are left out.
    """
    found: list[tuple[int, Happening]] = []
    for sentence in parsed.sentences:
        if sentence.heading:
            continue
        one = _in_sentence(parsed, sentence, dates)
        if one is None:
            continue
        recent = range(max(0, len(found) - RECENT), len(found))
        same = next((n for n in recent if _same(parsed, found[n][1], one)), None)
        if same is None:
            found.append((sentence.number, one))
        else:
            found[same] = (found[same][0], _joined(found[same][1], one))
    kept = [(number, one) for number, one in found if one.date or one.place or one.crowd]
    return [_answered(parsed, number, one, alone=len(kept) == 1) for number, one in kept]


def _in_sentence(parsed: Parsed, sentence: Sentence, dates: Sequence[Date]) -> Happening | None:
    """Take the first word of a sentence that tells of a gathering."""
    for word in parsed.within(sentence):
        kind = _kind(parsed, word.i)
        if kind is None:
            continue
        said = parsed.text[sentence.start : sentence.end]
        if word.lemma in WEAK and not (CONTEXT.search(said) or CROWD.search(said)):
            continue
        one = _gathering(parsed, word.i, kind, dates)
        if one is not None:
            return one
    return None


def _kind(parsed: Parsed, i: int) -> str | None:
    word = parsed.words[i]
    if word.tag.startswith("VB") and (idiom := _idiom(parsed, i)):
        return idiom
    if word.tag.startswith("VB") and word.lemma in VERBS:
        told = is_real(parsed, i) and (is_finite(parsed, i) or word.dep in {"acl", "xcomp", "pcomp", "advcl"})
        past = any(parsed.words[kid].lemma == "have" for kid in parsed.kids(i, "aux"))
        return VERBS[word.lemma] if told and (past or word.dep != "relcl") else None
    if not word.tag.startswith("NN") or word.lemma not in NOUNS or word.dep in {"compound", "amod", "nmod", "poss"}:
        return None
    verb = next(iter(parsed.above(i)), None)
    if verb is not None and parsed.words[verb].lemma in NOT_HELD:
        return None
    staged = verb is not None and parsed.words[verb].lemma in HOLDING and is_real(parsed, verb)
    return NOUNS[word.lemma] if staged or word.lemma not in WEAK else None


def _idiom(parsed: Parsed, i: int) -> str | None:
    """Read "took to the streets", "staged a sit-in", and people with portraits who stand before an embassy."""
    if not is_finite(parsed, i) or not is_real(parsed, i):
        return None
    said = parsed.said(i, min(parsed.reach(i)[1], i + 12))
    if IDIOMS.search(said):
        return "protest"
    word, who = parsed.words[i], subject(parsed, i)
    if word.lemma not in STANDING or who is None or not AUTHORITY.search(said):
        return None
    sentence = parsed.sentences[word.sentence]
    many = CROWD.search(parsed.text[sentence.start : sentence.end]) or parsed.words[who].tag == "NNS"
    return "picket" if many and word.lemma in {"stand", "sit"} else "protest" if many and HELD_UP.search(said) else None


def _place(scene: Scene) -> Value | None:
    """Take the fullest place: "outside the Chinese Consulate in Almaty" gives the consulate in Almaty."""
    found: list[tuple[int, Value]] = []
    for at in sorted(scene.words):
        word = scene.parsed.words[at]
        thing = scene.parsed.kid(at, "pobj") if word.dep == "prep" and word.lower in AT else None
        if thing is None or scene.parsed.words[thing].ent in {"DATE", "TIME", "PERSON", "CARDINAL"}:
            continue
        first, last = scene.parsed.reach(thing)
        ends = (
            scene.parsed.reach(kid)[0]
            for kid in scene.parsed.kids(thing, "relcl", "acl", "punct", "appos")
            if kid > thing
        )
        last = min([*ends, last])
        first += 2 if scene.parsed.said(first, last).casefold().startswith("front of") else 0
        said = scene.parsed.said(first, last)
        site, city = bool(SITES.search(said)), scene.parsed.words[thing].ent in {"GPE", "LOC", "FAC"}
        if (site and word.lower != "to") or city:
            found.append((2 * site + city, Value(text=said, span=scene.parsed.span(first, last))))
    return max(found, key=lambda one: one[0])[1] if found else None


def _gathering(parsed: Parsed, i: int, kind: str, dates: Sequence[Date]) -> Happening | None:
    verb = i if parsed.words[i].tag.startswith("VB") else _verb_above(parsed, i)
    scene = scene_of(parsed, verb, frozenset(), dates)
    sentence = parsed.sentences[parsed.words[i].sentence]
    said = parsed.text[sentence.start : sentence.end]
    recurrence = SERIES.search(said)
    near = [one for one in scene.dates if abs(one.start - parsed.words[i].start) < 160]
    date = min(near, key=lambda one: abs(one.start - parsed.words[i].start), default=None)
    if recurrence and (date is None or not date.since):
        return None
    return Happening(
        type=kind, span=scene.passage, cue=parsed.span(i, i + 1), rule="event.gathering",
        date=_date(date, series=bool(recurrence)), place=_place(scene),
        who=_who(scene, verb, i), target=_value(AUTHORITY.search(said), sentence.start),
        demand=_value(DEMAND.search(said) or AGAINST.search(said), sentence.start, "what"),
        crowd=_value(CROWD.search(said), sentence.start, "crowd"),
        recurrence=_value(recurrence, sentence.start),
    )  # fmt: skip


def _verb_above(parsed: Parsed, i: int) -> int:
    return next((above for above in parsed.above(i) if parsed.words[above].tag.startswith("VB")), i)


def _date(date: Date | None, *, series: bool) -> Value | None:
    if date is None:
        return None
    return Value(text=f"{date.edtf}/.." if series or date.since else date.edtf, span=date.span)


def _who(scene: Scene, verb: int, i: int) -> Value | None:
    lemma = scene.parsed.words[verb].lemma
    acts = scene.parsed.words[verb].tag.startswith("VB") and (lemma in VERBS or lemma in HOLDING | STANDING | {"go"})
    head = subject(scene.parsed, verb) if acts else None
    if head is None or scene.parsed.words[head].tag in {"PRP", "WP", "EX", "WDT"} or head == i:
        return None
    first, last = scene.parsed.reach(head)
    ends = (scene.parsed.reach(kid)[0] for kid in scene.parsed.kids(head, "relcl", "punct", "appos") if kid > head)
    last = min([*ends, last])
    return Value(text=scene.parsed.said(first, last), span=scene.parsed.span(first, last))


def _value(match: re.Match[str] | None, start: int, group: str | int = 0) -> Value | None:
    if match is None:
        return None
    text = match.group(group).rstrip(" ,.;")
    begin = start + match.start(group)
    return Value(text=" ".join(text.split()), span=Span(start=begin, end=begin + len(text)))


def _same(parsed: Parsed, one: Happening, other: Happening) -> bool:
    if bool(one.recurrence) != bool(other.recurrence):
        return False
    if one.date and other.date:
        return one.date.text == other.date.text
    said = parsed.text[other.span.start : other.span.end]
    return not (ANOTHER.search(said) and (other.date or other.place))


def _joined(one: Happening, other: Happening) -> Happening:
    """Take each slot from where it stands first; the passage with more slots carries the event."""
    slots = ("date", "place", "who", "target", "demand", "crowd")
    counts = [sum(getattr(each, slot) is not None for slot in slots) for each in (one, other)]
    values = {slot: getattr(one, slot) or getattr(other, slot) for slot in slots}
    fuller = other if counts[1] > counts[0] + 1 else one
    return replace(fuller, **values, type=one.type if one.type != "protest" else other.type)


def _answered(parsed: Parsed, number: int, one: Happening, *, alone: bool) -> Happening:
    """Collect what the authorities did and whether force was used: near it, or anywhere where there is no other."""
    if one.recurrence:
        return one
    near = parsed.sentences if alone else parsed.sentences[number : number + NEAR]
    told = [sentence for sentence in near if not sentence.heading]
    unique = dict(reversed([found for sentence in told for found in _responses(parsed, sentence)]))
    responses = tuple(
        Value(text=label, span=span) for label, span in sorted(unique.items(), key=lambda it: it[1].start)
    )
    return replace(one, responses=responses, violence=_violence(parsed, told, number))


def _responses(parsed: Parsed, sentence: Sentence) -> Iterator[tuple[str, Span]]:
    said = parsed.text[sentence.start : sentence.end]
    for label, pattern in _patterns():
        match = pattern.search(said)
        if match:
            yield label, Span(start=sentence.start + match.start(), end=sentence.start + match.end())


def _violence(parsed: Parsed, told: Sequence[Sentence], number: int) -> Value | None:
    """Find whether force was used: peace may be told anywhere, force only beside the protest itself."""
    beside = [one for one in told if abs(one.number - number) <= 2]
    for pattern, answer, where in ((PEACEFUL, "false", told), (VIOLENT, "true", beside)):
        for sentence in where:
            match = pattern.search(parsed.text[sentence.start : sentence.end])
            if match:
                span = Span(start=sentence.start + match.start(), end=sentence.start + match.end())
                return Value(text=answer, span=span)
    return None

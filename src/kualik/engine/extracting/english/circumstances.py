"""What a clause of custody says besides: its words, its dates, where, by whom, on what grounds."""

import re
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from kualik.engine.extracting.english.custody_words import state_of_place
from kualik.engine.extracting.english.dates import Date, dates_in
from kualik.engine.extracting.english.deeds import agent, subject
from kualik.engine.extracting.english.parsed import Parsed
from kualik.engine.extracting.notes import Value
from kualik.engine.extracting.spans import Span

__all__ = ["Scene", "grounds", "place_of", "scene_of"]

WHERE = frozenset({"in", "at", "to", "into", "inside", "from", "outside", "near"})
LONGEST_PLACE = 120  # characters
PLACES = frozenset({"GPE", "LOC", "FAC"})
SITE = re.compile(
    r"\b(?:prison|jail|colony|camp|centre|center|custody|station|department|school|county|city|village|province|region"
    r"|prefecture|district|factory|hospital|home|house|flat|apartment|airport|border|court|facility|cell|barracks)s?\b",
    re.IGNORECASE,
)
GENERAL = re.compile(
    r"\b(?:the|an?|his|her|their|its|this|that|same|another|one|of|such|so-called|in|prisons?|jail|camps?|custody"
    r"|detention|house|home|arrest|court|colony|cell|facility|administrative|pre-?trial|re-?education|internment)\b"
    r"|[-'’\"“”]"
)
GIVEN = re.compile(
    r"\b(?:on (?:the |trumped-up |false |vague |charges? |suspicion |allegations |accusations |grounds |politically "
    r"motivated |fabricated )*(?:charges?|suspicion|allegations|accusations|grounds?|counts?) (?:of|that|including)"
    r"|(?:having been )?accused of|charged with|guilty of|convicted (?:of|for)|in connection with|under suspicion of"
    r"|for allegedly"
    r"|over|for)\s+(?P<why>[\"“][^\"“”]+[\"”]|[^;]+?)(?=$|[.;]|\s+(?:before|after|when|while|until|where)\b"
    r"|,(?! (?:and|or|\")[^,]{0,60}(?:$|,))"
    r"|\s+(?:and|but) (?:was|were|is|sentenced|sent|given)\b)"
)
FOR_GROUND = re.compile(
    r"\bfor (?P<why>(?:\"|“|‘)?(?:[a-z-]+ly )?(?:[a-z-]+ing\b|having\b|his|her|their|a |an |the )[^;.]*)"
)
CHARGED = re.compile(r"\bon (?P<why>(?:(?!and\b|the\b)[\w-]+ ){1,4}(?:charges?|suspicions?|allegations|accusations))\b")
UNDER = re.compile(
    r"\bunder (?P<why>(?:the |an? )?(?:[Aa]rticles? [\d., andthe-]+(?:of (?:(?!and\b)[\w]+ ?)+)?|[\"“][^\"”]+[\"”]"
    r"|[A-Z][\w-]+ [Ll]aw[\w ]*))"
)
BECAUSE = re.compile(r"\b(?P<why>(?:(?:simply|apparently|only|just|solely|purely|merely) )?because (?:of )?[^;.]*)")
ONLY = re.compile(r"\b(?P<why>(?:simply|only|just|solely|purely|merely) (?:for|because|as) [^;.]*)")
UNTIL = re.compile(r"\b(?:until|till|up to)\s+(?:early |late |mid-?|the (?:end|beginning) of |at least |the )?$")
NEXT_TO = re.compile(
    r"[\s,\"“]{1,3}(?P<why>(?:simply |only |just |solely |purely |merely )?because [^;.,\"”]*)", re.IGNORECASE
)
PENDING = re.compile(
    r"\b(?:pending|awaiting|ahead of|before|until)\b(?: (?:a|an|the|his|her|their))? (?:trial|hearing|appeal|verdict)"
    r"[^.;,]*$",
    re.IGNORECASE,
)
TIME_FOR = re.compile(r"^(?:\W*)(?:\w+ ){0,3}?(?:years?|months?|days?|weeks?|hours?|life|decades?)\b")


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """The words that belong to one trigger and to no other: stretches in order, and the dates in them."""

    parsed: Parsed
    stretches: tuple[Span, ...]
    dates: tuple[Date, ...]
    passage: Span
    words: frozenset[int]
    until: Value | None = None

    def actor(self, i: int) -> Value | None:
        """Find who did it, where that is said."""
        who = agent(self.parsed, i)
        if who is None or self.parsed.words[who].tag.startswith("PRP"):
            return None
        first = min((kid for kid in self.parsed.kids(who, "det", "amod", "compound", "poss", "nmod")), default=who)
        first = min(first, who)
        last = max((self.parsed.reach(kid)[1] for kid in self.parsed.children[who] if _is_part(self.parsed, who, kid)),
                   default=who + 1)  # fmt: skip
        return Value(text=self.parsed.said(first, last), span=self.parsed.span(first, last))


def _is_part(parsed: Parsed, who: int, kid: int) -> bool:
    """See "Branch 1 of the Revolutionary Court": a number behind a name and "of …" belong to it."""
    word = parsed.words[kid]
    return kid > who and ((word.lower == "of" and word.dep == "prep") or word.dep == "nummod")


def scene_of(parsed: Parsed, i: int, owned: AbstractSet[int], dates: Sequence[Date]) -> Scene:
    """Collect the words of a trigger's clause: what it governs, less what other triggers under it govern.

    Args:
        parsed: the text.
        i: the trigger.
        owned: all triggers of the text.
        dates: the dates of the text, in order.

    Returns:
        The scene; its passage runs from the subject to the last word of the clause.
    """
    own = list(_own(parsed, i, owned))
    first, last = min(own), max(own)
    held = subject(parsed, i)
    if held is not None and held < i and parsed.words[held].sentence == parsed.words[i].sentence:
        first = min(first, parsed.reach(held)[0]) if i - parsed.reach(held)[0] < 40 else first
    spans = tuple(_stretches(parsed, own))
    inside = [one for one in dates_in(dates, parsed.span(first, last + 1))
              if any(span.start <= one.start < span.end for span in spans)
              and _belongs(parsed, min(parsed.at(one.start), len(parsed.words) - 1), i)
              and not PENDING.search(parsed.text, max(0, one.start - 40), one.start)]  # fmt: skip
    inside = inside or _of_the_whole(parsed, i, dates)
    ends = [one for one in inside if UNTIL.search(parsed.text, max(0, one.start - 24), one.start)]
    until = Value(text=ends[0].edtf, span=ends[0].span) if ends else None
    sentence = parsed.sentences[parsed.words[i].sentence]
    passage = parsed.span(max(first, sentence.first), min(last + 1, sentence.last))
    return Scene(
        parsed=parsed, stretches=spans, dates=tuple(one for one in inside if one not in ends), until=until,
        passage=_trimmed(parsed, passage), words=frozenset(own),
    )  # fmt: skip


def _of_the_whole(parsed: Parsed, i: int, dates: Sequence[Date]) -> list[Date]:
    """Take the date of the clause that a participle goes with: "on 11 May police raided two houses, detaining …"."""
    word = parsed.words[i]
    if word.dep != "advcl" or word.tag != "VBG" or parsed.kids(i, "nsubj", "nsubjpass"):
        return []
    sentence = parsed.sentences[word.sentence]
    return [one for one in dates_in(dates, Span(start=sentence.start, end=sentence.end))
            if _belongs(parsed, min(parsed.at(one.start), len(parsed.words) - 1), word.head)]  # fmt: skip


def _own(parsed: Parsed, i: int, owned: AbstractSet[int]) -> Iterator[int]:
    stack = [i]
    while stack:
        at = stack.pop()
        yield at
        stack += (kid for kid in parsed.children[at] if not _is_another(parsed, kid, owned))


def _is_another(parsed: Parsed, kid: int, owned: AbstractSet[int]) -> bool:
    """Say whether a clause below tells of something else: by a trigger of its own, or joined with its own subject."""
    word = parsed.words[kid]
    if kid in owned and word.tag.startswith("VB"):
        return True
    if not word.tag.startswith("VB"):
        return False
    return word.dep in {"conj", "parataxis", "ccomp"} and bool(parsed.kids(kid, "nsubj", "nsubjpass"))


def _stretches(parsed: Parsed, own: Sequence[int]) -> Iterator[Span]:
    places = sorted(own)
    first = previous = places[0]
    for place in [*places[1:], None]:
        if place is None or place != previous + 1:
            yield parsed.span(first, previous + 1)
            first = place if place is not None else first
        previous = place if place is not None else previous


def _trimmed(parsed: Parsed, span: Span) -> Span:
    said = parsed.text[span.start : span.end]
    return Span(start=span.start, end=span.start + len(said.rstrip(" .,;:—–-")))


def place_of(scene: Scene, i: int, *, released: bool) -> Value | None:
    """Find where somebody is held or was taken: "in Kunes county", "to a prison in Tekes".

    Args:
        scene: the clause.
        i: the trigger.
        released: only the place that somebody comes out of is asked for.

    Returns:
        The fullest place that a preposition of the clause names.
    """
    found: list[tuple[int, Value]] = []
    for at in sorted(scene.words):
        word = scene.parsed.words[at]
        if at < i or word.dep not in {"prep", "pobj"} or word.lower not in WHERE or (released and word.lower != "from"):
            continue
        thing = scene.parsed.kid(at, "pobj")
        if thing is None or not _belongs(scene.parsed, at, i):
            continue
        first, last = scene.parsed.reach(thing)
        last = _before_clause(scene.parsed, thing, last)
        while last - 1 > thing and scene.parsed.words[last - 1].tag in {",", ":", "-LRB-", "CC"}:
            last -= 1
        said = scene.parsed.said(first, last)
        if _is_place(scene.parsed, thing, said):
            sited = 2 if state_of_place(said) or SITE.search(said) else 0
            found.append((sited + (released or word.lower != "from"),
                          Value(text=said, span=scene.parsed.span(first, last))))  # fmt: skip
    return max(found, key=lambda one: one[0])[1] if found else None


def _belongs(parsed: Parsed, at: int, i: int) -> bool:
    """Say whether a word hangs on a verb itself, not on a clause within its clause."""
    for above in parsed.above(at):
        if above == i:
            return True
        word = parsed.words[above]
        if word.tag.startswith("VB") and word.dep != "xcomp":
            return parsed.words[i].head == above and word.head == i
    return not parsed.words[i].tag.startswith("VB")


def _before_clause(parsed: Parsed, thing: int, last: int) -> int:
    cut = [kid for kid in parsed.kids(thing, "relcl", "acl", "appos", "punct") if kid > thing]
    cut += [
        kid
        for kid in parsed.kids(thing, "prep")
        if parsed.words[kid].lower in {"for", "on", "since", "after", "pending"}
    ]
    cut += [n for n in range(thing + 1, last) if parsed.words[n].dep == "relcl"]
    ends = (parsed.reach(kid)[0] for kid in cut)
    return min([*ends, last])


def _is_place(parsed: Parsed, thing: int, said: str) -> bool:
    word = parsed.words[thing]
    if word.ent in {"DATE", "TIME", "PERSON", "MONEY", "CARDINAL"} or word.lower in {
        "life",
        "death",
        "years",
        "absentia",
    }:
        return False
    if word.ent in PLACES:
        return True
    named = any(letter.isupper() for letter in said) or len(GENERAL.sub("", said.casefold()).split()) > 0
    return named and len(said) < LONGEST_PLACE and bool(SITE.search(said))


def grounds(scene: Scene, i: int) -> dict[str, Value]:
    """Find the reason: what an authority gives, or what others suspect.

    Args:
        scene: the clause.
        i: the trigger.

    Returns:
        "grounds" or "suspected" with its value, or nothing.
    """
    parsed = scene.parsed
    sentence = parsed.sentences[parsed.words[i].sentence]
    begin = parsed.words[i].end
    last = max((n for n in scene.words if n >= i), default=i)
    said = parsed.text[begin : min(parsed.words[last].end, sentence.end)]
    only = ONLY.search(said) or BECAUSE.search(said)
    if only:
        return {"suspected": _value(only, begin)}
    beside = NEXT_TO.match(parsed.text, begin + len(said), sentence.end)
    if beside:
        return {"suspected": _value(beside, 0)}
    for pattern in (GIVEN, CHARGED, UNDER, FOR_GROUND):
        for match in pattern.finditer(said):
            if not TIME_FOR.match(match["why"]):
                return {"grounds": _value(match, begin)}
    return {}


def _value(match: re.Match[str], begin: int) -> Value:
    text = re.sub(r"[ ,.;]*(?:\b(?:and|but|or|as|while|which|he|she))?[ ,.;]*$", "", match["why"])
    text = text.partition(" (")[0] if text.count("(") > text.count(")") else text
    start = begin + match.start("why")
    return Value(text=" ".join(text.split()), span=Span(start=start, end=start + len(text)))

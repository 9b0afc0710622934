"""Numbers of people claimed about a population, with their bound: "as many as 2 million Uyghurs"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kualik.engine.extracting.english.compounds import Wholes
from kualik.engine.extracting.english.labels import short_phrase
from kualik.engine.extracting.english.numbers import number
from kualik.engine.extracting.english.parsed import Parsed, Word
from kualik.engine.extracting.english.vocabulary import is_people
from kualik.engine.extracting.english.words import word_set
from kualik.engine.extracting.notes import Figure, Value
from kualik.engine.extracting.spans import Span

__all__ = ["find_figures"]

_ABOUT = (
    "about|some|around|nearly|almost|roughly|approximately|an estimated|estimated|possibly|close to|perhaps|probably"
    "|estimates? (?:of|at)|in the region of|something like"
)
BOUNDS = (
    ("at most", r"(?:as many as|up to|at most|no more than|not more than|a maximum of|thousand to)"),
    ("at least", r"(?:at least|no fewer than|not fewer than|no less than|not less than|a minimum of)"),
    ("more than", r"(?:more than|over|upwards? of|exceed(?:s|ed|ing)|above|in excess of)"),
    ("fewer than", r"(?:fewer than|less than|under|below)"),
    ("about", rf"(?:{_ABOUT})"),
)  # fmt: skip
BOUND = re.compile("|".join(rf"(?P<b{place}>\b{words})" for place, (_, words) in enumerate(BOUNDS)), re.IGNORECASE)
WINDOW = 26  # characters before a number where its bound stands
COUNTED = word_set(
    "people person citizen member prisoner detainee inmate resident family household case complaint verdict signature "
    "name death body victim refugee arrest disappearance individual student child man woman worker migrant muslim "
    "believer conviction conscript graduate dead entry testimony record villager peasant internee other national "
    "detention civilian teenager boy girl politician parent monk nun trader fighter interrogation "
    "captive deportee killing execution adult minor imam scholar intellectual relative"
)
SUMMED = word_set(
    "number figure estimate total count toll tally population range put estimate list document register record"
)
CROWD = word_set("gather protest rally march demonstrate attend picket assemble stand join turn chant crowd")
SUFFERED = word_set(
    "arrest detain sentence release jail kill die disappear hold imprison intern convict execute find deport flee send "
    "torture banish question interrogate summon prosecute evict relocate hospitalise indict "
    "register charge acquit free displace shoot wound injure vanish graduate"
)
DEEDS = word_set("arrest detain sentence release jail seize hold fine bus")
NOT_PEOPLE = word_set(
    "year month day week hour minute second meter metre kilometer kilometre km mile kilo kilogram gram dollar tenge "
    "ruble rouble yuan euro pound percent camp page time photograph hectare square cent degree story storey ton "
    "vehicle car bus village building facility room country"
)
SCALES = frozenset({"million", "thousand", "hundred", "billion"})
FEW = 20  # and below this one only where it has a bound or is called a sum
SMALLEST = 12  # a smaller number of people is a group one could name, not a population
SMALL = 100  # below it a bare number of people arrested is an event
YEARS = range(1900, 2101)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Number:
    """Words [first, last) that are one number."""

    first: int
    last: int
    value: int


def find_figures(parsed: Parsed, wholes: Wholes) -> list[Figure]:
    """Find the figures of a text.

    Args:
        parsed: the text.
        wholes: its hyphened words.

    Returns:
        Figures in order; ages, terms, money, dates, crowds and small groups are none.
    """
    found: list[Figure] = []
    for sentence in parsed.sentences:
        if sentence.heading:
            continue
        numbers = list(_numbers(parsed, sentence.first, sentence.last))
        for place, one in enumerate(numbers):
            if place + 1 < len(numbers) and _is_range(parsed, one, numbers[place + 1]):
                continue
            figure = _figure(parsed, wholes, one)
            if figure is not None:
                found.append(figure)
    return found


def _numbers(parsed: Parsed, first: int, last: int) -> Iterator[_Number]:
    place = first
    while place < last:
        word = parsed.words[place]
        begins = word.tag == "CD" or (word.lower in SCALES and place > first)
        end = _end_of_number(parsed, place, last) if begins else place + 1
        lead = place - 1 if begins and place > first and parsed.words[place - 1].lower in {"a", "half"} else place
        value = number(parsed.said(lead, end)) if begins else None
        if value is not None:
            half = begins and place > first and "half" in parsed.said(max(first, lead - 1), place).casefold()
            yield _Number(first=lead, last=end, value=int(value / 2 if half else value))
        place = end


def _end_of_number(parsed: Parsed, place: int, last: int) -> int:
    """Follow "1.5 million" and "sixty-seven"."""
    words, end = parsed.words, place + 1
    while end < last and words[end].start - words[end - 1].end <= 1:
        hyphen = words[end].text == "-" and end + 1 < last and words[end + 1].tag == "CD"
        if not (words[end].tag == "CD" or words[end].lower in SCALES or hyphen):
            break
        end += 1
    return end


def _is_range(parsed: Parsed, one: _Number, other: _Number) -> bool:
    between = parsed.text[parsed.words[one.last - 1].end : parsed.words[other.first].start].strip()
    lead = parsed.words[one.first - 1].lower if one.first else ""
    joined = between in {"to", "-", "–"} or between.startswith("to more than")
    return joined or (between == "and" and lead == "between")


def _figure(parsed: Parsed, wholes: Wholes, one: _Number) -> Figure | None:
    word = parsed.words[one.last - 1]
    bound = _bound(parsed, one)
    grouped = "," in word.text or word.lower in SCALES
    timed = word.ent in {"DATE", "TIME", "PERCENT", "MONEY"} and not (grouped and word.ent in {"DATE", "MONEY"})
    if one.value < SMALLEST or timed or _is_other(parsed, one):
        return None
    if bound is None and one.value in YEARS and word.text.isdigit():
        return None
    head = _counted(parsed, wholes, one)
    head = None if bound is None and one.value < FEW and head is not None and not _is_case(parsed, head) else head
    if head is None and not _is_sum(parsed, one, bound):
        return None
    if _is_scene(parsed, one, head, bound):
        return None
    span = parsed.span(one.first, max(one.last, head + 1) if head is not None else one.last)
    of = None if head is None else _group(parsed, one, head)
    start = bound[1] if bound else span.start
    return Figure(
        value=one.value, bound=bound[0] if bound else "exactly",
        rule="figure.counted" if head is not None else "figure.sum",
        span=Span(start=start, end=max(span.end, of.span.end if of else 0)), of=of,
    )  # fmt: skip


def _bound(parsed: Parsed, one: _Number) -> tuple[str, int] | None:
    """Find the bound before a number; of two the one nearest, but "more than" wins over "about"."""
    end = parsed.words[one.first].start
    begin = max(0, end - WINDOW)
    found: list[tuple[str, int]] = []
    for match in BOUND.finditer(parsed.text, begin, end):
        between = parsed.text[match.end() : end].split()
        if len(between) <= 2 and not set(between) & {"and", "of", "in", "the"}:
            found += [(BOUNDS[place][0], match.start()) for place in range(len(BOUNDS)) if match[f"b{place}"]]
    if not found:
        plus = parsed.text[parsed.words[one.last - 1].end : parsed.words[one.last - 1].end + 10]
        return ("at least", parsed.words[one.first].start) if plus.startswith((" or more", "-plus", "+")) else None
    return next((one for one in found if one[0] != "about"), found[-1])


def _is_other(parsed: Parsed, one: _Number) -> bool:
    """Say whether a number is money, a share, a part of a date, an age, an article of law or a house."""
    words = parsed.words
    before = words[one.first - 1].lower if one.first else ""
    after = words[one.last].lower if one.last < len(words) else ""
    lemma = words[one.last].lemma if one.last < len(words) else ""
    return (
        before
        in {
            "$",
            "€",
            "£",
            "¥",
            "article",
            "articles",
            "no",
            "no.",
            "#",
            "age",
            "aged",
            "number",
            "colony",
            "row",
            "entry",
            "page",
            "part",
            "room",
            "section",
        }
        or after in {"%", "-", "a.m.", "p.m.", ":", "years", "o'clock"}
        or lemma in NOT_PEOPLE
    )


def _counted(parsed: Parsed, wholes: Wholes, one: _Number) -> int | None:
    """Find the noun that a number counts, where it is one for people or what is counted of them."""
    inside = range(one.first, one.last)
    head = next((parsed.words[i].head for i in inside if parsed.words[i].head not in inside), one.last - 1)
    near = [head] if one.last <= head <= one.last + 6 else []
    near += [
        kid
        for i in inside
        for prep in parsed.kids(i, "prep")
        if parsed.words[prep].lower == "of"
        for kid in parsed.kids(prep, "pobj")
    ]
    near += [
        i for i in range(one.last, min(one.last + 3, len(parsed.words))) if parsed.words[i].tag in {"NNS", "NNPS"}
    ][:1]
    return next((i for i in near if _is_counted(parsed.words[i], wholes)), None)


def _is_case(parsed: Parsed, head: int) -> bool:
    """Say whether cases, deaths, names are counted, of which a few are a figure too."""
    return parsed.words[head].lemma in {"case", "death", "name", "complaint", "verdict", "disappearance", "killing"}


def _is_counted(word: Word, wholes: Wholes) -> bool:
    if word.lemma in NOT_PEOPLE:
        return False
    plural = word.tag in {"NNS", "NNPS", "NNP", "JJ"} or word.lower in {"people", "dead"}
    return plural and (
        word.lemma in COUNTED or (is_people(word.text) and word.capital) or wholes.person(word.i) is not None
    )


def _is_sum(parsed: Parsed, one: _Number, bound: tuple[str, int] | None) -> bool:
    """Say whether a number without a noun is a sum: "put the number at 1.5 million", "9,000 had been released"."""
    sentence = parsed.sentences[parsed.words[one.first].sentence]
    near = parsed.words[max(sentence.first, one.first - 12) : min(sentence.last, one.last + 8)]
    told = any(word.lemma in SUMMED for word in near)
    last = parsed.words[one.last - 1]
    suffers = last.dep in {"nsubj", "nsubjpass"} and parsed.words[last.head].lemma in SUFFERED
    of_them = one.last + 1 < sentence.last and parsed.words[one.last + 1].lower in {
        "them",
        "whom",
        "those",
        "us",
        "which",
    }
    after = parsed.words[one.last] if one.last < sentence.last else None
    alone = after is None or not after.text[0].isalnum() or after.tag in {"IN", "CC", "TO"} or after.tag.startswith("V")
    put = one.first > 0 and parsed.words[one.first - 1].lower in {"at", "to", "is", "was"}
    suffers = suffers or (after is not None and after.tag in {"VBN", "VBD"} and after.lemma in SUFFERED)
    enough = bound is not None or one.value >= SMALL
    return alone and ((told and (enough or put)) or ((suffers or of_them) and enough))


def _is_scene(parsed: Parsed, one: _Number, head: int | None, bound: tuple[str, int] | None) -> bool:
    """Say whether the people counted are a crowd, or a few arrested together."""
    place = one.last - 1 if head is None else head
    chain = [parsed.words[place], *(parsed.words[i] for i in parsed.above(place))][:4]
    if chain[0].lemma in {"protester", "demonstrator", "marcher", "officer", "policeman"}:
        return True
    if any(word.lemma in CROWD for word in chain):
        return True
    return bound is None and one.value < SMALL and any(word.lemma in DEEDS for word in chain)


def _group(parsed: Parsed, one: _Number, head: int) -> Value | None:
    """Take the noun with what it is said of: "Uyghurs and Kazakhs in camps"."""
    last = short_phrase(parsed, head)[1]
    for kid in parsed.kids(head, "conj", "relcl", "acl"):
        begins, ends = parsed.reach(kid)
        if begins <= last + 1 and ends - head < 16:
            last = max(last, ends)
    first = min(one.last, head)
    while first < head and not parsed.words[first].text[0].isalnum():
        first += 1
    span = parsed.span(first, last)
    return Value(text=" ".join(parsed.text[span.start : span.end].split()), span=span)

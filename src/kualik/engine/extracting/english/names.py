"""Stretches of capitalised words that may name somebody, titles and peoples cut off."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kualik.engine.extracting.english.parsed import Parsed, Word
from kualik.engine.extracting.english.vocabulary import (
    body_words,
    family_names,
    given_names,
    is_people,
    kin_words,
    known_places,
    people_nouns,
    titles,
)
from kualik.engine.extracting.english.words import MONTHS, WEEKDAYS, word_set

__all__ = ["PARTICLES", "Run", "find_runs", "is_body_name"]

NAMED_AFTER = word_set("operation project camp campaign plan prison street school mosque hurricane")
SOFT = word_set("sayed syed sayyid seyed seyyed")  # titles that are given names where one word follows
INNER = word_set("u ko ma daw saw naw nai ka saya khun lama malik")  # titles that are also parts of names
OFFICES = word_set("police justice state interior foreign affairs defence defense security secretary party council")
LONGEST = 7  # words of a name, hyphens counted
PARTICLES = word_set("al el bin ibn bint uly kyzy qyzy qizi oghli ogli oglu zade de la del van von der den da dos abu "
                     "umm ul ur uulu ulu kizi gizi ogly")  # fmt: skip
TRAILING = word_set(
    "uly kyzy qyzy qizi oghli ogli oglu zade uulu ulu kizi gizi ogly bey hanim apa aka rinpoche aga agha ata apay ake "
    "opa qori xola ako hanum khanum hanym khanym hajim hajji haji qarim qari akhun axun damollam bike qızı oğlu "
    "oğlı uğlı"
)
JOINED = word_set("based born backed led style era wide made run owned linked speak like old held")
SYLLABLE = re.compile(r"(?:[bcdfghjklmnpqrstwxyz]|[cpst]h|zh|ng|[kg]w|t[sz])?[aeiouüwy]{1,3}(?:ng?|[hkmpt])?")
NON_LATIN = re.compile(r"[\u0370-\u1dff\u2000-\uffff]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """Words [first, last) that may name somebody; titles are cut off. `family` is a family name told with another."""

    first: int
    last: int
    heading: bool = False
    family: str = ""


def find_runs(parsed: Parsed) -> list[Run]:
    """Find the capitalised stretches of a text that may name people.

    Args:
        parsed: the text.

    Returns:
        Runs in order, titles and peoples ("Kazakh activist") cut off, whole sentences in capitals left out.
    """
    found: list[Run] = []
    seen = _seen_inside(parsed)
    for sentence in parsed.sentences:
        place = sentence.first
        while place < sentence.last:
            last = _end_of_run(parsed, place, sentence.last, seen)
            found += [] if last == place else _trimmed(parsed, place, last, heading=sentence.heading)
            place = max(last, place + 1)
    return found


def _seen_inside(parsed: Parsed) -> frozenset[str]:
    """Collect the words that stand as proper nouns inside sentences: at the beginning of one they are names too."""
    inside = (word for word in parsed.words if word.tag == "NNP" and word.capital)
    return frozenset(
        word.lower for word in inside
        if word.i != parsed.sentences[word.sentence].first and not parsed.sentences[word.sentence].heading
    )  # fmt: skip


def _end_of_run(parsed: Parsed, place: int, limit: int, seen: frozenset[str]) -> int:
    words = parsed.words
    if not _begins(parsed, place, seen):
        return place
    last = place + 1
    while last < limit and last - place < LONGEST and _continues(words, last, limit):
        last += 1
    while last > place + 1 and (words[last - 1].text == "-" or _is_loose(words[last - 1])):
        last -= 1
    return last


def _is_loose(word: Word) -> bool:
    return word.text.islower() and word.lower in PARTICLES and word.lower not in TRAILING


def _begins(parsed: Parsed, place: int, seen: frozenset[str]) -> bool:
    word = parsed.words[place]
    if word.text.lower() in {"al", "el", "abu", "ibn"} and place + 1 < len(parsed.words):
        after = parsed.words[place + 1]
        return after.capital or (after.text == "-" and parsed.words[min(place + 2, len(parsed.words) - 1)].capital)
    if not word.capital or not word.text[0].isalpha() or NON_LATIN.match(word.text):
        return False
    if word.lower in MONTHS or word.lower in WEEKDAYS or word.text in {"I", "I'm"}:
        return False
    first = place == parsed.sentences[word.sentence].first or not parsed.words[place - 1].text[-1].isalnum()
    named = word.tag in {"NNP", "NNPS"} or word.ent == "PERSON" or word.lower in seen
    named = named or (len(word.text) > 3 and word.lower in given_names() and not word.tag.startswith("V"))
    return named or (not first and word.tag not in {"PRP", "PRP$", "IN", "DT", "CC", "MD"})


def _continues(words: tuple[Word, ...], place: int, limit: int) -> bool:
    word, before = words[place], words[place - 1]
    if word.start - before.end > 1 or word.quote != before.quote:
        return False
    after = words[place + 1] if place + 1 < limit else None
    if word.text in {"-", "‐", "‑"}:
        return before.end == word.start and after is not None and after.start == word.end and (
            after.text[0].isupper() or _is_given_part(words, place)
        )  # fmt: skip
    if before.text in {"-", "‐", "‑"} and before.end == word.start and word.text.islower():
        return place > 1 and _is_given_part(words, place - 1)
    if word.lower in PARTICLES | TRAILING and word.text.islower():
        goes_on = after is not None and (after.capital or after.text == "-" or after.lower in PARTICLES)
        return word.lower in TRAILING or goes_on
    if before.lower in {"al", "el", "ul", "ur", "ad", "as", "ash", "an", "ar", "at", "az"} and word.text == "-":
        return True
    return word.capital and word.text[0].isalpha() and word.lower not in WEEKDAYS and (
        word.lower not in MONTHS or word.lower in given_names()
    ) and word.text != "I" and not NON_LATIN.match(word.text)  # fmt: skip


def _is_given_part(words: tuple[Word, ...], hyphen: int) -> bool:
    """Tell "Chow Ka-lok", "Kim Jong-un" and "Enver-aga" from "New York-based"."""
    family, first, second = words[hyphen - 2], words[hyphen - 1], words[hyphen + 1]
    if second.lower in TRAILING:
        return first.capital
    near = hyphen > 1 and family.capital and family.end + 1 == first.start
    syllables = SYLLABLE.fullmatch(first.lower) and SYLLABLE.fullmatch(second.lower) and second.lower not in JOINED
    return near and bool(syllables)


def _trimmed(parsed: Parsed, first: int, last: int, *, heading: bool) -> Iterator[Run]:
    """Cut titles and what stands before them; split where spaCy saw two names side by side."""
    words = parsed.words
    for place in range(last - 2, first - 1, -1):
        inner = place > first and words[place].lower in INNER and not _cuts(words[place - 1])
        office = words[place].lower in OFFICES and is_body_name([word.lower for word in words[place + 1 : last]])
        if _cuts(words[place]) and words[place + 1].text != "-" and not inner and not office:
            first = place + (place + 2 < last or words[place].lower not in SOFT)
            break
    if heading and all(word.isupper() for word in (one.text for one in words[first:last]) if word.isalpha()):
        return
    places = last - first > 2 and words[first].lower in known_places() and words[first].lower not in given_names()
    if places and words[first + 1].lower in given_names():
        first += 1
    begin, end = _inner_person(parsed, first, last)
    yield Run(first=begin, last=end, heading=heading)


def _cuts(word: Word) -> bool:
    """Say whether a name begins only after a word: a title, a role, a people, a word of kinship."""
    noun = word.lower in people_nouns() or word.lower.removesuffix("s") in people_nouns()
    named = word.lower in given_names()
    if word.lower in OFFICES:
        return True
    if word.lower in titles():
        return len(word.text) > 3 or word.lower not in family_names()
    return not named and (noun or is_people(word.text) or word.lower.removesuffix("s") in kin_words())


def _inner_person(parsed: Parsed, first: int, last: int) -> tuple[int, int]:
    """Take the part that spaCy calls a person, where the rest is the name of a body or place."""
    if not is_body_name([word.lower for word in parsed.words[first:last]]):
        return first, last
    inside = [i for i in range(first, last) if parsed.words[i].ent == "PERSON"]
    rest = [word.lower for word in parsed.words[inside[0] : inside[-1] + 1]] if inside else []
    named = inside and parsed.words[inside[0] - 1].lower in NAMED_AFTER
    if inside and not named and inside[-1] == last - 1 and len(rest) > 1 and not is_body_name(rest):
        return inside[0], last
    return first, last


def is_body_name(words: list[str]) -> bool:
    """Say whether casefolded words hold one that makes the name of a body, a place or a thing."""
    return any(
        word in body_words(kind) and word not in given_names() for word in words for kind in ("body", "place", "thing")
    )

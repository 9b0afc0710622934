"""Stretches of capitalised words that may name somebody, with the evidence for and against it.

spaCy's labels are one witness among several: titles, kin and role words beside the name, ages, patronymics, known
given names, verbs of human doings; against it stand words that make bodies and places, and gazetteers.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kualik.engine.extracting.english.compounds import Wholes
from kualik.engine.extracting.english.parsed import Parsed, Word
from kualik.engine.extracting.english.vocabulary import (
    body_words,
    family_names,
    given_names,
    is_people,
    kin_words,
    known_bodies,
    known_places,
    people_nouns,
    titles,
)
from kualik.engine.extracting.words import MONTHS, WEEKDAYS, word_set

__all__ = ["Run", "evidence", "find_runs", "is_body_name"]

LONGEST = 7  # words of a name, hyphens counted
PARTICLES = word_set("al el bin ibn bint uly kyzy qyzy qizi oghli ogli oglu zade de la del van von der den da dos abu "
                     "umm ul ur")  # fmt: skip
TRAILING = word_set("uly kyzy qyzy qizi oghli ogli oglu zade")
PATRONYMIC = re.compile(
    r"(?:ul[yıi]|[qk]yz[yıi]|qizi|[oe]vich|[oe]vna|ogl[ue]|oghl[iu]|zade|shvili|yan|enko|chuk|bekov|ov|ova|ev|eva|yev"
    r"|yeva|skaya|sky|ski|jan|bek|gul|gül|khan|bay|bai)$"
)
CITED = word_set(
    "say tell add ask note explain recall write warn insist deny claim confirm testify admit argue believe"
)
LIVED = word_set(
    "arrest detain sentence imprison jail release die marry bear disappear vanish flee escape visit live work study "
    "graduate teach serve travel return torture beat interrogate convict charge accuse fine deport abduct kidnap hold "
    "take send transfer move call meet join cry weep smile speak know see think want hope pray grow"
)
PLACED = word_set("in at near from outside into via toward towards across through inside")
NER = {"PERSON": 3, "GPE": -2, "LOC": -2, "FAC": -2, "ORG": -0.5, "NORP": -3, "LAW": -3, "EVENT": -3, "DATE": -3,
       "LANGUAGE": -3, "PRODUCT": -1, "WORK_OF_ART": -1}  # fmt: skip
NEVER = -9
ORDERS = word_set("eldest oldest elder older youngest younger middle second third fourth fifth sixth seventh last first")
CALLED = word_set("identify name know refer call surname")
NON_LATIN = re.compile(r"[\u0370-\u1dff\u2000-\uffff]")
COMMON = re.compile(r"(?:tion|ment|ness|ing|ists?|ence|ance|ship|ism|ology|graphy)s?$")


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
    named = word.tag in {"NNP", "NNPS"} or word.ent == "PERSON" or word.lower in given_names() or word.lower in seen
    return named or (not first and word.tag not in {"PRP", "PRP$", "IN", "DT", "CC", "MD"})


def _continues(words: tuple[Word, ...], place: int, limit: int) -> bool:
    word, before = words[place], words[place - 1]
    if word.start - before.end > 1 or word.quote != before.quote:
        return False
    after = words[place + 1] if place + 1 < limit else None
    if word.text in {"-", "‐", "‑"}:
        return before.end == word.start and after is not None and after.start == word.end and after.text[0].isupper()
    if word.lower in PARTICLES and word.text.islower():
        hyphened = after is not None and after.text == "-"
        return word.lower in TRAILING or (after is not None and (after.capital or hyphened))
    if before.lower in {"al", "el", "ul", "ur", "ad", "as", "ash", "an", "ar", "at", "az"} and word.text == "-":
        return True
    return word.capital and word.text[0].isalpha() and word.lower not in WEEKDAYS and (
        word.lower not in MONTHS or word.lower in given_names()
    ) and word.text != "I" and not NON_LATIN.match(word.text)  # fmt: skip


def _trimmed(parsed: Parsed, first: int, last: int, *, heading: bool) -> Iterator[Run]:
    """Cut titles and what stands before them; split where spaCy saw two names side by side."""
    words = parsed.words
    for place in range(last - 2, first - 1, -1):
        if _cuts(words[place]) and words[place + 1].text != "-":
            first = place + 1
            break
    if heading and all(word.isupper() for word in (one.text for one in words[first:last]) if word.isalpha()):
        return
    inner = _inner_person(parsed, first, last)
    yield Run(first=inner[0], last=inner[1], heading=heading)


def _cuts(word: Word) -> bool:
    """Say whether a name begins only after a word: a title, a role, a people, a word of kinship."""
    noun = word.lower in people_nouns() or word.lower.removesuffix("s") in people_nouns()
    named = word.lower in given_names()
    return not named and (word.lower in titles() or noun or is_people(word.text) or word.lower in kin_words())


def _inner_person(parsed: Parsed, first: int, last: int) -> tuple[int, int]:
    """Take the part that spaCy calls a person, where the rest is the name of a body or place."""
    if not is_body_name([word.lower for word in parsed.words[first:last]]):
        return first, last
    inside = [i for i in range(first, last) if parsed.words[i].ent == "PERSON"]
    rest = [word.lower for word in parsed.words[inside[0] : inside[-1] + 1]] if inside else []
    if inside and inside[-1] == last - 1 and len(rest) > 1 and not is_body_name(rest):
        return inside[0], last
    return first, last


def is_body_name(words: list[str]) -> bool:
    """Say whether casefolded words hold one that makes the name of a body, a place or a thing."""
    return any(
        word in body_words(kind) and word not in given_names() for word in words for kind in ("body", "place", "thing")
    )


def evidence(parsed: Parsed, wholes: Wholes, run: Run) -> float:
    """Weigh whether a run names a person.

    Args:
        parsed: the text.
        wholes: its hyphened words.
        run: the run.

    Returns:
        Above about 2 a person; far below 0 a place, a body or a thing.
    """
    lowers = [word.lower for word in parsed.words[run.first : run.last]]
    shape = _shape(parsed, run, lowers)
    if shape <= NEVER:
        return NEVER
    return shape + _before(parsed, wholes, run) + _after(parsed, wholes, run) + _doing(parsed, run) + _seen(parsed, run)


def _seen(parsed: Parsed, run: Run) -> float:
    labels = [word.ent for word in parsed.words[run.first : run.last] if word.text != "-"]
    return sum(NER.get(label, 0) for label in labels) / max(1, len(labels))


def _shape(parsed: Parsed, run: Run, lowers: list[str]) -> float:
    said = parsed.said(run.first, run.last).casefold()
    said = " ".join(said.split())
    if said in known_places() or said in known_bodies() or is_body_name(lowers):
        return NEVER
    if all(word in titles() or word in people_nouns() for word in lowers):
        return NEVER
    if any(word in known_places() or is_people(word) for word in lowers) and not any(
        word in given_names() for word in lowers
    ):
        return -5
    return _name_shape([word for word in parsed.words[run.first : run.last] if word.text != "-"], lowers)


def _name_shape(words: list[Word], lowers: list[str]) -> float:
    score = 0.5 if len(words) > 1 else -1.0 if COMMON.search(lowers[0]) else 0.0
    score += 2.5 if any(word in given_names() for word in lowers) else 0
    score += 1.5 if any(PATRONYMIC.search(word) and len(word) > 4 for word in lowers) else 0
    chinese = 2 <= len(words) <= 3 and lowers[0] in family_names() and all(len(word) < 10 for word in lowers[1:])
    score += 1.5 if chinese else 0
    if all(word.text.isupper() and len(word.text) > 1 for word in words):
        score -= 5 if len(words) == 1 else 2
    return score


def _before(parsed: Parsed, wholes: Wholes, run: Run) -> float:
    place = run.first - 1
    sentence = parsed.sentences[parsed.words[run.first].sentence]
    if place < sentence.first:
        return 0
    if parsed.words[place].text in {",", "."}:
        place -= 1
    word = parsed.words[max(place, sentence.first)]
    near = place == run.first - 1
    if parsed.words[run.first - 1].text == "," and _is_one_of(parsed, place):
        return 3
    if near and word.lower == "late" and place > sentence.first:
        return 2.5
    if near and word.lower == "as" and any(one.lemma in CALLED for one in parsed.words[max(0, place - 5) : place]):
        return 3
    if wholes.kin(wholes.of(word.i).first) and not (word.capital and near and word.lower in titles()):
        return 4
    if word.lower in titles():
        return 4 if near else 2 if wholes.person(word.i) else 0
    if wholes.age(word.i):
        return 3
    if wholes.person(word.i):
        return 3 if near else 1.5
    if near and word.lower == "the":
        return -3
    if near and word.lower in {"named", "called", "surnamed"}:
        return 2
    return -2.5 if near and word.lower in PLACED and run.last - run.first == 1 else 0


def _is_one_of(parsed: Parsed, place: int) -> bool:
    """See "the older one, X", "the younger, X", "a third, X"."""
    words = parsed.words
    place -= words[place].lower == "one" and place > 0
    return place > 0 and words[place].lower in ORDERS and words[place - 1].lower in {"the", "a", "my", "her", "his", "their"}


def _after(parsed: Parsed, wholes: Wholes, run: Run) -> float:
    words = parsed.words
    if run.last >= len(words):
        return 0
    word = words[run.last]
    if word.text.islower() and any({word.lower, word.lemma} & body_words(kind) for kind in ("body", "place")):
        return -4
    if _lists_places(parsed, run.last):
        return -6
    if word.text in {",", "("} and run.last + 1 < len(words):
        return _beside(words[run.last + 1], wholes)
    return 0


def _lists_places(parsed: Parsed, place: int) -> bool:
    """See "Gia Lai, Kon Tum and Bac Lieu provinces"."""
    for word in parsed.words[place : place + 12]:
        if not (word.capital or word.text in {",", "-"} or word.lower == "and"):
            return word.tag == "NNS" and word.lemma in body_words("place")
    return False


def _beside(word: Word, wholes: Wholes) -> float:
    if word.text.isdigit() and 0 < int(word.text) < 115 and len(word.text) < 4:
        return 2.5
    if word.lower in {"who", "whose", "whom", "aged"}:
        return 2
    if word.lower in {"a", "an", "the", "his", "her", "their", "my", "one"} or wholes.person(word.i):
        return 0.5
    return 0


def _doing(parsed: Parsed, run: Run) -> float:
    """See whether it does, or suffers, what people do and suffer."""
    head = next((word for word in parsed.words[run.first : run.last] if not run.first <= word.head < run.last), None)
    if head is None:
        return 0
    verb = parsed.words[head.head].lemma
    if head.dep in {"nsubj", "nsubjpass", "dobj"} and verb in CITED:
        return 1
    return 1.5 if head.dep in {"nsubj", "nsubjpass", "dobj"} and verb in LIVED else 0

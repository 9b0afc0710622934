"""Words that spaCy cut at their hyphens, whole again: "68-year-old", "mother-in-law", "Abdul-Karim"."""

import re
from dataclasses import dataclass

from kualik.engine.extracting.english.numbers import number
from kualik.engine.extracting.english.parsed import Parsed, Word
from kualik.engine.extracting.english.vocabulary import Noun, kin_words, people_nouns

__all__ = ["Whole", "Wholes", "years_old"]

HYPHENS = frozenset("-‐‑–")
OLD = re.compile(r"(?P<age>[\w]+(?:-(?:one|two|three|four|five|six|seven|eight|nine))?)-years?-olds?", re.IGNORECASE)
OLDEST = 115
MAKERS = ("ologist", "ographer", "woman", "person", "smith", "keeper", "maker", "monger", "grower", "seller")


@dataclass(frozen=True, slots=True, kw_only=True)
class Whole:
    """Words [first, last) that are written as one, with their text casefolded."""

    first: int
    last: int
    lower: str


class Wholes:
    """The hyphened words of a text, and what kind of noun a word is when they are whole."""

    def __init__(self, parsed: Parsed) -> None:
        """Join words that only a hyphen parts."""
        self._parsed = parsed
        self._of: dict[int, Whole] = {}
        words = parsed.words
        place = 0
        while place < len(words):
            last = place + 1
            while last + 1 < len(words) and _joined(words, last):
                last += 2
            if last > place + 1:
                self._keep(place, last)
            place = last

    def _keep(self, first: int, last: int) -> None:
        lower = re.sub("[‐‑–]", "-", self._parsed.said(first, last).casefold())
        whole = Whole(first=first, last=last, lower=lower)
        for place in range(first, last):
            self._of[place] = whole

    def of(self, i: int) -> Whole:
        """Find the whole that a word belongs to: itself, where no hyphen joins it to another."""
        found = self._of.get(i)
        return found or Whole(first=i, last=i + 1, lower=self._parsed.words[i].lower)

    def kin(self, i: int) -> Noun | None:
        """Find what word of kinship a word is, or is the first part of."""
        whole = self.of(i)
        if whole.last - whole.first == 1:
            word = self._parsed.words[i]
            return kin_words().get(word.lemma) or kin_words().get(word.lower)
        if i != whole.first:
            return None
        singular = whole.lower.replace("s-in-law", "-in-law").removesuffix("s")
        return kin_words().get(whole.lower) or kin_words().get(singular)

    def person(self, i: int) -> Noun | None:
        """Find what noun for people a word is; of a hyphened one its last part is asked too ("co-founder")."""
        whole = self.of(i)
        if whole.last != i + 1:
            return None
        word = self._parsed.words[i]
        if whole.first < i:
            found = people_nouns().get(whole.lower) or people_nouns().get(whole.lower.removesuffix("s"))
            if found:
                return found
        found = people_nouns().get(word.lemma) or people_nouns().get(word.lower)
        return found or (Noun(word=word.lemma, tells="", gender=_gender(word)) if _is_maker(word) else None)

    def age(self, i: int) -> int | None:
        """Find the age that a whole tells: "68-year-old"."""
        return years_old(self.of(i).lower)


def _is_maker(word: Word) -> bool:
    """See a noun for people by its ending: "ethnographist", "craftswoman"."""
    return word.tag == "NN" and word.text.islower() and len(word.text) > 6 and word.lower.endswith(MAKERS)


def _gender(word: Word) -> str:
    return "f" if word.lower.endswith("woman") else ""


def _joined(words: tuple[Word, ...], place: int) -> bool:
    hyphen, after, before = words[place], words[place + 1], words[place - 1]
    return (
        hyphen.text in HYPHENS
        and before.end == hyphen.start
        and after.start == hyphen.end
        and before.text[-1].isalnum()
        and after.text[0].isalnum()
    )


def years_old(text: str) -> int | None:
    """Find the age in "68-year-old" or "sixty-eight-year-old"; None where it is none.

    Args:
        text: one hyphened word, casefolded.
    """
    match = OLD.fullmatch(text)
    value = number(match["age"]) if match else None
    return int(value) if value is not None and 0 < value <= OLDEST else None

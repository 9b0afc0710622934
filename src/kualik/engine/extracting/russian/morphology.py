"""What a Russian word may be: lemma, part of speech, case, gender, number. Dictionary and guesses are pymorphy3's."""

from dataclasses import dataclass
from functools import cache, lru_cache

from pymorphy3 import MorphAnalyzer

__all__ = ["Form", "analyser", "forms"]

CASES = {
    "nomn": "nomn", "gent": "gent", "datv": "datv", "accs": "accs", "ablt": "ablt", "loct": "loct",
    "voct": "nomn", "gen2": "gent", "gen1": "gent", "acc2": "accs", "loc1": "loct", "loc2": "loct",
}  # fmt: skip
GENDERS = frozenset({"masc", "femn", "neut"})
LEMMAS = {("супруг", "femn"): "супруга"}  # the dictionary has both under the man
LONGEST = 40  # letters; longer "words" are rubbish, and guessing their endings is slow
CACHED = 60_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """One thing that a word may be. `known` where the dictionary has the word, and does not guess by its ending."""

    lemma: str
    pos: str
    case: str = ""
    gender: str = ""
    plural: bool = False
    marks: frozenset[str] = frozenset()
    score: float = 0.0
    known: bool = True

    @property
    def noun(self) -> bool:
        """Say whether it is a noun."""
        return self.pos == "NOUN"

    @property
    def finite(self) -> bool:
        """Say whether it can be the verb of a clause."""
        return self.pos in {"VERB", "PRTS"}


@cache
def analyser() -> MorphAnalyzer:
    """Load the dictionary, once."""
    return MorphAnalyzer()


@lru_cache(maxsize=CACHED)
def forms(word: str) -> tuple[Form, ...]:
    """Say all that a word may be, likeliest first.

    Args:
        word: one word, in small letters.

    Returns:
        Its forms; none for what is no Russian word.
    """
    if len(word) > LONGEST or not ("а" <= word[-1] <= "я" or word[-1] in "ёәғқңөұүһі"):
        return ()
    found = []
    for parse in analyser().parse(word):
        marks = frozenset(str(parse.tag).replace(" ", ",").split(","))
        found.append(
            Form(
                lemma=LEMMAS.get((parse.normal_form, str(parse.tag.gender)), parse.normal_form).replace("ё", "е"),
                pos=str(parse.tag.POS or ""),
                case=next((CASES[mark] for mark in marks if mark in CASES), ""),
                gender=next((mark for mark in marks if mark in GENDERS), ""),
                plural="plur" in marks,
                marks=marks,
                score=parse.score,
                known=parse.is_known,
            )
        )
    return tuple(found)

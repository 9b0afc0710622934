"""Forms of Kazakh verbs: a stem known from a table, what follows it read as voice, denial and tense."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

__all__ = ["Form", "form", "is_finite_word", "verb"]

PERSON = r"(?:м|мын|мін|бын|бін|пын|пін|ң|сың|сің|ңыз|ңіз|сыз|сіз|қ|к|мыз|міз|быз|біз|пыз|піз|ңдар|ңдер)"
POSSESSED = r"(?:дар|дер|тар|тер|лар|лер)?(?:ым|ім|ың|ің|ымыз|іміз|ы|і|м|ң)?"
CASE = (
    r"(?P<case>ның|нің|ды|ді|н|на|не|ға|ге|қа|ке|а|е|да|де|нда|нде|нан|нен|дан|ден|мен|менен|ша|ше|нша|нше|дай|дей"
    r"|дықтан|діктен)?"
)
TENSES = (
    ("past", rf"(?:ды|ді|ты|ті){PERSON}?"),
    ("hearsay", r"(?:ып|іп|п)(?:ты|ті)(?:мын|мін|сың|сің|мыз|міз|)"),
    ("converb", r"(?:ып|іп|п)"),
    ("present", rf"(?:а|е|й)(?:ды|ді|{PERSON})"),
    ("perfect", rf"(?:ған|ген|қан|кен)(?:{PERSON})?(?:-ды|-ді|-тұғын|-тын)?"),
    ("nominal", rf"(?:ған|ген|қан|кен|атын|етін|йтын|йтін|мақ|мек|бақ|бек|пақ|пек){POSSESSED}{CASE}"),
    ("habit", r"(?:атын|етін|йтын|йтін)"),
    ("infinitive", rf"(?:у){POSSESSED}{CASE}"),
    ("nonfinite", r"(?:са|се)(?:м|ң|қ|к|ңыз|ңіз)?|ғалы|гелі|қалы|келі|й|а|е|майынша|мейінше|мастан|местен|майша"),
    ("wish", r"(?:сын|сін|ыңыз|іңіз|ңыз|ңіз|ыңыздар|іңіздер|айық|ейік|йық|йік)(?:дар|дер)?"),
    ("future", r"(?:ар|ер|р|с|мақ|мек|бақ|бек|пақ|пек)(?:мын|мін|мыз|міз|сың|сің)?"),
)
VOICE = r"(?P<voice>ғызыл|гізіл|қызыл|кізіл|тырыл|тіріл|ттырыл|ыл|іл|л|ын|ін|н)?"
DENIAL = r"(?P<no>ма|ме|ба|бе|па|пе)?"
PATTERNS = tuple((name, re.compile(f"{VOICE}{DENIAL}(?:{ending})$")) for name, ending in TENSES)
BARE = {"отыр": "отыр", "жатыр": "жат", "жүр": "жүр", "тұр": "тұр"}  # "sits, lies", which stand without an ending
LONGEST_STEM = 12
FINITE = frozenset({"past", "hearsay", "present", "perfect", "wish", "future"})
SOFTENED = {"б": "п", "г": "к", "ғ": "қ"}
FINITE_WORD = re.compile(
    r".{2,}(?:(?:[аеәыіуөүұиоя](?:ды|ді)|[^аеәыіуөүұиоя](?:ды|ді|ты|ті))(?:м|қ|к)?|(?:ып|іп|п)(?:ты|ті)|(?:ған|ген|қан|кен)(?:мын|мін|быз|біз))$"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """How a verb stands: its tense, whether it is denied or passive; `case` of a verb that became a noun."""

    tense: str
    passive: bool = False
    denied: bool = False
    case: str = ""

    @property
    def finite(self) -> bool:
        """Say whether it can close a sentence."""
        return self.tense in FINITE


@lru_cache(maxsize=1 << 14)
def form(rest: str) -> Form | None:
    """Read what follows a stem; None where it is no verb's ending."""
    for tense, pattern in PATTERNS:
        match = pattern.match(rest)
        if match:
            case = match.groupdict().get("case") or ""
            return Form(tense=tense, passive=bool(match["voice"]), denied=bool(match["no"]), case=case)
    return None


def verb(word: str, stems: Mapping[str, object]) -> tuple[str, Form] | None:
    """Find the stem of a table that a word is a form of, the longest first.

    Args:
        word: in small letters.
        stems: verb stems, such as "айт".
    """
    if word in BARE and BARE[word] in stems:
        return BARE[word], Form(tense="present")
    return next(_verbs(word, stems), None)


def _verbs(word: str, stems: Mapping[str, object]) -> Iterator[tuple[str, Form]]:
    for length in range(min(len(word), LONGEST_STEM), 1, -1):
        stem = word[:length]
        for known in (stem, stem[:-1] + SOFTENED.get(stem[-1], stem[-1])):
            if known in stems:
                read = form(word[length:]) if word[length:] else None
                if read:
                    yield known, read
                break


def is_finite_word(word: str) -> bool:
    """Say whether an unknown word looks like the verb that closes a clause."""
    return FINITE_WORD.fullmatch(word) is not None

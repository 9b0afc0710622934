"""Where, when and what for: what stands beside a verb of custody."""

from collections.abc import Sequence

from kualik.engine.extracting.kazakh.dates import Date
from kualik.engine.extracting.kazakh.endings import endings, nominative
from kualik.engine.extracting.kazakh.nouns import noun_of
from kualik.engine.extracting.kazakh.scene import Scene
from kualik.engine.extracting.kazakh.tables import group, words
from kualik.engine.extracting.kazakh.tokens import Token
from kualik.engine.extracting.kazakh.wording import label_of, place_name
from kualik.engine.extracting.notes import Value

__all__ = ["date_near", "facility_in", "grounds_in", "place_in"]

LOCATED = frozenset({"loc", "dat", "abl"})
UNTIL = frozenset({"дейін", "дейінгі", "арналған"})
LONGEST = 9


def date_near(scene: Scene, number: int, first: int, last: int) -> Date | None:
    """Find the date of a deed: the last in its own stretch of the sentence.

    Args:
        scene: the document.
        number: the frame.
        first: where the stretch begins.
        last: where the verb ends.
    """
    tokens = (*scene.tokens(number), None)
    inside = [date for date in scene.dates[number] if first <= date.first and date.last <= last]
    begun = [date for date in inside if (after := tokens[date.last]) is None or after.lower not in UNTIL]
    return begun[-1] if begun else None


def facility_in(tokens: Sequence[Token], first: int, last: int) -> tuple[int, str] | None:
    """Find a place of detention: its place in the frame and the state of custody that it means."""
    for at in range(last - 1, first - 1, -1):
        noun = noun_of(tokens[at].lower) if tokens[at].word else None
        if noun is not None and noun.kind == "held" and noun.case in LOCATED:
            joined = f"{tokens[at - 1].lower} {noun.ending.stem}" if at else ""
            state = "house arrest" if joined.startswith("үй қама") else noun.value
            return at, "camp" if joined.startswith(("тәрбие", "оқыту", "үйрету")) else state
    return None


def place_in(scene: Scene, number: int, first: int, last: int) -> Value | None:
    """Find where it happened: the last place that is named, with the words that belong to it."""
    tokens = scene.tokens(number)
    named = {at for phrase in scene.phrases[number] if phrase.name for at in range(phrase.first, phrase.last)}
    for at in range(last - 1, first - 1, -1):
        if (
            tokens[at].word
            and at not in named
            and (at - 1 not in named or tokens[at].capital)
            and _is_place(tokens, at)
            and not _describes(tokens, at)
        ):
            begun = _begin(tokens, max([first, *(place + 1 for place in named if place < at)]), at)
            said = label_of(tokens[begun:at])
            said = f"{said} {place_name(_plain(tokens[at].text))}".strip()
            return scene.value(number, begun, at + 1, said)
    return None


def _describes(tokens: Sequence[Token], at: int) -> bool:
    """Say whether a place belongs to "who lives in", "who came from"."""
    after = tokens[at + 1].lower if at + 1 < len(tokens) else ""
    return after in {"тұратын", "туған", "тұрған", "жүрген", "өткен", "келген", "тұрып", "қашқан", "көшкен"}


def _plain(word: str) -> str:
    """Take "-дағы" down to the locative, which is then taken off."""
    return word[:-2] if word.casefold().endswith(("дағы", "дегі", "тағы", "тегі")) else word


def _is_place(tokens: Sequence[Token], at: int) -> bool:
    word = _plain(tokens[at].lower)
    noun = noun_of(word)
    if noun is not None and noun.kind in {"place", "held", "body"}:
        named = (
            at > 0
            and noun_of(tokens[at - 1].lower) is None
            and (tokens[at - 1].capital or tokens[at - 1].lower.endswith(("ғы", "гі")))
        )
        return noun.case in {"loc", "dat"} and named and noun.ending.stem not in {"қамау", "тергеу", "ел", "шекара"}
    plain, case = nominative(tokens[at].text if word == tokens[at].lower else tokens[at].text[:-2], person=False)
    known = plain.casefold() in words("places") or any(one.stem in words("places") for one in endings(word))
    return tokens[at].capital and case in {"loc", "dat"} and known


def _begin(tokens: Sequence[Token], first: int, at: int) -> int:
    """Take along the names and adjectives before the noun of a place."""
    begun = at
    while begun > first and at - begun < 4 and tokens[begun - 1].word:
        before = tokens[begun - 1]
        known = noun_of(before.lower)
        if known is not None and known.kind in {"pronoun", "people", "kin"}:
            break
        if (
            begun == 1
            and before.lower not in words("places")
            and not before.lower.endswith(("дағы", "дегі", "тағы", "тегі", "ның", "нің"))
        ):
            break  # the capital of a sentence's first word
        if not (before.capital or before.lower.endswith(("дағы", "дегі", "тағы", "тегі", "дық", "дік", "лық", "лік"))):
            break
        if nominative(before.text, person=False)[1] not in {"", "gen"} and not before.lower.endswith(("ғы", "гі")):
            break
        begun -= 1
    return begun


def grounds_in(scene: Scene, number: int, first: int, last: int) -> Value | None:
    """Find what is given as the reason: «…» деп, «…» деген айыппен, … үшін, … бойынша."""
    tokens = scene.tokens(number)
    for at in range(last - 1, first, -1):
        word = tokens[at].lower
        if word in {"үшін", "бойынша", "салдарынан"} or word.startswith(group("charges")):
            begun = _reason(tokens, first, at)
            if begun < at:
                return scene.value(
                    number,
                    begun,
                    at + (word == "үшін"),
                    scene.page.text[tokens[begun].start : tokens[at - (word != "үшін")].end],
                )
        if word == "деп" and tokens[at - 1].quote >= 0:
            return scene.value(number, at - 1, at, tokens[at - 1].text)
    return None


def _reason(tokens: Sequence[Token], first: int, at: int) -> int:
    """Find where the reason begins: at a mark, a date, a person."""
    begun = at
    while begun > first and at - begun < LONGEST:
        before = tokens[begun - 1]
        if before.quote >= 0:
            return begun - 1
        if (
            before.text in {",", ";", ":", "(", ")"}
            or before.dash
            or before.lower in {"жылы", "күні", "оны", "оған", "сот", "соты"}
        ):
            break
        if before.capital and begun > 1 and nominative(before.text, person=False)[1] == "loc":
            break
        noun = noun_of(before.lower) if before.word else None
        if (
            noun is not None
            and noun.kind in {"people", "kin", "pronoun"}
            and noun.case in {"acc", "dat"}
            and at - begun > 1
        ):
            break
        begun -= 1
    return begun

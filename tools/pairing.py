"""Which fact that a reader found is which fact of the gold, by the guide of annotation; each is paired once at most."""

import re
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from typing import Any

__all__ = ["agrees", "paired"]

Fact = Mapping[str, Any]
STOP = frozenset(
    {"a", "an", "the", "of", "in", "at", "on", "to", "and", "or", "for", "with", "by", "from", "said"}
    | {"his", "her", "their", "its", "my", "our"}
)
SPEAKING = frozenset({"asserts", "alleges", "accuses"})  # a soft border: one stance for pairing
STREET = frozenset({"protest", "picket", "march", "rally"})
HELD = frozenset({"prison", "police custody", "camp", "disappeared"})  # what "unspecified" may turn out to be
LEAST = {"statement": 0.3, "event": 0.3, "custody": 0.5}  # share of the shorter passage
UP = {
    "mother": "parent", "father": "parent", "son": "child", "daughter": "child", "husband": "spouse", "wife": "spouse",
    "brother": "sibling", "sister": "sibling", "grandmother": "grandparent", "grandfather": "grandparent",
    "grandson": "grandchild", "granddaughter": "grandchild", "aunt": "uncle", "niece": "nephew",
}  # fmt: skip
TURNED = {"parent": "child", "grandparent": "grandchild", "uncle": "nephew"}
TURNED |= {value: key for key, value in TURNED.items()}
LETTERS = 6  # of a word that are compared, so that its endings do not matter
EXACT = frozenset({"age", "state", "since", "until", "date", "type", "qualifier", "value", "violence"})


def paired(gold: Sequence[Fact], found: Sequence[Fact]) -> dict[int, int]:
    """Pair what was found with the gold facts of one document.

    Args:
        gold: facts of the guide's form.
        found: the reader's.

    Returns:
        Place in `found` to place in `gold`, the nearest pairs first; what has no partner is left out.
    """
    near = [
        (score, one, other)
        for one, mine in enumerate(found)
        for other, theirs in enumerate(gold)
        if mine["kind"] == theirs["kind"] and (score := NEARNESS[mine["kind"]](theirs, mine)) > 0
    ]
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for _, one, other in sorted(near, key=lambda pair: (-pair[0], pair[2], pair[1])):
        if one not in pairs and other not in taken:
            pairs[one] = other
            taken.add(other)
    return pairs


def agrees(slot: str, gold: Fact, found: Fact) -> bool:
    """Say whether a slot of two paired facts agrees; one that the gold leaves empty does not."""
    mine, theirs = found.get(slot), gold.get(slot)
    if mine in (None, "", []) or theirs in (None, "", []):
        return False
    if slot in {"sentence", "duration"}:
        return _length(mine) == _length(theirs)
    return bool(mine == theirs) if slot in EXACT else _likeness(mine, theirs) >= 0.5  # noqa: PLR2004 (half the words)


def _folded(text: object) -> str:
    plain = unicodedata.normalize("NFKD", str(text or "")).casefold()
    return " ".join(re.findall(r"\w+", "".join(mark for mark in plain if not unicodedata.combining(mark))))


def _words(text: object) -> set[str]:
    words: set[str] = set()
    for word in _folded(text).split():
        if re.search(r"[\u3400-\u9fff]", word):
            words.update(word)
        elif word not in STOP:
            words.add(word[:LETTERS])
    return words


def _likeness(one: object, other: object) -> float:
    a, b = _words(one), _words(other)
    return len(a & b) / min(len(a), len(b)) if a and b else 0.0


def _is_name(one: object, other: object) -> bool:
    a, b = _words(one), _words(other)
    same = _folded(one).replace(" ", "") == _folded(other).replace(" ", "") != ""
    return same or bool(a and b and (a <= b or b <= a))


def _near(one: Fact, other: Fact) -> float:
    (start, end), (first, last) = one["at"], other["at"]
    return float(max(0, min(end, last) - max(start, first)) / max(1, min(end - start, last - first)))


def _length(text: object) -> tuple[int, int] | str:
    told = re.fullmatch(r"P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?", str(text))
    if told is None:
        return _folded(text)
    years, months, weeks, days = (int(part or 0) for part in told.groups())
    return (years * 12 + months, weeks * 7 + days)


def _person(gold: Fact, found: Fact) -> float:
    names = [(a, b) for a in _names(gold) for b in _names(found)]
    return any(_is_name(a, b) for a, b in names) + 0.5 * (_folded(gold["name"]) == _folded(found["name"]))


def _names(fact: Fact) -> list[str]:
    return [fact["name"], *fact.get("aliases", [])]


def _custody(gold: Fact, found: Fact) -> float:
    near, states = _near(gold, found), {gold.get("state"), found.get("state")}
    who = _is_name(gold["who"], found["who"]) or _likeness(gold["who"], found["who"]) >= LEAST["custody"]
    placed = near >= LEAST["custody"] and gold.get("count", 1) == found.get("count", 1)
    if not (who or placed) or (len(states) > 1 and not ("unspecified" in states and states & HELD)):
        return 0.0
    return 1 + near + (len(states) == 1) + (_length(gold.get("sentence")) == _length(found.get("sentence")))


def _kin(gold: Fact, found: Fact) -> float:
    one, other = (_general(fact["relation"]) for fact in (gold, found))
    straight = one == other and _both(gold, found["person"], found["relative"])
    turned = TURNED.get(one, one) == other and _both(gold, found["relative"], found["person"])
    return 1 + _near(gold, found) if straight or turned else 0.0


def _general(relation: str) -> str:
    return UP.get(relation, relation)


def _both(gold: Fact, person: object, relative: object) -> bool:
    pairs = ((gold["person"], person), (gold["relative"], relative))
    return all(_is_name(one, other) or _likeness(one, other) >= 0.6 for one, other in pairs)  # noqa: PLR2004 (most words)


def _event(gold: Fact, found: Fact) -> float:
    same, near = gold["type"] == found["type"], _near(gold, found)
    if not same and not {gold["type"], found["type"]} <= STREET:
        return 0.0
    date, place = agrees("date", gold, found), agrees("place", gold, found)
    return 0.5 + near + date + place + same if near >= LEAST["event"] or (date and place) else 0.0


def _statement(gold: Fact, found: Fact) -> float:
    same, near = gold["stance"] == found["stance"], _near(gold, found)
    soft = same or {gold["stance"], found["stance"]} <= SPEAKING
    speaker = _is_name(gold["speaker"], found["speaker"]) or _likeness(gold["speaker"], found["speaker"]) >= 0.5  # noqa: PLR2004 (half the words)
    return 1 + near + same if soft and speaker and near >= LEAST["statement"] else 0.0


def _figure(gold: Fact, found: Fact) -> float:
    return 1 + _near(gold, found) if gold["value"] == found["value"] else 0.0


NEARNESS: Mapping[str, Callable[[Fact, Fact], float]] = {
    "person": _person,
    "custody": _custody,
    "kin": _kin,
    "event": _event,
    "statement": _statement,
    "figure": _figure,
}

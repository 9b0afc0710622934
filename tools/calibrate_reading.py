"""Count how often each rule of the readers is right: `python -m tools.calibrate_reading GOLD.jsonl…`.

The documents must not be among those by which the rules were made: then the shares say what may be expected of a
report that nobody has seen. A claim is right if its fact is paired with one of the gold, and its slot agrees. The
calibration error and the Brier score that are printed come from a cross-fit: each fifth of the documents is judged by
shares counted on the other four, beside one share for every claim. The table that is written is counted on all.
"""

import argparse
import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from kualik.engine.extracting import extract, writing
from kualik.engine.extracting.writing.confidence import ALL, DOUBT, DOUBTFUL, UNKNOWN, confidence, expected
from kualik.engine.facts import Claim, Document, Reading
from kualik.engine.facts.flat import facts
from tools.pairing import agrees, paired
from tools.steps import say

__all__ = ["Case", "brier", "cases", "fitted", "gap", "judged", "main", "shares"]

TABLE = Path(writing.__file__).with_name("confidence.tsv")
HEAD = "language\trule\tproperty\tshare\tcases"
WEIGHT = 30  # cases that the share of the wider class is worth: claims of one document are right or wrong together
FOLDS, BINS = 5, 10
KEYS = frozenset(
    {"name", "detainee", "person", "relative", "relationship", "eventType", "content", "size"}
)  # right as soon as the fact is
SLOTS = {
    "age": "age", "state": "state", "sentence": "sentence", "sentenceText": "sentence_text", "duration": "duration",
    "startDate": "since", "endDate": "until", "place": "place", "grounds": "grounds", "suspectedReason": "suspected",
    "date": "date", "actor": "who", "target": "target", "demand": "demand", "crowd": "crowd", "addressee": "to",
    "bound": "qualifier", "group": "of",
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One claim of a reader, and whether it was right."""

    document: str
    language: str
    rule: str
    property: str
    doubtful: bool
    right: bool


Key = tuple[str, str, str]
Guess = tuple[float, float, bool]
Shares = Mapping[Key, tuple[float, int]]


def cases(documents: Iterable[Mapping[str, Any]]) -> Iterator[Case]:
    """Read annotated documents and judge every claim that the gold can judge."""
    for gold in documents:
        document = Document(
            id=f"sha256:{gold['id']}", media_type="text/plain", text=gold["text"], language=gold["lang"],
            published=gold.get("published"),
        )  # fmt: skip
        yield from judged(extract(document), gold)


def judged(reading: Reading, gold: Mapping[str, Any]) -> Iterator[Case]:
    """Judge the claims of one document by its gold facts."""
    about: dict[str, list[Claim]] = defaultdict(list)
    for claim in reading.claims:
        about[claim.entity].append(claim)
    told = [(fact, claims) for claims in about.values() for fact in facts(reading.entities, claims)]
    pairs = paired(gold["facts"], [fact for fact, _ in told])
    for place, (fact, claims) in enumerate(told):
        partner = gold["facts"][pairs[place]] if place in pairs else None
        for claim in claims:
            slot = SLOTS.get(claim.property)
            if slot is not None or claim.property in KEYS:
                right = partner is not None and (slot is None or agrees(slot, partner, fact))
                yield _case(claim, gold["id"], right=right)


def _case(claim: Claim, document: str, *, right: bool) -> Case:
    reader, _, rule = claim.method.partition(":")
    doubtful = claim.confidence < confidence(reader, rule, property_=claim.property)
    language = reader.partition("-")[0]
    return Case(
        document=document, language=language, rule=rule, property=claim.property, doubtful=doubtful, right=right
    )


def shares(found: Sequence[Case]) -> Shares:
    """Count the share that was right of each rule and property, drawn towards wider classes where cases are few.

    Args:
        found: judged claims.

    Returns:
        (language, rule, property) to share and number of cases; "*" stands for all, the rule "?" for claims that the
        reader itself doubted.
    """
    counts: dict[Key, list[int]] = defaultdict(lambda: [0, 0])
    for case in found:
        for key in _classes(case):
            counts[key][0] += case.right
            counts[key][1] += 1
    counted: dict[Key, tuple[float, int]] = {}
    for key in sorted(counts, key=lambda key: (-key.count(ALL), key)):
        right, of = counts[key]
        counted[key] = ((right + WEIGHT * _wider(key, counted)) / (of + WEIGHT), of)
    return counted


def _classes(case: Case) -> list[Key]:
    """Give the classes that a claim counts in."""
    if case.doubtful:
        return [(case.language, DOUBT, ALL), (ALL, DOUBT, ALL)]
    wide = [(language, ALL, property_) for language in (case.language, ALL) for property_ in (case.property, ALL)]
    return [(case.language, case.rule, case.property), *wide]


def _wider(key: Key, counted: Shares) -> float:
    """Find the share of the next wider class that was counted."""
    language, rule, property_ = key
    if rule == DOUBT:
        return counted[ALL, DOUBT, ALL][0] if language != ALL else DOUBTFUL
    wider = ((language, ALL, property_), (ALL, rule, property_), (ALL, ALL, property_))
    return next((counted[one][0] for one in wider if one != key and one in counted), UNKNOWN)


def fitted(found: Sequence[Case]) -> list[Guess]:
    """Guess every claim by shares counted on other documents.

    Args:
        found: judged claims.

    Returns:
        For each claim the table's share, one share for all claims, and whether it was right.
    """
    guesses: list[Guess] = []
    for fold in range(FOLDS):
        learned = [case for case in found if _fold(case.document) != fold]
        table = {key: share for key, (share, _) in shares(learned).items()}
        flat = sum(case.right for case in learned) / len(learned) if learned else UNKNOWN
        guesses += [
            (expected(table, case.language, case.rule, case.property, doubtful=case.doubtful), flat, case.right)
            for case in found
            if _fold(case.document) == fold
        ]
    return guesses


def gap(guesses: Sequence[tuple[float, bool]]) -> float:
    """Measure the expected calibration error: how far guesses are from shares, in ten bins of equal width, 0 to 1."""
    bins: dict[int, list[tuple[float, bool]]] = defaultdict(list)
    for guess, right in guesses:
        bins[min(BINS - 1, int(guess * BINS))].append((guess, right))
    gaps = (abs(sum(guess - right for guess, right in inside)) for inside in bins.values())
    return sum(gaps) / max(1, len(guesses))


def brier(guesses: Sequence[tuple[float, bool]]) -> float:
    """Measure the mean squared error of guesses (Brier 1950): low only where the right claims are the surer ones."""
    return sum((guess - right) ** 2 for guess, right in guesses) / max(1, len(guesses))


def _fold(document: str) -> int:
    return int(sha256(document.encode()).hexdigest()[:8], 16) % FOLDS


def main(arguments: Sequence[str] | None = None) -> None:
    """Read the documents, print the error, write the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gold", type=Path, nargs="+")
    parser.add_argument("--to", type=Path, default=TABLE)
    told = parser.parse_args(arguments)
    lines = [line for path in told.gold for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    found = list(cases(json.loads(line) for line in lines))
    guesses = fitted(found)
    mine, flat = [(one, right) for one, _, right in guesses], [(one, right) for _, one, right in guesses]
    say(f"{len(lines)} documents, {len(found)} claims, {sum(case.right for case in found)} right")
    say(f"expected calibration error, cross-fitted: {gap(mine):.3f}")
    say(f"Brier score, cross-fitted: {brier(mine):.4f} (one share for every claim: {brier(flat):.4f})")
    rows = ["\t".join((*key, f"{share:.3f}", str(of))) for key, (share, of) in sorted(shares(found).items())]
    told.to.write_text("\n".join([HEAD, *rows]) + "\n", encoding="utf-8")
    say(f"{len(rows)} shares written to {told.to}")


if __name__ == "__main__":
    main()

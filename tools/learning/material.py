"""Lay out what is learned from: pairs of spellings said to be one name, and pairs of names with their labels."""

import itertools
import random
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from tools.learning import data
from tools.learning.names import Asked

__all__ = ["Labelled", "Spellings", "labelled", "spellings", "together"]

MOST_OF_TOKEN, MOST_OF_PERSON = 8, 10
CENTRAL_ASIAN = frozenset({"kk", "ky", "tt"})
PLACES = "PL_"
PLACE_WEIGHT = 0.3  # a place counts less than a person: names of places are often translated


@dataclass(frozen=True, slots=True, kw_only=True)
class Spellings:
    """Pairs of spellings of one name, each with how much it counts."""

    a: list[str]
    b: list[str]
    weight: list[float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Labelled:
    """Pairs of names as features, with all that measuring asks of them."""

    features: NDArray[np.float32]
    label: NDArray[np.int64]
    weight: NDArray[np.float64]
    set: NDArray[np.str_]
    kind: NDArray[np.str_]
    part: NDArray[np.int64]
    family: NDArray[np.str_]
    fold: NDArray[np.int64]
    a: list[str]
    b: list[str]


FAMILIES = {
    "en": "Latn",
    "uly": "Latn",
    "py": "Pinyin",
    "zh": "Han",
    "ug": "UgArab",
    "kkA": "KkArab",
    "kk-Arab": "KkArab",
}


def _combined(entries: Iterable[Sequence[tuple[str, str]]], most: int, total: float, seed: int) -> Spellings:
    draw = random.Random(seed)  # noqa: S311 - a sample of spellings, no secret
    found = Spellings(a=[], b=[], weight=[])
    for forms in entries:
        pairs = [(one, other) for (_, one), (_, other) in itertools.combinations(forms, 2) if one != other]
        draw.shuffle(pairs)
        for one, other in pairs[:most]:
            found.a.append(one)
            found.b.append(other)
            found.weight.append(min(1.0, total / min(len(pairs), most)))
    return found


def together(*several: Spellings) -> Spellings:
    """Put lists of spellings one after another."""
    return Spellings(
        a=[text for one in several for text in one.a],
        b=[text for one in several for text in one.b],
        weight=[number for one in several for number in one.weight],
    )


def spellings(folder: Path, *, without: frozenset[str] = frozenset()) -> tuple[Spellings, Spellings]:
    """Gather spellings: all, and those of Central Asian names.

    Args:
        folder: the data.
        without: tokens with one of these forms, case folded, are left out.
    """
    tokens = [
        token.forms
        for token in data.tokens(folder / "tokens.jsonl")
        if not any(form.casefold() in without for _, form in token.forms)
    ]
    own = [forms for forms in tokens if any(language in CENTRAL_ASIAN for language, _ in forms)]
    people = data.forms_of(folder / "persons.jsonl", test=False)
    all_people = [forms for _, _, forms in people]
    central = [forms for _, source, forms in people if source != "WORLD"]
    return (
        together(
            _combined(tokens, MOST_OF_TOKEN, 3.0, 1), _combined(all_people, MOST_OF_PERSON, float(MOST_OF_PERSON), 2)
        ),
        together(_combined(own, MOST_OF_TOKEN, 3.0, 3), _combined(central, MOST_OF_PERSON, float(MOST_OF_PERSON), 4)),
    )


def labelled(asked: Asked, folder: Path) -> Labelled:
    """Describe every pair of persons and places.

    Weights undo what the split does: of the pairs of one person it keeps seven (or three) in ten, of pairs of two
    persons 49 (or 9) in a hundred.
    """
    both = [data.pairs(folder / name) for name in ("person_pairs.tsv", "place_pairs.tsv")]
    a, b = [text for one in both for text in one.a], [text for one in both for text in one.b]
    label = np.array([number for one in both for number in one.label])
    part = np.array([number for one in both for number in one.part])
    sets = np.array([name for one in both for name in one.set])
    languages = [pair for one in both for pair in one.languages]
    share = np.where(part == data.TEST, 0.3, 0.7)
    weight = np.where(label == 1, 1 / share, 1 / share**2) * np.where(np.char.startswith(sets, PLACES), PLACE_WEIGHT, 1)
    return Labelled(
        features=asked.features(asked.prepared(a), asked.prepared(b)),
        label=label,
        weight=weight,
        set=sets,
        kind=np.array([name for one in both for name in one.kind]),
        part=part,
        family=np.array(["~".join(sorted(FAMILIES.get(name, "Cyrl") for name in pair)) for pair in languages]),
        fold=np.array([data.fold_of(*pair) for one in both for pair in zip(one.first, one.second, strict=True)]),
        a=a,
        b=b,
    )

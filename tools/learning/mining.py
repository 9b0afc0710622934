"""Make more pairs out of the people who are fitted: all their spellings, and others who share a part with them.

Names that share a part are what a search returns and what a list of one village is full of, so that trees must see
many of them: of other people, and of the list of distractors.
"""

import itertools
import random
from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from tools.learning import data
from tools.learning.described import FEATURES
from tools.learning.names import NAME, Asked
from tools.learning.varying import varied

__all__ = ["Mined", "mined"]

SPELLINGS, SPELLINGS_OF_WORLD = 12, 6
OTHERS, PEOPLE_PER_PART, DISTRACTORS_PER_PART = 10, 4, 3
SEARCHED, FOUND = 400, 3  # of so many distractors drawn for a person, the nearest few
SIBLINGS = 2  # pairs of a son and a daughter of one father, per person
DAUGHTERS = {
    "ұлы": "қызы",
    "ۇلى": "قىزى",
    "uly": "qyzy",
    "uli": "qizi",
    "ulu": "kyzy",
    "ович": "овна",
    "евич": "евна",
    "ovich": "ovna",
    "evich": "evna",
}
"""Endings of a son's patronymic, and the daughter's that takes its place."""

NEAR = FEATURES.index("near")
WEIGHT = 0.5  # a pair made here counts half of a pair found


@dataclass(frozen=True, slots=True, kw_only=True)
class Mined:
    """Pairs that were made: features, whether one person's, how much each counts, its fold."""

    features: NDArray[np.float32]
    label: NDArray[np.int64]
    weight: NDArray[np.float64]
    fold: NDArray[np.int64]


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """Names prepared, and which of them have a part with the same bones."""

    names: NDArray[np.void]
    bones: list[list[int]]
    sharing: dict[int, list[int]]

    @classmethod
    def of(cls, asked: Asked, texts: list[str]) -> "Listing":
        """Prepare a list of names."""
        names = asked.prepared(texts)
        rows = [
            sorted(set(row[:count].tolist())) for row, count in zip(asked.bones(names), names["count"], strict=True)
        ]
        sharing: dict[int, list[int]] = defaultdict(list)
        for place, row in enumerate(rows):
            for bone in row:
                sharing[bone].append(place)
        return cls(names=names, bones=rows, sharing=sharing)

    def some(self, bones: list[int], most: int, draw: random.Random) -> list[int]:
        """Draw names that share a part."""
        found = [self.sharing.get(bone, []) for bone in bones]
        return [place for places in found for place in draw.sample(places, min(most, len(places)))]


@dataclass(frozen=True, slots=True)
class Made:
    """Pairs so far."""

    a: list[np.void] = field(default_factory=list)
    b: list[np.void] = field(default_factory=list)
    label: list[int] = field(default_factory=list)
    fold: list[int] = field(default_factory=list)

    def add(self, one: np.void, other: np.void, label: int, fold: int) -> None:
        """Take a pair in."""
        self.a.append(one)
        self.b.append(other)
        self.label.append(label)
        self.fold.append(fold)


def mined(asked: Asked, folder: Path, *, seed: int) -> Mined:
    """Make pairs of the people who are not set aside."""
    draw = random.Random(seed)  # noqa: S311 - a sample of pairs, no secret
    people = data.forms_of(folder / "persons.jsonl", test=False)
    owner = [place for place, (_, _, forms) in enumerate(people) for _ in forms]
    spelled = Listing.of(asked, [form for _, _, forms in people for _, form in forms])
    others = Listing.of(asked, data.listed(folder / "distractors.tsv", "name"))
    own: list[list[int]] = [[] for _ in people]
    for place, person in enumerate(owner):
        own[person].append(place)
    made = Made()
    for person, (name, source, forms) in enumerate(people):
        fold = data.fold_of(name, name)
        most = SPELLINGS_OF_WORLD if source == "WORLD" else SPELLINGS
        _add_spellings(made, spelled, own[person], most, fold, draw)
        rivals = _rivals(spelled, others, owner, own, person, draw)
        _add_varied(asked, made, varied(forms, draw), fold)
        _add_siblings(asked, made, [form for _, form in forms], fold, draw)
        rivals = rivals[:OTHERS] + _nearest(asked, spelled.names[draw.choice(own[person])], others.names, draw)
        for rival in rivals:
            made.add(spelled.names[draw.choice(own[person])], rival, 0, fold)
    return Mined(
        features=asked.features(np.array(made.a, NAME), np.array(made.b, NAME)),
        label=np.array(made.label),
        weight=np.full(len(made.label), WEIGHT),
        fold=np.array(made.fold),
    )


def _add_spellings(made: Made, spelled: Listing, own: list[int], most: int, fold: int, draw: random.Random) -> None:
    pairs = list(itertools.combinations(own, 2))
    draw.shuffle(pairs)
    for one, other in pairs[:most]:
        made.add(spelled.names[one], spelled.names[other], 1, fold)


def _add_varied(asked: Asked, made: Made, pairs: list[tuple[str, str, int]], fold: int) -> None:
    for a, b, label in pairs:
        one, other = asked.prepared([a, b])
        made.add(one, other, label, fold)


def _add_siblings(asked: Asked, made: Made, forms: list[str], fold: int, draw: random.Random) -> None:
    """Set a son against a daughter of the same name and father: the lists have none, and they are two people."""
    sons = [form for form in forms if form.endswith(tuple(DAUGHTERS))]
    for _ in range(min(SIBLINGS, len(sons))):
        texts = [draw.choice(sons), _daughter(draw.choice(sons))]
        one, other = asked.prepared(texts)
        made.add(one, other, 0, fold)


def _daughter(son: str) -> str:
    ending = next(ending for ending in DAUGHTERS if son.endswith(ending))
    return son.removesuffix(ending) + DAUGHTERS[ending]


def _rivals(
    spelled: Listing, others: Listing, owner: list[int], own: list[list[int]], person: int, draw: random.Random
) -> list[np.void]:
    """Find names of others that share a part with this person, spelled in whatever way."""
    bones = [bone for place in own[person] for bone in spelled.bones[place]]
    near = sorted({owner[place] for place in spelled.some(bones, PEOPLE_PER_PART, draw)} - {person})
    found = [spelled.names[draw.choice(own[one])] for one in near]
    found += [others.names[place] for place in sorted(set(others.some(bones, DISTRACTORS_PER_PART, draw)))]
    draw.shuffle(found)
    return found


def _nearest(asked: Asked, name: np.void, others: NDArray[np.void], draw: random.Random) -> list[np.void]:
    """Find what a search would confuse with a name: of distractors drawn from all, in any script, the nearest."""
    drawn = others[draw.sample(range(len(others)), SEARCHED)]
    near = asked.features(np.repeat(np.array([name], NAME), SEARCHED), drawn)[:, NEAR]
    return list(drawn[np.argsort(-near, kind="stable")[:FOUND]])

"""Learn what comparing names needs and write model.bin: `python -m tools.learn_names --data ../shared/eval/names`.

Everything is learned from the people who are not set aside (data.is_test), with fixed seeds; the figures in
names/model.json are of those who are. `--tables-only` packs the readable tables anew and keeps what was learned;
`--measure` learns nothing and prints the figures of the model that is there.
"""

import argparse
import json
import re
import sys
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path

import lightgbm
import numpy as np
from numpy.typing import NDArray

from kualik.engine.names.model import MODEL, open_model
from kualik.engine.names.packing import write_sections
from kualik.engine.names.tables import table_sections
from tools.learning import boosting, costs, data, measuring
from tools.learning.described import FEATURES, MONOTONE
from tools.learning.material import Labelled, Spellings, labelled, spellings
from tools.learning.mining import Mined, mined
from tools.learning.names import opened, untrained
from tools.learning.nearness import near_section
from tools.learning.rarity import rarity

__all__ = ["learned", "main"]

ROUNDS = 6
LEAST_NEAR = (0.0, 0.1, 0.2, 0.25, 0.3, 0.3)
"""Spellings less near than this teach nothing in that round: the dictionary translates as well as transliterates."""

STRENGTH, STRENGTH_CLOSE = 6.0, 20.0
FOLDS = 4
SEED = 7
TILT, NEAREST = 0.1, 2.0  # as in core/score.c
SETTINGS = {
    "rounds": 160,
    "num_leaves": 12,
    "learning_rate": 0.1,
    "min_data_in_leaf": 40,
    "feature_fraction": 0.6,
    "bagging_fraction": 0.8,
    "bagging_freq": 1,
    "lambda_l2": 5.0,
}
CARD = MODEL.with_suffix(".json")
FILES = ("person_pairs.tsv", "place_pairs.tsv", "persons.jsonl", "tokens.jsonl", "distractors.tsv")

LICENCE = "AGPL-3.0-or-later, as Kuälik"
SOURCES = (
    "OpenSanctions rigour (MIT), labels from Wikidata (CC0), everypolitician, parliaments' lists, apertium's"
    " dictionaries of names (GPL-3.0; all composed names); sums were learned from them, no entry of theirs is in it"
)


def learn_costs(tables: Mapping[str, bytes], every: Spellings, central: Spellings) -> dict[str, bytes]:
    """Align what is said to be one name, count what met what, and again with the costs that follow."""
    asked = opened(tables)
    trained = [
        (asked.prepared(one.a), asked.prepared(one.b), np.array(one.weight, np.float64)) for one in (every, central)
    ]
    cost = costs.first_costs()
    for least in LEAST_NEAR[:ROUNDS]:
        asked = opened({**tables, **untrained(), **costs.sections(cost, cost)})
        counts = costs.counted(asked, *trained[0], least)
        cost = costs.updated(counts, strength=STRENGTH)
    closer = costs.counted(asked, *trained[1], LEAST_NEAR[-1])
    return costs.sections(cost, costs.updated(closer, strength=STRENGTH_CLOSE, wider=counts))


def learn_trees(rows: Labelled, more: Mined) -> dict[str, bytes]:
    """Fit trees to the fitted part, and the curve to sums that each fold's trees have not seen."""
    fit = rows.part == data.FITTED
    unseen = np.zeros(len(rows.label))
    for fold in range(FOLDS):
        trees = boosting.forest_of(_boosted(rows, fit & (rows.fold != fold), more, more.fold != fold))
        there = fit & (rows.fold == fold)
        unseen[there] = boosting.sums(trees, rows.features[there]) + _tilt(rows.features[there])
    whole = boosting.forest_of(_boosted(rows, fit, more, np.ones(len(more.fold), bool)))
    return boosting.sections(whole, boosting.curve(unseen[fit], rows.label[fit], rows.weight[fit]))


def _tilt(features: NDArray[np.float32]) -> NDArray[np.float64]:
    """Add what score.c adds to the trees' sum."""
    return TILT * np.clip(features[:, FEATURES.index("near")].astype(np.float64), -NEAREST, NEAREST)


def _boosted(rows: Labelled, which: NDArray[np.bool_], more: Mined, which_more: NDArray[np.bool_]) -> lightgbm.Booster:
    return boosting.fitted(
        np.vstack([rows.features[which], more.features[which_more]]),
        np.append(rows.label[which], more.label[which_more]),
        np.append(rows.weight[which], more.weight[which_more]),
        monotone=MONOTONE,
        settings=SETTINGS,
    )


def learned(folder: Path, *, without: frozenset[str] = frozenset()) -> dict[str, bytes]:
    """Learn every section of the model."""
    sections = {**table_sections(), **untrained()}
    sections |= learn_costs(sections, *spellings(folder, without=without))
    sections["m.rarity"] = rarity(opened(sections), data.listed(folder / "distractors.tsv", "name"))
    asked = opened(sections)
    return sections | learn_trees(labelled(asked, folder), mined(asked, folder, seed=SEED))


def main() -> int:
    """Do what the command line asks."""
    asked = _arguments()
    if asked.tables_only:
        kept = {name: bytes(held) for name, held in open_model(MODEL).sections.items() if name.startswith("m.")}
        write_sections(MODEL, table_sections() | kept | {"i.near": near_section(kept)})
        return 0
    if asked.without_tested:
        found = figures_of(asked.data, learned(asked.data, without=_words_of_tested(asked.data)))
        sys.stdout.write(json.dumps(found, indent=2) + "\n")
        return 0
    if not asked.measure:
        sections = learned(asked.data)
        write_sections(MODEL, sections | {"i.near": near_section(sections)})
    figures = figures_of(asked.data, {name: bytes(held) for name, held in open_model(MODEL).sections.items()})
    sys.stdout.write(json.dumps(figures, indent=2) + "\n")
    if not asked.measure:
        CARD.write_text(json.dumps(_card(asked.data, figures), indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
    return 0


def _words_of_tested(folder: Path) -> frozenset[str]:
    """Give every word of the names of people who are set aside."""
    tested = data.forms_of(folder / "persons.jsonl", test=True)
    return frozenset(word.casefold() for _, _, forms in tested for _, form in forms for word in re.split(r"\W+", form))


def figures_of(folder: Path, sections: Mapping[str, bytes]) -> dict[str, object]:
    """Measure a model on the people set aside."""
    model = opened(sections)
    rows = labelled(model, folder)
    scores = model.scores(model.prepared(rows.a), model.prepared(rows.b))
    return measuring.figures(rows, scores)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--data", type=Path, default=Path("../shared/eval/names"), help="folder of the data")
    parser.add_argument(
        "--without-tested", action="store_true", help="leave tokens of those set aside out; write nothing"
    )
    parser.add_argument("--tables-only", action="store_true", help="pack the tables anew, keep what was learned")
    parser.add_argument("--measure", action="store_true", help="print the figures of the model that is there")
    return parser.parse_args()


def _card(folder: Path, figures: dict[str, object]) -> dict[str, object]:
    return {
        "what": "sums over public names: costs of sounds, rarity of hashed skeletons, trees; no list of people",
        "licence": LICENCE,
        "sources": SOURCES,
        "data": {name: sha256((folder / name).read_bytes()).hexdigest() for name in FILES},
        "split": "set aside: sha256(id)[:8] modulo 10 < 3; learned from pairs of which neither person is set aside",
        "share of matches": figures["share of matches"],
        "features": len(FEATURES),
        "settings": SETTINGS,
        "figures on the people set aside": figures,
    }


if __name__ == "__main__":
    sys.exit(main())

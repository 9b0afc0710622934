"""Train the tagger of Kazakh names: `python -m tools.learn_kazakh_tagger FILE` (KazNERD, IOB2; about three minutes).

FILE has a word and its label on each line and an empty line after each sentence. A fifth of the sentences, by a hash
of their words, is set aside; the figures in `tagger.json` are those of a model that never saw them. The model that
ships has the same settings and is trained on all.
"""

import argparse
import json
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from hashlib import sha256
from pathlib import Path

from pycrfsuite import Tagger, Trainer

from kualik.engine.extracting.kazakh import tagger as shipped
from kualik.engine.extracting.kazakh.features import features
from tools.steps import say

__all__ = ["main", "score", "sentences", "set_aside"]

SETTINGS = {"c1": 0.1, "c2": 0.01, "max_iterations": 120}
PARTS, ASIDE = 10, 2
SOURCE = "KazNERD (Yeshpanov, Khassanov, Varol, LREC 2022; IS2AI), CC BY 4.0; no sentence of it is in the model"
Sentence = Sequence[tuple[str, str]]


def sentences(lines: Sequence[str]) -> Iterator[list[tuple[str, str]]]:
    """Read sentences of (word, label)."""
    sentence: list[tuple[str, str]] = []
    for line in (*lines, ""):
        if line.strip():
            word, label = line.rsplit(" ", 1)
            sentence.append((word, label))
        elif sentence:
            yield sentence
            sentence = []


def set_aside(sentence: Sentence) -> bool:
    """Say whether a sentence belongs to the part that fitting never sees."""
    words = " ".join(word for word, _ in sentence)
    return int(sha256(words.encode()).hexdigest()[:8], 16) % PARTS < ASIDE


def score(gold: Sequence[Sequence[str]], found: Sequence[Sequence[str]]) -> dict[str, float]:
    """Score labels by exact names: F1 of each class and of all.

    Args:
        gold: labels of each sentence, as annotated.
        found: labels of each sentence, as tagged.

    Returns:
        Class, or "all", to F1 from 0 to 1.
    """
    right, predicted, actual = Counter[str](), Counter[str](), Counter[str]()
    for one, other in zip(gold, found, strict=True):
        named, tagged = set(shipped.named_in(one)), set(shipped.named_in(other))
        for counter, names in ((right, named & tagged), (predicted, tagged), (actual, named)):
            counter.update(name.label for name in names)
            counter.update({"all": len(names)})
    return {label: 2 * right[label] / (predicted[label] + actual[label]) for label in sorted(actual)}


def train(data: Sequence[Sentence], path: Path) -> None:
    """Train a model and write it to a file."""
    trainer = Trainer(verbose=False)
    for sentence in data:
        trainer.append(features([word for word, _ in sentence]), [label for _, label in sentence])
    trainer.set_params({**SETTINGS, "feature.possible_transitions": False})
    trainer.train(str(path))


def _measure(data: Sequence[Sentence]) -> dict[str, float]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / shipped.MODEL
        train([one for one in data if not set_aside(one)], path)
        tagger = Tagger()
        tagger.open(str(path))
        aside = [one for one in data if set_aside(one)]
        found = [tagger.tag(features([word for word, _ in one])) for one in aside]
        return score([[label for _, label in one] for one in aside], found)


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure on sentences set aside, then train on all and write the model and its card."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", type=Path, help="KazNERD's IOB2_valid.txt, or its training part")
    file = parser.parse_args(arguments).file
    data = list(sentences(file.read_text(encoding="utf-8").splitlines()))
    say(f"{len(data)} sentences; a fifth is set aside")
    figures = _measure(data)
    folder = Path(shipped.__file__).parent
    train(data, folder / shipped.MODEL)
    card = {
        "what": "a conditional random field over forms, endings and neighbours of Kazakh words",
        "source": SOURCE,
        "data": {file.name: sha256(file.read_bytes()).hexdigest()},
        "settings": SETTINGS,
        "F1 on a fifth set aside": {label: round(value, 3) for label, value in figures.items()},
    }
    (folder / "tagger.json").write_text(json.dumps(card, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    say(f"F1 of all names {figures['all']:.3f}, of persons {figures['PERSON']:.3f}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())

"""Names in Kazakh text by a conditional random field, as a second opinion beside the rules.

`python -m tools.learn_kazakh_tagger FILE` made `tagger.crfsuite` from KazNERD; none of its sentences is in it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import as_file, files
from typing import TYPE_CHECKING

from kualik.engine.extracting.kazakh.features import features

if TYPE_CHECKING:
    from pycrfsuite import Tagger

__all__ = ["MODEL", "Named", "find_named", "named_in"]

MODEL = "tagger.crfsuite"
LONGEST = 400  # words tagged at once; what is longer is no sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """Words [first, last) that name something; `label` is of KazNERD's classes, such as PERSON or GPE."""

    first: int
    last: int
    label: str


@cache
def _tagger() -> "Tagger":
    from pycrfsuite import Tagger  # noqa: PLC0415 - only a Kazakh text needs it

    tagger = Tagger()
    with as_file(files(__package__).joinpath(MODEL)) as path:
        tagger.open(str(path))
    return tagger


def find_named(words: Sequence[str]) -> list[Named]:
    """Find what is named in a sentence.

    Args:
        words: words and marks of one sentence in order, Cyrillic.

    Returns:
        Names in order, not overlapping.

    Source:
        KazNERD (Yeshpanov, Khassanov, Varol, LREC 2022), CC BY 4.0; Lafferty, McCallum, Pereira 2001.
    """
    found: list[Named] = []
    for first in range(0, len(words), LONGEST):
        some = words[first : first + LONGEST]
        labels = _tagger().tag(features(some)) if some else []
        found += (Named(first=first + one.first, last=first + one.last, label=one.label) for one in named_in(labels))
    return found


def named_in(labels: Sequence[str]) -> list[Named]:
    """Read names off labels of the form B-PERSON, I-PERSON, O.

    Args:
        labels: one for each word.

    Returns:
        Names in order; one that begins with I- is taken as begun.
    """
    found: list[Named] = []
    for place, label in enumerate(labels):
        kind = label[2:]
        if not kind:
            continue
        if label.startswith("I-") and found and found[-1].last == place and found[-1].label == kind:
            found[-1] = Named(first=found[-1].first, last=place + 1, label=kind)
        else:
            found.append(Named(first=place, last=place + 1, label=kind))
    return found

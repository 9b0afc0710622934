"""From accepted claims to findings: per property the values, who supports and who denies each, how well it stands."""

from kualik.engine.weighing.completeness import CONSENT, SEARCH, Assessment, Item, Progress, assess
from kualik.engine.weighing.testimony import (
    FIRST_HAND,
    OFFICIAL_RECORD,
    Denial,
    Finding,
    Grade,
    Testimony,
    Weighed,
    Witness,
)
from kualik.engine.weighing.weighing import weigh

__all__ = [
    "CONSENT",
    "FIRST_HAND",
    "OFFICIAL_RECORD",
    "SEARCH",
    "Assessment",
    "Denial",
    "Finding",
    "Grade",
    "Item",
    "Progress",
    "Testimony",
    "Weighed",
    "Witness",
    "assess",
    "weigh",
]

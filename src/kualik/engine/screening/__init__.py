"""What may be shown, to whom, and at what risk."""

from kualik.engine.screening.leaks import Leak, risks
from kualik.engine.screening.masking import MASK, mask_numbers, quarter
from kualik.engine.screening.screening import (
    NAMES_OTHERS,
    SOURCES,
    Consent,
    Screened,
    Shown,
    UnknownSource,
    Value,
    Withheld,
    screen,
)
from kualik.engine.screening.small_counts import hide_small_counts

__all__ = [
    "MASK",
    "NAMES_OTHERS",
    "SOURCES",
    "Consent",
    "Leak",
    "Screened",
    "Shown",
    "UnknownSource",
    "Value",
    "Withheld",
    "hide_small_counts",
    "mask_numbers",
    "quarter",
    "risks",
    "screen",
]

"""From overlapping lists to how many, with what it assumes and when it cannot be said.

What is offered is loaded when it is asked for: numerical libraries take a second, and most pages need none of it.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kualik.engine.counting.combined import count_replicates, count_strata
    from kualik.engine.counting.drawing import draw
    from kualik.engine.counting.fitting import Settings, Watch
    from kualik.engine.counting.html_form import as_html
    from kualik.engine.counting.json_form import as_json
    from kualik.engine.counting.keeping import DamagedRecord, pack, unpack
    from kualik.engine.counting.latent_classes import Interrupted, MixtureOptions, OtherState
    from kualik.engine.counting.lower_bound import chao
    from kualik.engine.counting.phrases import Phrase, phrase
    from kualik.engine.counting.premises import Claimed, Question, WithoutPremises
    from kualik.engine.counting.priors import BadOptions, Options
    from kualik.engine.counting.report import Report, count_people
    from kualik.engine.counting.table import BadTable, Table, UnfitTable, read_strata, read_table
    from kualik.engine.counting.telling import blocks, first_words, headline
    from kualik.engine.counting.two_lists import Estimate, ImpossibleCounts, TooLittleOverlap, chapman
    from kualik.engine.counting.words import in_words

__all__ = [
    "BadOptions",
    "BadTable",
    "Claimed",
    "DamagedRecord",
    "Estimate",
    "ImpossibleCounts",
    "Interrupted",
    "MixtureOptions",
    "Options",
    "OtherState",
    "Phrase",
    "Question",
    "Report",
    "Settings",
    "Table",
    "TooLittleOverlap",
    "UnfitTable",
    "Watch",
    "WithoutPremises",
    "as_html",
    "as_json",
    "blocks",
    "chao",
    "chapman",
    "count_people",
    "count_replicates",
    "count_strata",
    "draw",
    "first_words",
    "headline",
    "in_words",
    "pack",
    "phrase",
    "read_strata",
    "read_table",
    "unpack",
]

MODULES = {
    "combined": ("count_replicates", "count_strata"),
    "drawing": ("draw",),
    "fitting": ("Settings", "Watch"),
    "html_form": ("as_html",),
    "json_form": ("as_json",),
    "keeping": ("DamagedRecord", "pack", "unpack"),
    "latent_classes": ("Interrupted", "MixtureOptions", "OtherState"),
    "lower_bound": ("chao",),
    "phrases": ("Phrase", "phrase"),
    "premises": ("Claimed", "Question", "WithoutPremises"),
    "priors": ("BadOptions", "Options"),
    "report": ("Report", "count_people"),
    "table": ("BadTable", "Table", "UnfitTable", "read_strata", "read_table"),
    "telling": ("blocks", "first_words", "headline"),
    "two_lists": ("Estimate", "ImpossibleCounts", "TooLittleOverlap", "chapman"),
    "words": ("in_words",),
}
WHERE = {name: module for module, names in MODULES.items() for name in names}


def __getattr__(name: str) -> object:
    """Load the module that holds a name."""
    if name not in WHERE:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{WHERE[name]}"), name)

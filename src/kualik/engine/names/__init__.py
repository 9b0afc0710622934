"""Names across scripts: what a name's parts are, how near two names are, an index of names."""

from kualik.engine.names.blocking import keys
from kualik.engine.names.comparing import Comparison, Reason, compare, compare_all
from kualik.engine.names.index import Hit, NameIndex, NotAnIndex
from kualik.engine.names.scripts import script
from kualik.engine.names.splitting import Part, parts, words
from kualik.engine.names.transliterating import UnknownTarget, transliterate

__all__ = [
    "Comparison",
    "Hit",
    "NameIndex",
    "NotAnIndex",
    "Part",
    "Reason",
    "UnknownTarget",
    "compare",
    "compare_all",
    "keys",
    "parts",
    "script",
    "transliterate",
    "words",
]

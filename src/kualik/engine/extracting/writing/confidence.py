"""How often each rule was right on text that was not used to build it."""

from functools import cache
from importlib.resources import files

__all__ = ["confidence", "table"]

UNKNOWN, DOUBTFUL = 0.6, 0.4  # of a rule that was seen too seldom to say


@cache
def table() -> dict[str, float]:
    """Read the shares: language and rule, such as "english:say.according-to", to a share from 0 to 1.

    Returns:
        The table; `tools/calibrate_reading.py` wrote it, with the number of cases beside each share.
    """
    lines = files(__package__).joinpath("confidence.tsv").read_text(encoding="utf-8").splitlines()
    rows = (line.split("\t") for line in lines[1:] if line and not line.startswith("#"))
    return {f"{row[0]}:{row[1]}": float(row[2]) for row in rows}


def confidence(method: str, rule: str, *, doubtful: bool = False) -> float:
    """Say how sure a claim of a rule is.

    Args:
        method: the reader, such as "english-rules/2".
        rule: the rule's id.
        doubtful: the reader itself saw something that speaks against it.

    Returns:
        The share of the rule's claims that were right where that was counted, else a low guess.
    """
    share = table().get(f"{method.split('-', maxsplit=1)[0]}:{rule}", UNKNOWN)
    return min(share, DOUBTFUL) if doubtful else share

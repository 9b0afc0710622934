"""How often each rule was right on text that was not used to build it."""

from collections.abc import Mapping
from functools import cache

from kualik.engine.facts.tables import Tables

__all__ = ["ALL", "DOUBT", "DOUBTFUL", "UNKNOWN", "confidence", "expected", "table"]

UNKNOWN, DOUBTFUL = 0.6, 0.4  # where nothing was counted: of a rule, and of one that doubts what it saw
ALL, DOUBT = "*", "?"  # in the table: any language, rule or property; claims of any rule that doubted them itself
Key = tuple[str, str, str]


@cache
def table() -> Mapping[Key, float]:
    """Read the shares.

    Returns:
        (language, rule, property), such as ("english", "say.according-to", "content"), to a share from 0 to 1.
        `tools/calibrate_reading.py` wrote it, with the number of cases beside each share.
    """
    rows = Tables("kualik.engine.extracting.writing", folder=".").rows("confidence")
    return {(row[0], row[1], row[2]): float(row[3]) for row in rows}


def confidence(method: str, rule: str, *, property_: str = ALL, doubtful: bool = False) -> float:
    """Say how sure a claim of a rule is.

    Args:
        method: the reader, such as "english-rules/2".
        rule: the rule's id.
        property_: what the claim is about: a rule may see whom better than since when.
        doubtful: the reader itself saw something that speaks against it.

    Returns:
        The share of such claims that were right where that was counted, else a low guess.
    """
    return expected(table(), method.split("-", maxsplit=1)[0], rule, property_, doubtful=doubtful)


def expected(shares: Mapping[Key, float], language: str, rule: str, property_: str, *, doubtful: bool) -> float:
    """Find what share of claims will be right, in the narrowest class that was counted.

    Args:
        shares: the table.
        language: the reader's, such as "english".
        rule: the rule's id.
        property_: what the claim is about.
        doubtful: the reader itself doubted it.

    Returns:
        A share from 0 to 1.
    """
    wide = [(known, ALL, told) for told in (property_, ALL) for known in (language, ALL)]
    classes = ((language, rule, property_), *wide)
    share = next((shares[one] for one in classes if one in shares), UNKNOWN)
    if not doubtful:
        return share
    counted = next((shares[one] for one in ((language, DOUBT, ALL), (ALL, DOUBT, ALL)) if one in shares), DOUBTFUL)
    return min(share, counted)

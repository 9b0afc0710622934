"""Words of arrest, sentence, custody and release, and what kinds of place somebody is held in."""

import re
from collections.abc import Mapping
from functools import cache

from kualik.engine.extracting.english.cues import table

__all__ = ["BARRED", "adjectives", "state_of_place", "verbs", "words"]

BARRED = "barred from leaving"


@cache
def words(kind: str) -> frozenset[str]:
    """Read the words of one kind, in dictionary form.

    Args:
        kind: a kind of lexicon/custody_words.tsv.

    Returns:
        Its words.
    """
    return frozenset(row["word"] for row in table("custody_words") if row["kind"] == kind)


@cache
def verbs() -> Mapping[str, tuple[str, str, str]]:
    """Read the verbs that tell of custody by themselves.

    Returns:
        Dictionary form to frame, kind and plain state, as lexicon/custody.tsv explains them.
    """
    return {row["word"]: (row["frame"], row["kind"], row["state"]) for row in table("custody")}


@cache
def adjectives() -> Mapping[str, tuple[str, str]]:
    """Read the adjectives that tell of custody.

    Returns:
        Form to kind and state.
    """
    return {row["word"]: (row["kind"], row["state"]) for row in table("custody_adjectives")}


@cache
def _places() -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((re.compile(row["pattern"], re.IGNORECASE), row["state"]) for row in table("holding_places"))


def state_of_place(said: str) -> str | None:
    """Tell the state that a place or arrangement means: "a prison in Tekes", "under house arrest".

    Args:
        said: the words after the verb.

    Returns:
        A state of the guide's list, or None where no place of holding is said.
    """
    return next((state for pattern, state in _places() if pattern.search(said)), None)

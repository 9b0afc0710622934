"""Which of a document's names are one person's: a part of a full name, initials and a surname."""

from collections import defaultdict
from collections.abc import Iterable

__all__ = ["fullest"]

CROWD = 50  # people of one name; with more of them a name alone says nothing


def fullest(names: Iterable[str]) -> dict[str, str]:
    """Find the fullest name for every form of it.

    Args:
        names: in the nominative; time grows with their number, not with its square.

    Returns:
        Name to the one longer name that holds all its words, or to itself where there is none or more than one.
    """
    holding: dict[str, list[str]] = defaultdict(list)
    found: dict[str, str] = {}
    for name in sorted(set(names), key=lambda one: (-len(one.split()), "." in one, one)):
        words = _words(name)
        rarest = min((holding[word] for word in words if len(word) > 2), key=len, default=[])
        owners = {full for full in rarest[:CROWD] if _holds(full, words)}
        found[name] = owners.pop() if len(owners) == 1 else name
        if found[name] == name:
            for word in words:
                holding[word].append(name)
    return found


def _words(name: str) -> list[str]:
    return name.replace(".", ". ").split()


def _holds(full: str, words: list[str]) -> bool:
    """Say whether a full name holds the words of another one; an initial stands for a word that it begins."""
    left = _words(full)
    for word in sorted(words, key=len, reverse=True):
        match = next((one for one in left if one == word or (word.endswith(".") and one.startswith(word[:-1]))), None)
        if match is None:
            return False
        left.remove(match)
    return True

"""Surnames in the plural, which several people share: "Фархад и Рустам Каримовы"."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from kualik.engine.extracting.russian.tokens import Page

__all__ = ["Name", "share_surnames"]

PLURALS = ("овы", "евы", "ёвы", "ины", "ыны", "овых", "евых", "ёвых", "иных", "ыных", "овым", "евым", "иным")
FAMILY = frozenset(
    {"братья", "братьев", "братьям", "братьями", "сестры", "сёстры", "сестер", "сестёр", "супруги", "супругов"}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """A person's name at tokens *first* to *last* (not included), settled: nominative, case, gender ("" unknown)."""

    first: int
    last: int
    nominative: str
    case: str
    gender: str
    words: tuple[str, ...]


def share_surnames(page: Page, names: Sequence[Name]) -> list[Name]:
    """Give everybody their own form of a surname in the plural.

    Args:
        page: the text.
        names: the names in it, in order.

    Returns:
        The same names; those joined by "и" before a plural surname bear it in the singular.
    """
    shared = list(names)
    for n, name in enumerate(names):
        surname = _singular(page.lower(name.last - 1), page.tokens[name.last - 1].text) if len(name.words) > 1 else ""
        if not surname:
            continue
        shared[n] = _bearing(name, name.words[:-1], surname)
        before = n - 1
        while before >= 0 and _joined(page, names[before], shared[before + 1]):
            shared[before] = _bearing(names[before], names[before].words, surname)
            before -= 1
    return shared


def _joined(page: Page, one: Name, other: Name) -> bool:
    return len(one.words) == 1 and other.first == one.last + 1 and page.lower(one.last) in {"и", ","}


def _singular(word: str, text: str) -> str:
    """Give the stem of a plural surname, with the text's capitals; nothing for another word."""
    ending = next((one for one in PLURALS if word.endswith(one) and len(word) > len(one) + 1), None)
    if ending is None or (ending.endswith("ым") and word.endswith("ским")):
        return ""
    return text[: len(word) - len(ending) + 2]


def _bearing(name: Name, given: tuple[str, ...], stem: str) -> Name:
    words = (*given, f"{stem}а" if name.gender == "femn" else stem)
    return replace(name, words=words, nominative=" ".join(words))

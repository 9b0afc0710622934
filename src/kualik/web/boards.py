"""The conflict board: each value of a property, who says so, who denies it, and why that makes so many witnesses."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from kualik.cases.findings.case import Known, Passage
from kualik.engine.weighing import Weighed, Witness

__all__ = ["Board", "Value", "best", "boards", "disputed_values"]

SHOWN = 8  # voices beside a value; the rest is one click away, among the passages


@dataclass(frozen=True, slots=True, kw_only=True)
class Value:
    """One value of a property with the passages for it and against it; `since` is the day of the first, EDTF."""

    weighed: Weighed
    supports: tuple[Passage, ...]
    denies: tuple[Passage, ...]
    retracted: tuple[Passage, ...]
    chosen: bool
    language: str
    since: str

    @property
    def shown(self) -> tuple[Passage, ...]:
        """The first who say so."""
        return self.supports[:SHOWN]

    @property
    def more(self) -> int:
        """How many more say so."""
        return max(0, len(self.supports) - SHOWN)

    @property
    def witnesses(self) -> tuple[Witness, ...]:
        """Whoever is said to know, the named ones first."""
        return tuple(sorted(self.weighed.witnesses, key=lambda one: (not one.named, -len(one.claims), one.name)))

    @property
    def leans(self) -> bool:
        """Whether the number of witnesses needs an explanation: several passages, and fewer witnesses than these."""
        return len(self.supports) > max(1, self.weighed.independent)

    @property
    def unattributed(self) -> int:
        """How many passages do not say who knows it."""
        told = {claim for one in self.weighed.witnesses for claim in one.claims}
        return len(set(self.weighed.supports) - told)


@dataclass(frozen=True, slots=True, kw_only=True)
class Board:
    """One property: its values side by side, and what is only proposed."""

    known: Known
    values: tuple[Value, ...]
    proposals: tuple[Passage, ...]

    @property
    def disputed(self) -> bool:
        """Whether the values contradict each other, or somebody denies one."""
        return bool(self.known.finding and self.known.finding.disputed)

    @property
    def anchor(self) -> str:
        """What the part of the page is called that shows it."""
        return f"board-{self.known.property.replace('.', '-')}"

    @property
    def shown(self) -> tuple[Passage, ...]:
        """The first of what is proposed."""
        return self.proposals[:SHOWN]

    @property
    def more(self) -> int:
        """How much more is proposed."""
        return max(0, len(self.proposals) - SHOWN)


def boards(known: Iterable[Known], passages: Iterable[Passage]) -> list[Board]:
    """Put passages beside the values that they speak for or against."""
    by_claim = {str(one.claim): one for one in passages}
    return [_board(one, by_claim) for one in known]


def _board(known: Known, by_claim: Mapping[str, Passage]) -> Board:
    chosen = known.choice.value if known.choice else None
    values = known.finding.values if known.finding else ()
    return Board(
        known=known,
        values=tuple(_value(one, by_claim, chosen) for one in values),
        proposals=known.proposals,
    )


def _value(weighed: Weighed, by_claim: Mapping[str, Passage], chosen: str | None) -> Value:
    supports = _passages(weighed.supports, by_claim)
    return Value(
        weighed=weighed,
        supports=supports,
        denies=_passages([one.claim for one in weighed.denies], by_claim),
        retracted=_passages(weighed.retracted, by_claim),
        chosen=weighed.value == chosen,
        language=next((one.language for one in supports), ""),
        since=min((one.published for one in supports if one.published), default=""),
    )


def _passages(claims: Sequence[str], by_claim: Mapping[str, Passage]) -> tuple[Passage, ...]:
    return tuple(by_claim[one] for one in claims if one in by_claim)


def best(known: Iterable[Known], name: str) -> Weighed | None:
    """Find the value of a property that stands best; None where nothing of it was accepted."""
    return next((one.finding.values[0] for one in known if _is(one, name) and one.finding and one.finding.values), None)


def _is(known: Known, name: str) -> bool:
    return known.property.rpartition(".")[2] == name


def disputed_values(known: Iterable[Known]) -> frozenset[tuple[str, str]]:
    """List the values that are disputed, each with its property ("Person.birthDate")."""
    return frozenset(
        (one.property, value.value) for one in known if one.finding for value in one.finding.values if value.disputed
    )

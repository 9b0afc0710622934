"""What is known of an event, in the order in which one asks: who, what for, how answered, what came of it."""

from collections.abc import Sequence
from dataclasses import dataclass

from kualik.cases.findings.case import Passage
from kualik.web.boards import Board

__all__ = ["Line", "Part", "Parts", "parts_of"]

WHO = ("actor", "crowd")
WANTED = ("demand", "target")
ANSWERED = ("response", "violence", "incident")
AFTER = ("outcome",)


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One value that is only proposed, and the passages that give it."""

    value: str
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One property: its board; where nothing of it is decided, the values that are proposed, side by side."""

    board: Board
    lines: tuple[Line, ...]

    @property
    def boards(self) -> tuple[Board, ...]:
        """The board alone, as the part of the page takes it that shows boards."""
        return (self.board,)


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """The properties of an event by what they answer; `rest` is all that is in no other part."""

    who: tuple[Part, ...]
    wanted: tuple[Part, ...]
    answered: tuple[Part, ...]
    after: tuple[Part, ...]
    rest: tuple[Part, ...]


def parts_of(boards: Sequence[Board]) -> Parts:
    """Sort the properties of an event."""
    placed = {*WHO, *WANTED, *ANSWERED, *AFTER}
    return Parts(
        who=_of(boards, WHO),
        wanted=_of(boards, WANTED),
        answered=_of(boards, ANSWERED),
        after=_of(boards, AFTER),
        rest=tuple(_part(one) for one in boards if _name(one) not in placed),
    )


def _of(boards: Sequence[Board], names: tuple[str, ...]) -> tuple[Part, ...]:
    return tuple(_part(one) for one in boards if _name(one) in names)


def _part(board: Board) -> Part:
    values = dict.fromkeys(one.value for one in board.proposals) if not board.values else {}
    lines = (
        Line(value=value, passages=tuple(one for one in board.proposals if one.value == value)) for value in values
    )
    return Part(board=board, lines=tuple(lines))


def _name(board: Board) -> str:
    return board.known.property.rpartition(".")[2]

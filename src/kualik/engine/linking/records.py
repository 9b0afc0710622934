"""What is compared, and what is proposed."""

from dataclasses import dataclass

__all__ = ["Proposal", "Record"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """One mention of somebody, or one row of a list.

    `names` are all spellings, none for somebody who is only described; `birth` is EDTF; `gender` "male",
    "female" or unknown; `kin` are the names of relatives; `document` is what the record was read from: a
    document tells its people apart by name.
    """

    id: str
    names: tuple[str, ...] = ()
    birth: str | None = None
    gender: str | None = None
    places: tuple[str, ...] = ()
    numbers: tuple[str, ...] = ()
    kin: tuple[str, ...] = ()
    document: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """Two records that may be of one human being: how likely (0 to 1), and why, for a person to judge."""

    left: str
    right: str
    probability: float
    why: tuple[str, ...]

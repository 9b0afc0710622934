"""Reports and questions as JSON-ready values that they can be made of again, whole, so that a run can be kept."""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from types import NoneType, UnionType
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

from kualik.engine.counting.phrases import Phrase
from kualik.engine.facts import EngineError

__all__ = ["DamagedRecord", "pack", "unpack"]

T = TypeVar("T")

WORDS = "said"  # marks a phrase among values that may also be plain words


class DamagedRecord(EngineError):
    """What was kept is not of this version."""

    def __init__(self, *, why: str) -> None:
        super().__init__(f"what was kept of a count cannot be read ({why}); count again")


def pack(value: object) -> dict[str, Any]:
    """Turn a report, or any dataclass of plain values, into values that JSON can hold.

    Args:
        value: what is to be kept.

    Returns:
        The values; `unpack` makes the same of them.
    """
    packed: dict[str, Any] = _packed(value)
    return packed


def unpack(kind: type[T], kept: Mapping[str, Any]) -> T:
    """Make again what was kept.

    Args:
        kind: its class.
        kept: values from `pack`, as JSON gave them back.

    Returns:
        It.

    Raises:
        DamagedRecord: something is missing, or of another version.
        WithoutPremises: a figure lacks its assumptions.
    """
    try:
        made: T = _unpacked(kind, kept)
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise DamagedRecord(why=f"{type(error).__name__}: {error}") from error
    return made


def _packed(value: Any) -> Any:
    if isinstance(value, Phrase):
        return {WORDS: value.text, "values": {name: _packed(one) for name, one in value.values.items()}}
    if is_dataclass(value):
        return {one.name: _packed(getattr(value, one.name)) for one in fields(value)}
    if isinstance(value, Mapping):
        return {name: _packed(one) for name, one in value.items()}
    return [_packed(one) for one in value] if isinstance(value, tuple) else value


def _unpacked(kind: Any, value: Any) -> Any:
    if isinstance(value, Mapping) and WORDS in value:
        return Phrase(text=value[WORDS], values={name: _unpacked(Any, one) for name, one in value["values"].items()})
    origin, inner = get_origin(kind), get_args(kind)
    if origin in {Union, UnionType}:
        return None if value is None else _unpacked(next(one for one in inner if one is not NoneType), value)
    if is_dataclass(kind):
        hints = get_type_hints(kind)
        return kind(**{one.name: _unpacked(hints[one.name], value[one.name]) for one in fields(kind)})  # type: ignore[operator]  # is_dataclass lets instances through; a hint is a class
    if origin is tuple:
        kinds = [inner[0]] * len(value) if inner[1:] == (Ellipsis,) else inner
        return tuple(_unpacked(one, it) for one, it in zip(kinds, value, strict=True))
    return {name: _unpacked(Any, one) for name, one in value.items()} if isinstance(value, Mapping) else value

"""What a query answers, as plain values that JSON can hold."""

import json
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from enum import Enum
from typing import Any
from uuid import UUID

from kualik.cases.findings.models import Choice
from kualik.cases.people.models import Judgement, Person

__all__ = ["as_json", "plain"]


def as_json(value: object) -> str:
    """Write what a query answers as one line of JSON."""
    return json.dumps(plain(value), ensure_ascii=False)


def plain(value: object) -> Any:
    """Turn what a query answers into dictionaries, lists and text."""
    if value is None or type(value) in {str, int, float, bool}:
        return value
    if is_dataclass(value) and not isinstance(value, type):
        return {field.name: plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, Mapping):
        return {str(key): plain(one) for key, one in value.items()}
    if isinstance(value, list | tuple | set | frozenset):
        return [plain(one) for one in value]
    return _single(value)


def _single(value: object) -> Any:
    if isinstance(value, Enum):
        return value.value
    return value.isoformat() if isinstance(value, datetime | date) else _kept(value)


def _kept(value: object) -> Any:
    """Name a row of the casebook by what people call it."""
    if isinstance(value, Person | UUID):
        return str(value)
    if isinstance(value, Choice):
        return {"value": value.value, "by": str(value.by), "at": value.at.isoformat(), "why": value.why}
    if isinstance(value, Judgement):
        undone = value.undone_at.isoformat() if value.undone_at else None
        told = {"id": str(value.pk), "verdict": value.verdict, "by": str(value.by), "at": value.at.isoformat()}
        return told | {"why": value.why, "undone_at": undone}
    raise TypeError(f"no plain form for {type(value).__name__}")

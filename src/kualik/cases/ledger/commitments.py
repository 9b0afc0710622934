"""Commitments: what an entry says of a row so that a later change of the row shows, without saying what is in it."""

import hmac
from collections.abc import Mapping
from functools import lru_cache
from hashlib import sha256
from pathlib import Path

from django.conf import settings

from kualik.casebook import folder
from kualik.cases.ledger.canonical import JSON, canonical

__all__ = ["commit"]

LENGTH = 32  # hex digits: 128 bits


def commit(content: Mapping[str, JSON]) -> str:
    """Commit to a row's content under the casebook's key: without it nobody can try what the content might be."""
    return hmac.new(_key(Path(settings.CASEBOOK)), canonical(content), sha256).hexdigest()[:LENGTH]


@lru_cache(maxsize=4)
def _key(casebook: Path) -> bytes:
    return folder.unlocked(casebook).derive("commitments")

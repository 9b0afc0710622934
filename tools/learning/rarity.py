"""Learn how rare the parts of names are, by the bones of their sounds."""

import numpy as np
from numpy.typing import NDArray

from kualik.engine.names.preparing import INITIAL, TITLE
from tools.learning.names import Asked

__all__ = ["rarity"]

PER_NAT, UNSEEN, PARTS = 8, 0.3, 8


def rarity(asked: Asked, names: list[str]) -> bytes:
    """Give per hash of bones the negative logarithm of its share among the parts of its script, 8 to the nat."""
    prepared = asked.prepared(names)
    bones, parts = asked.bones(prepared), prepared["parts"]
    there = (np.arange(PARTS) < prepared["count"][:, None]) & ((parts["flags"] & (TITLE | INITIAL)) == 0)
    count, of_script = np.zeros(65536), np.zeros(65536, np.int64)
    np.add.at(count, bones[there], 1)
    of_script[bones[there]] = parts["script"][there]
    total = np.bincount(parts["script"][there], minlength=5).astype(float)
    return _quantised((count + UNSEEN) / np.where(count > 0, total[of_script], total[1:].mean()))


def _quantised(share: NDArray[np.float64]) -> bytes:
    return np.clip(np.round(-PER_NAT * np.log(share)), 0, 255).astype(np.uint8).tobytes()

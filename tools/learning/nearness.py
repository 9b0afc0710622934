"""Section `i.near` of the model: how near spellings are looked for in an index of names, in small whole numbers.

The costs follow from those that comparing has learned (m.match, m.drop). The settings were chosen on the queries of
the people who are not set aside (docs/methods/names-search.md).
"""

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

__all__ = ["SETTINGS", "near_section"]

SETTINGS = {
    "longest": 120,
    "first": 40,
    "each": 8,
    "weight": 40,
    "bonus": 240,
    "joined": 0,
    "penalty": 8,
    "budget": 60_000,
    "most": 240,
    "few": 40,
    "good": 970,
}
"""What core/index.h says of each; costs in sixths of a nat."""

SPARE = 5
UNIT = 6  # to the nat
NAT = 64  # of the learned costs
SHARE = 0.2  # of what a symbol would have brought, that is lost when it is silent
LEAST_BROUGHT = 0.5  # nats
FAR, SILENT_FAR = 40.0, 6.0  # nats, of symbols that no phone has
SCRIPTS = (slice(1, 48), slice(48, 96), slice(96, 144), slice(144, 256))
PRECEDED = slice(0, 31)  # what may stand before a silent symbol, its twin left out


def near_section(sections: Mapping[str, bytes | memoryview]) -> bytes:
    """Derive the section from the learned ones."""
    match = np.frombuffer(sections["m.match"], "<i2").reshape(256, 256) / NAT
    drop = np.frombuffer(sections["m.drop"], "<i2").reshape(4, 3, 32, 256) / NAT
    cost, gap = np.full((256, 256), FAR), np.full((256, len(SCRIPTS)), SILENT_FAR)
    for own in SCRIPTS:
        for other, theirs in enumerate(SCRIPTS):
            block = match[own, theirs]
            most = np.maximum(block.max(axis=1), LEAST_BROUGHT)
            cost[own, theirs] = _lost(block, most, np.maximum(block.max(axis=0), LEAST_BROUGHT))
            gap[own, other] = SHARE * most - drop[other][:, PRECEDED, own].mean(axis=(0, 1))
    return _head() + _small(cost, least=0) + _small(gap, least=1)


def _lost(block: NDArray[np.float64], rows: NDArray[np.float64], columns: NDArray[np.float64]) -> NDArray[np.float64]:
    """Say how much less two symbols bring than each brings at best."""
    return np.maximum(0, (rows[:, None] + columns[None, :]) / 2 - block)


def _head() -> bytes:
    return np.array([*SETTINGS.values(), *[0] * SPARE], "<i4").tobytes()


def _small(nats: NDArray[np.float64], *, least: int) -> bytes:
    return np.clip(np.rint(nats * UNIT), least, 255).astype(np.uint8).tobytes()

"""Runs of the latent-class model that are not made twice: what is done is kept, what is under way is gone on with."""

import io
import json
from collections.abc import Callable
from dataclasses import asdict, dataclass, field
from hashlib import sha256
from typing import Self
from zipfile import BadZipFile, ZipFile

import numpy as np

from kualik.engine.counting import latent_classes
from kualik.engine.counting.latent_classes import Classes, Interrupted, MixtureOptions, Mode, OtherState
from kualik.engine.counting.posterior import Posterior
from kualik.engine.counting.table import Table

__all__ = ["Walks"]

DONE, UNDER_WAY = "done/", "under-way/"
FIGURES = ("rhat", "bulk_ess", "tail_ess", "sweeps")


@dataclass(slots=True, kw_only=True)
class Walks:
    """What was run so far, by what it was run on. The same table, seed and options are run once."""

    kept: dict[str, bytes] = field(default_factory=dict)

    @classmethod
    def of(cls, state: bytes | None) -> Self:
        """Take up what an interrupted run left behind; nothing where there is none.

        Raises:
            OtherState: these bytes are no such thing.
        """
        if state is None:
            return cls()
        try:
            with ZipFile(io.BytesIO(state)) as file:
                return cls(kept={name: file.read(name) for name in file.namelist()})
        except (BadZipFile, OSError) as error:
            raise OtherState(why="it is damaged or no state at all") from error

    @property
    def state(self) -> bytes:
        """All of it as bytes, to be given to `of`."""
        packed = io.BytesIO()
        with ZipFile(packed, "w") as file:
            for name, content in sorted(self.kept.items()):
                file.writestr(name, content)
        return packed.getvalue()

    def fit(
        self,
        table: Table,
        *,
        seed: int,
        options: MixtureOptions,
        progress: Callable[[float], None] | None = None,
        stopped: Callable[[], bool] | None = None,
    ) -> Classes:
        """Run the model, or give what an earlier run of the same found.

        Raises:
            UnfitTable: the table is not one that it can answer for.
            Interrupted: *stopped* said so; it holds all that was run so far.
        """
        key = sha256(json.dumps([table.digest, seed, asdict(options)]).encode()).hexdigest()
        if (known := self.kept.get(DONE + key)) is not None:
            return _unpacked(known, listed=table.listed)
        try:
            found = latent_classes.fit(
                table,
                seed=seed,
                options=options,
                progress=progress,
                stopped=stopped,
                state=self.kept.get(UNDER_WAY + key),
            )
        except Interrupted as broken:
            self.kept[UNDER_WAY + key] = broken.state
            raise Interrupted(state=self.state, done=broken.done) from broken
        self.kept.pop(UNDER_WAY + key, None)
        self.kept[DONE + key] = _packed(found)
        return found


def _packed(found: Classes) -> bytes:
    file = io.BytesIO()
    told = {name: getattr(found, name) for name in FIGURES} | {"modes": [asdict(one) for one in found.modes]}
    np.savez_compressed(file, told=np.array(json.dumps(told)), traces=found.traces)
    return file.getvalue()


def _unpacked(kept: bytes, *, listed: int) -> Classes:
    try:
        with np.load(io.BytesIO(kept), allow_pickle=False) as file:
            told, traces = json.loads(str(file["told"])), file["traces"]
        modes = tuple(Mode(**one) for one in told.pop("modes"))
        posterior = Posterior.of_draws(traces.reshape(-1), listed=listed)
        return Classes(posterior=posterior, traces=traces, modes=modes, **told)
    except (OSError, ValueError, KeyError, TypeError, EOFError) as error:
        raise OtherState(why="it is damaged") from error

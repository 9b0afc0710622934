"""Run a command as somebody at the terminal does, in this process and on the tests' own casebook."""

import json
from dataclasses import dataclass
from typing import Any

import pytest

from kualik.cli import main
from kualik.cli.common import ACTOR
from tests.cases.casting import keeper

__all__ = ["Ran", "run"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Ran:
    """What a command ended with."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """Read the one object that was printed."""
        return json.loads(self.out)


def run(capsys: pytest.CaptureFixture[str], *words: str, as_: str = "") -> Ran:
    """Run `kualik WORDS` in the name of the keeper, or of somebody else."""
    named = as_ or keeper().username
    capsys.readouterr()
    with pytest.MonkeyPatch.context() as patched:
        patched.setenv(ACTOR, named)  # so that what --as sets is taken back
        with pytest.raises(SystemExit) as ended:
            main(["--as", named, *words])
    printed = capsys.readouterr()
    return Ran(code=int(ended.value.code or 0), out=printed.out, err=printed.err)

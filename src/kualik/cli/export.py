"""`kualik export`: an approved release as a file."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from kualik.cli import common

__all__ = ["app"]

app = typer.Typer(add_completion=False, rich_markup_mode=None)


class Format(StrEnum):
    """The formats that a release can be written in."""

    FTM = "ftm"
    CSV = "csv"
    ANNOTATIONS = "annotations"


@app.command(no_args_is_help=True)
def export(
    release: Annotated[str, typer.Argument(metavar="RELEASE", help="Its id, or its title where only one has it.")],
    *,
    form: Annotated[Format, typer.Option("--format", help="FollowTheMoney JSON lines, CSV, or Web Annotations.")],
    output: Annotated[Path, typer.Option("-o", "--output", help="The file to write.")],
) -> None:
    """Write an approved release to a file.

    Example: kualik export "Held since 2018" --format ftm -o entities.ftm.json
    """
    common.open_casebook()
    from kualik.cli import leaving

    leaving.export(by=common.acting(), at=common.now(), reference=release, form=form.value, path=output)

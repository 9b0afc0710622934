"""`kualik site`: a public release as static pages."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from kualik.cli import common

__all__ = ["app"]

app = typer.Typer(add_completion=False, rich_markup_mode=None)


class Language(StrEnum):
    """The languages of the pages' own words."""

    ENGLISH = "en"
    KAZAKH = "kk"
    RUSSIAN = "ru"
    CHINESE = "zh-hans"
    UYGHUR = "ug"


@app.command(no_args_is_help=True)
def site(
    release: Annotated[str, typer.Argument(metavar="RELEASE", help="Its id, or its title where only one has it.")],
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="A new or empty folder, or a site built before.")],
    *,
    lang: Annotated[Language, typer.Option(help="The language of the pages' own words.")] = Language.ENGLISH,
) -> None:
    """Build static pages from an approved public release. No script; nothing is fetched from elsewhere.

    Example: kualik site "Held since 2018" public/
    """
    common.open_casebook()
    from kualik.cli import leaving

    leaving.site(by=common.acting(), at=common.now(), reference=release, folder=folder, language=lang.value)

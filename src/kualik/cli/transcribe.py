"""`kualik transcribe`: a person's transcript of a source that no machine could read."""

from pathlib import Path
from typing import Annotated

import typer

from kualik.cli import common

__all__ = ["app"]

app = typer.Typer(add_completion=False, rich_markup_mode=None)


@app.command()
def transcribe(
    source: Annotated[str, typer.Argument(help="The source: the first digits of its SHA-256, as `kualik add` said.")],
    file: Annotated[Path, typer.Argument(help="A UTF-8 text with every word of it.")],
    language: Annotated[str, typer.Option("--lang", help="BCP 47, such as kk-Arab.")] = "",
) -> None:
    """Keep what a person reads on a scan, and read its claims. The scan itself stays as it is.

    Example: kualik transcribe 3fa2c1 letter.txt --lang kk-Cyrl
    """
    text = file.read_text(encoding="utf-8")
    common.open_casebook()
    from kualik.cases.claims import jobs
    from kualik.cases.people import jobs as people
    from kualik.cases.sources import queries

    by, at = common.acting(), common.now()
    found = queries.source(viewer=by, sha256=source)
    outcome = jobs.transcribe(by=by, at=at, source=found, text=text, language=language)
    people.run(by=by, at=at)
    common.say(f"transcribed {found}: {outcome.claims} claims proposed")

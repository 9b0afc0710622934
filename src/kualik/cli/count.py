"""`kualik count`: the counting engine by itself."""

import json
import sys
from pathlib import Path
from typing import Annotated

import typer

from kualik.engine.counting import BadTable, count_people, in_words, read_table

__all__ = ["app"]

app = typer.Typer(
    add_completion=False, rich_markup_mode=None, help="How many people there are, from lists that overlap."
)


@app.command(epilog="Example: kualik count lists.csv --json")
def count(
    lists: Annotated[Path, typer.Argument(help="CSV: one 0/1 column per list, last column count.")],
    *,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """Say what overlapping lists tell of how many people there are, and what they do not."""
    try:
        text = lists.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise BadTable(name=str(lists), problems=["is not UTF-8 text; save it as CSV UTF-8"]) from error
    report = count_people(read_table(text, name=str(lists)))
    if as_json:
        sys.stdout.write(json.dumps(report.as_json(), ensure_ascii=False) + "\n")
    else:
        sys.stdout.write(in_words(report))

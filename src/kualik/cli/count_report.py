"""Print the report of a count in the form that is wanted."""

import json
from dataclasses import dataclass
from pathlib import Path

from kualik.cli import common
from kualik.engine.counting import Report, as_html, as_json, in_words

__all__ = ["Wanted", "write"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """In which forms the report is wanted, and whether to say line by line how far it has come."""

    as_json: bool = False
    html: Path | None = None
    progress: bool = False


def write(report: Report, wanted: Wanted, **beside: object) -> None:
    """Print a report, and write its page where one is wanted.

    Args:
        report: what was found.
        wanted: the form.
        beside: what JSON has beside it.
    """
    if wanted.html:
        wanted.html.write_text(as_html(report), encoding="utf-8")
    if wanted.as_json:
        common.say(json.dumps({**beside, **as_json(report)}, ensure_ascii=False, allow_nan=False))
    else:
        common.say(in_words(report).rstrip("\n"))

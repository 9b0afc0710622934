"""`kualik read`: what some documents say; nothing is stored."""

import json
import sys
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.console import Console
from rich.text import Text

from kualik.engine.extracting import extract
from kualik.engine.facts import Claim, Document, Entity, Reading
from kualik.engine.facts.edtf import is_edtf
from kualik.engine.facts.flat import facts
from kualik.engine.reading import Apart, Options, Refused

__all__ = ["app"]

STDIN = "-"
LONGEST_QUOTE = 160  # characters shown of a passage

app = typer.Typer(add_completion=False, rich_markup_mode=None)


@app.command(no_args_is_help=True)
def read(
    files: Annotated[list[str], typer.Argument(metavar="FILE…", help="Documents to read; - is standard input.")],
    published: Annotated[str, typer.Option(help="When it was published: 2024-02-08, 2024-02, 2024.")] = "",
    publisher: Annotated[str, typer.Option(help="Who published it.")] = "",
    lang: Annotated[str, typer.Option(help="Its language as a BCP 47 tag, such as en; else it is found out.")] = "",
    why: Annotated[bool, typer.Option("--why", help="Say of each claim how it came about.")] = False,
    llm: Annotated[bool, typer.Option("--llm", help="Ask your own language model too; see kualik llm.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object a document.")] = False,
) -> None:
    """Show what documents say: who says what, about whom, and where it stands. Stores nothing.

    Example: kualik read report.txt --published 2024-02-09 --json
    """
    if published and not is_edtf(published):
        raise typer.BadParameter("write the date as 2024-02-08, 2024-02 or 2024", param_hint="--published")
    options = Options(publisher=publisher or None, published=published or None, language=lang or None)
    failed = False
    with Apart() as apart:
        for file in files:
            try:
                documents = _documents(apart, file, options)
            except (Refused, OSError) as error:
                failed = True
                sys.stderr.write(f"kualik: {file}: {_why(error)}\n")
                continue
            for document in documents:
                _print(extract(document), as_json=as_json)
    raise typer.Exit(1 if failed else 0)


def _documents(apart: Apart, file: str, options: Options) -> tuple[Document, ...]:
    if file == STDIN:
        return apart.read_content(sys.stdin.buffer.read(), name="standard input", options=options)
    return apart.read(Path(file), options=options)


def _why(error: Refused | OSError) -> str:
    if isinstance(error, Refused):
        what = f"{error.reason} ({error.detail})" if error.detail else f"{error.reason}"
        return f"{what}; {error.advice}"
    return f"{error.strerror or error}; look at the name and who may read it"


def _print(reading: Reading, *, as_json: bool) -> None:
    if as_json:
        sys.stdout.write(json.dumps(_plain(reading), ensure_ascii=False) + "\n")
    else:
        console = Console(highlight=False, soft_wrap=True)
        for line in _shown(reading):
            console.print(line)
    sys.stdout.flush()


def _plain(reading: Reading) -> dict[str, Any]:
    """Write a reading as the form that is promised to other programs."""
    document = reading.document
    named = ("id", "media_type", "language", "title", "published", "publisher", "text")
    return {
        "document": {name: getattr(document, name) for name in named} | {"warnings": list(document.warnings)},
        "entities": [_entity(entity) for entity in reading.entities],
        "claims": [_claim(claim) for claim in reading.claims],
        "facts": facts(reading.entities, reading.claims),
    }


def _entity(entity: Entity) -> dict[str, Any]:
    return asdict(entity) | {"aliases": list(entity.aliases), "roles": list(entity.roles)}


def _claim(claim: Claim) -> dict[str, Any]:
    return asdict(claim) | {"stance": claim.stance.value, "voice": list(claim.voice)}


def _shown(reading: Reading) -> Iterator[Text]:
    """Write a reading for eyes: under each entity who says what of it, and the words."""
    document = reading.document
    heading = document.title or document.id[:19]
    yield Text(_clean(f"{heading}  ({document.language}, {len(reading.claims)} claims)"), style="bold")
    if not reading.claims:
        yield Text(
            "  nothing was found"
            if document.language.startswith("en")
            else "  there is no reader for this language yet"
        )
    labels = {entity.id: entity.label for entity in reading.entities}
    for entity in reading.entities:
        about = [claim for claim in reading.claims if claim.entity == entity.id]
        if about:
            yield Text("")
            yield Text(_clean(_title(entity)), style="bold cyan")
            yield from (_line(claim, labels) for claim in about)


def _title(entity: Entity) -> str:
    roles = f" ({', '.join(entity.roles)})" if entity.roles else ""
    label = f": {entity.label}" if entity.label != entity.schema.value else ""
    return f"{entity.schema.value}{label}{roles}"


def _line(claim: Claim, labels: dict[str, str]) -> Text:
    quote = claim.quote if len(claim.quote) <= LONGEST_QUOTE else claim.quote[: LONGEST_QUOTE - 1] + "…"
    line = Text("  ")
    line.append(_clean(f"{claim.property} = {labels.get(claim.value, claim.value)}"))
    line.append("  ").append(_clean(f"{' › '.join(claim.voice)} {claim.stance.value}"), style="green")
    line.append("  ").append(_clean(f"“{quote}” [{claim.start}:{claim.end}]"), style="dim")
    return line


def _clean(text: str) -> str:
    """Keep what a stranger wrote from steering the terminal."""
    return "".join(mark if mark.isprintable() else " " for mark in " ".join(text.split()))

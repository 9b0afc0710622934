"""`kualik read`: what some documents say; nothing is stored."""

import json
import sys
from collections import deque
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console

from kualik.cli.readings import as_plain, clean, shown
from kualik.engine.extracting import extract
from kualik.engine.facts import Document, Reading
from kualik.engine.facts.edtf import is_edtf
from kualik.engine.reading import Apart, Options, Refused

if TYPE_CHECKING:
    from kualik.assistant.opinion import Assistant

__all__ = ["app"]

STDIN = "-"

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
    model = _model() if llm else None
    with Apart() as apart:
        for file, reading_of in _ahead(apart, files, options):
            try:
                documents = reading_of.result()
            except (Refused, OSError) as error:
                failed = True
                sys.stderr.write(f"kualik: {clean(file)}: {clean(_why(error))}\n")
                continue
            for document in documents:
                reading, failures = _read(document, model)
                failed = failed or bool(failures)
                for failure in failures:
                    sys.stderr.write(f"kualik: {clean(file)}: {clean(failure)}\n")
                _print(reading, why=why, as_json=as_json)
    raise typer.Exit(1 if failed else 0)


def _model() -> "Assistant":
    from kualik.cli.llm import assistant

    return assistant()


def _ahead(apart: Apart, files: Sequence[str], options: Options) -> Iterator[tuple[str, Future[tuple[Document, ...]]]]:
    """Have each file read while what the one before says is found out: two processes work at once."""
    with ThreadPoolExecutor(max_workers=1) as reader:
        begun = deque([(files[0], reader.submit(_documents, apart, files[0], options))])
        for file in files[1:]:
            begun.append((file, reader.submit(_documents, apart, file, options)))
            yield begun.popleft()
        yield begun.popleft()


def _documents(apart: Apart, file: str, options: Options) -> tuple[Document, ...]:
    if file == STDIN:
        return apart.read_content(sys.stdin.buffer.read(), name="standard input", options=options)
    return apart.read(Path(file), options=options)


def _why(error: Refused | OSError) -> str:
    if isinstance(error, Refused):
        what = f"{error.reason} ({error.detail})" if error.detail else f"{error.reason}"
        return f"{what}; {error.advice}"
    return f"{error.strerror or error}; look at the name and who may read it"


def _read(document: Document, model: "Assistant | None") -> tuple[Reading, tuple[str, ...]]:
    """Read a document by the rules, then by the language model where one is asked for; give what it failed in."""
    reading = extract(document)
    if model is None:
        return reading, ()
    opinion = model.second(reading)
    return opinion.reading, opinion.failures


def _print(reading: Reading, *, why: bool, as_json: bool) -> None:
    if as_json:
        sys.stdout.write(json.dumps(as_plain(reading, with_why=why), ensure_ascii=False) + "\n")
    else:
        console = Console(highlight=False, soft_wrap=True)
        for line in shown(reading, with_why=why):
            console.print(line)
    sys.stdout.flush()

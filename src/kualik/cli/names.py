"""`kualik names`: the names engine by itself."""

import json
import sys
from pathlib import Path
from typing import Annotated

import typer

from kualik.engine.facts import EngineError
from kualik.engine.names import Comparison, Hit, NameIndex, compare, compare_all
from kualik.engine.names.index import is_index, stored_names

__all__ = ["BadLine", "app"]

PIECE = 2048  # pairs that are compared at a time
LONG = 200_000  # names; a shorter index is built before anybody wonders
ENCODED = json.JSONEncoder(ensure_ascii=False).encode

app = typer.Typer(
    add_completion=False,
    rich_markup_mode=None,
    no_args_is_help=True,
    help="Compare names across scripts, and search lists of them. Example: kualik names compare Khalida Халида",
)

AsJson = Annotated[bool, typer.Option("--json", help="Print JSON.")]
Lines = Annotated[bool, typer.Option("--jsonl", help="Read one JSON object a line from standard input, answer each.")]
In = Annotated[Path, typer.Option("--in", help="One name a line, or an index made by `kualik names index`.")]
AtMost = Annotated[int, typer.Option("-k", min=1, max=1000, help="How many names at most.")]


class BadLine(EngineError):
    """A line of standard input is not what was asked for."""

    def __init__(self, *, line: int, wanted: str) -> None:
        super().__init__(f"standard input, line {line}: not a JSON object with text in {wanted}")
        self.line = line


@app.command("compare", epilog='Example: echo \'{"a": "Khalida", "b": "Халида"}\' | kualik names compare --jsonl')
def compare_names(
    a: Annotated[str | None, typer.Argument(help="A name.")] = None,
    b: Annotated[str | None, typer.Argument(help="Another.")] = None,
    *,
    as_json: AsJson = False,
    jsonl: Lines = False,
) -> None:
    """Say how likely two names can be one person's, and why."""
    if jsonl:
        asked = _asked("a", "b", may=("lang_a", "lang_b"))
        for begin in range(0, len(asked), PIECE):
            _compare_lines(asked[begin : begin + PIECE])
        return
    if a is None or b is None:
        raise typer.BadParameter("give two names, or --jsonl")
    found = compare(a, b)
    if as_json:
        _say_json(_comparison(found))
    else:
        sys.stdout.write("\n".join([f"{found.score:.4f}", *(f"  {reason}" for reason in found.why)]) + "\n")


def _compare_lines(asked: "list[dict[str, str]]") -> None:
    pairs = ((one["a"], one["b"], one.get("lang_a"), one.get("lang_b")) for one in asked)
    sys.stdout.write("".join(f"{ENCODED(_comparison(found))}\n" for found in compare_all(pairs)))


@app.command("search", epilog="Example: kualik names search 'Khalida Aqytkhan' --in names.txt")
def search_names(
    file: In,
    query: Annotated[str | None, typer.Argument(help="A name.")] = None,
    *,
    k: AtMost = 10,
    as_json: AsJson = False,
    jsonl: Lines = False,
) -> None:
    """Find the names in a list that are nearest to one. Rows count from 0."""
    if not jsonl and query is None:
        raise typer.BadParameter("give a name, or --jsonl")
    index = _open(file)
    if jsonl:
        for asked in _asked("q"):
            _say_json(_hits(index.search(asked["q"], k)))
        return
    hits = index.search(query or "", k)
    if as_json:
        _say_json(_hits(hits))
    else:
        sys.stdout.write("".join(f"{hit.score:.2f}  {hit.row:>6}  {hit.name}\n" for hit in hits))


@app.command("index", epilog="Example: kualik names index names.txt -o names.index")
def index_names(
    file: Annotated[Path, typer.Argument(help="One name a line.")],
    output: Annotated[Path, typer.Option("-o", "--output", help="Where to write the index.")],
) -> None:
    """Index a list of names, so that searching it starts at once."""
    index = NameIndex.build(stored_names(file) if _indexed(file) else _lines(file), progress=_told)
    index.save(output)
    sys.stderr.write(f"{len(index)} names in {output}\n")


def _open(file: Path) -> NameIndex:
    return NameIndex.load(file) if _indexed(file) else NameIndex.build(_lines(file), progress=_told)


def _indexed(file: Path) -> bool:
    """Say whether a file is an index; a pipe can be read but once, and is a list."""
    return file.is_file() and is_index(file)


def _lines(file: Path) -> list[str]:
    return file.read_text(encoding="utf-8-sig").removesuffix("\n").split("\n")


def _told(read: int, of: int) -> None:
    """Say how far the building of a long index is, where somebody watches."""
    if of >= LONG and sys.stderr.isatty():
        sys.stderr.write(f"\r{read} of {of} names" + ("\n" if read == of else ""))


def _asked(*wanted: str, may: tuple[str, ...] = ()) -> "list[dict[str, str]]":
    """Read every line before answering, so that a bad line is told before half an answer is printed."""
    return [_asked_in(line, number, wanted, may) for number, line in enumerate(sys.stdin, start=1) if line.strip()]


def _asked_in(line: str, number: int, wanted: tuple[str, ...], may: tuple[str, ...]) -> dict[str, str]:
    try:
        asked = json.loads(line)
    except json.JSONDecodeError as error:
        raise BadLine(line=number, wanted=" and ".join(wanted)) from error
    if not isinstance(asked, dict) or not all(isinstance(asked.get(name), str) for name in wanted):
        raise BadLine(line=number, wanted=" and ".join(wanted))
    if not all(isinstance(asked.get(name), str | None) for name in may):
        raise BadLine(line=number, wanted=" and ".join((*wanted, *may)))
    return asked


def _comparison(found: Comparison) -> dict[str, object]:
    why = [{"what": one.what, "a": one.a, "b": one.b, "near": one.near} for one in found.why]
    return {"score": found.score, "why": why}


def _hits(hits: list[Hit]) -> dict[str, object]:
    return {"hits": [{"row": hit.row, "name": hit.name, "score": hit.score} for hit in hits]}


def _say_json(answer: object) -> None:
    sys.stdout.write(ENCODED(answer) + "\n")

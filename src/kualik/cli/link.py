"""`kualik link`: the linking engine by itself."""

import csv
import io
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from kualik.engine.linking import BadList, Proposal, Record, cluster, propose, read_list, read_map
from kualik.engine.linking.parquet import parquet
from kualik.engine.linking.tables import ListMap

__all__ = ["app"]

app = typer.Typer(add_completion=False, rich_markup_mode=None, help="Which rows of lists may be of one human being.")

JOINED = 0.8
Column = tuple[str, Sequence[int | float | str]]


@app.command(epilog="Example: kualik link a.csv b.csv --map map.toml -o clusters.parquet --pairs pairs.csv")
def link(
    tables: Annotated[list[Path], typer.Argument(help="CSV lists with a header.")],
    columns: Annotated[
        Path, typer.Option("--map", help="TOML: which columns are name, birth, sex, place, number, kin.")
    ],
    output: Annotated[Path, typer.Option("-o", "--output", help="source, row (from 0), cluster; .csv or .parquet.")],
    *,
    pairs: Annotated[Path | None, typer.Option(help="left, right, probability, why; .csv or .parquet.")] = None,
    least: Annotated[float, typer.Option(min=0, max=1, help="Join pairs from this probability.")] = JOINED,
) -> None:
    """Compare lists of people within and across, and number the human beings in them."""
    said = read_map(_text(columns), name=str(columns))
    records = [(str(table), row, record) for table in tables for row, record in enumerate(_records(table, said))]
    # Every pair that was scored is written, where pairs are asked for; otherwise only those that can join.
    proposals = propose([record for _, _, record in records], [], least=0.0 if pairs else least)
    once = {record.id: source for source, _, record in records if said.of(source).once}
    groups = cluster([record.id for _, _, record in records], proposals, least=least, once=once)
    _write(
        output,
        [
            ("source", [source for source, _, _ in records]),
            ("row", [row for _, row, _ in records]),
            ("cluster", [groups[record.id] for _, _, record in records]),
        ],
    )
    if pairs:
        _write(pairs, _pairs(proposals))
    sys.stderr.write(f"{len(records)} rows, {len(set(groups.values()))} human beings, {len(proposals)} pairs\n")


def _records(table: Path, said: ListMap) -> list[Record]:
    return read_list(_text(table), said.of(str(table)), name=str(table))


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise BadList(name=str(path), problem="is not UTF-8 text; save it as UTF-8") from error


def _pairs(proposals: Sequence[Proposal]) -> list[Column]:
    return [
        ("left", [one.left for one in proposals]),
        ("right", [one.right for one in proposals]),
        ("probability", [one.probability for one in proposals]),
        ("why", ["; ".join(one.why) for one in proposals]),
    ]


def _write(path: Path, columns: list[Column]) -> None:
    if path.suffix == ".parquet":
        path.write_bytes(parquet(columns))
        return
    written = io.StringIO(newline="")
    rows = csv.writer(written)
    rows.writerow([name for name, _ in columns])
    rows.writerows(zip(*(values for _, values in columns), strict=True))
    path.write_text(written.getvalue(), encoding="utf-8", newline="")

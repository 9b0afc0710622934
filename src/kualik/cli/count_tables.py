"""Capture tables from files: one, several that are parts of one count, or one whose rows name their part."""

from collections.abc import Sequence
from pathlib import Path

import typer

from kualik.engine.counting import BadTable, Table, read_strata, read_table

__all__ = ["read"]


def read(tables: Sequence[Path], *, strata: str = "", replicates: str = "") -> dict[str, Table]:
    """Read the tables that are to be counted.

    Args:
        tables: CSV files; several are parts of one count, named as the files are.
        strata: the column that names the part of a row.
        replicates: the column that numbers the linkage of a row.

    Returns:
        The tables by part or linkage; one under its file's name where there are neither.

    Raises:
        BadTable: a file is no such table; says the row and what to do.
    """
    if not tables:
        raise typer.BadParameter("name a table, or --from-casebook", param_hint="TABLE…")
    if strata and replicates:
        raise typer.BadParameter("not together with --strata: count one part at a time", param_hint="--replicates")
    if column := strata or replicates:
        if len(tables) > 1:
            raise typer.BadParameter("one table only with --strata or --replicates", param_hint="TABLE…")
        return read_strata(_text(tables[0]), column=column, name=str(tables[0]))
    return _alike(tables, {path.stem: read_table(_text(path), name=str(path)) for path in tables})


def _alike(paths: Sequence[Path], found: dict[str, Table]) -> dict[str, Table]:
    """Refuse parts whose lists differ, or that have one name."""
    first = found[paths[0].stem]
    for path in paths:
        if found[path.stem].lists != first.lists:
            problem = f"row 1: the lists are not those of {paths[0]}: {', '.join(first.lists)}"
            raise BadTable(name=str(path), problems=[problem])
    if len(found) < len(paths):
        raise typer.BadParameter("two tables have the same name; rename one", param_hint="TABLE…")
    return found


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise BadTable(name=str(path), problems=["is not UTF-8 text; save it as CSV UTF-8"]) from error

"""`kualik geo`: boundaries for the map."""

import json
from pathlib import Path
from typing import Annotated

import typer

from kualik.cli import common

__all__ = ["app"]

app = typer.Typer(
    add_completion=False,
    rich_markup_mode=None,
    no_args_is_help=True,
    help="Boundaries for the map. Example: kualik geo import counties.geojson --licence 'geoBoundaries, PDDL'",
)


@app.command("import", no_args_is_help=True)
def import_(
    file: Annotated[Path, typer.Argument(metavar="FILE", exists=True, dir_okay=False, help="A GeoJSON file of areas.")],
    licence: Annotated[str, typer.Option(help="Licence, and from whom; it stands under the map.")],
    code_field: Annotated[str, typer.Option(help="The property that holds the code of an area.")] = "shapeID",
    name_field: Annotated[str, typer.Option(help="The property that holds the name of an area.")] = "shapeName",
    title: Annotated[str, typer.Option(help="What the boundaries are called; else the file's name.")] = "",
) -> None:
    """Put the boundaries of a GeoJSON file on the map, simplified, under their licence.

    Example: kualik geo import counties.geojson --code-field id --name-field name --licence "geoBoundaries, PDDL"
    """
    common.open_casebook()
    from kualik.cases.places import actions
    from kualik.engine.placing.geojson import Fields

    made = actions.import_boundaries(
        by=common.acting(), at=common.now(), content=file.read_bytes(), title=title or file.stem, licence=licence,
        fields=Fields(code=code_field, name=name_field),
    )  # fmt: skip
    common.say(f"{made.pk}\t{made.count} areas on the map: {made.title} ({made.licence})")


@app.command("list")
def list_(as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object a line.")] = False) -> None:
    """List the boundaries that were brought along, with their licences.

    Example: kualik geo list
    """
    common.open_casebook()
    from kualik.cases.places import queries

    for one in queries.boundaries(viewer=common.acting()):
        shown = one.removed_at is None
        told = {"id": str(one.pk), "title": one.title, "licence": one.licence, "areas": one.count, "shown": shown}
        plain = "\t".join((str(one.pk), one.title, one.licence, str(one.count), "shown" if shown else "removed"))
        common.say(json.dumps(told, ensure_ascii=False) if as_json else plain)


@app.command("remove", no_args_is_help=True)
def remove(
    reference: Annotated[str, typer.Argument(metavar="ID", help="As `kualik geo list` prints it.")],
    undo: Annotated[bool, typer.Option("--undo", help="Put them back instead.")] = False,
) -> None:
    """Take boundaries off the map, or put them back.

    Example: kualik geo remove 3f2a0c1e-8a54-4b7e-9d3c-2a1b0c9d8e7f
    """
    common.open_casebook()
    from kualik.cases.places import actions, queries

    found = queries.boundaries_of(viewer=common.acting(), reference=reference)
    turn = actions.restore_boundaries if undo else actions.remove_boundaries
    turn(by=common.acting(), at=common.now(), boundaries=found)
    common.say(f"{found.title}: {'on the map again' if undo else 'taken off the map'}")

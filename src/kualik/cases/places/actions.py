"""All that can be done about places: say which place a name is, take that back, bring boundaries and remove them."""

from datetime import datetime
from hashlib import sha256
from uuid import uuid4

from django.db import transaction

from kualik.cases.accounts.models import User
from kualik.cases.ledger import actions as ledger
from kualik.cases.places import policy
from kualik.cases.places.errors import AlreadyNamed, BadBoundaries, NoSuchGazetteerPlace, NotInForce
from kualik.cases.places.models import Boundaries, Naming
from kualik.engine import placing
from kualik.engine.placing.folding import fold
from kualik.engine.placing.geojson import Fields, pack_area, read_areas

__all__ = ["import_boundaries", "name_place", "remove_boundaries", "restore_boundaries", "undo_naming"]

LONGEST = 300  # characters of a written name, as claims' summaries keep it


@transaction.atomic
def name_place(*, by: User, at: datetime, written: str, place: str, why: str = "") -> Naming:
    """Say which place of the gazetteer a written name is, for every claim that writes it so.

    Args:
        by: an editor.
        at: when.
        written: the name as claims have it.
        place: an id of the gazetteer; empty says that it is no place that a map could show.
        why: the reason, in words.

    Raises:
        NotAllowed: `by` is no editor.
        NoSuchGazetteerPlace: there is no place of that id.
        AlreadyNamed: somebody decided about the name before.
    """
    policy.check_may_name(by)
    if place:
        try:
            placing.place(place)
        except placing.NoSuchPlace as error:
            raise NoSuchGazetteerPlace(place=place) from error
    key = fold(written)[:LONGEST]
    before = Naming.objects.filter(key=key, undone_at=None).select_related("by").first()
    if before is not None:
        raise AlreadyNamed(naming=before)
    naming = Naming(id=uuid4(), key=key, written=written[:LONGEST], place=place, by=by, at=at, why=why)
    ledger.write(by=by, at=at, kind="place:named", about=f"place:{naming.pk}", details={"place": place})
    naming.save(force_insert=True)
    return naming


@transaction.atomic
def undo_naming(*, by: User, at: datetime, naming: Naming) -> Naming:
    """Take back which place a name was said to be.

    Raises:
        NotAllowed: `by` is no editor.
        NotInForce: it was taken back before.
    """
    policy.check_may_name(by)
    changed = Naming.objects.filter(pk=naming.pk, undone_at=None).update(undone_by=by, undone_at=at)
    if not changed:
        raise NotInForce(what=str(naming))
    ledger.write(by=by, at=at, kind="place:unnamed", about=f"place:{naming.pk}")
    naming.refresh_from_db()
    return naming


@transaction.atomic
def import_boundaries(
    *, by: User, at: datetime, content: bytes, title: str, licence: str, fields: Fields
) -> Boundaries:
    """Keep the outlines of a GeoJSON file, simplified, with the licence that the map is to name.

    Args:
        by: an administrator.
        at: when.
        content: the file.
        title: what the boundaries are called.
        licence: under which licence, and from whom, as the attribution line says it.
        fields: which properties of a feature hold its code and its name.

    Raises:
        NotAllowed: `by` is no administrator.
        BadBoundaries: the file cannot be used; says why and where.
    """
    policy.check_may_import(by)
    try:
        areas = read_areas(content, fields=fields)
    except placing.BadOutlines as error:
        raise BadBoundaries(str(error)) from error
    kept = [pack_area(area) for area in areas]
    digest = sha256(content).hexdigest()
    boundaries = Boundaries(
        id=uuid4(), title=title, licence=licence, sha256=digest, areas=kept, count=len(kept), by=by, at=at
    )
    about = f"boundaries:{boundaries.pk}"
    ledger.write(by=by, at=at, kind="boundaries:imported", about=about, details={"sha256": digest})
    boundaries.save(force_insert=True)
    return boundaries


@transaction.atomic
def remove_boundaries(*, by: User, at: datetime, boundaries: Boundaries) -> Boundaries:
    """Take boundaries off the map; they can be put back.

    Raises:
        NotAllowed: `by` is no administrator.
        NotInForce: they were removed before.
    """
    return _turn(by=by, at=at, boundaries=boundaries, kind="boundaries:removed", shown=False)


@transaction.atomic
def restore_boundaries(*, by: User, at: datetime, boundaries: Boundaries) -> Boundaries:
    """Put removed boundaries back on the map.

    Raises:
        NotAllowed: `by` is no administrator.
        NotInForce: they are on the map.
    """
    return _turn(by=by, at=at, boundaries=boundaries, kind="boundaries:restored", shown=True)


def _turn(*, by: User, at: datetime, boundaries: Boundaries, kind: str, shown: bool) -> Boundaries:
    policy.check_may_import(by)
    became = {"removed_by": None, "removed_at": None} if shown else {"removed_by": by, "removed_at": at}
    if not Boundaries.objects.filter(pk=boundaries.pk, removed_at__isnull=not shown).update(**became):
        raise NotInForce(what=str(boundaries))
    ledger.write(by=by, at=at, kind=kind, about=f"boundaries:{boundaries.pk}")
    boundaries.refresh_from_db()
    return boundaries

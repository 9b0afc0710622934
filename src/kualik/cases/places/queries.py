"""What can be asked about places: what a written name is, what was decided about names, which boundaries there are."""

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db.models import QuerySet

from kualik.cases.accounts.models import User
from kualik.cases.places.errors import NoSuchBoundaries, NoSuchNaming
from kualik.cases.places.models import Boundaries, Naming
from kualik.cases.places.policy import may_import, may_name
from kualik.engine import placing
from kualik.engine.placing.folding import fold

__all__ = ["Placer", "boundaries", "boundaries_of", "naming", "placer", "shown_boundaries"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Placer:
    """Says which place a written name is: as somebody decided, else as the engine finds."""

    decided: Mapping[str, Naming]

    def decision(self, written: str) -> Naming | None:
        """Find the decision in force about a name."""
        return self.decided.get(fold(written)) if self.decided else None

    def place(self, written: str) -> placing.Resolved:
        """Say which place a name is."""
        decision = self.decision(written)
        if decision is None:
            return placing.resolve(written)
        if not decision.place:
            return placing.Resolved()
        kind = placing.FACILITY if placing.names_a_facility(written) else placing.place(decision.place).kind.value
        return placing.Resolved(place=decision.place, candidates=(decision.place,), precision=kind)


def placer() -> Placer:
    """Load the decisions in force, in one question. Whoever asks must know the written name already."""
    return Placer(decided={one.key: one for one in Naming.objects.filter(undone_at=None).select_related("by")})


def naming(*, viewer: User, reference: UUID | str) -> Naming:
    """Find a decision by its id.

    Raises:
        NoSuchNaming: there is none, or the viewer may not decide about names.
    """
    try:
        return Naming.objects.get(pk=reference) if may_name(viewer) else _missing(str(reference))
    except (Naming.DoesNotExist, ValidationError) as error:
        raise NoSuchNaming(reference=str(reference)) from error


def _missing(reference: str) -> Naming:
    raise NoSuchNaming(reference=reference)


def shown_boundaries(*, viewer: User) -> QuerySet[Boundaries]:  # noqa: ARG001 (what a map is drawn with is no secret among colleagues)
    """List the boundaries that are on the map."""
    return Boundaries.objects.filter(removed_at=None)


def boundaries(*, viewer: User) -> QuerySet[Boundaries]:
    """List all boundaries that were ever brought along, without their outlines, for whoever looks after them."""
    found = Boundaries.objects.defer("areas").select_related("by", "removed_by")
    return found if may_import(viewer) else found.none()


def boundaries_of(*, viewer: User, reference: UUID | str) -> Boundaries:
    """Find boundaries by their id.

    Raises:
        NoSuchBoundaries: there are none, or none that the viewer may look after.
    """
    try:
        return boundaries(viewer=viewer).get(pk=reference)
    except (Boundaries.DoesNotExist, ValidationError) as error:
        raise NoSuchBoundaries(reference=str(reference)) from error

"""What can go wrong with places."""

from django.utils.translation import gettext as _

from kualik.casebook.errors import CasebookError
from kualik.cases.places.models import Naming

__all__ = ["AlreadyNamed", "BadBoundaries", "NoSuchBoundaries", "NoSuchGazetteerPlace", "NoSuchNaming", "NotInForce"]


class NoSuchNaming(CasebookError):
    """No decision of that id."""

    def __init__(self, *, reference: str) -> None:
        super().__init__(f"no decision {reference!r} about a place here")
        self.reference = reference


class NoSuchBoundaries(CasebookError):
    """No boundaries of that id."""

    def __init__(self, *, reference: str) -> None:
        super().__init__(f"no boundaries {reference!r} here; `kualik geo list` shows which there are")
        self.reference = reference


class NoSuchGazetteerPlace(CasebookError):
    """The gazetteer has no such place."""

    def __init__(self, *, place: str) -> None:
        super().__init__(f"the gazetteer has no place {place!r}")
        self.place = place


class AlreadyNamed(CasebookError):
    """Somebody decided about this name before, and the decision stands."""

    def __init__(self, *, naming: Naming) -> None:
        said = _("%(who)s decided about “%(name)s” on %(date)s. Take that back first if it is wrong.")
        super().__init__(said % {"who": naming.by, "name": naming.written, "date": f"{naming.at:%Y-%m-%d}"})
        self.naming = naming


class NotInForce(CasebookError):
    """What was to be taken back or put back is so already."""

    def __init__(self, *, what: str) -> None:
        super().__init__(_("Nothing was changed: %(what)s is in that state already.") % {"what": what})
        self.what = what


class BadBoundaries(CasebookError):
    """A file of boundaries cannot be used."""

"""What can go wrong at the desk."""

from django.utils.translation import gettext as _

from kualik.casebook.errors import CasebookError

__all__ = ["NoSuchThing", "NothingToChange", "TooMany", "UndoneAlready"]


class NoSuchThing(CasebookError):
    """No saved search, collection or deed of that id, or none for whoever asks."""

    def __init__(self) -> None:
        super().__init__(_("There is no such thing here any more, or it is somebody else’s."))


class NothingToChange(CasebookError):
    """All that was chosen is so already."""

    def __init__(self) -> None:
        super().__init__(_("Nothing was changed: all that you chose is so already."))


class TooMany(CasebookError):
    """More were chosen than may be changed at once."""

    def __init__(self, *, most: int) -> None:
        super().__init__(_("At most %(most)s may be changed at once. Narrow the search down first.") % {"most": most})
        self.most = most


class UndoneAlready(CasebookError):
    """A deed was undone before."""

    def __init__(self) -> None:
        super().__init__(_("This was undone already."))

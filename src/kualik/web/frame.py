"""What every page shows around itself: the rooms, the account, the notices."""

from dataclasses import dataclass

from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import get_language, get_language_bidi
from django.utils.translation import gettext_lazy as _

from kualik.cases.accounts.models import Role, User
from kualik.cases.accounts.policy import roles_of
from kualik.web.chapters import help_of
from kualik.web.preferences import THEMES, keys_of, theme_of
from kualik.web.summaries import lag_of

__all__ = ["ROOMS", "Room", "frame"]

READS = frozenset({Role.READER})
LOOKS_AFTER = frozenset({Role.ADMINISTRATOR})
THEME_WORDS = {"auto": _("As the device"), "light": _("Light"), "dark": _("Dark")}


@dataclass(frozen=True, slots=True, kw_only=True)
class Room:
    """One of the rooms of the house, for whoever holds one of the roles."""

    route: str
    word: Promise
    icon: str
    begins: str  # addresses that lie in this room
    roles: frozenset[Role]
    house: bool = False  # about the house and not the cases: it stands in the menu of the account


ROOMS = (
    Room(route="documents", word=_("Documents"), icon="document", begins="/documents/", roles=READS),
    Room(route="people", word=_("People"), icon="people", begins="/people/", roles=READS),
    Room(route="same", word=_("Same or not?"), icon="same", begins="/same/", roles=frozenset({Role.EDITOR})),
    Room(route="events", word=_("Events"), icon="event", begins="/events/", roles=READS),
    Room(route="map", word=_("Map"), icon="map", begins="/map/", roles=READS),
    Room(route="counts", word=_("Counting"), icon="count", begins="/counts/", roles=READS),
    Room(route="releases", word=_("Releases"), icon="release", begins="/releases/", roles=READS),
    Room(
        route="members",
        word=_("People and roles"),
        icon="account",
        begins="/members/",
        roles=LOOKS_AFTER,
        house=True,
    ),
    Room(route="ledger", word=_("Ledger"), icon="ledger", begins="/ledger/", roles=LOOKS_AFTER, house=True),
)


def frame(request: HttpRequest) -> dict[str, object]:
    """Give the base template what it needs."""
    user = getattr(request, "user", None)
    held = roles_of(user) if isinstance(user, User) else frozenset()
    open_ = [(room, reverse(room.route), request.path.startswith(room.begins)) for room in ROOMS if room.roles & held]
    return {
        "rooms": [one for one in open_ if not one[0].house],
        "house": [one for one in open_ if one[0].house],
        "may_add_sources": Role.CONTRIBUTOR in held,
        "reads": Role.READER in held,
        "roles_held": sorted(Role(role).label for role in held),
        "needs_second_factor": bool(held - READS) and not is_mfa_enabled(user),
        "behind": lag_of(request),
        "help_address": help_of(request),
        "language": get_language() or settings.LANGUAGE_CODE,
        "direction": "rtl" if get_language_bidi() else "ltr",
        "languages": settings.LANGUAGES,
        "theme": theme_of(request),
        "keys": keys_of(request),
        "themes": [(name, THEME_WORDS[name]) for name in THEMES],
    }

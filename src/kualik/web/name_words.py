"""Why a name was found, in the reader's language: what the names engine saw, with the parts of names isolated."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from kualik.cases.people.searching import THESE_WORDS
from kualik.engine.names import Reason

__all__ = ["SEEN", "reason_in_words"]

JOINED = ", joined"
SEEN: Mapping[str, Promise] = {
    "same part": _("same part"),
    "near part": _("near part"),
    "different part": _("different part"),
    "same father's name": _("same father's name"),
    "near father's name": _("near father's name"),
    "different father's name": _("different father's name"),
    "same family name": _("same family name"),
    "near family name": _("near family name"),
    "different family name": _("different family name"),
    "same initial": _("same initial"),
    "near initial": _("near initial"),
    "different initial": _("different initial"),
    "part in one only": _("part in one only"),
    "father's name in one only": _("father's name in one only"),
    "family name in one only": _("family name in one only"),
    "clerical word in one only": _("clerical word in one only"),
    "initial in one only": _("initial in one only"),
    "title set aside": _("title set aside"),
    "the fathers' names differ": _("the fathers' names differ"),
    "the initials differ": _("the initials differ"),
    "the endings are a woman's and a man's": _("the endings are a woman's and a man's"),
    "a rare name": _("a rare name"),
    "a common name": _("a common name"),
    THESE_WORDS: _("these words"),
}
"""What the engine says was seen; names of which one holds no letter are never found."""


def reason_in_words(reason: Reason) -> SafeString:
    """Say one reason for which a name was found."""
    plain = reason.what.removesuffix(JOINED)
    what = str(SEEN.get(plain, plain))
    if plain != reason.what:
        what = gettext("%(what)s, joined") % {"what": what}
    if reason.a and reason.b:
        return format_html("{}: <bdi>{}</bdi> ~ <bdi>{}</bdi>", what, reason.a, reason.b)
    part = reason.a or reason.b
    return format_html("{}: <bdi>{}</bdi>", what, part) if part else format_html("{}", what)

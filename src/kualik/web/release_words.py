"""What a release withholds and why, and what its files are for, in the reader's language."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from kualik.cases.releases.allowed import PASSAGES
from kualik.cases.releases.composing import NAMES_SOMEBODY, NOT_ASKED
from kualik.cases.releases.frozen import audience_in_words
from kualik.cases.releases.models import Audience
from kualik.web import words

__all__ = ["AUDIENCES", "FILES", "REASONS", "field_word", "reason_word"]

REASONS: Mapping[str, Promise] = {
    NAMES_SOMEBODY: _("It names somebody who must stay unnamed: a witness, a relative, or who handed something over."),
    NOT_ASKED: _("It was not ticked when the draft was made."),
    "not a public property": _("It was not ticked when the draft was made."),
    "no consent for this audience": _("No consent for this audience is in force."),
    "names another person, who has not consented": _("It names another person, who has not consented."),
    **{
        f"not among what {audience_in_words(one)} may be shown": _("This audience is never shown that.")
        for one in Audience.values
    },
}
"""Why something is withheld, by the reason that the release keeps."""

AUDIENCES: Mapping[str, Promise] = {
    Audience.PUBLIC: _("Anybody, for ever: what was public once cannot be taken back. Documents are not quoted."),
    Audience.UN: _("Working groups and rapporteurs. They may write to the government, which then learns the name."),
    Audience.LAWYERS: _("Those who act for the person or the family."),
    Audience.PARTNERS: _("Organisations you trust to keep it as safe as you do."),
}
"""What each audience means for who is shown."""

FILES: Mapping[str, tuple[Promise, Promise]] = {
    "csv": (_("Spreadsheet (CSV)"), _("A row for each thing that is known. Opens in Excel, LibreOffice or Numbers.")),
    "ftm": (
        _("FollowTheMoney (JSON lines)"),
        _("For Aleph, OpenSanctions and similar systems. It cannot carry grades and disputes."),
    ),
    "annotations": (
        _("Web Annotations (JSON)"),
        _("The passages that findings rest on, for archives. Empty unless the words of documents are released."),
    ),
    "site": (
        _("Web site (ZIP)"),
        _("Finished pages without scripts. Unpack the folder onto any web server; its README says how to check it."),
    ),
}
"""The files that an approved release can be taken out as: what each is called, and what it is for."""


def reason_word(why: str) -> str:
    """Say why something is withheld."""
    return str(REASONS.get(why, why))


def field_word(name: str) -> str:
    """Say what a field of a release is called, such as "Custody: Sentence"."""
    if name == PASSAGES:
        return str(_("Words of the documents"))
    schema, _dot, own = name.partition(".")
    return f"{words.schema_word(schema)}: {words.property_word(own, schema)}"

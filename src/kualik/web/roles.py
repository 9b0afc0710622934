"""What each role may see and do, in plain words."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from kualik.cases.accounts.models import Role

__all__ = ["MEANINGS"]

MEANINGS: Mapping[Role, Promise] = {
    Role.READER: _("Reads what is public or internal. Changes nothing."),
    Role.CONTRIBUTOR: _("Reads, adds documents and proposes claims. Others decide on them."),
    Role.EDITOR: _(
        "Accepts and rejects claims, says who is the same person, and sees restricted papers. Does all that a "
        "contributor does."
    ),
    Role.PUBLISHER: _("Records consents, drafts and approves releases, and sees restricted papers."),
    Role.CUSTODIAN: _("Guards sealed papers and sees who handed each paper over."),
    Role.ADMINISTRATOR: _("Looks after accounts, the ledger and the server. Reads no cases by it."),
}

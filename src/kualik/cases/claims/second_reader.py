"""Who gives a second reading of a casebook's sources: an administrator says, and the ledger tells of it."""

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from django.db import transaction

from kualik.assistant import settings
from kualik.assistant.settings import Settings
from kualik.cases.accounts.models import Role, User
from kualik.cases.accounts.policy import check_holds
from kualik.cases.ledger import actions as ledger

if TYPE_CHECKING:
    from kualik.cases.ledger.canonical import JSON

__all__ = ["check_may_set", "dismiss", "name"]

ABOUT = f"setting:{settings.FILE}"


def check_may_set(user: User) -> None:
    """Refuse somebody who may not say which language model is asked.

    Raises:
        NotAllowed: the person is no administrator.
    """
    check_holds(user, Role.ADMINISTRATOR, deed="set the language model")


@transaction.atomic
def name(*, by: User, at: datetime, casebook: Path, chosen: Settings) -> Path:
    """Name the language model that is asked from now on.

    Args:
        by: an administrator.
        at: when.
        casebook: the casebook's folder.
        chosen: whom to ask; the ledger keeps the host and whether text leaves this machine, nothing else of it.

    Returns:
        The file that keeps it.

    Raises:
        NotAllowed: `by` is no administrator.
        AddressRefused: no text may be sent there.
    """
    check_may_set(by)
    address = chosen.allowed()
    details: dict[str, JSON] = {"host": address.host, "leaves": address.remote}
    ledger.write(by=by, at=at, kind="assistant:set", about=ABOUT, details=details)
    return settings.write(casebook, chosen)


@transaction.atomic
def dismiss(*, by: User, at: datetime, casebook: Path) -> bool:
    """Ask no language model any more; says whether one was set.

    Raises:
        NotAllowed: `by` is no administrator.
    """
    check_may_set(by)
    if not settings.forget(casebook):
        return False
    ledger.write(by=by, at=at, kind="assistant:off", about=ABOUT)
    return True

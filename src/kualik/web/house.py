"""Settings: what somebody sets for themselves, and for administrators how the house stands."""

from dataclasses import dataclass
from functools import cache
from importlib.metadata import distribution, version
from platform import python_version

from allauth.mfa.utils import is_mfa_enabled
from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from kualik.assistant import settings as assistant
from kualik.assistant.errors import AddressRefused, SettingsRefused
from kualik.casebook import folder
from kualik.casebook.worker import living
from kualik.cases.accounts.models import User
from kualik.cases.accounts.policy import may_manage
from kualik.cases.findings import jobs as counting
from kualik.cases.sources import queries as sources
from kualik.web.signed_in import viewer_of

__all__ = ["House", "Model", "settings"]

NOTICES = "licenses/THIRD_PARTY.md"
CELLS = 3  # of a row of the notices: package, version, licence
DATABASES = {"sqlite": "SQLite", "postgresql": "PostgreSQL"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Model:
    """The language model that reads a second time. `why` says why a chosen one is not asked."""

    name: str = ""
    host: str = ""
    remote: bool = False
    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class House:
    """How the casebook stands, as an administrator asks for it."""

    title: str
    place: str
    database: str
    encrypted: bool
    originals_only: bool  # the database is not encrypted with them: that is its server's task
    file_limit: int  # MiB
    workers: int
    sources_waiting: int
    counts_waiting: int
    model: Model | None
    versions: tuple[tuple[str, str], ...]
    packages: tuple[tuple[str, str, str], ...]


@require_safe
def settings(request: HttpRequest) -> HttpResponse:
    """Show what somebody may set for themselves, and to an administrator the state of the house."""
    viewer = viewer_of(request)
    context = {
        "has_factor": is_mfa_enabled(viewer),
        "state": _house(viewer) if may_manage(viewer) else None,
    }
    return render(request, "pages/settings.html", context)


def _house(viewer: User) -> House:
    casebook = folder.describe(folder.located())
    encrypted = folder.is_encrypted(casebook.path)
    number = ".".join(str(part) for part in connection.get_database_version())
    return House(
        title=casebook.title,
        place=str(casebook.path),
        database=f"{DATABASES.get(connection.vendor, connection.vendor)} {number}",
        encrypted=encrypted,
        originals_only=encrypted and connection.vendor == "postgresql",
        file_limit=casebook.file_limit // folder.MIB,
        workers=living(casebook.path),
        sources_waiting=sources.waiting_count(viewer=viewer),
        counts_waiting=counting.waiting(),
        model=_model(),
        versions=(
            ("Kuälik", version("kualik")),
            ("Python", python_version()),
            ("Django", version("django")),
        ),
        packages=_packages(),
    )


def _model() -> Model | None:
    """Find the language model that is set; None where there is none."""
    place = folder.located()
    if not assistant.is_set(place):
        return None
    try:
        chosen = assistant.load(place)
        address = chosen.allowed()
    except (AddressRefused, SettingsRefused) as error:
        return Model(why=str(error))
    return Model(name=chosen.model, host=address.host, remote=address.remote)


@cache
def _packages() -> tuple[tuple[str, str, str], ...]:
    """Read on whose work ours stands, under which licence: the notices that come with the package."""
    text = distribution("kualik").read_text(NOTICES) or ""
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in text.splitlines() if line.startswith("|")]
    return tuple((row[0], row[1], row[2]) for row in rows[2:] if len(row) == CELLS and row[0] != "package")

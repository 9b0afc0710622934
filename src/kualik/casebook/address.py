"""The address of a PostgreSQL database, as KUALIK_DATABASE_URL gives it."""

from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

from kualik.casebook.errors import CasebookError

__all__ = ["BadAddress", "postgresql"]

SCHEMES = {"postgresql", "postgres"}
OPTIONS = {"sslmode", "sslrootcert", "sslcert", "sslkey", "connect_timeout", "host", "options", "passfile"}


class BadAddress(CasebookError):
    """KUALIK_DATABASE_URL is not the address of a PostgreSQL database. The message never shows the address itself."""

    def __init__(self, *, what: str) -> None:
        super().__init__(f"KUALIK_DATABASE_URL {what}; it is written postgresql://USER:PASSWORD@HOST:PORT/DATABASE")
        self.what = what


def postgresql(url: str) -> dict[str, Any]:
    """Read an address into what Django wants to know.

    Args:
        url: postgresql://user:password@host:port/database?sslmode=…; special letters percent-encoded; a socket's
            folder as ?host=/var/run/postgresql.

    Raises:
        BadAddress: it is no such address; says what is wrong without repeating the password.
    """
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError as error:
        raise BadAddress(what="has a host or port that makes no sense") from error
    if parts.scheme not in SCHEMES:
        raise BadAddress(what="does not start with postgresql://")
    options = dict(parse_qsl(parts.query))
    if unknown := sorted(options.keys() - OPTIONS):
        raise BadAddress(what=f"has an option that is not known: {', '.join(unknown)}")
    name = unquote(parts.path.removeprefix("/"))
    if not name:
        raise BadAddress(what="names no database")
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": name,
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": options.pop("host", unquote(parts.hostname or "")),
        "PORT": str(port or ""),
        "OPTIONS": options,
        "CONN_MAX_AGE": 60,  # seconds
        "CONN_HEALTH_CHECKS": True,
    }

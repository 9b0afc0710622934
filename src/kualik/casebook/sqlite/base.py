"""Django's SQLite backend on the SQLite that `sqlcipher3` carries.

Python's own `sqlite3` is often linked to a SQLite with the WAL-reset defect (3.7.0 to 3.51.2, fixed in 3.51.3),
which can lose a committed transaction. Source: shared/methods/trust.md, section 0, decisions 1 and 2.
"""

import datetime
import decimal
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain
from typing import Any

from django.core.exceptions import ImproperlyConfigured
from django.db.backends.sqlite3 import base
from django.db.backends.sqlite3._functions import register
from django.db.backends.sqlite3.operations import DatabaseOperations as SQLiteOperations
from django.utils.dateparse import parse_date, parse_datetime, parse_time
from sqlcipher3 import dbapi2

__all__ = ["DatabaseWrapper", "has_wal_reset_defect"]

FIXED = ((3, 51, 3), (3, 50, 7), (3, 44, 6))
DURABLE = (
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = FULL",
    "PRAGMA temp_store = MEMORY",
    "PRAGMA secure_delete = ON",
    "PRAGMA trusted_schema = OFF",
    "PRAGMA foreign_keys = ON",
    "PRAGMA legacy_alter_table = OFF",
)

# SQLite's own UPPER knows the letters A to Z alone: "ұ" would not be found by "Ұ". It is not replaced, since it
# stands in the schema of others, where a function from outside is not trusted.
CAPITALS = "CAPITALS"
WITHOUT_CASE = ("iexact", "icontains", "istartswith", "iendswith")

Parameters = Sequence[Any] | Mapping[str, Any] | None

dbapi2.register_converter("bool", b"1".__eq__)
dbapi2.register_converter("date", base.decoder(parse_date))
dbapi2.register_converter("time", base.decoder(parse_time))
dbapi2.register_converter("datetime", base.decoder(parse_datetime))
dbapi2.register_converter("timestamp", base.decoder(parse_datetime))
dbapi2.register_adapter(decimal.Decimal, str)
dbapi2.register_adapter(datetime.date, base.adapt_date)
dbapi2.register_adapter(datetime.datetime, base.adapt_datetime)


def has_wal_reset_defect(version: tuple[int, ...]) -> bool:
    """Say whether a SQLite of this version can lose a committed transaction in WAL mode."""
    if version >= FIXED[0]:
        return False
    return not any(version[:2] == fixed[:2] and version >= fixed for fixed in FIXED[1:])


class Cursor(dbapi2.Cursor):  # type: ignore[misc]  # the driver has no type information
    """Speak Django's parameter style, `%s` and `%(name)s`, to a driver that takes `?` and `:name`."""

    def execute(self, query: str, params: Parameters = None) -> Any:
        """Run one statement."""
        if params is None:
            return super().execute(query)
        return super().execute(_convert(query, params), params)

    def executemany(self, query: str, param_list: Iterable[Sequence[Any] | Mapping[str, Any]]) -> Any:
        """Run one statement for each row of parameters."""
        rows = iter(param_list)
        first = next(rows, None)
        if first is None:
            return super().executemany(_convert(query, ()), [])
        return super().executemany(_convert(query, first), chain([first], rows))


def _capitals(text: str | None) -> str | None:
    return None if text is None else str(text).upper()


def _convert(query: str, params: Sequence[Any] | Mapping[str, Any]) -> str:
    if isinstance(params, Mapping):
        return query % {name: f":{name}" for name in params}
    return base.FORMAT_QMARK_REGEX.sub("?", query).replace("%%", "%")


class DatabaseOperations(SQLiteOperations):
    """Compare without regard to case as PostgreSQL does: both sides in capitals, in every alphabet."""

    def lookup_cast(self, lookup_type: str, internal_type: str | None = None) -> str:
        """Put the column in capitals for the lookups that disregard case."""
        cast = super().lookup_cast(lookup_type, internal_type)
        return f"{CAPITALS}({cast})" if lookup_type in WITHOUT_CASE else cast


class DatabaseWrapper(base.DatabaseWrapper):
    """SQLite in WAL mode, every commit on the disk before it is acknowledged; encrypted where there is a key.

    The option `key` is the raw 256-bit key as 64 hex digits; without it the file is plain.
    """

    Database = dbapi2
    ops_class = DatabaseOperations
    operators = base.DatabaseWrapper.operators | dict.fromkeys(WITHOUT_CASE, rf"LIKE {CAPITALS}(%s) ESCAPE '\'")
    pattern_ops = base.DatabaseWrapper.pattern_ops | {
        name: sql.replace("UPPER", CAPITALS) for name, sql in base.DatabaseWrapper.pattern_ops.items()
    }
    key: str | None = None

    def get_connection_params(self) -> dict[str, Any]:
        """Take our own option out of what the driver is given."""
        params = super().get_connection_params()
        self.key = params.pop("key", None)
        return params

    def get_new_connection(self, conn_params: dict[str, Any]) -> Any:
        """Open the database, unlock it, and make every commit durable."""
        if has_wal_reset_defect(dbapi2.sqlite_version_info):
            raise ImproperlyConfigured(
                f"SQLite {dbapi2.sqlite_version} can lose committed work (WAL-reset defect); install sqlcipher3 0.6.4"
            )
        connection = dbapi2.connect(**conn_params)
        if self.key:
            connection.execute(f"PRAGMA key = \"x'{self.key}'\"")
        register(connection)
        connection.create_function(CAPITALS, 1, _capitals, deterministic=True)
        for pragma in DURABLE:
            connection.execute(pragma)
        return connection

    def create_cursor(self, name: str | None = None) -> Any:  # noqa: ARG002 (the signature is Django's)
        """Make a cursor that speaks Django's parameter style."""
        return self.connection.cursor(factory=Cursor)

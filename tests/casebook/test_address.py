"""The address of a PostgreSQL database, and what is no such address."""

import pytest

from kualik.casebook.address import BadAddress, postgresql


def test_every_part_of_an_address_is_heard() -> None:
    """User, password, host, port, database and options arrive, percent-encoding undone."""
    found = postgresql("postgresql://aigerim:p%40ss%2Fword@db.example:5433/the%20cases?sslmode=verify-full")

    assert (found["USER"], found["PASSWORD"]) == ("aigerim", "p@ss/word")
    assert (found["HOST"], found["PORT"], found["NAME"]) == ("db.example", "5433", "the cases")
    assert found["OPTIONS"] == {"sslmode": "verify-full"}


def test_a_socket_is_named_by_its_folder() -> None:
    """Without a host, the folder of a socket is taken from the options."""
    found = postgresql("postgresql:///cases?host=/var/run/postgresql")

    assert (found["HOST"], found["OPTIONS"]) == ("/var/run/postgresql", {})


@pytest.mark.parametrize(
    "url",
    [
        "mysql://aigerim:secret@db/cases",
        "postgresql://aigerim:secret@db",
        "postgresql://aigerim:secret@db:port/cases",
        "postgresql://aigerim:secret@db/cases?colour=red",
        "secret",
    ],
)
def test_what_is_no_address_is_refused_without_showing_the_password(url: str) -> None:
    """The message says how an address is written, and never repeats the one given."""
    with pytest.raises(BadAddress, match="postgresql://USER:PASSWORD@HOST") as refused:
        postgresql(url)

    assert "secret" not in str(refused.value)

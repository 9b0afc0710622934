"""A stranger's long body is refused after its headers."""

import pytest
from waitress.adjustments import Adjustments

from kualik.cli.bodies import Guarded
from kualik.web.uploads import STRANGER

LONG = 5 * 1024 * 1024


@pytest.mark.parametrize(
    ("headers", "refused"),
    [
        (f"Content-Length: {LONG}", True),
        ("Transfer-Encoding: chunked", True),
        ("Content-Length: 20", False),
        ("Accept: text/html", False),
    ],
)
@pytest.mark.django_db
def test_a_body_is_refused_before_it_is_taken_in(headers: str, *, refused: bool) -> None:
    """One that announces no length may be long as well; none of it is kept."""
    parser = Guarded(Adjustments())

    parser.received(f"POST /add/ HTTP/1.1\r\nHost: localhost\r\n{headers}\r\n\r\n".encode())

    assert bool(parser.error) is refused
    assert not refused or (parser.completed and STRANGER in parser.error.body)

"""`kualik serve`: pages and worker, until asked to end."""

import socket
import urllib.request
from pathlib import Path

import pytest

from kualik.cli.serve import _is_own
from tests.cli.apart import Place, free_port

pytestmark = pytest.mark.django_db  # on both databases, though in a process of its own


def test_pages_are_served_and_what_waits_is_read(apart: Place, tmp_path: Path) -> None:
    """It says where; whoever is not signed in is led to the sign-in; a polite kill ends it with 0."""
    port = free_port()
    (tmp_path / "late.txt").write_text("Khadisha was taken.", encoding="utf-8")
    with apart.started("serve", "--port", str(port)) as process:
        assert process.stdout
        assert process.stdout.readline() == f"http://127.0.0.1:{port}/\n"
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/") as page:
            assert "/accounts/login/" in page.url
            assert "default-src 'none'" in page.headers["Content-Security-Policy"]
            assert "Server" not in page.headers
        apart.run("add", str(tmp_path / "late.txt"))
        process.terminate()
        _, err = process.communicate()

    assert process.returncode == 0
    assert "Traceback" not in err


def test_an_address_in_use_is_said(apart: Place) -> None:
    """In one line, with what to do."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        done = apart.run("serve", "--port", str(taken.getsockname()[1]), "--no-worker", code=1)

    assert "name another with --port" in done.stderr


@pytest.mark.parametrize(
    ("host", "own"), [("127.0.0.1", True), ("::1", True), ("localhost", True), ("192.0.2.1", False), ("db", False)]
)
def test_whether_others_can_reach_it_is_known(host: str, *, own: bool) -> None:
    """So that it can be said."""
    assert _is_own(host) is own

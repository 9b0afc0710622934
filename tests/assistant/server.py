"""A language model of the tests' own: a server on loopback that answers as a test wants."""

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Thread
from typing import Any

__all__ = ["TEXT", "Behaviour", "Served", "answering", "content", "good", "saying", "serving"]

TEXT = (
    "Aida Bekova, 54, told Chuy Dispatch that her two sons had been sentenced to 12 years in prison in March 2018.\n\n"
    "“We have not seen them since,” the teacher Serik Omarov said. Officials in Osh declined to comment.\n"
)
"""A report of fictional people."""


@dataclass(slots=True, kw_only=True)
class Served:
    """A server that is up: where, what it was asked, with which headers; `over` is set when the test is."""

    url: str = ""
    asked: list[Any] = field(default_factory=list)
    headers: list[dict[str, str]] = field(default_factory=list)
    over: Event = field(default_factory=Event)


Behaviour = Callable[[BaseHTTPRequestHandler, Served], None]


class Server(ThreadingHTTPServer):
    """One that does not tell of clients that went away."""

    daemon_threads = True

    def handle_error(self, *_: object) -> None:
        """Say nothing."""


@contextmanager
def serving(behave: Behaviour) -> Iterator[Served]:
    """Serve on loopback for the length of a test."""
    served = Served()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            served.asked.append(json.loads(body))
            served.headers.append(dict(self.headers))
            behave(self, served)

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    with Server(("127.0.0.1", 0), Handler) as server:
        served.url = f"http://127.0.0.1:{server.server_port}/v1"
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        try:
            yield served
        finally:
            served.over.set()
            server.shutdown()
            thread.join()


def answering(body: bytes, *, status: int = 200, **headers: str) -> Behaviour:
    """Answer with these bytes."""

    def behave(handler: BaseHTTPRequestHandler, _: Served) -> None:
        handler.send_response(status)
        for name, value in headers.items():
            handler.send_header(name, value)
        handler.send_header("Content-Length", str(len(body)))
        handler.end_headers()
        handler.wfile.write(body)

    return behave


def content(said: str) -> bytes:
    """Wrap what a model wrote as the interface does."""
    return json.dumps({"choices": [{"message": {"role": "assistant", "content": said}}]}).encode()


def saying(**kinds: list[Any]) -> Behaviour:
    """Answer with these proposals."""
    return answering(content(json.dumps({"statements": [], "custody": [], "persons": []} | kinds)))


def good() -> Behaviour:
    """Answer about TEXT as a careful model does."""
    return saying(
        statements=[
            {
                "quote": "We have not seen them since", "verb": "said", "speaker": "Serik Omarov", "stance": "asserts",
            },
        ],
        custody=[
            {
                "quote": "her two sons had been sentenced to 12 years in prison in March 2018", "who": "her two sons",
                "state": "prison", "speaker": "Aida Bekova", "sentence": "12 years", "since": "March 2018", "place": "",
            },
        ],
        persons=[{"quote": "Aida Bekova, 54", "name": "Aida Bekova", "age": "54"}],
    )  # fmt: skip

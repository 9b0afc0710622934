"""One question to an OpenAI-compatible address over HTTP: no proxy, no redirect, bounded in time and size."""

import json
import socket
import ssl
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from http.client import HTTPConnection, HTTPException, HTTPResponse, HTTPSConnection
from threading import Event, Timer
from typing import Any

from kualik.assistant.address import Address, is_loopback
from kualik.assistant.errors import NoAnswer

__all__ = ["MOST_BYTES", "ask"]

MOST_BYTES = 2 * 1024 * 1024  # of one answer
OK, REDIRECTS, REFUSED = 200, range(300, 400), (401, 403)


def ask(address: Address, body: Mapping[str, Any], *, key: str = "", seconds: float) -> str:
    """Put one question and give what was answered.

    Args:
        address: where; one of this machine is asked only if it is this machine that answers.
        body: the question, as the interface wants it.
        key: sent as a bearer token where it is not empty.
        seconds: for all of it, however slowly the answer trickles.

    Returns:
        The content of the first choice's message.

    Raises:
        NoAnswer: no connection, another status, a redirect, too slow, too long, not in the interface's form.
    """
    content = json.dumps(body, ensure_ascii=False).encode("utf-8", errors="replace")
    headers = {"Content-Type": "application/json", "Accept": "application/json"}
    if key:
        headers["Authorization"] = f"Bearer {key}"
    connection = _connection(address, seconds)
    late = Event()
    try:
        connection.connect()
        _check_peer(connection, address)
        with _watched(connection, seconds, late):
            connection.request("POST", address.path, body=content, headers=headers)
            content = _read(connection.getresponse(), address)
        if late.is_set():  # what came until then is a part of an answer
            raise NoAnswer(host=address.host, why=_late(seconds))
        return _content(content, address)
    except (OSError, HTTPException, ValueError) as error:
        why = _late(seconds) if late.is_set() or isinstance(error, TimeoutError) else _why(error)
        raise NoAnswer(host=address.host, why=why) from error
    finally:
        connection.close()


def _connection(address: Address, seconds: float) -> HTTPConnection:
    if address.scheme == "https":
        context = ssl.create_default_context()
        return HTTPSConnection(address.host, address.port, timeout=seconds, context=context)
    return HTTPConnection(address.host, address.port, timeout=seconds)


def _check_peer(connection: HTTPConnection, address: Address) -> None:
    """Refuse before anything is sent where a name of this machine leads to another."""
    peer = connection.sock.getpeername()[0]
    if not address.remote and not is_loopback(peer):
        raise NoAnswer(host=address.host, why=f"that name leads to another machine ({peer}); nothing was sent")


@contextmanager
def _watched(connection: HTTPConnection, seconds: float, late: Event) -> Iterator[None]:
    """End the connection when the time is over: a timeout of the socket alone would begin anew with every byte."""
    held = connection.sock

    def end() -> None:
        late.set()
        try:
            socket.socket.shutdown(held, socket.SHUT_RDWR)
        except OSError:
            return  # it had ended by itself

    timer = Timer(seconds, end)
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()


def _read(response: HTTPResponse, address: Address) -> bytes:
    if response.status in REDIRECTS:
        raise NoAnswer(host=address.host, why="it sends us to another address, which is not followed")
    if response.status in REFUSED:
        raise NoAnswer(host=address.host, why=f"it refuses us (HTTP {response.status}); look at the key")
    if response.status != OK:
        raise NoAnswer(host=address.host, why=f"HTTP {response.status}; look at its own log")
    content = response.read(MOST_BYTES + 1)
    if len(content) > MOST_BYTES:
        raise NoAnswer(host=address.host, why=f"it is longer than {MOST_BYTES // 1024} KiB")
    return content


def _content(content: bytes, address: Address) -> str:
    try:
        told = json.loads(content)
        said = told["choices"][0]["message"]["content"]
    except (ValueError, RecursionError, LookupError, TypeError) as error:
        raise NoAnswer(host=address.host, why="it is not in the form of this interface") from error
    if not isinstance(said, str):
        raise NoAnswer(host=address.host, why="it holds no text")
    return said


def _late(seconds: float) -> str:
    return f"none within {seconds:.0f} s; a smaller model may be faster"


def _why(error: Exception) -> str:
    if isinstance(error, ConnectionRefusedError):
        return "nothing listens there; start it, or look at the address"
    if isinstance(error, HTTPException):
        return "it broke off, or does not speak HTTP"
    return str(error) or type(error).__name__

"""One question over HTTP, to servers that mean well and to others."""

import json
from http.server import BaseHTTPRequestHandler

import pytest

from kualik.assistant import client
from kualik.assistant.address import parse
from kualik.assistant.errors import NoAnswer
from tests.assistant.server import Behaviour, Served, answering, content, good, serving

BODY = {"model": "toy", "messages": []}


def ask(served: Served, *, seconds: float = 5, key: str = "") -> str:
    """Put a question to a server of the test's own."""
    return client.ask(parse(served.url), BODY, key=key, seconds=seconds)


def test_the_question_arrives_and_the_answer_is_given() -> None:
    """As the interface wants it, with the key in its header."""
    with serving(good()) as served:
        said = ask(served, key="s3cret")

    assert json.loads(said)["persons"][0]["name"] == "Aida Bekova"
    assert served.asked == [BODY]
    assert served.headers[0]["Authorization"] == "Bearer s3cret"


def test_without_a_key_none_is_sent() -> None:
    """Nor an empty one."""
    with serving(good()) as served:
        ask(served)

    assert "Authorization" not in served.headers[0]


def test_a_proxy_of_the_environment_is_not_used(monkeypatch: pytest.MonkeyPatch) -> None:
    """It would be another machine."""
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    with serving(good()) as served:
        assert ask(served)


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_a_redirect_is_not_followed(status: int) -> None:
    """The other server is asked nothing."""
    with (
        serving(good()) as other,
        serving(answering(b"", status=status, Location=f"{other.url}/chat/completions")) as served,
        pytest.raises(NoAnswer, match="not followed"),
    ):
        ask(served)

    assert other.asked == []


@pytest.mark.parametrize(
    ("behave", "why"),
    [
        (answering(b"", status=500), "HTTP 500"),
        (answering(b"{}", status=401), "look at the key"),
        (answering(b"<html>"), "form of this interface"),
        (answering(b"[" * 100_000), "form of this interface"),
        (answering(b'{"choices": []}'), "form of this interface"),
        (answering(b'{"choices": [{"message": {"content": null}}]}'), "no text"),
        (answering(b"\xff\xfe\x00"), "form of this interface"),
        (answering(content("x" * client.MOST_BYTES)), "longer than"),
    ],
)
def test_an_answer_that_is_none_is_said_in_words(behave: Behaviour, why: str) -> None:
    """No traceback, whatever it is."""
    with serving(behave) as served, pytest.raises(NoAnswer, match=why):
        ask(served)


def test_a_connection_that_is_closed_is_said() -> None:
    """Before any answer, and within one."""
    with serving(lambda handler, _: handler.close_connection) as served, pytest.raises(NoAnswer, match="broke off"):  # type: ignore[arg-type]  # nothing is sent
        ask(served)


def test_half_an_answer_is_none() -> None:
    """The server promised more than it sent."""

    def behave(handler: BaseHTTPRequestHandler, _: Served) -> None:
        handler.send_response(200)
        handler.send_header("Content-Length", "1000")
        handler.end_headers()
        handler.wfile.write(content("half")[:20])

    with serving(behave) as served, pytest.raises(NoAnswer):
        ask(served)


def test_one_that_trickles_is_ended_on_time() -> None:
    """Each byte comes in time, the answer does not."""

    def behave(handler: BaseHTTPRequestHandler, served: Served) -> None:
        handler.send_response(200)
        handler.end_headers()
        while not served.over.wait(0.02):
            handler.wfile.write(b" ")

    with serving(behave) as served, pytest.raises(NoAnswer, match="none within"):
        ask(served, seconds=0.3)


def test_one_that_is_silent_is_ended_on_time() -> None:
    """Not even a status comes."""
    with serving(lambda _, served: served.over.wait()) as served, pytest.raises(NoAnswer, match="none within"):  # type: ignore[arg-type]  # nothing is sent
        ask(served, seconds=0.3)


def test_nobody_there_is_said() -> None:
    """The port is free again."""
    with serving(good()) as served:
        pass

    with pytest.raises(NoAnswer, match="nothing listens there"):
        ask(served)


def test_a_name_of_this_machine_that_leads_elsewhere_is_told_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """As a changed file of hosts would do."""
    with serving(good()) as served:
        address = parse(served.url)
        monkeypatch.setattr(client, "is_loopback", lambda _: False)
        with pytest.raises(NoAnswer, match="another machine"):
            client.ask(address, BODY, seconds=5)

    assert served.asked == []

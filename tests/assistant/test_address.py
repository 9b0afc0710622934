"""Where a language model may be asked."""

import pytest

from kualik.assistant.address import is_loopback, parse
from kualik.assistant.errors import AddressRefused


@pytest.mark.parametrize(
    ("url", "host", "port", "path"),
    [
        ("http://127.0.0.1:11434/v1", "127.0.0.1", 11434, "/v1/chat/completions"),
        ("http://localhost:8080/v1/", "localhost", 8080, "/v1/chat/completions"),
        ("http://[::1]:8080", "::1", 8080, "/chat/completions"),
        ("https://127.0.0.1/v1/chat/completions", "127.0.0.1", 443, "/v1/chat/completions"),
    ],
)
def test_an_address_of_this_machine_is_taken_as_people_write_it(url: str, host: str, port: int, path: str) -> None:
    """With or without the path of the questions."""
    address = parse(url)

    assert (address.host, address.port, address.path, address.remote) == (host, port, path, False)


@pytest.mark.parametrize(
    "url",
    [
        "model.invalid:80", "ftp://127.0.0.1/v1", "http://", "http://127.0.0.1:port/v1", "http://me:key@127.0.0.1/v1",
        "http://127.0.0.1/v1?key=1", "http://[::1", "http://127.0.0.1:99999/",
    ],
)  # fmt: skip
def test_what_is_no_address_is_refused(url: str) -> None:
    """And a key in an address, where it would be written to logs."""
    with pytest.raises(AddressRefused, match="nothing was sent"):
        parse(url)


@pytest.mark.parametrize(
    "host", ["model.invalid", "10.0.0.5", "192.168.1.1", "127.0.0.1.model.invalid", "localhost.invalid"]
)
def test_another_machine_is_remote_and_never_asked_in_the_clear(host: str) -> None:
    """Whatever its name looks like."""
    assert not is_loopback(host)
    assert parse(f"https://{host}/v1").remote
    with pytest.raises(AddressRefused, match="unencrypted"):
        parse(f"http://{host}/v1")

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


@pytest.mark.parametrize(
    "url",
    [
        "https://me:s3cret@model.invalid/v1", "https://s3cret@model.invalid/v1", "https://model.invalid/v1?key=s3cret",
        "https://model.invalid/v1#s3cret", "ftp://me:s3cret@model.invalid/v1", "http://me:s3cret@127.0.0.1:port/v1",
    ],
)  # fmt: skip
def test_a_key_in_a_refused_address_is_not_repeated(url: str) -> None:
    """What is refused goes to terminals and logs."""
    with pytest.raises(AddressRefused) as refused:
        parse(url)

    assert "s3cret" not in str(refused.value)
    assert "s3cret" not in refused.value.url


@pytest.mark.parametrize(
    "url", ["https://model.invalid/a b", "https://model.invalid/\u202ev1", "https://m\x1b[2J.invalid/v1"]
)
def test_an_address_with_letters_that_no_address_has_is_refused(url: str) -> None:
    """They would steer the terminal of whoever is asked to confirm it, or show another host than is meant."""
    with pytest.raises(AddressRefused):
        parse(url)


def test_a_host_in_letters_that_look_like_others_is_refused() -> None:
    """A Cyrillic "о" in a Latin name: whoever confirms cannot see where the text goes."""
    with pytest.raises(AddressRefused, match="xn--"):
        parse("https://m\u043edel.invalid/v1")

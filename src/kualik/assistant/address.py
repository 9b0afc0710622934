"""Where a language model is asked: this machine, or elsewhere and then only by the user's own will."""

from dataclasses import dataclass
from ipaddress import ip_address
from urllib.parse import urlsplit

from kualik.assistant.errors import AddressRefused

__all__ = ["Address", "is_loopback", "parse"]

PORTS = {"http": 80, "https": 443}
HERE = "localhost"
PATH = "/chat/completions"


@dataclass(frozen=True, slots=True, kw_only=True)
class Address:
    """An OpenAI-compatible address, taken apart; `path` is that of the questions."""

    url: str
    scheme: str
    host: str
    port: int
    path: str

    @property
    def remote(self) -> bool:
        """Whether what is sent there leaves this machine."""
        return not is_loopback(self.host)


def is_loopback(host: str) -> bool:
    """Say whether a host is this machine: a loopback address, or the name localhost."""
    if host == HERE:
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False


def parse(url: str) -> Address:
    """Take an address apart.

    Args:
        url: such as http://127.0.0.1:11434/v1; the path of the questions is added where it is not there.

    Returns:
        The address.

    Raises:
        AddressRefused: it is none, or text would travel to another machine unencrypted.
    """
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError as error:
        raise AddressRefused(url=url, why=f"this is no address ({error})") from error
    if parts.scheme not in PORTS or not parts.hostname:
        raise AddressRefused(url=url, why="write it as http://127.0.0.1:11434/v1")
    if parts.username or parts.password or parts.query or parts.fragment:
        raise AddressRefused(url=url, why="it must not hold a name, a key, a query or a fragment")
    path = parts.path.rstrip("/")
    path = path if path.endswith(PATH) else f"{path}{PATH}"
    address = Address(url=url, scheme=parts.scheme, host=parts.hostname, port=port or PORTS[parts.scheme], path=path)
    if address.remote and parts.scheme != "https":
        raise AddressRefused(url=url, why="text would travel to another machine unencrypted: write https://")
    return address

"""Where a language model is asked: this machine, or elsewhere and then only by the user's own will."""

import re
from dataclasses import dataclass
from ipaddress import ip_address
from urllib.parse import urlsplit

from kualik.assistant.errors import AddressRefused

__all__ = ["Address", "is_loopback", "parse"]

PORTS = {"http": 80, "https": 443}
HERE = "localhost"
PATH = "/chat/completions"
PLAIN = re.compile(r"[!-~]+")
BEFORE_HOST = re.compile(r"//[^/]*@")
AFTER = re.compile(r"[?#].*", re.DOTALL)


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
    shown = _shown(url)
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError as error:
        raise AddressRefused(url=shown, why="this is no address") from error
    if parts.scheme not in PORTS or not parts.hostname:
        raise AddressRefused(url=shown, why="write it as http://127.0.0.1:11434/v1")
    if parts.username or parts.password or parts.query or parts.fragment:
        raise AddressRefused(url=shown, why="it must not hold a name, a key, a query or a fragment")
    if not PLAIN.fullmatch(url):  # letters of another script can look like those of the host that is meant
        raise AddressRefused(url=shown, why="write it in ASCII letters, a host of other letters as xn--…")
    path = parts.path.rstrip("/")
    path = path if path.endswith(PATH) else f"{path}{PATH}"
    address = Address(url=url, scheme=parts.scheme, host=parts.hostname, port=port or PORTS[parts.scheme], path=path)
    if address.remote and parts.scheme != "https":
        raise AddressRefused(url=shown, why="text would travel to another machine unencrypted: write https://")
    return address


def _shown(url: str) -> str:
    """Write an address as a message may repeat it: without what may be a key, and without what steers a terminal."""
    bare = AFTER.sub("", BEFORE_HOST.sub("//", url))
    return "".join(mark if mark.isprintable() else "?" for mark in bare)

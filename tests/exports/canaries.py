"""Look for secrets in what leaves: as they are, encoded, reversed, and in other alphabets."""

import base64
from collections.abc import Iterable, Iterator
from urllib.parse import quote

from kualik.engine.screening import risks

__all__ = ["found", "heard"]


def found(content: bytes, secrets: Iterable[str]) -> list[str]:
    """Name the secrets that stand in some bytes as they are, or encoded, reversed, joined."""
    small = content.lower()
    return [secret for secret in secrets if any(form in small for form in _forms(secret))]


def heard(content: bytes, names: Iterable[str]) -> list[str]:
    """Name the people who stand in some bytes under any spelling, in any alphabet, whole or in part."""
    text = content.decode("utf-8", errors="replace")
    return sorted({leak.secret for leak in risks(text, names)})


def _forms(secret: str) -> Iterator[bytes]:
    for text in (secret, secret[::-1], secret.replace(" ", "-"), secret.replace(" ", "_"), secret.replace(" ", "")):
        for encoding in ("utf-8", "utf-16-le", "utf-16-be"):
            yield text.lower().encode(encoding)
        yield quote(text).lower().encode()
    plain = secret.encode()
    for shift in range(3):  # where in a longer text the secret begins decides how its base64 looks
        coded = base64.b64encode(b" " * shift + plain)
        yield coded[4:-4].lower()
    yield plain.hex().encode()

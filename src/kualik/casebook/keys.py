"""The casebook's keys: one random master key, everything else derived from it.

In a plain casebook `keys.json` holds the master key itself (mode 600). In an encrypted one it holds the master key
sealed twice: under the passphrase (Argon2id) and under the recovery key that was printed once; either opens it, and
a new passphrase means sealing again, not encrypting everything again. Source: shared/methods/trust.md, R-ENC-1.
"""

import json
import os
import secrets
from base64 import b32decode, b32encode
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from argon2.low_level import Type, hash_secret_raw
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from pyrage import x25519

from kualik.casebook.durable import write_file
from kualik.casebook.errors import CasebookLocked, DamagedCasebook, NewerCasebook, WrongPassphrase

__all__ = ["COST", "Cost", "Keys", "create", "from_environment", "is_encrypted", "rewrap", "unlock"]

FORMAT = 1
LENGTH = 32  # bytes of every key
GROUP = 4  # letters between the dashes of a recovery key


@dataclass(frozen=True, slots=True, kw_only=True)
class Cost:
    """What one guess of a passphrase costs. RFC 9106 section 4 recommends at least 3 passes over 64 MiB."""

    passes: int = 3
    memory_kib: int = 256 * 1024
    lanes: int = 4


COST = Cost()


@dataclass(frozen=True, slots=True, kw_only=True)
class Keys:
    """The unlocked keys of one casebook. `identity` opens its originals, and is None where they are plain."""

    master: bytes
    identity: str | None = None

    def __repr__(self) -> str:
        return "Keys(…)"  # a key is never printed, not even by a traceback

    def derive(self, purpose: str) -> bytes:
        """Derive the key for one purpose: 32 bytes, unlike those of every other purpose."""
        return _derive(self.master, purpose)


def _derive(key: bytes, purpose: str) -> bytes:
    return HKDF(algorithm=SHA256(), length=LENGTH, salt=None, info=f"kualik/{purpose}".encode()).derive(key)


def create(path: Path, *, passphrase: str | None = None, cost: Cost = COST) -> tuple[Keys, str | None]:
    """Make new keys and write them to a file that only its owner may read.

    Args:
        path: where; must not exist.
        passphrase: seals the master key; None leaves the casebook plain.
        cost: what one guess of the passphrase is to cost.

    Returns:
        The keys, and for an encrypted casebook the recovery key, which is kept nowhere.
    """
    master = secrets.token_bytes(LENGTH)
    if passphrase is None:
        _write(path, {"format": FORMAT, "master": master.hex()})
        return Keys(master=master), None
    identity, recovery = str(x25519.Identity.generate()), secrets.token_bytes(LENGTH)
    content = {
        "format": FORMAT,
        "passphrase": _sealed_by_passphrase(master, passphrase, cost),
        "recovery": _seal(_derive(recovery, "recovery"), master),
        "identity": _seal(_derive(master, "identity"), identity.encode()),
    }
    _write(path, content)
    return Keys(master=master, identity=identity), _spelled(recovery)


def rewrap(path: Path, *, keys: Keys, passphrase: str, cost: Cost = COST) -> None:
    """Seal the master key under a new passphrase; the recovery key stays valid."""
    _write(path, _content(path) | {"passphrase": _sealed_by_passphrase(keys.master, passphrase, cost)})


def is_encrypted(path: Path) -> bool:
    """Say whether a passphrase is needed.

    Raises:
        DamagedCasebook: the file is missing or cannot be understood.
        NewerCasebook: it was written by a newer program.
    """
    return "master" not in _content(path)


def unlock(path: Path, *, ask: Callable[[], str | None] | None = None) -> Keys:
    """Read the keys, with the passphrase or the recovery key where they are sealed.

    Args:
        path: the file.
        ask: gives the passphrase, or None when there is nobody to ask; the environment when left out.

    Raises:
        CasebookLocked: a passphrase is needed and none was given.
        WrongPassphrase: it does not fit.
        DamagedCasebook: the file is missing or cannot be understood.
        NewerCasebook: it was written by a newer program.
    """
    content = _content(path)
    try:
        if "master" in content:
            return Keys(master=bytes.fromhex(content["master"]))
        secret = (ask or from_environment)()
        if secret is None:
            raise CasebookLocked(path=path.parent)
        return _opened(content, secret, path)
    except (KeyError, TypeError, ValueError) as error:
        raise DamagedCasebook(path=path, what="holds no keys of ours") from error


def from_environment() -> str | None:
    """Take the passphrase from the file that KUALIK_PASSPHRASE_FILE names, or from KUALIK_PASSPHRASE."""
    if named := os.environ.get("KUALIK_PASSPHRASE_FILE"):
        return Path(named).read_text(encoding="utf-8").rstrip("\r\n")
    return os.environ.get("KUALIK_PASSPHRASE") or None


def _content(path: Path) -> dict[str, Any]:
    try:
        content = json.loads(path.read_text(encoding="ascii"))
        version = content["format"]
    except (FileNotFoundError, ValueError, KeyError, TypeError) as error:
        raise DamagedCasebook(path=path, what="missing or not readable as keys") from error
    if version != FORMAT:
        raise NewerCasebook(path=path, found=f"key format {version}", known=f"format {FORMAT}")
    assert isinstance(content, dict)
    return content


def _write(path: Path, content: dict[str, Any]) -> None:
    write_file(path, json.dumps(content, indent=2).encode("ascii") + b"\n", mode=0o600)


def _opened(content: dict[str, Any], secret: str, path: Path) -> Keys:
    for key, sealed in _candidates(content, secret):
        try:
            master = _unseal(key, sealed)
        except InvalidTag:
            continue
        try:
            identity = _unseal(_derive(master, "identity"), content["identity"]).decode()
        except InvalidTag as error:
            raise DamagedCasebook(path=path, what="its parts do not belong together") from error
        return Keys(master=master, identity=identity)
    raise WrongPassphrase(path=path.parent)


def _candidates(content: dict[str, Any], secret: str) -> list[tuple[bytes, dict[str, str]]]:
    recovery = _heard(secret)
    if recovery is not None:
        return [(_derive(recovery, "recovery"), content["recovery"])]
    wrapped = content["passphrase"]
    cost = Cost(passes=wrapped["passes"], memory_kib=wrapped["memory_kib"], lanes=wrapped["lanes"])
    return [(_stretched(secret, bytes.fromhex(wrapped["salt"]), cost), wrapped)]


def _sealed_by_passphrase(master: bytes, passphrase: str, cost: Cost) -> dict[str, str | int]:
    salt = secrets.token_bytes(16)
    parameters = {"passes": cost.passes, "memory_kib": cost.memory_kib, "lanes": cost.lanes}
    return {"salt": salt.hex()} | parameters | _seal(_stretched(passphrase, salt, cost), master)


def _stretched(passphrase: str, salt: bytes, cost: Cost) -> bytes:
    return hash_secret_raw(passphrase.encode(), salt, cost.passes, cost.memory_kib, cost.lanes, LENGTH, Type.ID)


def _seal(key: bytes, content: bytes) -> dict[str, str]:
    nonce = secrets.token_bytes(12)
    return {"nonce": nonce.hex(), "sealed": ChaCha20Poly1305(key).encrypt(nonce, content, None).hex()}


def _unseal(key: bytes, sealed: dict[str, str]) -> bytes:
    return ChaCha20Poly1305(key).decrypt(bytes.fromhex(sealed["nonce"]), bytes.fromhex(sealed["sealed"]), None)


def _spelled(recovery: bytes) -> str:
    letters = b32encode(recovery).decode().rstrip("=")
    return "-".join(letters[at : at + GROUP] for at in range(0, len(letters), GROUP))


def _heard(text: str) -> bytes | None:
    """Understand a recovery key as somebody types it: small letters and spaces do no harm. None: it is none."""
    letters = text.replace("-", "").replace(" ", "").upper()
    try:
        found = b32decode(letters + "=" * (-len(letters) % 8))
    except ValueError:
        return None
    return found if len(found) == LENGTH else None

"""Check a Kuälik ledger with nothing but Python: python3 verify_ledger.py LEDGER [--vault CASEBOOK].

LEDGER is what `kualik verify --ledger FILE` wrote (a JSON object a line), or a plain casebook.sqlite3.
--vault also hashes every original of a plain casebook again: its name must follow from its hash.
Exit code: 0 whole, 1 not whole, 2 wrong usage.
"""

import argparse
import hashlib
import hmac
import json
import sqlite3
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from uuid import UUID

FIELDS = ("seq", "at", "actor", "kind", "about", "details", "previous")
CANONICAL = json.JSONEncoder(sort_keys=True, separators=(",", ":"), ensure_ascii=False)


def rows(path: Path) -> Iterator[dict[str, Any]]:
    """Go through the entries in their order."""
    with path.open("rb") as file:
        if file.read(15) != b"SQLite format 3":
            yield from map(json.loads, path.read_text(encoding="utf-8").splitlines())
            return
    query = "SELECT seq, at, actor_id, kind, about, details, previous, hash FROM ledger_entry ORDER BY seq"
    for *values, hash_ in sqlite3.connect(f"file:{path}?mode=ro", uri=True).execute(query):
        row = dict(zip(FIELDS, values, strict=True))
        at = datetime.fromisoformat(row["at"]).replace(tzinfo=UTC).isoformat(timespec="microseconds")
        yield row | {"at": at, "actor": str(UUID(row["actor"])), "details": json.loads(row["details"]), "hash": hash_}


def faults(path: Path) -> Iterator[str]:
    """Check number, chain and hash of each entry."""
    seq, previous = 0, "0" * 64
    for row in rows(path):
        content = CANONICAL.encode({key: row[key] for key in FIELDS}).encode()
        if row["seq"] != seq + 1:
            yield f"entry {seq + 1} is missing"
        if row["previous"] != previous:
            yield f"entry {row['seq']} does not follow from the entry before it"
        if hashlib.sha256(content).hexdigest() != row["hash"]:
            yield f"entry {row['seq']} was changed after it was written"
        seq, previous = row["seq"], row["hash"]
    print(f"{seq} entries, the last {previous}")


def vault_faults(casebook: Path) -> Iterator[str]:
    """Check that each original's name is the HMAC of its SHA-256 (the key by HKDF, RFC 5869)."""
    keys = json.loads((casebook / "keys.json").read_text(encoding="ascii"))
    if "master" not in keys:
        yield "the casebook is encrypted: check its originals with kualik verify"
        return
    key = hmac.digest(hmac.digest(bytes(32), bytes.fromhex(keys["master"]), "sha256"), b"kualik/names\x01", "sha256")
    for path in sorted((casebook / "vault").glob("??/*")):
        if hmac.new(key, hashlib.sha256(path.read_bytes()).digest(), "sha256").hexdigest() != path.name:
            yield f"original {path.name} was changed after it was kept"


def main() -> int:
    """Check what is named on the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("ledger", type=Path)
    parser.add_argument("--vault", type=Path, metavar="CASEBOOK")
    words = parser.parse_args()
    try:
        found = [*faults(words.ledger), *(vault_faults(words.vault) if words.vault else ())]
    except (OSError, ValueError, KeyError, sqlite3.Error) as error:
        found = [f"cannot be read: {error!r}"]
    print("\n".join(found) or "whole")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())

"""Bytes into the vault, before a row speaks of them."""

import unicodedata
from contextlib import nullcontext
from hashlib import file_digest
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

from django.conf import settings

from kualik.casebook import folder
from kualik.casebook.errors import TooLarge
from kualik.casebook.vault import Stored
from kualik.cases.sources.models import Source

__all__ = ["Content", "keep", "known", "plain_name"]

Content = Path | BinaryIO | bytes
LONGEST_NAME = 500  # characters


def known(content: Content) -> Source | None:
    """Find a file that is here already without copying it, so that going on with a large folder is quick."""
    if not isinstance(content, Path) or not content.is_file():
        return None
    with content.open("rb") as file:
        found = Source.objects.filter(sha256=file_digest(file, "sha256").hexdigest()).first()
    vault = folder.vault(Path(settings.CASEBOOK))
    return found if found and vault.exists(found.object_name) else None


def keep(content: Content, name: str) -> Stored:
    """Put bytes into the vault; when this returns, they are on the disk.

    Raises:
        TooLarge: there are more bytes than the casebook takes; nothing is kept.
        DiskFull: there is no room; nothing is kept.
    """
    casebook = folder.describe(Path(settings.CASEBOOK))
    if isinstance(content, Path) and content.stat().st_size > casebook.file_limit:
        raise TooLarge(name=name, limit=casebook.file_limit)
    with _stream(content) as stream:
        return folder.vault(casebook.path).put(stream, label=name, limit=casebook.file_limit)


def plain_name(name: str) -> str:
    """Take folders, control letters and what turns text around out of a file's name; keep its end, which says what."""
    last = name.replace("\\", "/").rstrip("/").rpartition("/")[2]
    plain = "".join(letter for letter in last if unicodedata.category(letter) not in {"Cc", "Cf", "Cs"})
    return plain[-LONGEST_NAME:] or "unnamed"


def _stream(content: Content) -> "BinaryIO | nullcontext[BinaryIO]":
    if isinstance(content, Path):
        return content.open("rb")
    return BytesIO(content) if isinstance(content, bytes) else nullcontext(content)

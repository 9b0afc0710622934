"""Which language model is asked, if any: `assistant.toml` in the casebook, off as long as there is none.

`KUALIK_LLM_URL` and `KUALIK_LLM_MODEL` name one on this machine for a single command without a casebook. A key is never
kept here: it is in the environment (`KUALIK_LLM_KEY`) or in a file of the user's.
"""

import json
import os
import stat
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kualik.assistant.address import Address, parse
from kualik.assistant.errors import AddressRefused, NoAssistant, SettingsRefused
from kualik.casebook.durable import write_file

__all__ = ["FILE", "KEY", "MODEL", "URL", "Settings", "forget", "is_set", "key", "load", "write"]

FILE = "assistant.toml"
URL, MODEL, KEY = "KUALIK_LLM_URL", "KUALIK_LLM_MODEL", "KUALIK_LLM_KEY"
SECONDS, MOST_SECONDS = 120, 300  # for one question; for a document of `kualik read`, or a source of the worker
OTHERS = stat.S_IRWXG | stat.S_IRWXO


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Whom to ask. `confirmed` names the host to which somebody said that text may be sent; see `allowed`."""

    url: str
    model: str
    key_file: str = ""
    allow_remote_llm: bool = False
    confirmed: str = ""
    seconds: int = SECONDS

    @property
    def address(self) -> Address:
        """The address, taken apart."""
        return parse(self.url)

    def allowed(self) -> Address:
        """Give the address, if text may be sent there.

        Raises:
            AddressRefused: it is not on this machine, and that was not allowed and confirmed for this very host.
        """
        address = self.address
        if address.remote and not self.allow_remote_llm:
            raise AddressRefused(
                url=self.url, why="it is not on this machine, and allow_remote_llm is not true: text would leave it"
            )
        if address.remote and self.confirmed != address.host:
            raise AddressRefused(
                url=self.url,
                why=f"nobody confirmed that text may be sent to {address.host}: kualik llm set --allow-remote asks",
            )
        return address


def is_set(casebook: Path) -> bool:
    """Say whether a language model is set for a casebook or in the environment."""
    return bool(os.environ.get(URL)) or (casebook / FILE).is_file()


def load(casebook: Path) -> Settings:
    """Read whom to ask: from the environment where that names an address, else from the casebook.

    Args:
        casebook: the casebook's folder; there need not be one.

    Returns:
        The settings. Those of the environment can name this machine only.

    Raises:
        NoAssistant: nobody is set.
        SettingsRefused: the file cannot be understood.
    """
    if url := os.environ.get(URL):
        return Settings(url=url, model=os.environ.get(MODEL, "default"))
    path = casebook / FILE
    try:
        told = tomllib.loads(path.read_text(encoding="utf-8"))
    except (FileNotFoundError, NotADirectoryError) as error:
        raise NoAssistant(path=casebook) from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise SettingsRefused(path=path, why=f"it cannot be read ({error})") from error
    return _checked(path, told)


def _checked(path: Path, told: dict[str, Any]) -> Settings:
    kinds = {"url": str, "model": str, "key_file": str, "allow_remote_llm": bool, "confirmed": str, "seconds": int}
    for name, value in told.items():
        if name not in kinds or type(value) is not kinds[name]:
            raise SettingsRefused(path=path, why=f"{name!r} is no setting of a language model, or not of that kind")
    if not told.get("url") or not told.get("model"):
        raise SettingsRefused(path=path, why="it names no url, or no model")
    if not 0 < told.get("seconds", SECONDS) <= MOST_SECONDS:
        raise SettingsRefused(path=path, why=f"seconds must be 1 to {MOST_SECONDS}")
    return Settings(**told)


def write(casebook: Path, settings: Settings) -> Path:
    """Keep whom to ask, for a casebook.

    Raises:
        AddressRefused: no text may be sent there.
    """
    settings.allowed()
    lines = [f"url = {json.dumps(settings.url)}", f"model = {json.dumps(settings.model, ensure_ascii=False)}"]
    if settings.key_file:
        lines.append(f"key_file = {json.dumps(settings.key_file, ensure_ascii=False)}")
    lines.append(f"allow_remote_llm = {json.dumps(settings.allow_remote_llm)}")
    if settings.confirmed:
        lines.append(f"confirmed = {json.dumps(settings.confirmed)}")
    lines.append(f"seconds = {settings.seconds}")
    path = casebook / FILE
    write_file(path, ("\n".join(lines) + "\n").encode(), mode=0o600)
    return path


def forget(casebook: Path) -> bool:
    """Switch the language model of a casebook off; says whether one was set."""
    path = casebook / FILE
    was = path.is_file()
    path.unlink(missing_ok=True)
    return was


def key(settings: Settings, *, casebook: Path) -> str:
    """Find the key that the address asks for: in the file that the settings name, else in KUALIK_LLM_KEY.

    Args:
        settings: whom to ask.
        casebook: whose settings they are, for the message.

    Returns:
        The key; empty where none is needed.

    Raises:
        SettingsRefused: the file is not there, others may read it, or what it holds is no key.
    """
    if not settings.key_file:
        return _plausible(os.environ.get(KEY, ""), casebook / FILE)
    path = Path(settings.key_file).expanduser()
    try:
        if path.stat().st_mode & OTHERS:
            raise SettingsRefused(path=path, why="others may read this key; let only its owner: chmod 600")
        given = path.read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsRefused(path=path, why="the key cannot be read there") from error
    if not given:
        raise SettingsRefused(path=path, why="it is empty, and should hold the key")
    return _plausible(given, path)


def _plausible(given: str, path: Path) -> str:
    if not (given.isascii() and given.isprintable()) or " " in given:
        raise SettingsRefused(path=path, why="what is given as a key is none: one line of letters and digits")
    return given

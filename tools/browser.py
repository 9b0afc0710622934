"""A Chromium for the browser tests: one that is here, or one that is brought here.

In order: the one that KUALIK_CHROMIUM names; one unpacked here before; Chromium, Chrome or Edge of the system;
Playwright's own. Where there is none, on Debian its package `chromium` is installed (as root) or unpacked into
`.tools/browser` (as anybody); elsewhere Playwright is asked to fetch its own.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from tools import debian
from tools.steps import ROOT, python, say

__all__ = ["FLAGS", "UNPACKED", "Browser", "NoBrowser", "environment", "find", "from_environment", "provide"]

# Chromium looks up its maker's hosts at every start unless told not to.
FLAGS = (
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
)
NO_SANDBOX = "--no-sandbox"
UNPACKED = ROOT / ".tools" / "browser"
NAMES = (
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "microsoft-edge",
    "microsoft-edge-stable",
)
APPLICATIONS = ("Chromium", "Google Chrome", "Microsoft Edge")
PATIENCE = 60  # seconds for a browser to show an empty page, on a machine that is busy
NODE = "PLAYWRIGHT_NODEJS_PATH"


class NoBrowser(Exception):
    """No browser can be had; the message says what to do."""

    def __init__(self, *, tried: str) -> None:
        super().__init__(
            f"no Chromium for the browser tests ({tried})\n"
            "  Either install one (on Debian: sudo apt-get install -y chromium), or set KUALIK_CHROMIUM=/path/to/it,\n"
            "  or run without, which tests less: ./kualik test --without-browser"
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Browser:
    """A Chromium that was seen to start, and the flags with which it did."""

    path: Path
    flags: tuple[str, ...]


def find() -> Browser | None:
    """Find a browser that is here and starts.

    Raises:
        NoBrowser: KUALIK_CHROMIUM names one that does not start.
    """
    if named := os.environ.get("KUALIK_CHROMIUM"):
        browser = _tried(Path(named))
        if browser is None:
            raise NoBrowser(tried=f"KUALIK_CHROMIUM={named} does not start")
        return browser
    return next(filter(None, map(_tried, _candidates())), None)


def provide() -> Browser:
    """Find a browser, or bring one here.

    Raises:
        NoBrowser: there is none and none could be brought.
    """
    if browser := find():
        return browser
    tried = []
    for how, bring in _ways():
        say(f"no browser here yet: {how}")
        if not bring():
            tried.append(f"failed: {how}")
        elif browser := find():
            return browser
        else:
            tried.append(f"did not start: {how}")
    raise NoBrowser(tried="; ".join(tried) or "no way of getting one is known for this system")


def environment(browser: Browser) -> dict[str, str]:
    """Say in environment variables what `from_environment` reads, so that nothing is tried twice."""
    said = {"KUALIK_CHROMIUM": str(browser.path), "KUALIK_CHROMIUM_FLAGS": " ".join(browser.flags)}
    node = UNPACKED / "node"
    return said | ({NODE: str(node)} if node.is_file() and NODE not in os.environ else {})


def from_environment() -> Browser:
    """Give the browser that `./kualik test` chose; under a bare pytest, find one.

    Raises:
        NoBrowser: there is none.
    """
    path, flags = os.environ.get("KUALIK_CHROMIUM"), os.environ.get("KUALIK_CHROMIUM_FLAGS")
    if path and flags is not None:
        return Browser(path=Path(path), flags=tuple(flags.split()))
    if browser := find():
        return browser
    raise NoBrowser(tried="./kualik test brings one")


def _candidates() -> Iterator[Path]:
    yield UNPACKED / "chromium"
    yield from (Path(found) for found in map(shutil.which, NAMES) if found)
    for folder in (Path("/Applications"), Path.home() / "Applications"):
        yield from (folder / f"{name}.app" / "Contents" / "MacOS" / name for name in APPLICATIONS)
    yield from _playwrights()


def _playwrights() -> Iterator[Path]:
    """Where Playwright keeps the browser that it fetches, if it has fetched one."""
    script = "from playwright.sync_api import sync_playwright as s\nwith s() as p: print(p.chromium.executable_path)"
    done = subprocess.run((sys.executable, "-c", script), capture_output=True, encoding="utf-8", check=False)
    if done.returncode == 0:
        yield Path(done.stdout.strip())


def _tried(path: Path) -> Browser | None:
    """Start a browser on an empty page, in its own sandbox if that can be; root has no such sandbox."""
    if not os.access(path, os.X_OK):
        return None
    choices = ((*FLAGS, NO_SANDBOX),) if os.geteuid() == 0 else (FLAGS, (*FLAGS, NO_SANDBOX))
    return next((Browser(path=path, flags=flags) for flags in choices if _starts(path, flags)), None)


def _starts(path: Path, flags: tuple[str, ...]) -> bool:
    with tempfile.TemporaryDirectory(prefix="kualik-browser-", ignore_cleanup_errors=True) as profile:
        words = (str(path), "--headless", *flags, f"--user-data-dir={profile}", "--dump-dom", "about:blank")
        try:
            done = subprocess.run(words, capture_output=True, timeout=PATIENCE, check=False)
        except (subprocess.TimeoutExpired, OSError):
            return False
        return b"<html" in done.stdout


def _ways() -> Iterator[tuple[str, Callable[[], bool]]]:
    if debian.is_here():
        if os.geteuid() == 0:
            yield "installing Debian's package (apt-get install chromium)", debian.installed
        else:
            yield f"unpacking Debian's package into {UNPACKED}", lambda: debian.unpacked(UNPACKED)
    yield "asking Playwright for its own (playwright install chromium)", _fetched


def _fetched() -> bool:
    return subprocess.run(python("-m", "playwright", "install", "chromium"), check=False).returncode == 0

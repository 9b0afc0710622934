"""Debian's own Chromium: installed as root, or, as anybody, fetched by apt and unpacked beside the repository.

The second way needs no right but to read the package lists: apt checks the signatures and works out what this
machine lacks, and nothing outside the given folder is written.
"""

import platform
import shutil
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path
from shlex import quote

__all__ = ["installed", "is_here", "unpacked"]

PACKAGES = ("chromium", "libatomic1")  # the second is for Playwright's own node
FONTS = '<?xml version="1.0"?><fontconfig><dir>{fonts}</dir><cachedir>{cache}</cachedir></fontconfig>\n'


def is_here() -> bool:
    """Say whether this is Debian itself; Ubuntu's package of that name is an empty one that wants snap."""
    if sys.platform != "linux" or not shutil.which("apt-get"):
        return False
    return platform.freedesktop_os_release().get("ID") == "debian"


def installed() -> bool:
    """Install the packages, as root."""
    quiet = ("apt-get", "-qq", "-o", "Dpkg::Use-Pty=0")
    return _all_run((*quiet, "update"), (*quiet, "install", "-y", "--no-install-recommends", *PACKAGES))


def unpacked(folder: Path) -> bool:
    """Fetch the packages and what they need that is not installed, and unpack them into a folder.

    Leaves two commands there, `chromium` and `node`, that find their libraries and fonts beside them.
    """
    shutil.rmtree(folder, ignore_errors=True)
    apt, root = folder / "apt", folder / "root"
    for place in ("lists/partial", "cache/archives/partial"):
        (apt / place).mkdir(parents=True)
    options = (f"Dir::State::Lists={apt / 'lists'}", f"Dir::Cache={apt / 'cache'}", "Debug::NoLocking=true")
    command = ("apt-get", "-qq", *(word for option in options for word in ("-o", option)))
    fetched = _all_run(
        (*command, "update"), (*command, "install", "-y", "--download-only", "--no-install-recommends", *PACKAGES)
    )
    archives = sorted((apt / "cache" / "archives").glob("*.deb"))
    if not fetched or not _all_run(*(("dpkg-deb", "-x", str(archive), str(root)) for archive in archives)):
        return False
    _write_commands(folder=folder, root=root)
    shutil.rmtree(apt)
    return True


def _write_commands(*, folder: Path, root: Path) -> None:
    libraries = sorted({str(found.parent) for found in root.rglob("*.so*")})
    fonts = folder / "fonts.conf"
    fonts.write_text(FONTS.format(fonts=root / "usr" / "share" / "fonts", cache=folder / "fonts"))
    variables = {"LD_LIBRARY_PATH": ":".join(libraries), "FONTCONFIG_FILE": str(fonts)}
    spec = find_spec("playwright")
    driver = Path(spec.origin).parent / "driver" if spec and spec.origin else folder
    _write_command(folder / "node", driver / "node", variables)
    _write_command(folder / "chromium", root / "usr" / "lib" / "chromium" / "chromium", variables)


def _write_command(path: Path, program: Path, variables: dict[str, str]) -> None:
    """Write a small script that runs a program with these variables, and no other program with them."""
    said = " ".join(f"{name}={quote(value)}" for name, value in variables.items())
    path.write_text(f'#!/bin/sh\n{said} exec {quote(str(program))} "$@"\n')
    path.chmod(0o755)


def _all_run(*commands: tuple[str, ...]) -> bool:
    return all(subprocess.run(command, check=False).returncode == 0 for command in commands)

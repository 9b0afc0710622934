"""Write THIRD_PARTY.md: what Kuälik stands on, under which licence, from the lock and the installed packages.

.venv/bin/python -m tools.notices [--check]
"""

import re
import sys
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from email.message import Message

ROOT = Path(__file__).parent.parent
PAGE = ROOT / "THIRD_PARTY.md"
VENDORED = ROOT / "tools" / "vendored.md"
UNSTATED = {  # read in the package's own licence file, since its metadata does not say
    "colorama": "BSD-3-Clause",  # Windows only
    "pyrage": "MIT",
    "sqlcipher3": "Zlib; SQLCipher: BSD-3-Clause",
}
HEAD = """# Third-party notices

Kuälik is under AGPL-3.0-or-later. It stands on the work of others; their licences are compatible with that, and each
package carries its own text. Written by `tools/notices.py` from `requirements.lock`; do not edit.

| package | version | licence |
|---|---|---|
"""


def licence(name: str) -> str:
    """Find the licence that a package states: SPDX expression, classifier or words."""
    if name in UNSTATED:
        return UNSTATED[name]
    metadata = cast("Message", distribution(name).metadata)  # which it is, whatever its own type says less
    if expression := metadata.get("License-Expression"):
        return str(expression)
    classifiers = [one for one in metadata.get_all("Classifier") or [] if one.startswith("License ::")]
    return classifiers[0].rpartition("::")[2].strip() if classifiers else str(metadata.get("License") or "not stated")


def page() -> str:
    """Write the whole page."""
    pins = re.findall(r"^([a-z0-9][\w.-]*)==([\w.]+)", (ROOT / "requirements.lock").read_text(), re.MULTILINE)
    return (
        HEAD
        + "".join(f"| {name} | {version} | {licence(name)} |\n" for name, version in pins)
        + "\n"
        + VENDORED.read_text()
    )


def main() -> int:
    """Write the page, or with --check say whether it is stale."""
    try:
        fresh = page()
    except PackageNotFoundError as missing:
        sys.stderr.write(f"{missing} is in requirements.lock but not installed: run ./kualik lint once\n")
        return 1
    if "--check" not in sys.argv:
        PAGE.write_text(fresh)
        return 0
    if PAGE.read_text() != fresh:
        sys.stderr.write("THIRD_PARTY.md is stale: run .venv/bin/python -m tools.notices\n")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())

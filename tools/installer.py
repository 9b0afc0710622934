"""The uv that ./kualik set this environment up with."""

import re
import shutil
from pathlib import Path

from tools.steps import ROOT

__all__ = ["BUILD_LOCK", "located"]

BUILD_LOCK = ROOT / "tools" / "build.lock"


def located() -> Path:
    """Find uv: the one that ./kualik fetched, else the one on the path."""
    pinned = re.search(r"^uv==([\d.]+)", (ROOT / "tools" / "installer.lock").read_text(), re.MULTILINE)
    assert pinned, "tools/installer.lock pins uv"
    fetched = ROOT / ".tools" / f"uv-{pinned[1]}"
    found = str(fetched) if fetched.is_file() else shutil.which("uv")
    if found is None:
        raise FileNotFoundError("uv is neither in .tools nor on the path; ./kualik test fetches it")
    return Path(found)

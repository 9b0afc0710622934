"""Compile the names core when Kuälik is installed, with a compiler that is itself a package (decision 0013).

An editable install, which `./kualik` makes, compiles into the source tree; a wheel carries a core for one platform.
Where that fails, or with KUALIK_NO_CORE=1, Kuälik is installed without it: the same law in NumPy answers, slowly.
"""

import os
import platform
import subprocess
import sys
import sysconfig
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from zlib import crc32

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

SOURCES = Path("src/kualik/engine/names/core")
INSTALLED = "kualik/engine/names/core"
GUIDE, HELP = Path("docs/guide"), "kualik/web/guide"
# No fused multiplication: NumPy must get the same sums. No undefined-behaviour traps, which zig adds by itself.
FLAGS = (
    "-O3",
    "-std=c11",
    "-ffp-contract=off",
    "-fno-sanitize=undefined",
    "-fvisibility=hidden",
    "-shared",
    "-fPIC",
    "-s",
)
MACHINES = {"x86_64": "x86_64", "amd64": "x86_64", "aarch64": "aarch64", "arm64": "aarch64"}
MOST_SECONDS = 600


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """A platform: how the compiler calls it, what a library is called there, how a wheel is tagged."""

    triple: str
    library: str
    tag: str


def target(system: str, machine: str, libc: str) -> Target | None:
    """Name this platform with the oldest C library that we promise; None where the core is not compiled."""
    cpu = MACHINES.get(machine.lower())
    if cpu is None:
        return None
    mac = "arm64" if cpu == "aarch64" else cpu
    windows = "arm64" if cpu == "aarch64" else "amd64"
    return {
        ("Linux", True): Target(
            triple=f"{cpu}-linux-gnu.2.17", library="_core.so", tag=f"py3-none-manylinux_2_17_{cpu}"
        ),
        ("Linux", False): Target(triple=f"{cpu}-linux-musl", library="_core.so", tag=f"py3-none-musllinux_1_2_{cpu}"),
        ("Darwin", True): Target(triple=f"{cpu}-macos.11.0", library="_core.dylib", tag=f"py3-none-macosx_11_0_{mac}"),
        ("Windows", True): Target(triple=f"{cpu}-windows-gnu", library="_core.dll", tag=f"py3-none-win_{windows}"),
    }.get((system, "musl" not in libc))


def here() -> Target | None:
    """Name the platform that the build runs on."""
    return target(platform.system(), platform.machine(), sysconfig.get_config_var("HOST_GNU_TYPE") or "")


def print_of(folder: Path) -> int:
    """Make a fingerprint of the sources, which the library tells: a test sees whether it is behind them."""
    return crc32(b"".join(path.read_bytes() for path in sorted(folder.glob("*.[ch]"))))


def compile_core(folder: Path, output: Path, triple: str) -> None:
    """Compile every C file of a folder into one library, put in place whole or not at all.

    Raises:
        OSError: there is no compiler, or no room.
        CalledProcessError: it refused.
        TimeoutExpired: it took too long.
    """
    with tempfile.TemporaryDirectory(dir=output.parent) as place:
        made = Path(place) / output.name
        caches = {"ZIG_GLOBAL_CACHE_DIR": place, "ZIG_LOCAL_CACHE_DIR": place}
        compiler = (sys.executable, "-m", "ziglang", "cc", "-target", triple)
        told = f"-DKN_SOURCES={print_of(folder)}u"
        command = (*compiler, *FLAGS, told, *map(str, sorted(folder.glob("*.c"))), "-o", str(made))
        subprocess.run(  # noqa: S603 (this file exists to run the compiler; every word of it is ours)
            command, env={**os.environ, **caches}, check=True, timeout=MOST_SECONDS
        )
        made.replace(output)


class CompiledCore(BuildHookInterface):
    """Hatchling's hook."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile, and tell hatchling what to pack; *version* is "editable" or "standard"."""
        if self.target_name != "wheel":
            return
        if version != "editable":
            self._pack_guide(build_data)
        if version == "editable":  # a wheel is built beside an editable install, whose library stays
            self._remove()
        known = None if os.environ.get("KUALIK_NO_CORE") == "1" else here()
        if known is None:
            self.app.display_warning("kualik: the names core is not compiled; NumPy will compare names, slowly")
            return
        try:
            self._compile(known, version, build_data)
        except (OSError, subprocess.SubprocessError) as error:
            self.app.display_warning(f"kualik: the names core is not compiled ({error}); NumPy will compare names")

    def _pack_guide(self, build_data: dict[str, Any]) -> None:
        """Pack the help of the house, without what tests drew beside it; a checkout reads it where it is written."""
        guide = Path(self.root) / GUIDE
        for path in (*guide.glob("*.md"), *guide.glob("pictures/*.png")):
            build_data["force_include"][str(path)] = f"{HELP}/{path.relative_to(guide).as_posix()}"

    def _remove(self) -> None:
        """Leave no library of other sources behind, should this build fail."""
        for library in (Path(self.root) / SOURCES).glob("_core.*"):
            library.unlink()

    def _compile(self, known: Target, version: str, build_data: dict[str, Any]) -> None:
        folder = Path(self.root) / SOURCES
        if version == "editable":
            compile_core(folder, folder / known.library, known.triple)
            return
        output = Path(self.directory) / f"core-{known.triple}"
        output.mkdir(parents=True, exist_ok=True)
        compile_core(folder, output / known.library, known.triple)
        build_data["force_include"][str(output / known.library)] = f"{INSTALLED}/{known.library}"
        build_data |= {"pure_python": False, "tag": known.tag}

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:  # noqa: ARG002 (the signature is hatchling's)
        """Remove what was compiled for the wheel, which now carries it."""
        for folder in Path(self.directory).glob("core-*"):
            for library in folder.glob("_core.*"):
                library.unlink()
            folder.rmdir()

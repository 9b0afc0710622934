"""hatch_build.py: compiling the names core when Kuälik is installed."""

import importlib.util
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any

import pytest

from tests.architecture.source import ROOT


@pytest.fixture
def hook(monkeypatch: pytest.MonkeyPatch) -> Any:
    """The build's own file, with hatchling, which is there only while it builds, played by an empty class."""
    interface = ModuleType("hatchling.builders.hooks.plugin.interface")
    vars(interface)["BuildHookInterface"] = object
    for name in ("hatchling", "hatchling.builders", "hatchling.builders.hooks", "hatchling.builders.hooks.plugin"):
        monkeypatch.setitem(sys.modules, name, ModuleType(name))
    monkeypatch.setitem(sys.modules, interface.__name__, interface)
    spec = importlib.util.spec_from_file_location("hatch_build", ROOT / "hatch_build.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    monkeypatch.setitem(sys.modules, "hatch_build", module)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def source(tmp_path: Path, hook: Any) -> Path:
    """A source tree with one C file and a library that was compiled before."""
    folder = tmp_path / "source" / hook.SOURCES
    folder.mkdir(parents=True)
    (folder / "core.c").write_text("int kn_version(void) { return 1; }\n")
    (folder / "_core.so").write_text("old")
    return tmp_path / "source"


def built(hook: Any, source: Path, version: str) -> tuple[dict[str, Any], list[str]]:
    """Run the hook as hatchling does: what it tells hatchling, and what it warns of."""
    warnings: list[str] = []
    one = hook.CompiledCore()
    vars(one).update(
        target_name="wheel",
        root=str(source),
        directory=str(source / "dist"),
        app=SimpleNamespace(display_warning=warnings.append),
    )
    data: dict[str, Any] = {"force_include": {}, "pure_python": True}
    one.initialize(version, data)
    return data, warnings


def compiler(monkeypatch: pytest.MonkeyPatch, hook: Any, do: Callable[[list[str]], None]) -> None:
    """Put something in the compiler's place."""

    def run(command: tuple[str, ...], **_options: object) -> None:
        do(list(command))

    monkeypatch.setattr(hook.subprocess, "run", run)


def compiles(command: list[str]) -> None:
    """Write what a compiler would: here, the words that it was given."""
    Path(command[command.index("-o") + 1]).write_text(" ".join(command))


def test_an_editable_install_compiles_into_the_source(monkeypatch: pytest.MonkeyPatch, hook: Any, source: Path) -> None:
    """For this platform's oldest C library, with sums as NumPy has them; nothing else is left there."""
    compiler(monkeypatch, hook, compiles)
    data, warnings = built(hook, source, "editable")
    library = source / hook.SOURCES / hook.here().library

    assert warnings == []
    assert data == {"force_include": {}, "pure_python": True}
    assert f"-target {hook.here().triple} " in library.read_text()
    assert "-ffp-contract=off" in library.read_text()
    assert f"-DKN_SOURCES={hook.print_of(source / hook.SOURCES)}u" in library.read_text()
    assert sorted(path.name for path in library.parent.iterdir()) == sorted(["core.c", library.name])


def test_a_wheel_carries_the_core_of_its_platform(monkeypatch: pytest.MonkeyPatch, hook: Any, source: Path) -> None:
    """And is named for it; what was compiled is removed once it is packed."""
    compiler(monkeypatch, hook, compiles)
    data, _ = built(hook, source, "standard")
    [(compiled, inside)] = data["force_include"].items()

    assert Path(compiled).is_file()
    assert inside == f"kualik/engine/names/core/{hook.here().library}"
    assert (data["pure_python"], data["tag"]) == (False, hook.here().tag)

    packed = hook.CompiledCore()
    vars(packed).update(directory=str(source / "dist"))
    packed.finalize("standard", data, "kualik.whl")

    assert list((source / "dist").iterdir()) == []


def test_a_wheel_is_built_beside_an_editable_install(monkeypatch: pytest.MonkeyPatch, hook: Any, source: Path) -> None:
    """Whose library stays: the tests build a wheel from the tree that they run in."""
    compiler(monkeypatch, hook, compiles)
    built(hook, source, "standard")

    assert (source / hook.SOURCES / "_core.so").read_text() == "old"


@pytest.mark.parametrize("error", [OSError("no compiler"), subprocess.CalledProcessError(1, "zig")])
def test_without_a_compiler_it_is_installed_all_the_same(
    monkeypatch: pytest.MonkeyPatch, hook: Any, source: Path, error: Exception
) -> None:
    """The warning says why; no library of other sources stays behind."""

    def refuse(_command: list[str]) -> None:
        raise error

    compiler(monkeypatch, hook, refuse)
    data, [warning] = built(hook, source, "editable")

    assert str(error) in warning
    assert data["pure_python"]
    assert not (source / hook.SOURCES / "_core.so").exists()


def test_the_core_can_be_left_out(monkeypatch: pytest.MonkeyPatch, hook: Any, source: Path) -> None:
    """With KUALIK_NO_CORE=1."""
    monkeypatch.setenv("KUALIK_NO_CORE", "1")
    compiler(monkeypatch, hook, compiles)
    _, [warning] = built(hook, source, "editable")

    assert "not compiled" in warning
    assert not (source / hook.SOURCES / "_core.so").exists()


@pytest.mark.parametrize(
    ("system", "machine", "libc", "expected"),
    [
        ("Linux", "x86_64", "x86_64-pc-linux-gnu", ("x86_64-linux-gnu.2.17", "py3-none-manylinux_2_17_x86_64")),
        (
            "Linux",
            "aarch64",
            "aarch64-unknown-linux-gnu",
            ("aarch64-linux-gnu.2.17", "py3-none-manylinux_2_17_aarch64"),
        ),
        ("Linux", "x86_64", "x86_64-pc-linux-musl", ("x86_64-linux-musl", "py3-none-musllinux_1_2_x86_64")),
        ("Darwin", "arm64", "", ("aarch64-macos.11.0", "py3-none-macosx_11_0_arm64")),
        ("Darwin", "x86_64", "", ("x86_64-macos.11.0", "py3-none-macosx_11_0_x86_64")),
        ("Windows", "AMD64", "", ("x86_64-windows-gnu", "py3-none-win_amd64")),
    ],
)
def test_every_platform_has_its_name(
    hook: Any, system: str, machine: str, libc: str, expected: tuple[str, str]
) -> None:
    """The compiler's, and that of wheels."""
    found = hook.target(system, machine, libc)

    assert (found.triple, found.tag) == expected


@pytest.mark.parametrize(("system", "machine"), [("Linux", "riscv64"), ("FreeBSD", "amd64")])
def test_on_other_platforms_it_is_not_compiled(hook: Any, system: str, machine: str) -> None:
    """NumPy does the work there."""
    assert hook.target(system, machine, "") is None

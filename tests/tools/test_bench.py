"""`./kualik bench`: what is measured is written beside the peer's."""

import sys
from pathlib import Path
from types import ModuleType

import pytest

from tools import bench
from tools.rows import Row


@pytest.fixture
def measurement(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A measurement that takes no time, and a page that is not ours."""
    module = ModuleType("benchmarks.page_times", "How long a page takes.")
    module.run = lambda: [Row(figure="home", unit="s", ours=1.0, peer=2.0, more_is_better=False)]  # type: ignore[attr-defined]  # so a module is filled
    monkeypatch.setitem(sys.modules, "benchmarks", ModuleType("benchmarks"))
    monkeypatch.setitem(sys.modules, "benchmarks.page_times", module)
    monkeypatch.setattr(bench, "names", lambda: ["page_times"])
    monkeypatch.setattr(bench, "ROOT", tmp_path)
    monkeypatch.setattr(bench, "PAGE", tmp_path / "benchmarks.md")
    return tmp_path / "benchmarks.md"


def test_all_is_measured_and_written(measurement: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The page says on what machine, what was measured and how it compares."""
    assert bench.main([]) == 0

    text = measurement.read_text()
    assert "cores" in text
    assert "## page times\n\nHow long a page takes." in text
    assert "| home | 1 s | 2 s | 0.50 (better) |" in text
    assert "| home |" in capsys.readouterr().out


def test_one_that_is_named_is_only_shown(measurement: Path) -> None:
    """A page with half of the figures would pass for all of them."""
    assert bench.main(["page_times"]) == 0
    assert not measurement.exists()


@pytest.mark.usefixtures("measurement")
def test_a_name_that_is_not_there_is_refused() -> None:
    """Exit code 2, as for every wrong usage."""
    with pytest.raises(SystemExit) as ended:
        bench.main(["pagetimes"])

    assert ended.value.code == 2


def test_the_measurements_are_found(tmp_path: Path) -> None:
    """Every module of the folder, and none that begins with an underscore."""
    for name in ("reading.py", "_corpus.py", "notes.md"):
        (tmp_path / name).touch()

    assert bench.names(tmp_path) == ["reading"]

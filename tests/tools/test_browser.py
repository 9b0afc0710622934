"""Which browser the journeys are made in."""

import os
from pathlib import Path

import pytest

from tools import browser, debian
from tools.browser import FLAGS, NO_SANDBOX, Browser, NoBrowser

PAGE = "#!/bin/sh\necho '<html></html>'\n"


def program(folder: Path, text: str = PAGE, name: str = "chromium") -> Path:
    """Write a program that answers as a browser would, or does not."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / name
    path.write_text(text)
    path.chmod(0o755)
    return path


@pytest.fixture(autouse=True)
def bare(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A machine without any browser, on which no way of getting one is known."""
    monkeypatch.delenv("KUALIK_CHROMIUM", raising=False)
    monkeypatch.delenv("KUALIK_CHROMIUM_FLAGS", raising=False)
    monkeypatch.setattr(browser, "UNPACKED", tmp_path / "unpacked")
    monkeypatch.setattr(browser, "APPLICATIONS", ())
    monkeypatch.setattr(browser, "NAMES", ())
    monkeypatch.setattr(browser, "_playwrights", lambda: iter(()))
    monkeypatch.setattr(browser, "_fetched", lambda: False)
    monkeypatch.setattr(debian, "is_here", lambda: False)
    monkeypatch.setattr(os, "geteuid", lambda: 1000)


def test_the_one_that_is_named_is_taken(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """KUALIK_CHROMIUM comes before everything else."""
    program(tmp_path / "unpacked")
    named = program(tmp_path / "named")
    monkeypatch.setenv("KUALIK_CHROMIUM", str(named))

    assert browser.find() == Browser(path=named, flags=FLAGS)


def test_a_named_one_that_does_not_start_is_no_silent_loss(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """It is an error, and no other is taken instead."""
    program(tmp_path / "unpacked")
    monkeypatch.setenv("KUALIK_CHROMIUM", str(program(tmp_path / "named", "#!/bin/sh\nexit 1\n")))

    with pytest.raises(NoBrowser, match="does not start"):
        browser.find()


def test_one_that_does_not_start_is_passed_over(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Ubuntu's empty chromium-browser is on the path and starts nothing."""
    program(tmp_path / "unpacked", "#!/bin/sh\necho 'requires snap'\n")
    good = program(tmp_path / "bin")
    monkeypatch.setattr(browser, "NAMES", ("chromium",))
    monkeypatch.setenv("PATH", f"{good.parent}:/usr/bin:/bin")

    assert browser.find() == Browser(path=good, flags=FLAGS)


def test_the_sandbox_is_given_up_only_where_it_cannot_be(tmp_path: Path) -> None:
    """Where the browser starts only without, it is started without."""
    only_without = f"#!/bin/sh\ncase \"$*\" in *{NO_SANDBOX}*) echo '<html>';; esac\n"
    path = program(tmp_path / "unpacked", only_without)

    assert browser.find() == Browser(path=path, flags=(*FLAGS, NO_SANDBOX))


def test_root_has_no_sandbox(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Chromium refuses to start as root with one, so it is not tried."""
    path = program(tmp_path / "unpacked")
    monkeypatch.setattr(os, "geteuid", lambda: 0)

    assert browser.find() == Browser(path=path, flags=(*FLAGS, NO_SANDBOX))


def test_a_missing_browser_is_brought(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """On Debian, by anybody: its package is unpacked, and what was unpacked is found."""
    monkeypatch.setattr(debian, "is_here", lambda: True)
    monkeypatch.setattr(debian, "unpacked", lambda folder: program(folder).is_file())

    assert browser.provide().path == tmp_path / "unpacked" / "chromium"


def test_no_browser_says_what_to_do() -> None:
    """Each way that was tried is named, and what one can type."""
    with pytest.raises(NoBrowser, match="playwright install chromium") as refused:
        browser.provide()

    assert "apt-get install" in str(refused.value)
    assert "--without-browser" in str(refused.value)


def test_what_was_chosen_is_not_looked_for_again(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """The journeys, in a process of their own, take the browser that `./kualik test` has tried."""
    chosen = Browser(path=tmp_path / "no such file", flags=("--one", "--two"))
    for name, value in browser.environment(chosen).items():
        monkeypatch.setenv(name, value)

    assert browser.from_environment() == chosen

"""`kualik work`: what waits is read."""

import signal
from pathlib import Path

import pytest
from django.conf import settings

from kualik.casebook.worker import working
from kualik.cases.sources import actions
from kualik.cases.sources.models import Source
from tests.cases.casting import NOW, keeper
from tests.cli.apart import Place
from tests.cli.running import run

pytestmark = pytest.mark.django_db


def test_once_reads_all_that_waits_and_ends(capsys: pytest.CaptureFixture[str]) -> None:
    """Exit code 0; 1 where something could not be read, which is said."""
    actions.add(by=keeper(), at=NOW, content=b"Khadisha was taken on 8 February 2018.", name="one.txt")
    assert run(capsys, "work", "--once").code == 0
    actions.add(by=keeper(), at=NOW, content=b"", name="two.txt")
    ran = run(capsys, "work", "--once")

    assert ran.code == 1
    assert "two.txt: empty: " in ran.err
    assert set(Source.objects.values_list("state", flat=True)) == {"read", "refused"}


def test_what_a_dead_worker_held_is_read_at_once(capsys: pytest.CaptureFixture[str]) -> None:
    """Also what it leased a moment ago: its file is not locked any more."""
    actions.add(by=keeper(), at=NOW, content=b"Khadisha was taken.", name="one.txt")
    with working(Path(settings.CASEBOOK)) as dead:
        actions.lease(worker=dead, at=NOW, seconds=10**6)

    assert run(capsys, "work", "--once").code == 0
    assert Source.objects.get().state == "read"


def test_a_worker_waits_for_more_until_it_is_asked_to_stop(apart: Place, tmp_path: Path) -> None:
    """It reads what comes later, and ends politely on a polite kill."""
    with apart.started("work") as process:
        assert process.stdout
        (tmp_path / "late.txt").write_text("Khadisha was taken.", encoding="utf-8")
        added = apart.under(KUALIK_USER="aigerim").told("add", str(tmp_path / "late.txt"))
        if not any(line["result"] == "read" for line in added):  # whoever of the two was quicker
            assert "late.txt" in process.stdout.readline()
        process.send_signal(signal.SIGTERM)
        _, err = process.communicate()

    assert process.returncode in {0, 130, -signal.SIGTERM}
    assert "Traceback" not in err
    assert apart.told("verify")[0]["ok"]

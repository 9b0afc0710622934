"""What leaves is recorded; what may not leave does not."""

from pathlib import Path

import pytest

from kualik.cases.accounts.models import Role
from kualik.cases.ledger.models import Entry
from kualik.cases.releases import actions
from kualik.cases.releases.errors import NotInThatState
from kualik.cli import leaving
from tests.cases.casting import NOW, keeper, later, worker
from tests.cases.releases.releasing import approved, case, consented, draft
from tests.cli.running import run

pytestmark = pytest.mark.django_db


def test_every_export_is_one_entry_that_says_what_and_in_which_form(tmp_path: Path) -> None:
    """So that whoever has a copy can be found when a consent is withdrawn."""
    made = approved(case().who("e1"))

    leaving.export(by=keeper(), at=NOW, reference=str(made.pk), form="csv", path=tmp_path / "out.csv")
    leaving.site(by=keeper(), at=NOW, reference=str(made.pk), folder=tmp_path / "site", language="kk")

    entries = Entry.objects.filter(kind="release:exported", about=f"release:{made.pk}").order_by("seq")
    assert [one.details for one in entries] == [
        {"form": "csv", "digest": made.digest},
        {"form": "site", "digest": made.digest},
    ]


def test_neither_a_draft_nor_a_withdrawn_release_leaves(tmp_path: Path) -> None:
    """No file is written and nothing is recorded."""
    person = case().who("e1")
    consented(person)
    made = draft(person)
    for release in (made, actions.withdraw(by=keeper(), at=later(1), release=made)):
        with pytest.raises(NotInThatState):
            leaving.export(by=keeper(), at=NOW, reference=str(release.pk), form="csv", path=tmp_path / "out.csv")

    assert not list(tmp_path.iterdir())
    assert not Entry.objects.filter(kind="release:exported").exists()


def test_a_reader_takes_nothing_out(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Though they may look at it."""
    approved(case().who("e1"))
    worker("reader", Role.READER)

    ran = run(capsys, "site", "Held since 2018", str(tmp_path / "site"), as_="reader")

    assert ran.code == 1
    assert "publisher" in ran.err
    assert not (tmp_path / "site").exists()


def test_whoever_exports_is_told_who_is_there_without_a_name(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """FollowTheMoney alone asks for one."""
    person = case().who("e1")
    consented(person)
    made = actions.approve(by=keeper(), at=NOW, release=draft(person, properties=("Custody.sentence",)))

    for form, told in (("csv", False), ("ftm", True)):
        capsys.readouterr()
        leaving.export(by=keeper(), at=NOW, reference=str(made.pk), form=form, path=tmp_path / form)
        assert ("1 person is released without a name" in capsys.readouterr().err) == told

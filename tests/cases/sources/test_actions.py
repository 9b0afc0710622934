"""Sources: kept once, read once, each act with one entry."""

from datetime import timedelta
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings

from kualik.casebook import folder
from kualik.casebook.errors import TooLarge
from kualik.cases.accounts.errors import NotAllowed
from kualik.cases.accounts.models import Role
from kualik.cases.ledger.canonical import JSON
from kualik.cases.ledger.models import Entry
from kualik.cases.sources import actions, queries
from kualik.cases.sources.errors import MappingRefused, NotTheHolder, SourceRefused
from kualik.cases.sources.intake import HandoverNote, Told
from kualik.cases.sources.models import Handover, RowMapping, Sensitivity, Source, State
from kualik.engine.facts import EngineError
from tests.cases.casting import NOW, keeper, later, worker

pytestmark = pytest.mark.django_db
TEXT = "Хадиша was taken on 8 February.".encode()


def entries(kind: str) -> int:
    """Count the ledger's entries of a kind."""
    return Entry.objects.filter(kind=kind).count()


def test_bytes_are_kept_as_they_are_with_what_is_told() -> None:
    """The original comes back byte for byte; what was told stands in the row, who handed it over apart."""
    told = Told(publisher="The Steppe Post", published="2024-02-08", language="en", official=True)
    note = HandoverNote(origin="/home/d/letter.txt", provider="a cousin", note="by hand", consent="names withheld")
    added = actions.add(by=keeper(), at=NOW, content=TEXT, name="letter.txt", handover=note, told=told)

    with queries.original(viewer=keeper(), sha256=added.source.sha256) as original:
        assert original.read() == TEXT
    row = Source.objects.get()
    assert (row.publisher, row.published, row.language, row.official) == ("The Steppe Post", "2024-02-08", "en", True)
    assert (row.state, row.level, row.size, row.added_at) == ("waiting", "internal", len(TEXT), NOW)
    assert (row.handover.provider, row.handover.file_name) == ("a cousin", "letter.txt")


@pytest.mark.parametrize("kind", ["bytes", "stream", "file"])
def test_bytes_come_from_anywhere(kind: str, tmp_path: Path) -> None:
    """From memory, from a stream, from a file: it is the same source."""
    (tmp_path / "letter.txt").write_bytes(TEXT)
    content: Any = {"bytes": TEXT, "stream": BytesIO(TEXT), "file": tmp_path / "letter.txt"}[kind]
    first = actions.add(by=keeper(), at=NOW, content=content, name="letter.txt")
    second = actions.add(by=keeper(), at=later(1), content=TEXT, name="other.txt")

    assert (first.new, second.new) == (True, False)
    assert first.source == second.source
    assert entries("source:added") == Source.objects.count() == 1


def test_whoever_may_not_add_leaves_nothing() -> None:
    """No row, no entry, and no bytes in the vault."""
    reader = worker("reader", Role.READER)
    vault = folder.vault(Path(settings.CASEBOOK))
    before = set(vault.names())
    with pytest.raises(NotAllowed, match="contributor"):
        actions.add(by=reader, at=NOW, content=b"a letter that nobody may add", name="letter.txt")

    assert set(vault.names()) == before
    assert Source.objects.count() == entries("source:added") == 0


def test_a_file_over_the_limit_is_refused_before_it_is_kept(tmp_path: Path) -> None:
    """By its size, without being read; a stream, while it is read. The message says how to raise the limit."""
    sparse = tmp_path / "film.mov"
    with sparse.open("wb") as file:
        file.truncate(2 * 1024**3)
    for content in (sparse, _Endless()):
        with pytest.raises(TooLarge, match="file_limit_mib"):
            actions.add(by=keeper(), at=NOW, content=content, name="film.mov")  # type: ignore[arg-type]

    assert folder.vault(Path(settings.CASEBOOK)).unfinished() == 0
    assert Source.objects.count() == 0


class _Endless:
    """A stream without an end."""

    def read(self, size: int) -> bytes:
        """Read on and on."""
        return bytes(size)


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("C:\\Users\\d\\letter.txt", "letter.txt"),
        ("../../etc/passwd", "passwd"),
        ("invoice\u202egnp.exe", "invoicegnp.exe"),
        ("a\nb\x00.txt", "ab.txt"),
        ("", "unnamed"),
        ("x" * 600 + ".pdf", "x" * 496 + ".pdf"),
        ("Хат №3.txt", "Хат №3.txt"),
    ],
)
def test_a_file_name_is_plain(name: str, kept: str) -> None:
    """No folders, no control letters, nothing that turns text around; its end, which says what it is, stays."""
    actions.add(by=keeper(), at=NOW, content=TEXT, name=name)

    assert Handover.objects.get().file_name == kept


def test_a_lease_is_for_one_worker_at_a_time() -> None:
    """The oldest first; when one runs out the next worker gets it, and the first can no longer finish it."""
    by = keeper()
    for number in range(2):
        actions.add(by=by, at=later(number), content=f"letter {number}".encode(), name=f"{number}.txt")
    one = actions.lease(worker="w1", at=later(5), seconds=60)
    two = actions.lease(worker="w2", at=later(5), seconds=600)
    assert one is not None
    assert two is not None
    assert (one.added_at, two.added_at) == (NOW, later(1))
    assert actions.lease(worker="w3", at=later(5), seconds=60) is None

    again = actions.lease(worker="w3", at=later(5) + timedelta(seconds=61), seconds=60)
    assert again == one
    assert again is not None
    assert again.attempts == 2
    with pytest.raises(NotTheHolder, match="nothing is lost"):
        actions.finish(by=by, at=later(7), source=one, worker="w1", media_type="text/plain")
    actions.finish(by=by, at=later(7), source=again, worker="w3", media_type="text/plain")
    assert Source.objects.get(pk=one.pk).state == State.READ
    assert entries("source:read") == 1


def test_what_a_dead_worker_held_waits_again() -> None:
    """At once, without waiting for its lease to run out."""
    actions.add(by=keeper(), at=NOW, content=TEXT, name="letter.txt")
    actions.lease(worker="dead", at=NOW, seconds=600)

    assert actions.release(workers=["another"]) == 0
    assert actions.release(workers=["dead"]) == 1
    assert actions.lease(worker="living", at=NOW, seconds=600) is not None


def test_a_refusal_has_its_reason_and_can_be_read_again() -> None:
    """With what is known better now; what waits already is not put in line twice."""
    by = keeper()
    source = actions.add(by=by, at=NOW, content=TEXT, name="letter.txt").source
    with pytest.raises(SourceRefused, match="in line already"):
        actions.read_again(by=by, at=NOW, source=source)
    actions.lease(worker="w", at=NOW, seconds=60)
    actions.refuse(by=by, at=NOW, source=source, worker="w", reason="unsure encoding", detail="cp1251 or kz1048")
    assert Source.objects.get().refusal_detail == "cp1251 or kz1048"
    actions.read_again(by=by, at=NOW, source=source, encoding="kz1048")

    row = Source.objects.get()
    assert (row.state, row.refusal, row.encoding, row.attempts) == ("waiting", "", "kz1048", 0)
    assert (entries("source:refused"), entries("source:read-again")) == (1, 1)


def test_a_level_is_changed_with_one_entry() -> None:
    """Which says what it was and what it became."""
    source = actions.add(by=keeper(), at=NOW, content=TEXT, name="letter.txt").source
    actions.classify(by=keeper(), at=NOW, source=source, level=Sensitivity.SEALED)

    assert Source.objects.get().level == "sealed"
    assert Entry.objects.get(kind="source:classified").details == {"was": "internal", "became": "sealed"}


DEFINITION: dict[str, JSON] = {"columns": {"ФИО": {"property": "name", "schema": "Person"}}}


def test_a_mapping_is_saved_by_name_and_version() -> None:
    """The same again is the same version and no entry; another is the next."""
    by = keeper()
    one = actions.save_mapping(by=by, at=NOW, name="committee", definition=DEFINITION)
    same = actions.save_mapping(by=by, at=NOW, name="committee", definition=DEFINITION)
    two = actions.save_mapping(by=by, at=NOW, name="committee", definition=DEFINITION | {"language": "ru"})

    assert (one.version, same, two.version) == (1, one, 2)
    assert queries.mapping(viewer=by, name="committee") == two
    assert entries("mapping:saved") == 2


def test_a_mapping_that_makes_no_sense_is_not_saved() -> None:
    """The message names the column, or that the name is missing."""
    by = keeper()
    with pytest.raises(EngineError, match="ФИО"):
        actions.save_mapping(by=by, at=NOW, name="c", definition={"columns": {"ФИО": {"property": "colour"}}})
    with pytest.raises(MappingRefused, match="under a name"):
        actions.save_mapping(by=by, at=NOW, name=" ", definition=DEFINITION)

    assert RowMapping.objects.count() == 0


def test_the_ledger_does_not_tell_which_files_are_held() -> None:
    """Neither a file's SHA-256 nor its name nor who gave it stands there."""
    note = HandoverNote(provider="a cousin in Almaty")
    source = actions.add(by=keeper(), at=NOW, content=TEXT, name="list.xlsx", handover=note).source
    written = "".join(f"{entry.about}{entry.details}" for entry in Entry.objects.all())

    assert source.sha256 not in written
    assert "cousin" not in written
    assert "list.xlsx" not in written
    assert queries.about(source) in written


def test_a_transcript_ends_a_refusal_and_takes_nothing_from_a_worker() -> None:
    """What somebody wrote down counts as read; what is being read just now is finished by whoever reads it."""
    source = actions.add(by=keeper(), at=NOW, content=b"x", name="scan.png").source
    assert actions.lease(worker="w", at=NOW, seconds=60) == source
    actions.transcribed(by=keeper(), at=NOW, source=source)
    actions.refuse(by=keeper(), at=NOW, source=source, worker="w", reason="no text", detail="Blank.")

    actions.transcribed(by=keeper(), at=NOW, source=source)

    source.refresh_from_db()
    assert (source.state, source.refusal, source.refusal_detail) == (State.READ, "", "")


def test_only_a_contributor_notes_a_transcript() -> None:
    """A reader changes nothing, and leaves no entry."""
    source = actions.add(by=keeper(), at=NOW, content=b"x", name="scan.png").source
    before = Entry.objects.count()

    with pytest.raises(NotAllowed):
        actions.transcribed(by=worker("saule", Role.READER), at=NOW, source=source)
    assert Entry.objects.filter(kind="source:transcribed").count() == 0
    assert Entry.objects.count() - before <= 1  # the account itself


def test_what_was_sealed_meanwhile_is_not_opened_by_whoever_looks_at_an_older_page() -> None:
    """An editor may make an internal source restricted; this one is sealed by now."""
    old = actions.add(by=keeper(), at=NOW, content=TEXT, name="a.txt").source
    actions.classify(by=keeper(), at=NOW, source=Source.objects.get(), level=Sensitivity.SEALED)
    assert old.level == Sensitivity.INTERNAL

    with pytest.raises(NotAllowed):
        actions.classify(by=worker("editor", Role.EDITOR), at=NOW, source=old, level=Sensitivity.RESTRICTED)
    assert Source.objects.get().level == Sensitivity.SEALED

    actions.classify(by=keeper(), at=NOW, source=old, level=Sensitivity.RESTRICTED)
    assert Entry.objects.filter(kind="source:classified").latest("seq").details["was"] == "sealed"

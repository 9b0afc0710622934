"""Handing in: files and text as one batch."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from kualik.assistant import settings as assistant
from kualik.casebook.errors import DiskFull
from kualik.cases.accounts.models import Role
from kualik.cases.arrivals.models import Arrival, Batch
from kualik.cases.ledger.models import Entry
from kualik.cases.sources.models import Handover, Source
from tests.web.house import TEXT


def given(**changed: object) -> dict[str, Any]:
    """Fill in the form."""
    return {"text": "", "publisher": "", "published": "", "language": "", "level": "internal", **changed}


def file(name: str, content: bytes) -> SimpleUploadedFile:
    """Make a file to be uploaded."""
    return SimpleUploadedFile(name, content)


def test_several_files_become_as_many_sources(as_: Callable[[Role], Client]) -> None:
    """Each by itself, byte for byte, with what is told of all."""
    files = [file("one.txt", b"first"), file("two.txt", b"second")]

    answer = as_(Role.CONTRIBUTOR).post("/add/", given(material=files, publisher="Steppe Wire", published="2024-02"))

    assert answer["Location"] == f"/batches/{Batch.objects.get().pk}/"
    added = Source.objects.filter(state="waiting")
    assert {(one.handover.file_name, one.size) for one in added} == {("one.txt", 5), ("two.txt", 6)}
    assert {(one.publisher, one.published) for one in added} == {("Steppe Wire", "2024-02")}
    assert Entry.objects.filter(kind="source:added").count() == 1 + 2


def test_pasted_text_is_a_source_too(as_: Callable[[Role], Client]) -> None:
    """With the line ends of a text file, not of a form."""
    as_(Role.CONTRIBUTOR).post("/add/", given(text="one line\r\nand another"))

    assert Source.objects.get(state="waiting").size == len("one line\nand another")


def test_the_same_again_adds_nothing(as_: Callable[[Role], Client]) -> None:
    """And says so."""
    answer = as_(Role.CONTRIBUTOR).post("/add/", given(material=[file("copy.txt", TEXT.encode())]), follow=True)

    assert "Here already" in answer.content.decode()
    assert Source.objects.count() == 1


def test_who_gave_it_goes_to_the_custodians(as_: Callable[[Role], Client]) -> None:
    """What was allowed is kept in their words."""
    as_(Role.CONTRIBUTOR).post(
        "/add/", given(text="words", provider="an aunt", consent="not my name", note="call first")
    )

    note = Handover.objects.get(source__state="waiting")
    assert (note.provider, note.consent, note.note) == ("an aunt", "not my name", "call first")


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({}, "Choose a file"),
        ({"text": "x", "published": "last week"}, "Write it as 2024-02-08"),
        ({"text": "x", "level": "everybody"}, "not one of the available choices"),
    ],
)
def test_what_is_wrong_is_said_at_its_place(as_: Callable[[Role], Client], wrong: dict[str, object], said: str) -> None:
    """Nothing is kept, and nothing that was typed is lost."""
    answer = as_(Role.CONTRIBUTOR).post("/add/", given(publisher="Steppe Wire", **wrong))

    page = answer.content.decode()
    assert answer.status_code == 200
    assert said in page
    assert "Steppe Wire" in page
    assert Source.objects.count() == 1


def test_one_that_is_refused_does_not_stop_the_others(
    as_: Callable[[Role], Client], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The refusal is said, the rest is kept."""
    monkeypatch.setattr("kualik.cases.sources.intake.LONGEST", {"publisher": 300, "language": 20, "published": 40})
    files = [file("x" * 600 + ".txt", b"long name"), file("fine.txt", b"fine")]

    as_(Role.CONTRIBUTOR).post("/add/", given(material=files))

    assert Source.objects.filter(handover__file_name="fine.txt").exists()


def test_answers_are_kept_for_the_next_form_until_somebody_begins_afresh(as_: Callable[[Role], Client]) -> None:
    """The page says that they are old ones."""
    client = as_(Role.CONTRIBUTOR)
    client.post("/add/", given(text="words", provider="an aunt", keep="on"))

    page = client.get("/add/").content.decode()
    assert "an aunt" in page
    assert "those of what you added last" in page
    assert "an aunt" not in client.get("/add/?afresh=1").content.decode()


def test_answers_are_forgotten_where_somebody_says_so(as_: Callable[[Role], Client]) -> None:
    """Nothing is kept without being asked for."""
    client = as_(Role.CONTRIBUTOR)
    client.post("/add/", given(text="words", provider="an aunt"))

    assert "an aunt" not in client.get("/add/").content.decode()


def test_limits_are_said_beforehand(as_: Callable[[Role], Client]) -> None:
    """Nobody learns of them by losing an upload."""
    assert "At most 50 MiB a file and 512 MiB at once" in as_(Role.CONTRIBUTOR).get("/add/").content.decode()


def test_what_leaves_the_house_is_said_beforehand(as_: Callable[[Role], Client]) -> None:
    """Where a language model on another machine is set, and not otherwise."""
    client = as_(Role.CONTRIBUTOR)
    assert "language model" not in client.get("/add/").content.decode()
    remote = assistant.Settings(
        url="https://model.example/v1", model="m", allow_remote_llm=True, confirmed="model.example"
    )
    assistant.write(Path(settings.CASEBOOK), remote)
    try:
        assert "model.example" in client.get("/add/").content.decode()
    finally:
        assistant.forget(Path(settings.CASEBOOK))


def test_a_full_disk_keeps_what_came_before(as_: Callable[[Role], Client], monkeypatch: pytest.MonkeyPatch) -> None:
    """And says what to do with the rest."""
    keep = Arrival.save
    calls: list[str] = []

    def save(self: Arrival, **fields: Any) -> None:
        calls.append(self.name)
        if len(calls) > 1:
            raise DiskFull(path=Path("/casebook"))
        keep(self, **fields)

    monkeypatch.setattr(Arrival, "save", save)
    answer = as_(Role.CONTRIBUTOR).post(
        "/add/", given(material=[file("a.txt", b"a"), file("b.txt", b"b")]), follow=True
    )

    assert "hand the rest in again" in answer.content.decode()
    assert Source.objects.filter(handover__file_name="a.txt").exists()
    assert not Source.objects.filter(handover__file_name="b.txt").exists()

"""Handing material in, and taking an original out."""

from collections.abc import Callable
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from kualik.cases.accounts.models import Role
from kualik.cases.ledger.models import Entry
from kualik.cases.sources.models import Handover, Source
from tests.web.house import TEXT, House


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

    assert answer["Location"] == "/documents/?show=waiting"
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

    assert "was here already" in answer.content.decode()
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


def test_an_original_is_handed_out_and_never_shown(house: House, as_: Callable[[Role], Client]) -> None:
    """As a file to be kept: a browser opens nothing of it in our page."""
    answer = as_(Role.READER).get(f"/sources/{house.document.source_id}/original/")

    assert b"".join(answer.streaming_content) == TEXT.encode()  # type: ignore[attr-defined]  # a streaming response
    assert answer["Content-Disposition"] == 'attachment; filename="picket.txt"'
    assert answer["Content-Type"] == "application/octet-stream"
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Content-Security-Policy"] == "sandbox; default-src 'none'"
    assert answer["Cache-Control"] == "no-store"
    answer.close()


def test_the_original_of_what_one_may_not_know_of_is_not_there(house: House, as_: Callable[[Role], Client]) -> None:
    """Nor is that of a source that does not exist."""
    house.document.source.level = "sealed"
    Source.objects.filter(pk=house.document.source_id).update(level="sealed")

    assert as_(Role.EDITOR).get(f"/sources/{house.document.source_id}/original/").status_code == 404
    assert as_(Role.EDITOR).get(f"/sources/{'0' * 64}/original/").status_code == 404

"""Files, and what is in them, come in one by one."""

import io
import zipfile
from dataclasses import replace
from email.message import EmailMessage
from pathlib import Path

import pytest
from django.conf import settings

from kualik.casebook.folder import describe
from kualik.cases.arrivals import actions
from kualik.cases.arrivals.models import Arrival, Batch
from kualik.cases.arrivals.pieces import Handed
from kualik.cases.arrivals.taking_in import take_in
from kualik.cases.claims import jobs
from kualik.cases.documents.models import Document
from kualik.cases.sources.intake import HandoverNote, Told
from kualik.cases.sources.keeping import Content
from kualik.cases.sources.models import Source
from kualik.engine.reading import Limits
from tests.cases.arrivals.lists import Reader
from tests.cases.casting import NOW, keeper

pytestmark = pytest.mark.django_db
LETTER = EmailMessage()
LETTER["From"], LETTER["Subject"], LETTER["Message-ID"] = "Sara Nur <sara@example.invalid>", "My brother", "<1@x>"
LETTER.set_content("He was taken from Tacheng.")
LETTER.add_attachment(b"He was sentenced.", maintype="text", subtype="plain", filename="note.txt")


def folder(**files: bytes) -> bytes:
    """Pack a zip folder."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as packed:
        for name, content in files.items():
            packed.writestr(f"a/{name}.eml" if name == "letter" else f"a/{name}.txt", content)
    return held.getvalue()


def hand_in(content: Content, name: str, **limits: int) -> list[tuple[str, str, str]]:
    """Hand one file in: each arrival's name, outcome, and what it was inside of."""
    batch = actions.open_batch(by=keeper(), at=NOW, title=name)
    handed = Handed(
        by=keeper(), at=NOW, batch=batch, told=Told(language="en"), handover=HandoverNote(), limits=Limits(**limits)
    )
    found = list(take_in(handed, name=name, content=content))
    return [(one.name, one.outcome, one.inside.name if one.inside else "") for one in found]


def test_an_attachment_is_a_source_of_its_own() -> None:
    """Tied to its letter, and read once: the letter is read without it."""
    assert hand_in(LETTER.as_bytes(), "letter.eml") == [("letter.eml", "new", ""), ("note.txt", "new", "letter.eml")]

    list(jobs.run(worker="w", apart=Reader(), clock=lambda: NOW))
    texts = list(Document.objects.order_by("source__handover__file_name").values_list("text", flat=True))
    assert len(texts) == 2
    assert "He was sentenced." not in texts[0]
    assert texts[1] == "He was sentenced."


def test_a_zip_folder_is_kept_and_opened() -> None:
    """It is a source without a text; each file in it is one too, and a letter in it is opened in turn."""
    found = hand_in(folder(letter=LETTER.as_bytes(), other=b"Other."), "post.zip")

    assert [(name, inside) for name, _, inside in found] == [
        ("post.zip", ""),
        ("letter.eml", "post.zip"),
        ("note.txt", "letter.eml"),
        ("other.txt", "post.zip"),
    ]
    packed = Source.objects.get(opened=True, media_type="application/zip")
    assert packed.state == "read"


def test_a_mailbox_is_opened_into_its_letters() -> None:
    """Each letter with what is attached to it."""
    letters = (LETTER.as_bytes(), LETTER.as_bytes().replace(b"Tacheng", b"Emin"))
    box = b"".join(b"From sara Thu Mar  4 23:30:00 2021\n" + letter + b"\n\n" for letter in letters)

    assert [name for name, _, _ in hand_in(box, "box.mbox")] == [
        "box.mbox",
        "message 1.eml",
        "note.txt",
        "message 2.eml",
        "note.txt",
    ]
    assert list(Arrival.objects.filter(outcome="known").values_list("name", flat=True)) == ["note.txt"]


def test_what_cannot_be_opened_is_kept_with_the_reason() -> None:
    """A folder that holds too much is not unpacked, and says so."""
    assert hand_in(folder(one=b"1", two=b"2"), "post.zip", archive_entries=1) == [("post.zip", "new", "")]

    kept = Source.objects.get()
    assert (kept.state, kept.refusal) == ("refused", "unsafe archive")
    assert "2 entries" in kept.refusal_detail


@pytest.mark.parametrize("kind", ["stream", "file"])
def test_content_comes_from_anywhere(kind: str, tmp_path: Path) -> None:
    """A letter in a stream, or on the disk, is opened like one in memory."""
    path = tmp_path / "letter.eml"
    path.write_bytes(LETTER.as_bytes())
    content: Content = io.BytesIO(LETTER.as_bytes()) if kind == "stream" else path

    assert len(hand_in(content, "letter.eml")) == 2


def test_what_is_too_large_is_noted_and_the_rest_comes_in(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing of it is kept, and the reason stands in the batch."""
    small = replace(describe(Path(settings.CASEBOOK)), file_limit=50)
    monkeypatch.setattr("kualik.casebook.folder.describe", lambda _: small)

    assert [outcome for _, outcome, _ in hand_in(folder(one=b"1" * 500), "post.zip")] == ["refused"]
    assert "post.zip" in Arrival.objects.get().reason
    assert Batch.objects.count() == 1
    assert not Source.objects.exists()

"""Somebody writes down what a machine could not read."""

from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse

from kualik.cases.accounts.models import Role
from kualik.cases.claims.jobs import TRANSCRIPT
from kualik.cases.documents.models import Document
from kualik.cases.ledger.models import Entry
from kualik.cases.people.models import Person
from kualik.cases.sources import actions as sources
from kualik.cases.sources.intake import Told
from kualik.cases.sources.models import Sensitivity, Source, State
from kualik.web.transcripts import differences
from tests.web.house import NOW, TEXT, House, sign_in

LETTER = "Erlan Nurbek was sentenced to 12 years in prison in 2019, his mother Saltanat Nurbek said."


@pytest.fixture
def scan(house: House) -> Source:
    """A scan that was refused."""
    return refused(house)


def refused(house: House, level: Sensitivity = Sensitivity.INTERNAL) -> Source:
    """Hand a scan in that nothing here can read."""
    source = sources.add(by=house.keeper, at=NOW, content=b"\x89PNG", name="letter.png", told=Told(level=level)).source
    assert sources.lease(worker="w", at=NOW, seconds=60) == source
    sources.refuse(by=house.keeper, at=NOW, source=source, worker="w", reason="no text", detail="")
    return source


def page_of(source: Source) -> str:
    """Where it is written down."""
    return reverse("transcribe", args=[source.pk])


@pytest.mark.parametrize(("role", "offered"), [(Role.READER, False), (Role.CONTRIBUTOR, True)])
def test_the_way_there_stands_beside_what_could_not_be_read(
    scan: Source, as_: Callable[[Role], Client], role: Role, *, offered: bool
) -> None:
    """For whoever may; the reason stands there in words."""
    page = as_(role).get("/documents/?show=refused").content.decode()

    assert "No text was found in it" in page
    assert (page_of(scan) in page) is offered


@pytest.mark.parametrize(("role", "offered"), [(Role.READER, False), (Role.CONTRIBUTOR, True)])
def test_the_way_there_stands_on_a_document(
    house: House, as_: Callable[[Role], Client], role: Role, *, offered: bool
) -> None:
    """What a machine read badly is written down anew."""
    page = as_(role).get(f"/documents/{house.document.pk}/").content.decode()

    assert (page_of(house.document.source) in page) is offered


def test_a_scan_that_was_written_down_is_read(scan: Source, as_: Callable[[Role], Client]) -> None:
    """Its document says that a person read it, its claims wait, its people are there, and no list of faults has it."""
    client = as_(Role.CONTRIBUTOR)
    before = Person.objects.count()

    answer = client.post(page_of(scan), {"text": f"A letter\r\n\r\n{LETTER}", "language": "en"})

    document = Document.objects.get(source=scan)
    assert answer["Location"] == f"/documents/{document.pk}/"
    assert (document.text, document.reader, document.title) == (f"A letter\n\n{LETTER}", TRANSCRIPT, "A letter")
    assert document.claims.exists()
    assert Person.objects.count() > before
    scan.refresh_from_db()
    assert (scan.state, scan.refusal) == (State.READ, "")
    assert Entry.objects.filter(kind="source:transcribed").count() == 1
    assert "letter.png" not in client.get("/documents/?show=refused").content.decode()


def test_what_looks_like_a_file_is_text_all_the_same(scan: Source, as_: Callable[[Role], Client]) -> None:
    """Nothing that is typed reaches a reader of files in the process that serves the pages."""
    as_(Role.CONTRIBUTOR).post(page_of(scan), {"text": "%PDF-1.7\n<html><body>seen on the back</body></html>"})

    assert Document.objects.get(source=scan).text.startswith("%PDF-1.7\n<html>")


def test_what_a_machine_read_is_there_to_be_corrected(house: House, as_: Callable[[Role], Client]) -> None:
    """And stays as the version before."""
    client = as_(Role.CONTRIBUTOR)
    page = page_of(house.document.source)
    assert "Saltanat Nurbek, 61, stood" in client.get(page).content.decode()

    client.post(page, {"text": TEXT.replace("61", "67")})

    first, second = Document.objects.filter(source=house.document.source).order_by("version")
    assert (first.text, second.version) == (TEXT, 2)
    assert "67" in second.text


@pytest.mark.parametrize("text", ["", "  \r\n ", "a\x00b"])
def test_nothing_written_is_nothing_kept(scan: Source, as_: Callable[[Role], Client], text: str) -> None:
    """The form says what it misses, and the scan stays on its list."""
    answer = as_(Role.CONTRIBUTOR).post(page_of(scan), {"text": text})

    assert answer.status_code == 200
    assert answer.context["form"].errors["text"]
    assert not Document.objects.filter(source=scan).exists()
    scan.refresh_from_db()
    assert scan.state == State.REFUSED


def test_a_scan_that_one_may_not_know_of_is_not_there(house: House, as_: Callable[[Role], Client]) -> None:
    """Neither to be seen nor to be written down."""
    page = page_of(refused(house, Sensitivity.SEALED))
    client = as_(Role.CONTRIBUTOR)

    assert client.get(page).status_code == 404
    assert client.post(page, {"text": LETTER}).status_code == 404
    assert not Document.objects.filter(text=LETTER).exists()


def test_the_original_is_handed_out_beside_it(scan: Source, as_: Callable[[Role], Client]) -> None:
    """And the field takes letters of either direction."""
    page = as_(Role.CONTRIBUTOR).get(page_of(scan)).content.decode()

    assert reverse("original", args=[scan.pk]) in page
    assert 'dir="auto"' in page.split("<textarea")[1].split(">")[0]


def test_two_transcripts_of_one_source_are_both_shown(
    house: House, scan: Source, as_: Callable[[Role], Client]
) -> None:
    """Whoever comes second sees both, line by line; nothing of theirs is kept yet, and nothing of it is lost."""
    page = page_of(scan)
    first, second = as_(Role.CONTRIBUTOR), sign_in(house.keeper)
    assert 'name="seen"' in second.get(page).content.decode()
    first.post(page, {"text": "A letter\nErlan is at home.\nSigned", "seen": ""})

    answer = second.post(page, {"text": "A letter\r\nErlan is in prison.\r\nSigned", "language": "en", "seen": ""})

    shown = answer.content.decode()
    assert answer.status_code == 409
    assert "Contributor’s" in shown
    assert "From line 2" in shown
    assert "Erlan is at home." in shown
    assert Document.objects.filter(source=scan).count() == 1
    assert shown.count("Erlan is in prison.") == 3  # beside theirs, ready to be put in place, and to be changed

    now = Document.objects.get(source=scan)
    mine = {"text": "A letter\nErlan is in prison.\nSigned", "language": "en", "seen": str(now.pk)}
    assert second.post(page, mine).status_code == 302
    newest = Document.objects.filter(source=scan).latest("version")
    assert (newest.version, newest.text) == (2, mine["text"])


def test_the_same_transcript_twice_is_no_conflict(scan: Source, as_: Callable[[Role], Client]) -> None:
    """And no second version."""
    client = as_(Role.CONTRIBUTOR)
    client.post(page_of(scan), {"text": LETTER, "seen": ""})

    answer = client.post(page_of(scan), {"text": LETTER, "seen": ""}, follow=True)

    assert "the same answer before you" in answer.content.decode()
    assert Document.objects.filter(source=scan).count() == 1


@pytest.mark.parametrize(("lines", "rows"), [(3_001, 1), (2, 2), (200, 1)])
def test_texts_that_differ_nearly_everywhere_are_shown_whole(lines: int, rows: int) -> None:
    """So are very long ones; else only the places where they differ."""
    mine = "".join(f"mine {number}\nshared {number}\n" for number in range(lines))

    found = differences(mine, mine.replace("mine", "theirs"), "en")

    assert len(found) == rows
    assert (found[0].mine == mine) is (rows == 1)

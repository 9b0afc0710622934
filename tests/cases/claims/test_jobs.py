"""Reading what waits: whole or not at all, and whatever comes of it is stated."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from django.conf import settings

from kualik.assistant.opinion import Opinion
from kualik.casebook import folder
from kualik.casebook.errors import DamagedObject
from kualik.cases.claims import jobs
from kualik.cases.claims.models import Claim
from kualik.cases.documents.models import Document
from kualik.cases.ledger.models import Entry
from kualik.cases.sources import actions as sources
from kualik.cases.sources.errors import NotTheHolder
from kualik.cases.sources.intake import Told
from kualik.cases.sources.models import Sensitivity, Source, State
from kualik.engine import facts
from kualik.engine.reading import Options, Refusal, Refused, read
from tests.cases.casting import NOW, keeper

pytestmark = pytest.mark.django_db
TEXT = "Khadisha Nurlanqyzy, 68, said her son was sentenced to 10 years in prison."


class Here:
    """Reads in this process, or does what a test wants."""

    def __init__(self, instead: Callable[[], tuple[facts.Document, ...]] | None = None) -> None:
        self.instead = instead
        self.asked: list[tuple[str, Options]] = []

    def read_content(self, content: bytes, *, name: str, options: Options) -> tuple[facts.Document, ...]:
        """Read bytes."""
        self.asked.append((name, options))
        return self.instead() if self.instead else read(content, name=name, options=options)


def clock() -> datetime:
    """Say that it is always now."""
    return NOW


def add(text: str = TEXT, **told: str) -> Source:
    """Add a source."""
    return sources.add(
        by=keeper(),
        at=NOW,
        content=text.encode(),
        name="report.txt",
        told=Told(**told),  # type: ignore[arg-type]
    ).source


def run(apart: Here | None = None) -> list[jobs.Outcome]:
    """Read all that waits."""
    return list(jobs.run(worker="w", apart=apart or Here(), clock=clock))


def test_what_waits_is_read_in_the_order_of_its_coming() -> None:
    """Documents, claims as proposals, and the source's state; in the name of whoever added it."""
    first = add()
    sources.add(by=keeper(), at=NOW + timedelta(minutes=1), content=b"Nothing happened.", name="n.txt")
    outcomes = run()

    assert outcomes[0].source.pk == first.pk
    assert outcomes[0].claims == Claim.objects.filter(document__source=first).count() > 0
    assert set(Source.objects.values_list("state", "media_type")) == {("read", "text/plain")}
    assert jobs.waiting(viewer=keeper()) == 0
    assert set(Claim.objects.values_list("status", "made_by")) == {("proposed", keeper().pk)}


def test_what_was_told_reaches_the_reader() -> None:
    """The file's name, publisher, date, language."""
    add(publisher="The Steppe Post", published="2024-02-10", language="en")
    apart = Here()
    run(apart)

    assert apart.asked == [
        ("report.txt", Options(publisher="The Steppe Post", published="2024-02-10", language="en", encoding=None))
    ]


def test_a_refusal_is_stated() -> None:
    """With its reason and detail, one entry, and no document."""
    add()

    def refused() -> tuple[facts.Document, ...]:
        raise Refused(Refusal.ENCRYPTED, detail="it asks for a password", where="page 1")

    (outcome,) = run(Here(refused))

    row = Source.objects.get()
    assert (row.state, row.refusal, outcome.refusal) == ("refused", "encrypted", "encrypted")
    assert row.refusal_detail.startswith("page 1: it asks for a password. ")
    assert (Document.objects.count(), Entry.objects.filter(kind="source:refused").count()) == (0, 1)


def document(text: str) -> Callable[[], tuple[facts.Document, ...]]:
    """Give a reader that finds this text."""
    return lambda: (facts.Document(id="x", media_type="text/plain", text=text, language="en", reader="test"),)


@pytest.mark.parametrize("text", ["before\x00after", "half \ud800 a character"])
def test_a_text_that_no_database_keeps_is_refused(text: str) -> None:
    """On both databases alike, with the place."""
    add()
    (outcome,) = run(Here(document(text)))

    assert outcome.refusal == "damaged"
    assert "character " in outcome.detail


def test_a_fault_of_the_extractor_costs_its_claims_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """The text is kept, with a warning; the next source is read."""
    add()
    add("Another report.")

    def faulty(_document: facts.Document) -> facts.Reading:
        raise IndexError

    monkeypatch.setattr(jobs, "extract", faulty)
    outcomes = run()

    assert [(outcome.documents, outcome.claims) for outcome in outcomes] == [(1, 0), (1, 0)]
    assert "the extractor failed: IndexError" in Document.objects.all()[0].warnings[-1]


def test_a_reading_is_kept_whole_or_not_at_all(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where it ends half way, nothing of it is there, and the source waits for its lease to run out."""
    add()
    before = Entry.objects.count()

    def broken(**_words: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("kualik.cases.claims.actions.propose", broken)
    with pytest.raises(KeyboardInterrupt):
        run()

    assert Source.objects.get().state == State.READING
    assert (Document.objects.count(), Entry.objects.count()) == (0, before)


def test_a_late_reading_is_dropped() -> None:
    """Another worker took over meanwhile: nothing of the first is kept."""
    add()
    leased = sources.lease(worker="slow", at=NOW, seconds=60)
    assert leased is not None
    later = NOW + timedelta(seconds=61)
    assert sources.lease(worker="quick", at=later, seconds=60) is not None

    with pytest.raises(NotTheHolder):
        jobs.do(source=leased, worker="slow", apart=Here(), clock=clock)
    assert Document.objects.count() == 0


def test_a_file_that_takes_its_reader_down_again_and_again_is_refused() -> None:
    """After so many attempts, without another."""
    add()
    for attempt in range(jobs.MOST_ATTEMPTS):
        assert sources.lease(worker="w", at=NOW + timedelta(minutes=attempt), seconds=30) is not None
    apart = Here()
    late = NOW + timedelta(hours=1)
    (outcome,) = jobs.run(worker="w", apart=apart, clock=lambda: late)

    assert (outcome.refusal, apart.asked) == ("crashed", [])


def test_an_original_that_is_lost_is_said_and_the_source_kept() -> None:
    """It can be brought back from a backup, and then be read."""
    source = add("A report that the disk lost.")
    place = folder.vault(Path(settings.CASEBOOK)).place_of(source.object_name)
    content = place.read_bytes()
    place.unlink()
    with pytest.raises(DamagedObject, match="restore"):
        run()
    place.write_bytes(content)
    later = NOW + timedelta(seconds=jobs.LEASE + 1)

    assert [outcome.documents for outcome in jobs.run(worker="w", apart=Here(), clock=lambda: later)] == [1]


def test_reading_stops_when_asked() -> None:
    """Between two sources."""
    add()
    add("Another.")
    asked = iter([False, True])
    outcomes = list(jobs.run(worker="w", apart=Here(), clock=clock, stopped=lambda: next(asked)))

    assert len(outcomes) == 1
    assert jobs.waiting(viewer=keeper()) == 1


def test_a_transcript_is_a_document_of_its_source() -> None:
    """It says that a person wrote it down; what a machine read of it stays as an earlier version."""
    source = add("Scanned.")
    run()
    outcome = jobs.transcribe(by=keeper(), at=NOW, source=source, text=TEXT, language="en")

    first, second = Document.objects.order_by("version")
    assert (first.text, second.text, second.version) == ("Scanned.", TEXT, 2)
    assert second.reader == jobs.TRANSCRIPT
    assert outcome.claims == Claim.objects.filter(document=second).count() > 0


def test_a_source_that_somebody_wrote_down_counts_as_read() -> None:
    """It is on no list of those that could not be read, and no worker takes it up any more."""
    source = add("x")
    leased = sources.lease(worker="w", at=NOW, seconds=60)
    assert leased == source
    sources.refuse(by=keeper(), at=NOW, source=source, worker="w", reason="no text", detail="Blank.")

    jobs.transcribe(by=keeper(), at=NOW, source=source, text=TEXT)

    source.refresh_from_db()
    assert (source.state, source.refusal, source.refusal_detail) == (State.READ, "", "")
    assert Document.objects.get().publisher == source.publisher
    assert sources.lease(worker="w", at=NOW, seconds=60) is None


def test_a_transcript_is_kept_to_the_letter() -> None:
    """It passes no reader of files, whatever it looks like."""
    text = "%PDF-1.7\r\n<html><body>on the back</body></html>\n\n"
    jobs.transcribe(by=keeper(), at=NOW, source=add("x"), text=text)

    assert Document.objects.get().text == text


@pytest.mark.parametrize("text", ["", " \n", "a\x00b"])
def test_a_transcript_of_nothing_is_refused(text: str) -> None:
    """And nothing is kept."""
    source = add("Scanned.")
    with pytest.raises(Refused):
        jobs.transcribe(by=keeper(), at=NOW, source=source, text=text)

    assert Document.objects.count() == 0


class Seconding:
    """Gives a second reading, or notes that it was not asked."""

    def __init__(self, *, remote: bool = False) -> None:
        self.remote = remote
        self.asked: list[float] = []

    def second(self, reading: facts.Reading, *, seconds: float) -> Opinion:
        """Add a claim to what the rules read."""
        self.asked.append(seconds)
        claim = replace(reading.claims[0], method="llm:toy", confidence=0.3, id="more")
        document = replace(reading.document, warnings=("language model toy: 2 proposals dropped",))
        return Opinion(reading=replace(reading, document=document, claims=(*reading.claims, claim)))


def second_run(second: Seconding) -> list[jobs.Outcome]:
    """Read all that waits, twice over."""
    return list(jobs.run(worker="w", apart=Here(), clock=clock, second=second))


def test_a_second_reading_adds_proposals() -> None:
    """They wait for a person as the rules' own do, and what was dropped stands with the document."""
    add()
    second = Seconding()
    second_run(second)

    assert second.asked == [jobs.SECOND]
    assert set(Claim.objects.filter(method="llm:toy").values_list("status", flat=True)) == {"proposed"}
    assert Document.objects.get().warnings == ["language model toy: 2 proposals dropped"]


@pytest.mark.parametrize(("level", "asked"), [("public", 1), ("internal", 1), ("restricted", 0), ("sealed", 0)])
def test_what_is_restricted_is_never_sent_to_another_machine(level: str, asked: int) -> None:
    """Whatever was allowed; one on this machine may see it."""
    add(level=Sensitivity(level))
    away, here = Seconding(remote=True), Seconding()
    second_run(away)
    add(TEXT + " He is well.", level=Sensitivity(level))
    second_run(here)

    assert (len(away.asked), len(here.asked)) == (asked, 1)


def test_a_fault_in_the_second_reading_leaves_the_first(monkeypatch: pytest.MonkeyPatch) -> None:
    """And is said with the document."""

    def fail(*_: object, **__: object) -> Opinion:
        raise ValueError

    add()
    second = Seconding()
    monkeypatch.setattr(second, "second", fail)
    (outcome,) = second_run(second)

    assert outcome.claims > 0
    assert "its reader failed: ValueError" in Document.objects.get().warnings[-1]


def test_reading_and_second_reading_end_before_the_lease() -> None:
    """Or another worker would begin anew."""
    assert jobs.SECOND + 120 < jobs.LEASE

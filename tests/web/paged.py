"""A PDF of two pages with claims on the first, for the pages that show it as it looks."""

from kualik.cases.claims import actions as claims
from kualik.cases.claims import jobs
from kualik.cases.documents.models import Document
from kualik.cases.sources import actions as sources
from kualik.cases.sources.intake import Told
from kualik.cases.sources.models import Sensitivity, Source, State
from kualik.engine import facts
from kualik.engine.facts import Schema, Stance
from kualik.engine.reading import Options, read
from tests.engine.reading.samples import pdf
from tests.web.house import NOW, House

QUOTE = "Erlan Nurbek is held"
STATEMENT = pdf(f"A statement\nHis mother says that {QUOTE}", "Signed on the second page", "")


class Pages:
    """A reader of what the tests made themselves, in this process; of anything else it makes two empty pages."""

    def read_content(self, content: bytes, *, name: str, options: Options) -> tuple[facts.Document, ...]:
        """Read."""
        return read(content if b"endobj" in content else pdf("Nothing", "here"), name=name, options=options)


def paged(house: House, *, content: bytes = STATEMENT, level: Sensitivity = Sensitivity.INTERNAL) -> Document:
    """Add a PDF and read it; its extractors find nothing, and one claim is proposed where it has the quote."""
    kept = sources.add(by=house.keeper, at=NOW, content=content, name="statement.pdf", told=Told(level=level))
    list(jobs.run(worker="test", apart=Pages(), clock=lambda: NOW))
    source = Source.objects.get(pk=kept.source.pk)
    assert source.state == State.READ, source.refusal_detail
    document = Document.objects.get(source=source)
    if QUOTE in document.text:
        claims.propose(by=house.keeper, at=NOW, document=document, reading=_reading(document))
    return document


def _reading(document: Document) -> facts.Reading:
    start = document.text.index(QUOTE)
    claim = facts.Claim(
        entity="own1", property="name", value="Erlan Nurbek", stance=Stance.ASSERTS, voice=("Saltanat Nurbek",),
        start=start, end=start + len(QUOTE), quote=QUOTE, method="test 1", confidence=0.9,
    )  # fmt: skip
    return facts.Reading(
        document=facts.Document(id="d", media_type="application/pdf", text=document.text),
        entities=(facts.Entity(id="own1", schema=Schema.PERSON, name="Erlan Nurbek"),),
        claims=(claim,),
    )

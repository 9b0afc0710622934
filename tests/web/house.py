"""One account of each role, and a small casebook of fictional people."""

from dataclasses import dataclass, replace
from datetime import UTC, datetime

from django.test import Client

from kualik.cases.accounts import actions as accounts
from kualik.cases.accounts.models import Role, User
from kualik.cases.claims import actions as claims
from kualik.cases.claims import jobs
from kualik.cases.claims.models import Claim
from kualik.cases.documents.models import Document
from kualik.cases.people import jobs as people
from kualik.cases.sources import actions as sources
from kualik.cases.sources.intake import HandoverNote, Told
from kualik.cases.sources.models import Sensitivity
from kualik.engine import facts
from kualik.engine.facts import Schema, Stance
from kualik.engine.reading import Options

NOW = datetime(2026, 11, 2, 9, 30, tzinfo=UTC)
PASSWORD = "seven grey herons"
BACKEND = "allauth.account.auth_backends.AuthenticationBackend"
TEXT = (
    "Picket at the consulate\n\n"
    "Saltanat Nurbek, 61, stood at the consulate on 8 February. She said her son Erlan had been sentenced "
    "to 12 years in prison. Officials deny that he is held.\n"
)
NEVER_TOLD = "cousin-of-the-driver"
"""Who handed the document over: only a custodian may ever see it."""


class Plain:
    """A reader that takes bytes for UTF-8 and finds no language, so that no extractor runs."""

    def read_content(self, content: bytes, *, name: str, options: Options) -> tuple[facts.Document, ...]:
        """Read."""
        text = content.decode()
        title = text.split("\n")[0]
        return (
            facts.Document(
                id=name, media_type="text/plain", text=text, title=title, publisher=options.publisher,
                published=options.published, language="und", reader="plain 1",
            ),
        )  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class House:
    """The accounts by role (`keeper` holds all of them), and one document with five proposals."""

    keeper: User
    by_role: dict[Role, User]
    document: Document
    claims: tuple[Claim, ...]

    def claim(self, name: str) -> Claim:
        """The first claim of a property."""
        return next(one for one in self.claims if one.property == name)


def keep(*, by: User, text: str, level: Sensitivity = Sensitivity.INTERNAL) -> Document:
    """Add a text and read it plainly."""
    note, told = HandoverNote(provider=NEVER_TOLD), Told(publisher="Steppe Wire", published="2024-02-09", level=level)
    sources.add(by=by, at=NOW, content=text.encode(), name="picket.txt", handover=note, told=told)
    outcomes = list(jobs.run(worker="test", apart=Plain(), clock=lambda: NOW))
    return Document.objects.get(source=outcomes[-1].source)


def reading(document: Document) -> facts.Reading:
    """What a careful reader finds in the text above."""
    entities = (
        facts.Entity(id="e1", schema=Schema.PERSON, name="Saltanat Nurbek", roles=("protester",)),
        facts.Entity(id="e2", schema=Schema.PERSON, name="Erlan", roles=("detainee",)),
        facts.Entity(id="e3", schema=Schema.CUSTODY),
        facts.Entity(id="e4", schema=Schema.PROTEST),
    )
    witness = ("Steppe Wire", "Saltanat Nurbek")
    return facts.Reading(
        document=facts.Document(id="d", media_type="text/plain", text=document.text),
        entities=entities,
        claims=(
            found("e1", "name", "Saltanat Nurbek", "Saltanat Nurbek"),
            found("e2", "name", "Erlan", "Erlan", voice=witness),
            found("e3", "detainee", "e2", "her son Erlan had been sentenced", voice=witness),
            found("e3", "sentence", "P12Y", "12 years in prison", voice=witness),
            found(
                "e3", "detainee", "e2", "Officials deny that he is held", Stance.DENIES, ("Steppe Wire", "officials")
            ),
            found("e4", "date", "XXXX-02-08", "8 February"),
        ),
    )


def found(
    entity: str,
    name: str,
    value: str,
    quote: str,
    stance: Stance = Stance.ASSERTS,
    voice: tuple[str, ...] = ("Steppe Wire",),
) -> facts.Claim:
    """Make one claim about a quote of the text."""
    start = TEXT.index(quote)
    claim = facts.Claim(
        entity=entity, property=name, value=value, stance=stance, voice=voice, start=start, end=start + len(quote),
        quote=quote, method="test 1", confidence=0.9,
    )  # fmt: skip
    return replace(claim, id=facts.claim_id("d", claim))


def build() -> House:
    """Make the casebook with one document read."""
    keeper = accounts.create_first(at=NOW, username="keeper", display_name="Keeper")
    by_role = {
        role: accounts.create(by=keeper, at=NOW, username=role.value, display_name=role.value.title(), roles=[role])
        for role in Role
    }
    document = keep(by=keeper, text=TEXT)
    made = claims.propose(by=keeper, at=NOW, document=document, reading=reading(document))
    people.run(by=keeper, at=NOW)
    return House(keeper=keeper, by_role=by_role, document=document, claims=tuple(made))


def sign_in(user: User) -> Client:
    """Make a client that is signed in."""
    client = Client()
    client.force_login(user, backend=BACKEND)
    return client

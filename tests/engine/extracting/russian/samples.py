"""Short Russian texts of fictional people, read for the tests of this folder."""

from kualik.engine.extracting.notes import Notes
from kualik.engine.extracting.russian.clauses import Clauses
from kualik.engine.extracting.russian.dates import dates_in
from kualik.engine.extracting.russian.names import find_names
from kualik.engine.extracting.russian.people import Register
from kualik.engine.extracting.russian.phrases import Phrase, find_phrases
from kualik.engine.extracting.russian.quotations import find_quotations
from kualik.engine.extracting.russian.reading import read_russian
from kualik.engine.extracting.russian.scene import Scene
from kualik.engine.extracting.russian.tokens import read_page
from kualik.engine.facts.claims import Document

HEADLINE = "Новости недели\n"


def read(text: str, *, published: str | None = "2023-06-11") -> Notes:
    """Read a text under a headline of no consequence."""
    document = Document(id="x", media_type="text/plain", text=HEADLINE + text, language="ru", published=published)
    return read_russian(document)


def scene(text: str, *, published: str | None = None) -> Scene:
    """Prepare a text as the reader does, and note nothing."""
    page = read_page(HEADLINE + text)
    phrases = find_phrases(page, find_names(page))
    quotations = find_quotations(page)
    return Scene(
        page=page, register=Register(page, phrases, quotations), clauses=Clauses(page, phrases), quotations=quotations,
        dates=dates_in(page, published=published),
    )  # fmt: skip


def phrase(made: Scene, word: str) -> Phrase:
    """Find the first phrase whose head is a word of the text."""
    return next(one for one in made.register.phrases if made.page.tokens[one.head].text == word)


def place(made: Scene, word: str) -> int:
    """Find the token of a word."""
    return next(token.i for token in made.page.tokens if token.text == word)


def sayings(text: str) -> list[tuple[str, str]]:
    """Give stance and speaker of everything said."""
    notes = read(text)
    return [
        (one.stance.value, notes.parties[one.speaker].label if one.speaker is not None else "") for one in notes.sayings
    ]


def held(text: str) -> list[tuple[str, str, str | None]]:
    """Give state, who, and sentence of every custody."""
    notes = read(text)
    return [
        (one.state, notes.parties[one.party].label, one.sentence.text if one.sentence else None) for one in notes.held
    ]


def happened(text: str) -> list[str]:
    """Give the types of what happened."""
    return [one.type for one in read(text).happenings]


def ties(text: str) -> list[tuple[str, str, str]]:
    """Give who is whose kin."""
    notes = read(text)
    return [(notes.parties[one.person].label, one.relation, notes.parties[one.relative].label) for one in notes.ties]


def named(text: str) -> list[str]:
    """Give the names of people."""
    return [party.name for party in read(text).parties if party.name]

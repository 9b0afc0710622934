"""Short Uyghur texts of fictional people, read for the tests of this folder."""

import json
from collections.abc import Iterator
from pathlib import Path

from kualik.engine.extracting.notes import Notes
from kualik.engine.extracting.uyghur import read_uyghur
from kualik.engine.extracting.uyghur.dates import find_moments
from kualik.engine.extracting.uyghur.mentions import find_mentions
from kualik.engine.extracting.uyghur.names import find_names
from kualik.engine.extracting.uyghur.page import read_page
from kualik.engine.extracting.uyghur.resolving import resolve
from kualik.engine.extracting.uyghur.scene import Scene
from kualik.engine.extracting.uyghur.terms import find_terms
from kualik.engine.facts.claims import Document

DOCUMENTS = Path(__file__).with_name("documents.jsonl")
HEADLINE = "يېڭى خەۋەرلەر\n"


def documents() -> Iterator[Document]:
    """Read the documents that were written for the project."""
    for line in DOCUMENTS.read_text(encoding="utf-8").splitlines():
        one = json.loads(line)
        yield Document(
            id=f"sha256:{one['id']}",
            media_type="text/plain",
            text=one["text"],
            language="ug",
            published=one["published"],
        )


def read(text: str, *, published: str | None = None) -> Notes:
    """Read a text under a headline of no consequence."""
    document = Document(id="x", media_type="text/plain", text=HEADLINE + text, language="ug", published=published)
    return read_uyghur(document)


def scene(text: str) -> Scene:
    """Prepare a text as the reader does, up to whom the phrases mean."""
    page = read_page(HEADLINE + text)
    made = Scene(
        page=page, mentions=find_mentions(page, find_names(page)), moments=find_moments(page, published=None),
        terms=find_terms(page),
    )  # fmt: skip
    resolve(made)
    return made


def place(made: Scene, word: str) -> int:
    """Find the token of a word."""
    return next(token.i for token in made.page.tokens if token.text == word)


def said(text: str) -> list[tuple[str | None, str]]:
    """Read a text's sayings as speaker and stance."""
    notes = read(text)
    return [
        (notes.parties[one.speaker].label if one.speaker is not None else None, one.stance.value)
        for one in notes.sayings
    ]


def held(text: str) -> list[tuple[str, str, str | None]]:
    """Read a text's custody as who, state and sentence."""
    notes = read(text)
    return [
        (notes.parties[one.party].label, one.state, one.sentence.text if one.sentence else None) for one in notes.held
    ]


def ties(text: str) -> set[tuple[str, str, str]]:
    """Read a text's kin as person, relation and relative."""
    notes = read(text)
    return {(notes.parties[one.person].label, one.relation, notes.parties[one.relative].label) for one in notes.ties}

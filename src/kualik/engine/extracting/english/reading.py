"""The reader of English: a document noted down."""

import re
from dataclasses import replace

from kualik.engine.extracting.english.custody import find_custody
from kualik.engine.extracting.english.dates import find_dates
from kualik.engine.extracting.english.figures import find_figures
from kualik.engine.extracting.english.filing import filed_on
from kualik.engine.extracting.english.happenings import find_events
from kualik.engine.extracting.english.parsing import parse
from kualik.engine.extracting.english.people import Register
from kualik.engine.extracting.english.publishers import find_publisher
from kualik.engine.extracting.english.sayings import find_sayings
from kualik.engine.extracting.notes import Notes, Saying
from kualik.engine.extracting.spans import Span
from kualik.engine.extracting.telling import told_by_one
from kualik.engine.facts.claims import Document

__all__ = ["METHOD", "read_english"]

METHOD = "english-rules/2"
THAT = re.compile(r"that\s+(?=\S)")


def read_english(document: Document) -> Notes:
    """Note down what a document in English tells.

    Args:
        document: the document; its day of publication gives dates their year.

    Returns:
        People, kin, sayings, custody, events and figures, each with its passage.

    Assumes:
        The text is English prose; tables and lists give people only.
    """
    parsed = parse(document.text, turns=[one.start for one in document.spoken])
    register = Register(parsed, told_by_one=told_by_one(document))
    register.notes.publisher = document.publisher or find_publisher(register.parsed)
    dates = find_dates(document.text, published=document.published or filed_on(register.parsed))
    register.notes.sayings = [_without_that(one, document.text) for one in find_sayings(register.parsed, register)]
    register.settle()
    find_custody(register, dates)
    find_events(register, dates)
    register.notes.figures += find_figures(register.parsed, register.cast.wholes)
    return register.notes


def _without_that(saying: Saying, text: str) -> Saying:
    """Take the "that" of "denies that …" out of what is said."""
    content = saying.content
    word = THAT.match(text, content.start, content.end)
    return saying if word is None else replace(saying, content=Span(start=word.end(), end=content.end))

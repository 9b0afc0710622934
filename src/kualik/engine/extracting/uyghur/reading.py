"""The reader of Uyghur: a report as notes."""

from kualik.engine.extracting.notes import Notes
from kualik.engine.extracting.telling import told_by_one
from kualik.engine.extracting.uyghur.ages import find_ages
from kualik.engine.extracting.uyghur.custody import find_custody
from kualik.engine.extracting.uyghur.dates import find_moments
from kualik.engine.extracting.uyghur.figures import find_figures
from kualik.engine.extracting.uyghur.happenings import find_happenings
from kualik.engine.extracting.uyghur.judging import judged
from kualik.engine.extracting.uyghur.lines import find_colons, find_lines, find_narrator
from kualik.engine.extracting.uyghur.mentions import find_mentions
from kualik.engine.extracting.uyghur.names import find_names
from kualik.engine.extracting.uyghur.page import read_page
from kualik.engine.extracting.uyghur.resolving import resolve, resolve_first_person
from kualik.engine.extracting.uyghur.sayings import find_sayings
from kualik.engine.extracting.uyghur.scene import Scene
from kualik.engine.extracting.uyghur.silences import find_silences
from kualik.engine.extracting.uyghur.terms import find_terms
from kualik.engine.facts.claims import Document

__all__ = ["read_uyghur"]


def read_uyghur(document: Document) -> Notes:
    """Read a document in Uyghur, in Arabic, Latin or Cyrillic letters.

    Args:
        document: the document; `published`, where known, gives the years that the text leaves out.

    Returns:
        What is noted; each passage is a stretch of the document's text.
    """
    scene = _scene(document)
    notes = scene.cast.notes
    notes.narrator = scene.narrator = find_narrator(scene) if told_by_one(document) else None
    resolve(scene)
    notes.sayings.extend(find_lines(scene))
    notes.sayings.extend(find_sayings(scene))
    notes.sayings.extend(find_colons(scene))
    notes.sayings.extend(find_silences(scene))
    resolve_first_person(scene)
    find_ages(scene)
    find_custody(scene)
    notes.happenings.extend(find_happenings(scene))
    notes.happenings = judged(notes.happenings)
    notes.figures.extend(find_figures(scene))
    return notes


def _scene(document: Document) -> Scene:
    page = read_page(document.text)
    mentions = find_mentions(page, find_names(page))
    moments = find_moments(page, published=document.published)
    return Scene(page=page, mentions=mentions, moments=moments, terms=find_terms(page))

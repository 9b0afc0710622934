"""The reader of Russian: a report as notes."""

from kualik.engine.extracting.notes import Held, Notes
from kualik.engine.extracting.russian.called import find_called
from kualik.engine.extracting.russian.clauses import Clauses
from kualik.engine.extracting.russian.custody import find_custody
from kualik.engine.extracting.russian.dates import dates_in
from kualik.engine.extracting.russian.figures import find_figures
from kualik.engine.extracting.russian.happenings import find_happenings
from kualik.engine.extracting.russian.lines import find_lines, find_narrator
from kualik.engine.extracting.russian.members import find_members, find_shared
from kualik.engine.extracting.russian.names import find_names
from kualik.engine.extracting.russian.people import Register
from kualik.engine.extracting.russian.phrases import find_phrases
from kualik.engine.extracting.russian.quotations import find_quotations
from kualik.engine.extracting.russian.quoting import find_quoted
from kualik.engine.extracting.russian.sayings import find_sayings
from kualik.engine.extracting.russian.scene import Scene
from kualik.engine.extracting.russian.silences import find_silences
from kualik.engine.extracting.russian.slogans import find_slogans
from kualik.engine.extracting.russian.sources import find_sources
from kualik.engine.extracting.russian.states import find_states
from kualik.engine.extracting.russian.ties import find_ages, find_ties
from kualik.engine.extracting.russian.tokens import read_page
from kualik.engine.extracting.telling import told_by_one
from kualik.engine.facts.claims import Document

__all__ = ["read_russian"]


def read_russian(document: Document) -> Notes:
    """Read a document in Russian.

    Args:
        document: the document; `published`, where known, gives the years that the text leaves out.

    Returns:
        What is noted; each passage is a stretch of the document's text.
    """
    scene = _scene(document)
    notes = scene.register.notes
    for someone in scene.register.all:
        scene.register.key(someone)
    narrator = find_narrator(scene) if told_by_one(document) else None
    if narrator is not None:
        scene.register.narrator = narrator
        notes.narrator = scene.register.key(narrator)
    notes.sayings.extend(find_quoted(scene))
    notes.sayings.extend(find_lines(scene))
    notes.sayings.extend(find_slogans(scene))
    notes.sayings.extend(find_silences(scene))
    notes.sayings.extend(find_sources(scene))
    notes.sayings.extend(find_sayings(scene))
    scene.register.settled = True
    find_called(scene)
    notes.ties.extend(find_ties(scene))
    find_ages(scene)
    for told in find_custody(scene):
        if isinstance(told, Held):
            notes.held.append(told)
        else:
            notes.happenings.append(told)
    notes.held.extend(list(find_shared(scene, notes.held)))
    notes.held.extend(list(find_members(scene, notes.held)))
    notes.held.extend(find_states(scene))
    notes.happenings.extend(find_happenings(scene))
    notes.figures.extend(find_figures(scene))
    return notes


def _scene(document: Document) -> Scene:
    page = read_page(document.text)
    phrases = find_phrases(page, find_names(page))
    quotations = find_quotations(page)
    return Scene(
        page=page, register=Register(page, phrases, quotations), clauses=Clauses(page, phrases), quotations=quotations,
        dates=dates_in(page, published=document.published),
    )  # fmt: skip

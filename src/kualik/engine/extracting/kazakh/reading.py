"""The reader of Kazakh: a report as notes."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from kualik.engine.extracting.kazakh.custody import find_custody
from kualik.engine.extracting.kazakh.dates import find_dates
from kualik.engine.extracting.kazakh.figures import find_figures
from kualik.engine.extracting.kazakh.happenings import find_happenings
from kualik.engine.extracting.kazakh.letters import rewrite
from kualik.engine.extracting.kazakh.names import Name, find_names
from kualik.engine.extracting.kazakh.nouns import noun_of
from kualik.engine.extracting.kazakh.page import Page, read_page
from kualik.engine.extracting.kazakh.people import Register
from kualik.engine.extracting.kazakh.phrases import find_phrases
from kualik.engine.extracting.kazakh.restoring import restore
from kualik.engine.extracting.kazakh.sayings import find_sayings
from kualik.engine.extracting.kazakh.scene import Scene
from kualik.engine.extracting.kazakh.silences import find_silences
from kualik.engine.extracting.kazakh.tables import members
from kualik.engine.extracting.kazakh.ties import find_ties
from kualik.engine.extracting.kazakh.tokens import Token
from kualik.engine.extracting.moments import anchor
from kualik.engine.extracting.notes import Held, Notes
from kualik.engine.extracting.telling import told_by_one
from kualik.engine.facts.claims import Document

__all__ = ["METHOD", "read_kazakh", "scene_of"]

METHOD = "kazakh-rules/1"
HEAD = 40  # words at the head of a testimony, where its teller is named


def read_kazakh(document: Document) -> Notes:
    """Read a document in Kazakh.

    Args:
        document: the document; `published`, where known, gives the years that the text leaves out.

    Returns:
        What is noted; each passage is a stretch of the document's text.
    """
    rewritten = rewrite(document.text)
    if rewritten is not None:
        notes = _notes(replace(document, text=rewritten.text))
        return restore(notes, rewritten, document.text)
    return _notes(document)


def _notes(document: Document) -> Notes:
    scene = scene_of(document)
    notes = scene.register.notes
    notes.sayings.extend(find_sayings(scene))
    notes.sayings.extend(find_silences(scene))
    notes.ties.extend(find_ties(scene))
    for told in find_custody(scene):
        if isinstance(told, Held):
            notes.held.append(told)
        else:
            notes.happenings.append(told)
    notes.happenings.extend(find_happenings(scene))
    notes.figures.extend(find_figures(scene))
    return notes


def scene_of(document: Document) -> Scene:
    """Prepare a document for the rules: sentences, names, phrases, dates, and who is who.

    Args:
        document: in Cyrillic letters.
    """
    page = read_page(document.text)
    names = [_entitled(page, name) for name in find_names(page.tokens, list(_sentences(page)))]
    known = {name.first: name for name in names}
    phrases = [find_phrases(frame, known) for frame in page.frames]
    near = anchor(document.published)
    register = Register(page, names, phrases)
    for number, some in enumerate(phrases):
        for phrase in some:
            if phrase.name is not None:
                register.key(number, phrase)
    if told_by_one(document):
        _narrate(register, names)
    return Scene(
        page=page, phrases=phrases, register=register, dates=[find_dates(frame.tokens, near) for frame in page.frames],
        chinese=any(token.lower.startswith(("шыңжаң", "қытай", "үрімжі")) for token in page.tokens),
    )  # fmt: skip


def _entitled(page: Page, name: Name) -> Name:
    """Take a name between marks that is a paper's or a fund's for nobody's."""
    around = (quote for quote in page.quotes if quote.title and quote.first < name.first and name.last < quote.last)
    behind = next((page.tokens[quote.last].lower for quote in around if quote.last < len(page.tokens)), "")
    noun = noun_of(behind) if name.person and behind else None
    return replace(name, person=False) if noun is not None and noun.kind in {"body", "outlet", "place"} else name


def _narrate(register: Register, names: Sequence[Name]) -> None:
    """Take who says "I am N" outside of quotations for the narrator."""
    told = next((name for name in names if name.person and _is_self(register.page.tokens, name)), None)
    if told is not None and not any(quote.first < told.first < quote.last for quote in register.page.quotes):
        register.narrator = register.notes.narrator = register.named(told.text)


def _is_self(tokens: Sequence[Token], name: Name) -> bool:
    """Read "I am N", "I, N,", "my name is N", and "Testimony: N" at the head."""
    before = ["", "", *(token.lower for token in tokens[max(0, name.first - 2) : name.first])]
    if name.case == "self" or name.case:
        return name.case == "self"
    if before[-1] in {"атым", "есімім", "аты-жөнім"}:
        return True
    if before[-1] == ":":
        return before[-2] in members("telling") and name.first < HEAD
    return before[-2] in {"мен", "атым", "есімім", "аты-жөнім"} and before[-1] in {",", "–", "—", ":"}


def _sentences(page: Page) -> Iterator[tuple[int, int]]:
    """Give the stretches of tokens that are tagged at once: sentences with what is quoted in them."""
    for frame in page.frames:
        if frame.quote < 0:
            last = frame.tokens[-1]
            yield frame.tokens[0].i, page.quotes[last.quote].last if last.quote >= 0 else last.i + 1

"""Read DOCX: paragraphs and tables in their order, then notes."""

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element, ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring

from kualik.engine.reading.archive import open_safely, read_entry
from kualik.engine.reading.parts import Job, Part, check_characters, first_line
from kualik.engine.reading.refusals import Refusal, Refused

__all__ = ["parts"]

READER = "docx 1"
SPACE = re.compile(r"\{[^}]*\}")
BODY = "word/document.xml"
NOTES = ("word/footnotes.xml", "word/endnotes.xml")
ABOUT = "docProps/core.xml"
MARKS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "softHyphen": "\u00ad"}
SKIPPED = {"del", "moveFrom", "Fallback", "delText", "instrText"}
"""Text struck out by tracked changes, the second copy of a text box, and field codes are not the text."""
SEPARATORS = {"separator", "continuationSeparator", "continuationNotice"}


def parts(content: bytes, *, job: Job) -> Iterator[Part]:
    """Read the text that the document shows with all changes accepted."""
    with open_safely(content, limits=job.limits) as container:
        names = set(container.namelist())
        trees = {name: _parse(read_entry(container, name), name) for name in (BODY, *NOTES, ABOUT) if name in names}
    lines = [*_blocks(trees[BODY])]
    for name in NOTES:
        lines += _notes(trees[name]) if name in trees else ()
    text = "\n".join(lines).strip("\n")
    if not text.strip():
        raise Refused(Refusal.NO_TEXT, detail="a document without text; it may be made of pictures")
    check_characters(len(text), limits=job.limits)
    yield Part(
        text=text,
        reader=READER,
        title=_title(trees.get(ABOUT)) or first_line(text),
        warnings=_warnings(trees[BODY], names),
    )


def _parse(content: bytes, name: str) -> Element:
    try:
        root: Element = fromstring(content, forbid_dtd=True)
    except DefusedXmlException as error:
        raise Refused(Refusal.UNSAFE_ARCHIVE, detail="XML that declares entities", where=name) from error
    except (ParseError, ValueError, LookupError) as error:
        raise Refused(Refusal.DAMAGED, detail=str(error), where=name) from error
    return root


def _tag(element: Element) -> str:
    return SPACE.sub("", element.tag)


def _blocks(parent: Element) -> Iterator[str]:
    """Write each paragraph, and each row of a table, as one line."""
    for element in parent:
        tag = _tag(element)
        if tag == "p":
            yield _text(element)
        elif tag == "tbl":
            yield from _rows(element)
        elif tag not in SKIPPED:
            yield from _blocks(element)


def _rows(table: Element) -> Iterator[str]:
    for row in _inside(table, "tr"):
        cells = (" ".join(" ".join(_blocks(cell)).split()) for cell in _inside(row, "tc"))
        yield "\t".join(cells)


def _inside(parent: Element, wanted: str) -> Iterator[Element]:
    """Find the nearest elements of a kind, which may be wrapped in content controls."""
    for element in parent:
        tag = _tag(element)
        if tag == wanted:
            yield element
        elif tag not in SKIPPED:
            yield from _inside(element, wanted)


def _text(paragraph: Element) -> str:
    return "".join(_runs(paragraph))


def _runs(parent: Element) -> Iterator[str]:
    for element in parent:
        tag = _tag(element)
        if tag == "t":
            yield element.text or ""
        elif tag in MARKS:
            yield MARKS[tag]
        elif tag == "txbxContent":
            yield "\n" + "\n".join(_blocks(element)) + "\n"
        elif tag not in SKIPPED and tag not in {"pPr", "rPr"}:
            yield from _runs(element)


def _notes(tree: Element) -> Iterator[str]:
    for note in tree:
        if not any(SPACE.sub("", key) == "type" and value in SEPARATORS for key, value in note.items()):
            yield from (line.strip() for line in _blocks(note) if line.strip())


def _title(about: Element | None) -> str | None:
    found = (element.text for element in about or () if _tag(element) == "title" and element.text)
    return next(found, "").strip() or None


def _warnings(body: Element, names: set[str]) -> tuple[str, ...]:
    tags = {_tag(element) for element in body.iter()}
    found = (
        (bool(tags & {"del", "ins", "moveFrom"}), "it has tracked changes: the text is read as if all were accepted"),
        ("vanish" in tags, "it has hidden text, which was read too"),
        (any(name.endswith("vbaProject.bin") for name in names), "it has macros; they were not run"),
        (any(name.startswith("word/embeddings/") for name in names), "it has files inside; they were not opened"),
        (any(name.startswith("word/media/") for name in names), "it has pictures; they were not read"),
    )
    return tuple(text for holds, text in found if holds)

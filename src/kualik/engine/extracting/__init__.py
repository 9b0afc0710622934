"""Text into claims: who says what, about whom, and exactly where it stands."""

from collections.abc import Callable, Mapping

from kualik.engine.extracting.chinese import read_chinese
from kualik.engine.extracting.english import read_english
from kualik.engine.extracting.joining import joined, part
from kualik.engine.extracting.kazakh import read_kazakh
from kualik.engine.extracting.notes import Notes
from kualik.engine.extracting.russian import read_russian
from kualik.engine.extracting.uyghur import read_uyghur
from kualik.engine.extracting.visible import put_back, seen
from kualik.engine.extracting.writing import write
from kualik.engine.facts.claims import Document, Reading, Stretch

__all__ = ["READERS", "extract"]

READERS: Mapping[str, tuple[Callable[[Document], Notes], str]] = {
    "en": (read_english, "english-rules/2"),
    "ru": (read_russian, "russian-rules/1"),
    "zh": (read_chinese, "chinese-rules/1"),
    "kk": (read_kazakh, "kazakh-rules/1"),
    "ug": (read_uyghur, "uyghur-rules/1"),
}
"""Language (BCP 47, without script) to its reader and the name and version that its claims carry."""


def extract(document: Document) -> Reading:
    """Read a document into entities and claims, each stretch of it by the reader of its language.

    Args:
        document: the document; its language, or its languages where paragraphs are in several, decide the readers.

    Returns:
        The reading. A stretch in a language that has no reader gives no claims.
    """
    whole = (Stretch(start=0, end=len(document.text), language=document.language),)
    parts = [part(document, stretch) for stretch in document.languages or whole]
    return joined(document, [(place, _read(one)) for place, one in parts])


def _read(document: Document) -> Reading:
    reader = READERS.get(document.language.casefold().split("-")[0])
    if reader is None:
        return Reading(document=document)
    read, method = reader
    shown, places = seen(document)
    return put_back(write(shown, read(shown), method=method), document, places)

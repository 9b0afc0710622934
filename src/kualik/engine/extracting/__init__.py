"""Text into claims: who says what, about whom, and exactly where it stands."""

from collections.abc import Callable, Mapping
from importlib import import_module
from typing import TYPE_CHECKING

from kualik.engine.extracting.joining import in_one_language, joined, languages_of
from kualik.engine.extracting.visible import put_back, seen
from kualik.engine.extracting.writing import write
from kualik.engine.facts.claims import Document, Reading

if TYPE_CHECKING:
    from kualik.engine.extracting.notes import Notes

__all__ = ["READERS", "extract"]

READERS: Mapping[str, tuple[str, str]] = {
    "en": ("english", "english-rules/2"),
    "ru": ("russian", "russian-rules/1"),
    "zh": ("chinese", "chinese-rules/1"),
    "kk": ("kazakh", "kazakh-rules/1"),
    "ug": ("uyghur", "uyghur-rules/1"),
}
"""Language (BCP 47, without script) to its reader's folder, and the name and version that its claims carry."""


def extract(document: Document) -> Reading:
    """Read a document into entities and claims, everything in a language by that language's reader.

    Args:
        document: the document; its language, or its languages where paragraphs are in several, decide the readers.

    Returns:
        The reading. What is in a language that has no reader gives no claims.
    """
    languages = languages_of(document)
    readings = [_read(in_one_language(document, language)) for language in languages]
    return joined(document, readings) if len(readings) > 1 else readings[0]


def _read(document: Document) -> Reading:
    reader = READERS.get(document.language.casefold().split("-")[0])
    if reader is None:
        return Reading(document=document)
    folder, method = reader
    # only the reader that is asked for is loaded: all five take half a second
    read: Callable[[Document], Notes] = getattr(import_module(f"{__package__}.{folder}"), f"read_{folder}")
    shown, places = seen(document)
    return put_back(write(shown, read(shown), method=method), document, places)

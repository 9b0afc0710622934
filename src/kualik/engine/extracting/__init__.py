"""Text into claims: who says what, about whom, and exactly where it stands."""

from collections.abc import Callable, Mapping

from kualik.engine.extracting.chinese import read_chinese
from kualik.engine.extracting.english import read_english
from kualik.engine.extracting.joining import in_one_language, joined, languages_of
from kualik.engine.extracting.kazakh import read_kazakh
from kualik.engine.extracting.notes import Notes
from kualik.engine.extracting.russian import read_russian
from kualik.engine.extracting.uyghur import read_uyghur
from kualik.engine.extracting.visible import put_back, seen
from kualik.engine.extracting.writing import write
from kualik.engine.facts.claims import Document, Reading

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
    read, method = reader
    shown, places = seen(document)
    return put_back(write(shown, read(shown), method=method), document, places)

"""Keep the catalogues of the pages' words: find what lacks a translation, add translations, compile them.

.venv/bin/python -m tools.catalogues missing [PATH…]
.venv/bin/python -m tools.catalogues add FILE.json

`add` takes a list of {"id", "plural"?, "context"?, "kk", "ru", "zh-hans", "ug"}; with a plural each language has a list
of forms. `missing` says in which file each string stands. Nothing is dropped by itself:
texts of the engines reach the pages by other ways than a call of gettext.
"""

import argparse
import fcntl
import json
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import DEFAULT_KEYWORDS, extract_python
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from django.utils.translation.template import templatize

from tools.steps import ROOT, say, stop

__all__ = ["LANGUAGES", "Said", "add", "lacking", "main", "said_in"]

SOURCE = ROOT / "src" / "kualik"
LOCALE = SOURCE / "web" / "locale"
LANGUAGES = {"kk": "kk", "ru": "ru", "zh-hans": "zh_Hans", "ug": "ug"}
"""The languages beside English by their tag, with the folder of each."""

LAZY = ("gettext", "ngettext", "pgettext", "npgettext")
KEYWORDS = DEFAULT_KEYWORDS | {f"{word}_lazy": DEFAULT_KEYWORDS[word] for word in LAZY}
IN_CONTEXT = frozenset(word for word in KEYWORDS if "pgettext" in word)
COUNTED = frozenset(word for word in KEYWORDS if word.startswith("n"))


@dataclass(frozen=True, slots=True, order=True)
class Said:
    """One text that the pages say: with its plural and its context, each empty where it has none."""

    id: str
    plural: str = ""
    context: str = ""


def said_in(path: Path) -> Iterator[Said]:
    """Find what a module or a template says to its readers."""
    text = path.read_text(encoding="utf-8")
    code = templatize(text, origin=str(path)) if path.suffix == ".html" else text
    for _line, word, found, _comments in extract_python(BytesIO(code.encode()), KEYWORDS, [], {"encoding": "utf-8"}):
        given: Any = found  # a text where a call has one, whatever Babel's own type says
        texts = [one or "" for one in ((given,) if isinstance(given, str) else given or ())]
        context = texts.pop(0) if texts and word in IN_CONTEXT else ""
        if texts and texts[0]:
            plural = texts[1] if word in COUNTED and len(texts) > 1 else ""
            yield Said(texts[0], plural, context)


def _files(paths: Sequence[Path]) -> list[Path]:
    """The modules and templates under the paths; all where none is given."""
    found = (one for path in paths or [SOURCE] for one in ([path] if path.is_file() else path.rglob("*")))
    return sorted(one for one in found if one.suffix in {".py", ".html"})


def lacking(catalogue: Catalog, wanted: Iterable[Said]) -> list[Said]:
    """Name the texts for which a catalogue has no words, or not all plural forms."""
    return sorted({one for one in wanted if not _translated(catalogue.get(one.id, one.context or None))})


def _translated(message: Message | None) -> bool:
    if message is None:
        return False
    forms = [message.string] if isinstance(message.string, str) else list(message.string or ())
    return bool(forms) and all(forms)


def add(catalogue: Catalog, entries: Sequence[Mapping[str, Any]], *, language: str) -> int:
    """Put translations into a catalogue.

    Args:
        catalogue: of the language.
        entries: as the module's first words describe.
        language: the tag under which entries hold the words of this language.

    Returns:
        How many were put in.

    Raises:
        ValueError: an entry lacks the language, or has another number of forms than the language has.
    """
    for entry in entries:
        given = entry.get(language)
        forms = [str(form or "") for form in (given if isinstance(given, list) else [given])]
        wanted = catalogue.num_plurals if entry.get("plural") else 1
        if len(forms) != wanted or not all(forms):
            raise ValueError(f"{language}: {entry['id']!r} needs {wanted} text(s), and has {given!r}")
        id_ = (entry["id"], entry["plural"]) if entry.get("plural") else entry["id"]
        context = entry.get("context") or None
        catalogue.delete(entry["id"], context)
        catalogue.add(id_, tuple(forms) if entry.get("plural") else forms[0], context=context)
    return len(entries)


@contextmanager
def _opened(language: str) -> Iterator[Catalog]:
    """Read a catalogue; write it and compile it afterwards."""
    path = LOCALE / LANGUAGES[language] / "LC_MESSAGES" / "django.po"
    with path.open("rb") as file:
        catalogue = read_po(file)
    yield catalogue
    written, compiled = BytesIO(), BytesIO()
    write_po(written, catalogue, width=0)
    write_mo(compiled, catalogue)
    path.write_bytes(written.getvalue())
    path.with_suffix(".mo").write_bytes(compiled.getvalue())


def main(words: list[str]) -> int:
    """Do what the command line says."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("deed", choices=["missing", "add"])
    parser.add_argument("paths", nargs="*", type=Path)
    asked = parser.parse_args(words)
    deeds = {"missing": _say_missing, "add": _add_files}
    with (LOCALE / "kk" / "LC_MESSAGES" / "django.po").open("rb") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)  # several people may add at once
        return deeds[asked.deed]([path.resolve() for path in asked.paths])


def _say_missing(paths: Sequence[Path]) -> int:
    where = {one: path for path in _files(paths) for one in said_in(path)}
    without: dict[Said, list[str]] = {}
    for language, folder in LANGUAGES.items():
        with (LOCALE / folder / "LC_MESSAGES" / "django.po").open("rb") as file:
            for one in lacking(read_po(file), where):
                without.setdefault(one, []).append(language)
    for one, languages in sorted(without.items()):
        say(
            f"{where[one].relative_to(ROOT)}: {one.id!r} {one.plural and repr(one.plural)} lacks {', '.join(languages)}"
        )
    return stop(f"{len(without)} texts lack a translation") if without else 0


def _add_files(paths: Sequence[Path]) -> int:
    for path in paths:
        entries = json.loads(path.read_text(encoding="utf-8"))
        for language in LANGUAGES:
            try:
                with _opened(language) as catalogue:
                    count = add(catalogue, entries, language=language)
            except ValueError as error:
                return stop(f"{path}: {error}; nothing of this language was written")
        say(f"{path}: {count} texts in {len(LANGUAGES)} languages")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

"""How a person's name would probably be spelt in the scripts in which no document writes it: shown, never kept."""

from collections.abc import Sequence
from dataclasses import dataclass

from kualik.cases.people.rows import NameForm
from kualik.engine import names

__all__ = ["ProbableSpelling", "probable_spellings"]

KAZAKH = {"Latn": "Latn", "Cyrl": "kk-Cyrl", "Arab": "kk-Arab", "Hani": "zh-Hans"}
UYGHUR = {"Latn": "Latn", "Cyrl": "ru", "Arab": "ug-Arab", "Hani": "zh-Hans"}
"""Into which alphabet a name is written for each script."""

SURE = ("Cyrl", "Arab", "Latn", "Hani")
"""Scripts by how much of the sound they keep: the first that a person's name is written in is derived from."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ProbableSpelling:
    """A spelling that was worked out, in a language and script (BCP 47) and direction ("ltr" or "rtl")."""

    value: str
    language: str
    direction: str


def probable_spellings(*, forms: Sequence[NameForm]) -> tuple[ProbableSpelling, ...]:
    """Work out a name in the scripts that none of its forms is written in.

    Args:
        forms: how documents write the name, the best first.

    Returns:
        One spelling for each of Latin, Cyrillic, Arabic and Chinese script that is missing; none without a form.
    """
    known = {form.script: form for form in reversed(forms)}
    source = next((known[script] for script in SURE if script in known), None)
    if source is None:
        return ()
    alphabets = UYGHUR if any(form.language.startswith("ug") for form in forms) else KAZAKH
    missing = {script: target for script, target in alphabets.items() if script not in known}
    found = [_spelling(source.value, script, target) for script, target in missing.items()]
    return tuple(spelling for spelling in found if spelling.value)


def _spelling(name: str, script: str, target: str) -> ProbableSpelling:
    return ProbableSpelling(
        value=str(names.transliterate(name, target)),
        language="und-Latn" if target == "Latn" else target,
        direction="rtl" if script == "Arab" else "ltr",
    )

"""What the counting engine says, in five languages."""

import ast
from importlib import import_module
from pathlib import Path

import pytest
from babel.messages.pofile import read_po
from django.utils import translation

from kualik.engine.counting import phrase
from kualik.web import words
from kualik.web.counting_words import say

CATALOGUES = sorted((Path(words.__file__).parent / "locale").glob("*/LC_MESSAGES/django.po"))
ENGINE = Path(str(import_module("kualik.engine.counting").__file__)).parent


def sentences() -> set[str]:
    """Find every sentence that the engine makes a phrase of; those that only put others together are left out."""
    found = set()
    for path in ENGINE.glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            match node:
                case ast.Call(func=ast.Name(id="phrase"), args=[ast.Constant(value=str(text)), *_]):
                    found.add(text)
    return {text for text in found if any(letter.isalpha() for letter in _without_places(text))}


def _without_places(text: str) -> str:
    parts = text.split("%(")
    return "".join([parts[0], *(part.partition(")s")[2] for part in parts[1:])])


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.parts[-3])
def test_every_sentence_of_the_engine_is_translated(path: Path) -> None:
    """A report is read in the reader's language, or in two at once."""
    with path.open("rb") as file:
        known = {str(one.id) for one in read_po(file) if one.string}

    assert sentences() - known == set()
    assert len(sentences()) > 60


def test_figures_are_written_as_the_language_does_and_names_are_isolated() -> None:
    """A name in one direction does not turn the sentence around."""
    said = phrase("%(list)s: %(people)s people, %(alone)s of them on no other list", list="EXH", people=1910, alone=3)

    with translation.override("en"):
        assert say(said) == "\u2068EXH\u2069: 1,910 people, 3 of them on no other list"


def test_a_phrase_in_a_phrase_is_said_in_the_same_language() -> None:
    """Both are translated."""
    with translation.override("ru"):
        said = say(phrase("Model %(estimator)s, %(label)s: %(low)s to %(high)s, median %(median)s",
                          estimator="A", label=phrase("as reported"), low=1, high=2, median=1.5))  # fmt: skip

    assert "as reported" not in said
    assert "Model" not in said

"""Every rule in words."""

import ast
from importlib import import_module

import pytest

from kualik.engine.extracting.rules import LANGUAGES, in_words, rules
from tests.architecture.source import PACKAGE, modules

FOLDER = PACKAGE / "engine" / "extracting"
READERS = [language for language in LANGUAGES if (FOLDER / language / "reading.py").is_file()]


def named(language: str) -> set[str]:
    """Name the rules that a reader's modules write into what they note: `rule="…"`."""
    return {
        node.value.value
        for module in modules(f"engine/extracting/{language}")
        for node in ast.walk(module.tree)
        if isinstance(node, ast.keyword) and node.arg == "rule"
        if isinstance(node.value, ast.Constant) and isinstance(node.value.value, str)
    }


@pytest.mark.parametrize("language", READERS)
def test_every_rule_of_a_reader_has_its_words(language: str) -> None:
    """What `kualik read --why` prints is never a bare id."""
    assert named(language) - rules(language).keys() == set()


@pytest.mark.parametrize("language", READERS)
def test_words_are_words(language: str) -> None:
    """An id, and a clause in one line."""
    assert rules(language)
    assert all(
        id_ and " " not in id_ and told.strip() == told and "\n" not in told for id_, told in rules(language).items()
    )
    assert rules(language) is import_module(f"kualik.engine.extracting.{language}.rules").RULES


def test_there_is_a_reader_to_look_at() -> None:
    """The tests above look at something."""
    assert any(named(language) for language in READERS)


def test_a_language_without_a_reader_has_no_rules() -> None:
    """And no error."""
    assert rules("latin") == {}


@pytest.mark.parametrize(
    ("method", "words"),
    [
        ("person", "a person read it"),
        ("mapped-rows/1", "a row of a table"),
        ("llm:qwen2.5:7b", "the language model qwen2.5:7b proposed it"),
        ("latin-rules/1:say.dixit", "the rule say.dixit"),
        ("reader 1", "the reader reader 1"),
    ],
)
def test_whatever_made_a_claim_is_said(method: str, words: str) -> None:
    """A person, a table, a model, a rule that no table knows."""
    assert in_words(method).startswith(words)

"""What each rule sees, in words: the tables of all readers in one place."""

from collections.abc import Mapping
from functools import cache
from importlib import import_module
from importlib.util import find_spec

__all__ = ["in_words", "rules"]

LANGUAGES = ("english", "russian", "chinese", "kazakh", "uyghur")
ROWS, PERSON, MODEL = "mapped-rows", "person", "llm:"
TOLD = {
    PERSON: "a person read it",
    ROWS: "a row of a table, by the mapping of its columns",
}


@cache
def rules(language: str) -> Mapping[str, str]:
    """Give the rules of one reader.

    Args:
        language: its folder: "english", "russian", "chinese", "kazakh", "uyghur".

    Returns:
        Rule id to what it sees, in English; empty for a language without a reader.
    """
    name = f"{__package__}.{language}"
    if language not in LANGUAGES or find_spec(name) is None or find_spec(f"{name}.rules") is None:
        return {}
    table: Mapping[str, str] = import_module(f"{name}.rules").RULES
    return table


def in_words(method: str) -> str:
    """Say in words how a claim came about.

    Args:
        method: a claim's method, such as "english-rules/2:say.subject-verb", "llm:qwen2.5:7b" or "person".

    Returns:
        A clause in English; where no table knows the rule, its id.
    """
    if method.startswith(MODEL):
        name = method.removeprefix(MODEL)
        return f"the language model {name} proposed it; its words and speaker were found in the text, no rule saw it"
    reader, _, rule = method.partition(":")
    if told := TOLD.get(reader.split("/")[0]):
        return told
    language = reader.partition("-")[0]
    return rules(language).get(rule) or (f"the rule {rule}" if rule else f"the reader {reader}")

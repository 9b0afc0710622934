"""Texts that one person tells, and talk in lines: testimonies, letters, interviews."""

from collections.abc import Iterator

from kualik.engine.extracting.notes import Saying
from kualik.engine.extracting.uyghur.sayings import denied
from kualik.engine.extracting.uyghur.scene import Scene
from kualik.engine.extracting.uyghur.silences import note
from kualik.engine.facts.vocabulary import Stance

__all__ = ["find_colons", "find_lines", "find_narrator"]

ANSWER = frozenset({"جاۋاب", "ج"})
QUESTION = frozenset({"سوئال", "س", "مۇخبىر"})
OWN = frozenset({"مەن", "مېنىڭ", "مېنى", "ماڭا", "مەندىن"})
NAMED = ("ئىسمىم", "ئىسىم-فامىلەم", "ئېتىم")
INTRODUCED = 5  # tokens of "I, your son X"
SHORT = 4  # tokens of a quotation with its marks
HEAD = 8  # tokens before a line's colon


def find_narrator(scene: Scene) -> int | None:
    """Find who says "I" throughout: "my name is X", "I, X, …".

    Args:
        scene: the text, with its names.

    Returns:
        The narrator's key; None where the text does not say who it is.
    """
    for one in scene.mentions:
        if one.name is None or scene.page.quote_of[one.first] >= 0 or one.case:
            continue
        first = one.name.first
        before = scene.page.form(first - 1), scene.page.form(first - 2)
        if before[0].startswith(NAMED) or before[0] == "مەن" or (before[0] == "," and before[1] == "مەن"):
            return scene.cast.named(one.name)
        start, _ = scene.sentence(first)
        gap = {scene.page.form(k) for k in range(start, first)}
        near = first - start < INTRODUCED and not gap & {",", "."} and scene.page.form(one.last) in {".", ","}
        if near and scene.page.form(start) == "مەن":
            return scene.cast.named(one.name)
    return None


def find_lines(scene: Scene) -> Iterator[Saying]:
    """Find the answers of an interview, each line under "question" or "answer", or under a name.

    Args:
        scene: the text read so far; who speaks in each line is noted in it.

    Yields:
        One saying for each answer.
    """
    answering = _interviewed(scene)
    for first, last in _paragraphs(scene):
        colon = next((k for k in range(first, min(last, first + HEAD)) if scene.page.form(k) == ":"), None)
        if colon is None or colon + 1 >= last:
            continue
        label = scene.page.form(first)
        key = answering if label in ANSWER and colon == first + 1 else _labelled(scene, first, colon)
        if key is None or label in QUESTION or scene.page.quote_of[colon + 1] >= 0:
            continue
        scene.line_speaker[scene.paragraph(first)] = key
        if scene.page.form(last - 1) != "?":
            yield note(
                scene,
                first=first,
                last=last,
                content=(colon + 1, last),
                stance=Stance.ASSERTS,
                key=key,
                rule="say.line",
            )


def _labelled(scene: Scene, first: int, colon: int) -> int | None:
    """Find the name that is all that stands before a line's colon."""
    one = next((scene.mentions[n] for n in scene.among(first, colon)), None)
    exact = one is not None and one.name is not None and one.first == first and one.last == colon
    return scene.cast.named(one.name) if one is not None and one.name is not None and exact else None


def _interviewed(scene: Scene) -> int | None:
    """Find who is asked: the first one named before the first question who is no journalist."""
    asked = next((first for first, _ in _paragraphs(scene) if scene.page.form(first) in QUESTION), None)
    if asked is None:
        return None
    for n in scene.among(0, asked):
        one, key = scene.mentions[n], scene.keys[n]
        if one.name is not None and key is not None and "journalist" not in scene.cast.party(key).roles:
            return key
    return None


def _paragraphs(scene: Scene) -> Iterator[tuple[int, int]]:
    first = 0
    for number, one in enumerate(scene.page.sentences):
        if number + 1 == len(scene.page.sentences) or scene.page.sentences[number + 1].paragraph != one.paragraph:
            yield first, one.last
            first = one.last


def find_colons(scene: Scene) -> Iterator[Saying]:
    """Find quotations behind "X:" that no verb follows.

    Args:
        scene: the text read so far; quotations that have a speaker are left alone.

    Yields:
        One saying for each quotation.
    """
    for number, quote in enumerate(scene.page.quotes):
        if number in scene.quote_speaker or scene.page.form(quote.first - 1) != ":":
            continue
        if scene.page.sentences[scene.page.sentence_of[quote.first]].heading or quote.last - quote.first < SHORT:
            continue
        start, _ = scene.sentence(quote.first)
        found = [
            n for n in scene.among(start, quote.first) if scene.mentions[n].nominative and scene.keys[n] is not None
        ]
        if found and scene.page.quote_of[scene.mentions[found[0]].first] < 0:
            key = scene.keys[found[0]]
            if key is None:
                continue
            scene.quote_speaker[number] = key
            said = (quote.first, quote.last)
            first = scene.mentions[found[0]].first
            yield note(
                scene, first=first, last=quote.last, content=said, key=key, rule="say.colon",
                stance=denied(scene, said, key, Stance.ASSERTS),
            )  # fmt: skip

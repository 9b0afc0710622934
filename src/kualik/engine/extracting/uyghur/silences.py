"""Those who would not speak, and those who did not answer, in Uyghur; and how a saying is noted."""

from collections.abc import Iterator

from kualik.engine.extracting.notes import Saying
from kualik.engine.extracting.spans import Span
from kualik.engine.extracting.uyghur.scene import Scene
from kualik.engine.extracting.uyghur.subjects import subject_of
from kualik.engine.extracting.uyghur.tables import rows
from kualik.engine.extracting.uyghur.verbs import Form
from kualik.engine.facts.vocabulary import Stance

__all__ = ["find_silences", "note", "silence"]

ABOUT = 160  # characters of what is said that are kept


def note(
    scene: Scene, *, first: int, last: int, content: tuple[int, int], stance: Stance, key: int | None, rule: str
) -> Saying:
    """Make a note of something said.

    Args:
        scene: the text.
        first: the passage's first token.
        last: the token behind it.
        content: tokens of what is said.
        stance: where the speaker stands.
        key: the speaker, or None.
        rule: the rule's id.
    """
    span = scene.page.span(min(first, content[0]), max(last, content[1]))
    inside = scene.page.span(*content) if content[1] > content[0] else Span(start=span.end, end=span.end)
    about = scene.page.words(*content)[:ABOUT] if content[1] > content[0] else ""
    return Saying(span=span, content=inside, stance=stance, rule=rule, speaker=key, about=about)


def silence(scene: Scene, i: int) -> tuple[Stance, int] | None:
    """Find the words of a refusal that end at a token.

    Args:
        scene: the text.
        i: a token.

    Returns:
        Where the speaker stands, and the first token of the words; None where there are none.
    """
    for words, stance in rows("silences"):
        parts = words.split()
        first = i - len(parts) + 1
        same = first >= 0 and all(scene.page.form(first + k) == part for k, part in enumerate(parts[:-1]))
        if same and scene.page.form(i).startswith(parts[-1]):
            return Stance(stance), first
        shifted = first - 1 >= 0 and parts[-1] == "رەت" and scene.page.form(i - 1) == "رەت"
        if shifted and all(scene.page.form(first - 1 + k) == part for k, part in enumerate(parts[:-1])):
            return Stance(stance), first - 1
    return None


def find_silences(scene: Scene) -> Iterator[Saying]:
    """Find those who would not speak, and those who did not answer.

    Args:
        scene: the text read so far.

    Yields:
        A saying without content for each.
    """
    for i, token in enumerate(scene.page.tokens):
        if not token.word or scene.page.form(i) == "رەت" or scene.page.sentences[scene.page.sentence_of[i]].heading:
            continue
        found = silence(scene, i)
        if found is None:
            continue
        subject = subject_of(scene, i, Form(kind="finite"))
        if subject is not None and subject.key is not None:
            first = subject.first if subject.first < i else scene.clause(i)
            yield note(
                scene,
                first=first,
                last=i + 1,
                content=(i + 1, i + 1),
                stance=found[0],
                key=subject.key,
                rule="say.silence",
            )

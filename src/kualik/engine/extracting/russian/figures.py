"""Numbers of people said of a population, with their bound."""

from collections.abc import Iterator

from kualik.engine.extracting.notes import Figure
from kualik.engine.extracting.russian.lexicon import group
from kualik.engine.extracting.russian.numbers import Number, number_at
from kualik.engine.extracting.russian.phrases import Phrase
from kualik.engine.extracting.russian.scene import Scene

__all__ = ["find_figures"]

BOUNDS = (
    (("не", "менее"), "at least"),
    (("не", "меньше"), "at least"),
    (("минимум",), "at least"),
    (("по", "меньшей", "мере"), "at least"),
    (("как", "минимум"), "at least"),
    (("более", "чем"), "more than"),
    (("более",), "more than"),
    (("больше",), "more than"),
    (("свыше",), "more than"),
    (("до",), "at most"),
    (("не", "более"), "at most"),
    (("менее",), "fewer than"),
    (("около",), "about"),
    (("порядка",), "about"),
    (("примерно",), "about"),
    (("почти",), "about"),
    (("приблизительно",), "about"),
)
PEOPLE = frozenset({"человек", "люди", "житель", "семья", "случай", "лицо", "представитель", "подпись"})
FEWEST = 20
CROWD = group("figures.crowd")


def find_figures(scene: Scene) -> Iterator[Figure]:
    """Find figures of populations.

    Args:
        scene: the text read so far.

    Yields:
        Figures in order. Crowds, ages and lengths of time are none.
    """
    i = 0
    dated = {k for one in scene.dates for k in range(one.first, one.last)}
    while i < len(scene.page.tokens):
        number = number_at(scene.page, i)
        if number is None or i in dated:
            i += 1
            continue
        if not scene.page.sentence(i).heading and number.value >= FEWEST and number.value == int(number.value):
            found = _figure(scene, number)
            if found is not None:
                yield found
        i = number.last


def _figure(scene: Scene, number: Number) -> Figure | None:
    phrase = _counted(scene, number)
    segment = scene.clauses.segment(number.first)
    before = scene.clauses.around(number.first, back=1)[0]
    words = {lemma for k in range(before.first, segment.last) for lemma in scene.page.tokens[k].lemmas("VERB", "PRTS")}
    if phrase is None or words & CROWD:
        return None
    width, bound = _bound(scene, number.first)
    first = number.first - width
    return Figure(
        value=int(number.value), bound=bound, span=scene.span(first, max(phrase.last, number.last)),
        rule="figure.people", of=scene.value(number.last, max(phrase.last, number.last + 1)),
    )  # fmt: skip


def _counted(scene: Scene, number: Number) -> Phrase | None:
    """Find the people that a number counts, right behind it."""
    near = [*scene.clauses.phrases_in(max(0, number.first - 2), number.last + 1)]
    for one in near:
        holds = one.first <= number.first < one.head or one.first == number.last
        animate = any("anim" in form.marks and form.known for form in scene.page.tokens[one.head].forms if form.noun)
        if holds and (one.kind in {"human", "kin"} or one.lemma in PEOPLE or animate):
            return one
    return None


def _bound(scene: Scene, i: int) -> tuple[int, str]:
    for words, bound in BOUNDS:
        width = len(words)
        if tuple(scene.page.lower(i - width + n) for n in range(width)) == words:
            if bound == "more than" and scene.page.lower(i - width - 1) == "не":
                return width + 1, "at most"
            return width, bound
    return 0, "exactly"

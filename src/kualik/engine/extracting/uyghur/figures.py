"""Numbers of people said of a population, in Uyghur."""

from collections.abc import Iterator

from kualik.engine.extracting.notes import Figure
from kualik.engine.extracting.uyghur.endings import endings
from kualik.engine.extracting.uyghur.nouns import noun_of
from kualik.engine.extracting.uyghur.numerals import Number, number_at
from kualik.engine.extracting.uyghur.scene import Scene

__all__ = ["find_figures"]

LEAST = 50
LEAST_BOUND = 20  # where the number is only a bound
LEAST_WORDS = (("ئاز", "دېگەندە"), ("كەم", "دېگەندە"))
ABOUT = frozenset({"تەخمىنەن", "چامىسى"})
MORE = frozenset({"ئارتۇق", "كۆپ", "ئاشقان", "زىيادە"})
FEWER = frozenset({"كەم", "ئاز"})
ROUGH = frozenset({"چە", "دەك"})
FAMILIES = frozenset({"ئائىلە", "كىشىلىك", "جان", "نەپەر", "قىز-يىگىت"})
AGES = ("ياش", "يىل", "ئاي", "كۈن")
REACH = 4  # tokens between a number and the people
MARCHING = ("يىغىل", "توپلان", "قاتناش", "نامايىش", "كەلدى", "قاتنىش")


def find_figures(scene: Scene) -> Iterator[Figure]:
    """Find figures; ages, lengths of time, crowds and small numbers are none.

    Args:
        scene: the text read so far.

    Yields:
        Figures in order.
    """
    i = 0
    while i < len(scene.page.tokens):
        number = number_at(scene.page, i)
        if number is None:
            i += 1
            continue
        figure = _figure(scene, i, number)
        if figure is not None:
            yield figure
        i = number[1]


def _figure(scene: Scene, i: int, number: Number) -> Figure | None:
    value, behind = number
    bound = _bound(scene, i, behind)
    if (
        value < (LEAST if bound == "exactly" else LEAST_BOUND)
        or scene.page.form(behind) == "-"
        or scene.page.form(i - 1) == "-"
    ):
        return None
    if scene.page.sentences[scene.page.sentence_of[i]].heading or scene.page.quote_of[i] >= 0:
        return None
    people = _people(scene, behind)
    first, last = scene.sentence(i)
    crowd = any(scene.page.form(k).startswith(MARCHING) for k in range(first, last))
    if people is None or crowd:
        return None
    return Figure(
        value=value, bound=bound, span=scene.page.span(i, people + 1), rule="figure.people",
        of=scene.value(_group(scene, behind, people), people + 1),
    )  # fmt: skip


def _group(scene: Scene, first: int, people: int) -> int:
    """Find where the name of a group begins, behind "more than"."""
    return next((k + 1 for k in range(people - 1, first - 1, -1) if scene.page.form(k) in MORE | FEWER), first)


def _people(scene: Scene, i: int) -> int | None:
    """Find the people that a number counts."""
    _, end = scene.sentence(i) if i < len(scene.page.tokens) else (0, 0)
    counted = None
    for k in range(i, min(end, i + REACH)):
        if scene.page.form(k).startswith(AGES) or not scene.page.tokens[k].word:
            return counted
        noun = noun_of(scene.page.form(k))
        if noun is not None and noun.kind in {"people", "kin"}:
            return k
        if any(one.stem in FAMILIES for one in endings(scene.page.form(k))):
            counted = k
    return counted


def _bound(scene: Scene, i: int, behind: int) -> str:
    before = scene.page.form(i - 2), scene.page.form(i - 1)
    ending, after = scene.page.form(behind - 1), scene.page.form(behind)
    if before in LEAST_WORDS:
        return "at least"
    if after in MORE or scene.page.form(behind + 1) in MORE:
        return "more than"
    if ending.endswith(("غىچە", "قىچە", "گىچە", "كىچە")):
        return "at most"
    if before[1] in ABOUT or after in {"نەچچە", "ئەتراپىدا", "چاغلىق", "يېقىن"} or after in ROUGH:
        return "about"
    return "fewer than" if after in FEWER else "exactly"

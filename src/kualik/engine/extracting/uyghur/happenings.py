"""Protests, hearings, press conferences, meetings, reports and journeys in Uyghur."""

from collections.abc import Iterator

from kualik.engine.extracting.notes import Happening, Value
from kualik.engine.extracting.uyghur.circumstances import place_in
from kualik.engine.extracting.uyghur.numerals import number_at
from kualik.engine.extracting.uyghur.scene import Scene
from kualik.engine.extracting.uyghur.tables import rows
from kualik.engine.extracting.uyghur.verbs import form_of

__all__ = ["find_happenings"]

STREET = frozenset({"protest", "picket", "march", "rally"})
PAPERS = ("دوكلات", "ئاخبارات", "بايانات", "ماقالە", "كىتاب", "تىزىملىك", "سىن")
PRESS = ("ئاخبارات", "مۇخبىرلار")
FRONT = frozenset({"ئالدىغا", "ئالدىدا"})
SILENT = ("چىقمى", "كۆرۈنمى")
RESPONSES = (("ئارىلاشمى", "no intervention"), ("تارقىتىۋەت", "dispersed"), ("تارقىتىۋەتتى", "dispersed"))
AFTER = 6  # sentences behind a protest that tell how it was met


def find_happenings(scene: Scene) -> Iterator[Happening]:
    """Find what happened beside arrests, sentences and releases.

    Args:
        scene: the text read so far.

    Yields:
        Events in order; journeys and papers only with a date.
    """
    told: tuple[int, str] | None = None
    for i, token in enumerate(scene.page.tokens):
        number = scene.page.sentence_of[i]
        if not token.word or scene.page.quote_of[i] >= 0 or scene.page.sentences[number].heading:
            continue
        kind = _kind(scene, i)
        if kind is None or told == (number, kind):
            continue
        one = _happening(scene, i, kind)
        if one is not None:
            told = number, kind
            yield one


def _kind(scene: Scene, i: int) -> str | None:
    word, before = scene.page.form(i), scene.page.form(i - 1)
    for needed, stems, kind in rows("happenings"):
        if needed not in {"-", before}:
            continue
        for stem in stems.split(","):
            form = form_of(word, stem)
            if (
                form is not None
                and not form.negated
                and form.kind not in {"condition", "act"}
                and not form.first_person
            ):
                return _sort(scene, i, kind)
            if form is not None and form.first_person and kind == "other" and not form.negated:
                return kind
    return None


def _sort(scene: Scene, i: int, kind: str) -> str | None:
    """Tell a press conference from another meeting, and a paper from other things made known."""
    first, _ = scene.sentence(i)
    near = [scene.page.form(k) for k in range(max(first, i - 5), i)]
    if kind == "press conference":
        return kind if any(form.startswith(PRESS) for form in near) else "meeting"
    if kind == "statement":
        return kind if near and any(form.startswith(PAPERS) for form in near[-2:]) else None
    if kind == "hearing" and scene.page.form(i).startswith("سوت"):
        return kind
    return kind


def _happening(scene: Scene, i: int, kind: str) -> Happening | None:
    first = scene.clause(i)
    sentence, end = scene.sentence(i)
    dates = scene.moments_in(sentence, i)
    if not dates and kind in {"other", "statement", "meeting", "hearing"}:
        return None
    date = scene.value(dates[-1].first, dates[-1].last, dates[-1].edtf) if dates else None
    last = end if kind in STREET else i + 1
    who = next((n for n in scene.among(sentence, i) if _acts(scene, n)), None)
    begins = min([sentence if kind in STREET or first > i else first, *(one.first for one in dates)])
    return Happening(
        type=kind, span=scene.page.span(begins, last), cue=scene.page.span(i, i + 1),
        rule=f"event.{kind.replace(' ', '-')}", date=date,
        place=_front(scene, sentence, i) or place_in(scene, sentence, i),
        who=scene.value(scene.mentions[who].first, scene.mentions[who].last) if who is not None else None,
        target=_target(scene, sentence, i) if kind in STREET else None,
        crowd=_crowd(scene, sentence, i) if kind in STREET else None,
        responses=tuple(_responses(scene, i)) if kind in STREET else (),
    )  # fmt: skip


def _acts(scene: Scene, n: int) -> bool:
    """Say whether a phrase may be who did it: a subject that nothing happens in front of."""
    one = scene.mentions[n]
    return one.nominative and scene.keys[n] is not None and scene.page.form(one.last) not in FRONT


def _front(scene: Scene, first: int, i: int) -> Value | None:
    """Find "in front of" a building."""
    k = next((k for k in range(i, first, -1) if scene.page.form(k) in FRONT), None)
    if k is None:
        return None
    before = [n for n in scene.among(first, k) if scene.mentions[n].last == k]
    return scene.value(scene.mentions[before[0]].first, k + 1) if before else None


def _target(scene: Scene, first: int, i: int) -> Value | None:
    place = _front(scene, first, i)
    if place is None:
        return None
    k = next(k for k in range(i, first, -1) if scene.page.form(k) in FRONT)
    one = next(scene.mentions[n] for n in scene.among(first, k) if scene.mentions[n].last == k)
    return scene.value(one.first, one.last)


def _crowd(scene: Scene, first: int, i: int) -> Value | None:
    for n in scene.among(first, i):
        one = scene.mentions[n]
        number = next((k for k in range(one.first, one.noun_first) if number_at(scene.page, k)), None)
        if one.kind == "people" and number is not None:
            return scene.value(number, one.noun_first)
    return None


def _responses(scene: Scene, i: int) -> Iterator[Value]:
    number = scene.page.sentence_of[i]
    for one in scene.page.sentences[number + 1 : number + 1 + AFTER]:
        forms = [scene.page.form(k) for k in range(one.first, one.last)]
        if "ھېچكىم" in forms and any(form.startswith(SILENT) for form in forms):
            yield scene.value(one.first, one.last, "did not come out")
        for stem, response in RESPONSES:
            if any(form.startswith(stem) for form in forms):
                yield scene.value(one.first, one.last, response)
                break

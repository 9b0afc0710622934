"""Who is named among those just told to be held: "Среди них — …", and sentences that share one verb."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace

from kualik.engine.extracting.notes import Held
from kualik.engine.extracting.russian.circumstances import facility_state, term_near
from kualik.engine.extracting.russian.numbers import number_at
from kualik.engine.extracting.russian.phrases import Phrase
from kualik.engine.extracting.russian.scene import Scene

__all__ = ["find_members", "find_shared"]

AMONG = (("среди", "них"), ("среди", "которых"), ("в", "числе"), ("в", "их"), ("из", "них"))
FARTHEST = 60  # tokens between those held and the naming of some of them
DIRECT = frozenset({"к", "на", "по"})
DASHES = frozenset({"—", "–", "-"})


def find_members(scene: Scene, held: Sequence[Held]) -> Iterator[Held]:
    """Find those named of a group that the text has just told to be held: "Среди них — журналистка Яна Зорина".

    Args:
        scene: the text read so far.
        held: the custody found in it.

    Yields:
        For each of them the group's state.
    """
    order = sorted(held, key=lambda one: one.span.start)
    starts = [one.span.start for one in order]
    known = {one.party for one in held}
    for k in range(len(scene.page.tokens) - 2):
        if (scene.page.lower(k), scene.page.lower(k + 1)) not in AMONG:
            continue
        group = _group(scene, order, bisect_left(starts, scene.page.tokens[k].start) - 1, k)
        if group is None:
            continue
        last = scene.page.sentence(k).last
        for one in scene.clauses.phrases_in(k + 2, last):
            someone = scene.register.meant(one) if one.name is not None and "nomn" in one.cases else None
            if someone is not None and scene.register.key(someone) not in known:
                yield replace(
                    group, party=scene.register.key(someone), span=scene.span(k, one.last), rule="custody.member"
                )


def _group(scene: Scene, order: Sequence[Held], place: int, k: int) -> Held | None:
    """Find the group held that was told of last before a token, near enough."""
    if place < 0 or order[place].span.start < scene.page.tokens[max(0, k - FARTHEST)].start:
        return None
    count = scene.register.notes.parties[order[place].party].count
    return order[place] if count is None or count > 1 else None


def find_shared(scene: Scene, held: Sequence[Held]) -> Iterator[Held]:
    """Find sentences without a verb of their own: "Омаров получил 7 лет, Сабит и Ахмет — по 5 лет".

    Args:
        scene: the text read so far.
        held: the custody found in it.

    Yields:
        The sentences behind the one that has the verb.
    """
    ends = [token.start for token in scene.page.tokens]
    told = {(one.party, one.sentence.text) for one in held if one.sentence is not None}
    for one in held:
        if one.state != "prison" or one.sentence is None:
            continue
        first = bisect_left(ends, one.sentence.span.end)
        if first >= len(ends):
            continue
        for phrases, place, value, state in _gapped(scene, first, one.sentence.text[-1]):
            for phrase in phrases:
                someone = scene.register.meant(phrase)
                if someone is None or (scene.register.key(someone), value) in told:
                    continue
                told.add((scene.register.key(someone), value))
                yield replace(
                    one, party=scene.register.key(someone), state=state, rule="custody.shared-verb",
                    span=scene.span(phrase.first, place[1]), sentence=scene.value(*place, value),
                )  # fmt: skip


def _gapped(scene: Scene, first: int, unit: str) -> Iterator[tuple[list[Phrase], tuple[int, int], str, str]]:
    """Find, behind a sentence, people and a length of time after a dash, as far as no verb stands between."""
    people: list[Phrase] = []
    for segment in scene.clauses.around(first, ahead=24):
        if segment.verb is not None and segment.verb >= first:
            return
        start = max(first, segment.first)
        found = _length(scene, start, segment.last, unit)
        end = found[0][0] if found is not None else segment.last
        people += [one for one in scene.clauses.phrases_in(start, end) if _can_be(one)]
        named = [one for one in people if one.name is not None] or people
        if found is not None and named and _parted(scene, max(first, named[0].first), end):
            kind = facility_state(scene, end, segment.last)
            yield named, *found, kind[0] if kind and kind[0] == "house arrest" else "prison"
        people = [] if found is not None else people


def _length(scene: Scene, first: int, last: int, unit: str) -> tuple[tuple[int, int], str] | None:
    """Read "по 5 лет", and "к пяти" with the unit of the sentence before."""
    term = term_near(scene, first, last)
    if term is not None:
        return (term.first, term.last), term.values[0]
    for k in range(first + 1, last):
        number = number_at(scene.page, k) if scene.page.lower(k - 1) in DIRECT else None
        if number is not None and number.last >= last - 1 and number.value == int(number.value):
            return (k, number.last), f"P{int(number.value)}{unit}"
    return None


def _parted(scene: Scene, first: int, end: int) -> bool:
    """Say whether a dash or a preposition stands between people and a length of time."""
    return scene.page.lower(end - 1) in DIRECT or bool({scene.page.tokens[k].text for k in range(first, end)} & DASHES)


def _can_be(phrase: Phrase) -> bool:
    return phrase.kind in {"person", "kin", "human", "pronoun"} and phrase.cases != frozenset({"gent"})

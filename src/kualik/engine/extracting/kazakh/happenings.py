"""What happened at a time and place beside custody: protests, hearings, meetings, petitions."""

from collections.abc import Iterator, Sequence

from kualik.engine.extracting.kazakh.circumstances import date_near, facility_in, place_in
from kualik.engine.extracting.kazakh.patients import is_attribute
from kualik.engine.extracting.kazakh.phrases import Phrase
from kualik.engine.extracting.kazakh.predicates import Predicate, find_predicates, hard_starts
from kualik.engine.extracting.kazakh.scene import Scene
from kualik.engine.extracting.kazakh.tables import group
from kualik.engine.extracting.kazakh.tokens import Token
from kualik.engine.extracting.kazakh.wording import base_form
from kualik.engine.extracting.notes import Happening, Value

__all__ = ["find_happenings"]

STREET = frozenset({"protest", "picket", "rally", "march"})
TOLD = frozenset({"past", "hearsay", "converb", "perfect", "present", "nominal", "habit"})


def find_happenings(scene: Scene) -> list[Happening]:
    """Find protests, hearings, meetings and the like that are told with a verb.

    Args:
        scene: the document.

    Returns:
        Happenings in order.
    """
    found: list[Happening] = []
    for number, frame in enumerate(scene.page.frames):
        if not frame.heading:
            for one in find_predicates(frame.tokens, "happenings"):
                found += _happening(scene, number, one)
    return found


def _happening(scene: Scene, number: int, one: Predicate) -> Iterator[Happening]:
    tokens = scene.tokens(number)
    kind = one.entry[1]
    verdict = kind == "sentencing" and is_attribute(one, tokens)  # "the court that gave the verdict"
    if verdict or (one.last < len(tokens) and tokens[one.last].lower == "үшін"):
        return
    if one.form.denied or one.form.tense not in TOLD or (one.form.tense == "nominal" and one.form.case in {"ға", "ге"}):
        return
    first = max((start for start in hard_starts(tokens) if start <= one.first), default=0)
    date = date_near(scene, number, first, len(tokens) if kind in STREET else one.last)
    place = _before_what(scene, number, first, one) or place_in(scene, number, first, one.first)
    if not _suits(tokens, one, first, dated=date is not None or place is not None):
        return
    last = one.last - 1
    who = _who(scene, number, one, first)
    if who is not None and who.last > one.last:
        last = who.last - 1
    span = scene.page.span(tokens[_first_word(tokens, first, one.first)], tokens[last])
    cue, rule = scene.page.span(tokens[one.first], tokens[one.last - 1]), f"event.{kind.replace(' ', '-')}"
    yield Happening(
        type=kind, span=span, cue=cue, rule=rule,
        date=scene.value(number, date.first, date.last, date.edtf) if date is not None else None, place=place,
        who=_named(scene, number, who), crowd=_crowd(scene, number, who) if kind in STREET else None,
        target=_target(scene, number, first, one) if kind in STREET else None,
    )  # fmt: skip


def _suits(tokens: Sequence[Token], one: Predicate, first: int, *, dated: bool) -> bool:
    """Say whether the clause holds what the verb needs to mean it."""
    if one.entry[2] == "dated":
        return dated and facility_in(tokens, first, one.first) is None
    if one.entry[2] == "crowd":
        whole = [token.lower for token in tokens]
        return any(word.startswith(group("before-what")) for word in whole) and any(
            word.startswith(group("asking")) for word in whole
        )
    return True


def _first_word(tokens: Sequence[Token], first: int, last: int) -> int:
    return next((at for at in range(first, last) if tokens[at].word or tokens[at].number), last)


def _who(scene: Scene, number: int, one: Predicate, first: int) -> Phrase | None:
    """Find who did it: the noun that a participle describes, or the subject."""
    phrases = [phrase for phrase in scene.phrases[number] if phrase.kind != "pronoun"]
    if is_attribute(one, scene.tokens(number)):
        return next((phrase for phrase in phrases if one.last <= phrase.head <= one.last + 4), None)
    return next((phrase for phrase in phrases if first <= phrase.first < one.first and phrase.case == ""), None)


def _named(scene: Scene, number: int, who: Phrase | None) -> Value | None:
    if who is None:
        return None
    key = scene.register.key(number, who)
    label = scene.register.label(key) if key is not None else ""
    return scene.value(number, who.first, who.last, label) if label else None


def _crowd(scene: Scene, number: int, who: Phrase | None) -> Value | None:
    if who is None or who.count is None or who.count < 2:
        return None
    tokens = scene.tokens(number)[who.first : who.last]
    return scene.value(number, who.first, who.last, " ".join(token.text for token in tokens))


def _before_what(scene: Scene, number: int, first: int, one: Predicate) -> Value | None:
    """Find "before the consulate": a body and "алды" behind it."""
    tokens = scene.tokens(number)
    for phrase in scene.phrases[number]:
        inside = (
            first <= phrase.first and phrase.last < one.first and phrase.kind == "body" and phrase.case in {"gen", ""}
        )
        if inside and tokens[phrase.last].lower.startswith(("алдын", "алдағ", "ғимарат", "маңын", "жанын")):
            said = " ".join(token.text for token in tokens[phrase.first : phrase.last])
            return scene.value(number, phrase.first, phrase.last + 1, f"{said} алды")
    return None


def _target(scene: Scene, number: int, first: int, one: Predicate) -> Value | None:
    place = _before_what(scene, number, first, one)
    if place is None:
        return None
    words = place.text.split()[:-1]
    return Value(text=" ".join([*words[:-1], base_form(words[-1])]), span=place.span)

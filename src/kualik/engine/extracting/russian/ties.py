"""Kin ties and ages."""

import itertools
import re
from collections.abc import Iterator

from kualik.engine.extracting.notes import Tie
from kualik.engine.extracting.russian.lexicon import column
from kualik.engine.extracting.russian.numbers import is_imposed, number_at
from kualik.engine.extracting.russian.people import Someone
from kualik.engine.extracting.russian.phrases import Phrase
from kualik.engine.extracting.russian.scene import Scene

__all__ = ["find_ages", "find_ties"]

YEARS_OLD = re.compile(r"(\d{1,3})-?(?:[а-я]{1,2}-?)?летн\w+")
OLDEST = 120
BRACKETS = frozenset({",", "(", "—", "–", "-"})


def find_ties(scene: Scene) -> Iterator[Tie]:
    """Find who is whose kin.

    Args:
        scene: the text read so far; who is named as whose kin is noted in its register.

    Yields:
        Ties, each pair once.
    """
    seen: set[tuple[int, int]] = set()
    for phrase in scene.register.phrases:
        if phrase.kind != "kin" or scene.page.sentence(phrase.head).heading:
            continue
        relation = _relation(scene, phrase)
        known = scene.register.meant(phrase)
        bare = phrase.owner is None and phrase.complement is None
        owner = known.owner if bare and known is not None and known.owner is not None else scene.register.owner(phrase)
        if phrase.plural and (named := _named_together(scene, phrase)):
            yield from _group(scene, phrase, owner, named, seen)
            continue
        person = _person(scene, phrase, owner, relation)
        if relation == "kinsfolk" or owner is None or person is None or person is owner or owner.kind == "body":
            continue
        pair = (scene.register.key(person), scene.register.key(owner))
        if pair in seen or pair[::-1] in seen:
            continue
        seen.add(pair)
        rule = "kin.owner" if phrase.owner is not None or phrase.complement is not None else "kin.unsaid-owner"
        yield Tie(
            person=pair[0], relation=relation, relative=pair[1], span=scene.span(phrase.first, phrase.last), rule=rule
        )


def _named_together(scene: Scene, phrase: Phrase) -> list[Someone]:
    """Find the names behind a plural: "её сыновья Ержан и Марат", "двух братьев, Ержана и Марата"."""
    found: list[Someone] = []
    place = phrase.last
    if phrase.name is not None:
        found = [someone for someone in [scene.register.meant(phrase)] if someone is not None]
    while scene.page.lower(place) in {",", "и", ":", "—", "–", "("} or (not found and place == phrase.last):
        start = place + (scene.page.lower(place) in {",", "и", ":", "—", "–", "("})
        one = next((p for p in scene.clauses.phrases_in(start, start + 1) if p.kind == "person"), None)
        someone = scene.register.meant(one) if one is not None and one.cases & phrase.cases else None
        if one is None or someone is None or len(found) > 12:
            break
        found.append(someone)
        place = one.last
    return found


def _group(
    scene: Scene, phrase: Phrase, owner: Someone | None, named: list[Someone], seen: set[tuple[int, int]]
) -> Iterator[Tie]:  # fmt: skip
    """Tie each of several named kin to their owner; siblings named without one are each other's."""
    relation = _relation(scene, phrase)
    relation = {"child": "child", "parent": "parent"}.get(relation, relation)
    if relation == "kinsfolk":
        return
    siblings = relation in {"brother", "sister"} and phrase.owner is None and phrase.complement is None
    pairs = list(itertools.pairwise(named)) if siblings else [(one, owner) for one in named if owner is not None]
    for one, other in pairs:
        pair = (scene.register.key(one), scene.register.key(other))
        if one is not other and pair not in seen and pair[::-1] not in seen:
            seen.add(pair)
            yield Tie(
                person=pair[0], relation=relation, relative=pair[1], span=scene.span(phrase.first, phrase.last),
                rule="kin.several",
            )  # fmt: skip


def _relation(scene: Scene, phrase: Phrase) -> str:
    words = {scene.page.lower(i)[:8] for i in range(phrase.first, phrase.head)}
    if words & {"двоюродн", "троюродн"} and column("kin")[phrase.lemma] in {"brother", "sister"}:
        return "cousin"
    return column("kin")[phrase.lemma]


def _person(scene: Scene, phrase: Phrase, owner: Someone | None, relation: str) -> Someone | None:
    """Find who the kinsman is: named with the term, named beside it, or known only by it."""
    beside = phrase.name is None and _beside(scene, phrase)
    someone = beside or scene.register.meant(phrase)
    if someone is not None and someone.name and owner is not None:
        scene.register.name_kin(owner, relation, someone)
        scene.register.settle(phrase, someone)
    return someone


def _beside(scene: Scene, phrase: Phrase) -> Someone | None:
    """Find the name that a kin term explains: "Ольга, сестра Марата", "Ольга (его мать)", "Ольга — моя сестра"."""
    page = scene.page
    place = phrase.first - 1
    if page.lower(place) == "это":
        place -= 1
    if place < 1 or page.tokens[place].text not in BRACKETS or phrase.plural:
        return _behind(scene, phrase)
    near = [one for one in scene.clauses.phrases_in(max(0, place - 6), place) if one.last == place and one.name]
    one = near[0] if near else None
    fits = (
        one is not None
        and one.cases & phrase.cases
        and (not one.gender or not phrase.gender or one.gender == phrase.gender)
    )
    return scene.register.meant(one) if one is not None and fits else _behind(scene, phrase)


def _behind(scene: Scene, phrase: Phrase) -> Someone | None:
    """Find the name in commas behind a kin term: "мать осуждённого, Ольга Зуева, …"."""
    page, place = scene.page, phrase.last
    if place + 1 >= len(page.tokens) or page.tokens[place].text not in {",", "—", "–"} or phrase.plural:
        return None
    one = next(
        (p for p in scene.clauses.phrases_in(place + 1, place + 2) if p.name is not None and p.kind != "kin"), None
    )
    if one is None or not one.cases & phrase.cases or (one.gender and phrase.gender and one.gender != phrase.gender):
        return None
    closed = page.lower(one.last) in {",", ".", "(", "—", "–", ")"}
    return scene.register.meant(one) if closed else None


def find_ages(scene: Scene) -> None:
    """Note how old people are: "68-летняя", ", 68 лет,", "ей 25 лет"."""
    for phrase in scene.register.phrases:
        someone = scene.register.meant(phrase) if phrase.animate and phrase.kind != "body" else None
        if someone is None or someone.age is not None or phrase.plural:
            continue
        found = _before(scene, phrase) or _after(scene, phrase)
        if found is not None:
            value, first, last = found
            scene.register.set_age(someone, value, scene.span(first, last))


def _before(scene: Scene, phrase: Phrase) -> tuple[int, int, int] | None:
    for i in range(max(0, phrase.first - 1), phrase.head):
        match = YEARS_OLD.fullmatch(scene.page.lower(i))
        if match and int(match[1]) < OLDEST:
            return int(match[1]), i, i + 1
    return None


def _after(scene: Scene, phrase: Phrase) -> tuple[int, int, int] | None:
    page, place = scene.page, phrase.last
    dative = phrase.kind == "pronoun" and "datv" in phrase.cases
    if place < len(page.tokens) and page.tokens[place].text in {",", "("}:
        place += 1
    elif not dative:
        return None
    while page.lower(place) in {"уже", "сейчас", "было", "ему", "ей", "в", "возрасте", "всего", "исполнилось"}:
        place += 1
    number = number_at(page, place) if place < len(page.tokens) else None
    if number is None or number.value > OLDEST or number.value != int(number.value):
        return None
    unit = page.lower(number.last)
    if is_imposed(page, number.first, number.last + 1):
        return None
    closed = dative or page.lower(number.last + 1) in {",", ")", ".", "—", ";"}
    if unit in {"лет", "год", "года"} and closed:
        return int(number.value), number.first, number.last + 1
    alone = page.tokens[phrase.last].text == "(" and page.lower(number.last) == ")" and number.value > 9
    return (int(number.value), number.first, number.last) if alone else None

"""Which testimonies come from one witness, and how many witnesses do not lean on each other.

The rules, with their reasons, are in docs/methods/weighing.md. When in doubt two are one.
"""

from collections import defaultdict
from collections.abc import Container, Iterable, Sequence
from dataclasses import replace
from itertools import combinations

from kualik.engine.facts import NOBODY, PUBLISHER
from kualik.engine.names import compare, script
from kualik.engine.weighing.testimony import FIRST_HAND, Testimony, Witness

__all__ = ["behind_publisher", "count_independent", "publishers", "same_voice", "witness_of", "witnesses"]

SAME_NAME = 0.9  # probability from which two spellings are taken as one witness
WITH_CAPITALS = frozenset({"Latn", "Cyrl"})


def witness_of(testimony: Testimony) -> str | None:
    """Find who is said to know: the last voice; None where it is only the publisher's word, or nobody's.

    A publisher alone is no witness, since it does not say how it knows. An authority that speaks for itself
    is one, and so is the only voice of a first-hand document.
    """
    last = testimony.voice[-1] if testimony.voice else NOBODY
    if last in {NOBODY, PUBLISHER, ""}:
        return None
    alone = len(testimony.voice) == 1
    return last if not alone or testimony.official or testimony.media in FIRST_HAND else None


def publishers(testimonies: Iterable[Testimony]) -> frozenset[str]:
    """Find who publishes: the first voices of what is neither first-hand nor an authority's own."""
    return frozenset(
        one.voice[0].casefold() for one in testimonies if one.voice and not one.official and one.media not in FIRST_HAND
    )


def behind_publisher(testimony: Testimony, known: Container[str]) -> Testimony:
    """Add the voice that is not told where one paper cites another: the other does not say how it knows."""
    if len(testimony.voice) > 1 and not testimony.official and testimony.voice[-1].casefold() in known:
        return replace(testimony, voice=(*testimony.voice, NOBODY))
    return testimony


def same_voice(one: str, other: str) -> bool:
    """Say whether two voices are one, however they are spelled."""
    return one.casefold() == other.casefold() or compare(one, other).score >= SAME_NAME


def witnesses(testimonies: Iterable[Testimony]) -> tuple[Witness, ...]:
    """Group testimonies by witness.

    Args:
        testimonies: claims in support of one value.

    Returns:
        The witnesses by name. Unattributed testimonies belong to none.
    """
    known = [(testimony, name) for testimony in testimonies if (name := witness_of(testimony))]
    groups: dict[str, list[Testimony]] = defaultdict(list)
    leaders = _leaders(known)
    for testimony, name in known:
        groups[leaders[name]].append(testimony)
    return tuple(sorted((_witness(group) for group in groups.values()), key=lambda one: (one.name, one.claims)))


def count_independent(found: Sequence[Witness]) -> int:
    """Count witnesses who do not lean on each other; those only described count one in all, and only alone."""
    named = sum(one.named for one in found)
    return named or min(1, len(found))


def _leaders(known: Sequence[tuple[Testimony, str]]) -> dict[str, str]:
    """Find for each name the one that stands for its witness: same spelling, or one story with another attribution."""
    names = sorted({name for _, name in known})
    leader = {name: name for name in names}
    pairs = [pair for pair in combinations(names, 2) if same_voice(*pair)]
    for one, other in pairs + _copied(known):
        kept, gone = sorted((leader[one], leader[other]))
        leader = {name: kept if lead == gone else lead for name, lead in leader.items()}
    return leader


def _copied(known: Sequence[tuple[Testimony, str]]) -> list[tuple[str, str]]:
    """Pair voices that copies of one story put in each other's place.

    Voices side by side in one document are different people. The document with the most of them speaks for
    the story; a voice that stands only in its copies is taken as the nearest of those.
    """
    stories: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for testimony, name in known:
        stories[testimony.story][testimony.document].add(name)
    return [pair for documents in stories.values() for pair in _copied_in_story(list(documents.values()))]


def _copied_in_story(documents: list[set[str]]) -> list[tuple[str, str]]:
    base = min(documents, key=lambda voices: (-len(voices), sorted(voices)))
    others = sorted(set().union(*documents) - base)
    return [(other, min(base, key=lambda one: (-compare(one, other).score, one))) for other in others]


def _witness(group: Sequence[Testimony]) -> Witness:
    spellings = sorted({name for testimony in group if (name := witness_of(testimony))})
    named = [name for name in spellings if not _described(name)]
    return Witness(
        name=max(named or spellings, key=lambda name: (len(name), name)),
        spellings=tuple(spellings),
        chains=tuple(sorted({testimony.voice for testimony in group})),
        stories=tuple(sorted({testimony.story for testimony in group})),
        claims=tuple(sorted({testimony.claim for testimony in group})),
        named=bool(named),
    )


def _described(name: str) -> bool:
    """Say whether a voice is described, not named: no capital letter in a script that has them."""
    return script(name) in WITH_CAPITALS and not any(letter.isupper() for letter in name)

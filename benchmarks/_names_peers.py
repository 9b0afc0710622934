"""What other tools make of the same names. Run by the peers' own Python (_peers.py): JSON in, JSON out.

score METHOD    {"a": [...], "b": [...]} → {"scores": [...], "seconds": processor time}
keys RERANKED   {"names": [...], "queries": [...], "k": 10} → {"hits": [[row, ...], ...], "build": s, "seconds": s}
scan            the same, every name compared with every query by RapidFuzz
"""

import heapq
import json
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from functools import lru_cache, partial
from math import log
from typing import Any

import rapidfuzz
from anyascii import anyascii

Score = Callable[[str, str], float]
RERANKED = 50  # names that logic-v2 looks at again


@lru_cache(maxsize=1 << 20)
def latin(name: str) -> str:
    """Write a name in plain letters, as any-ascii does."""
    return str(anyascii(name)).lower()


def by_icu() -> Callable[[str], str]:
    """Write a name in plain letters, as ICU does."""
    import icu

    transform = icu.Transliterator.createInstance("Any-Latin; Latin-ASCII; Lower()")
    return lru_cache(maxsize=1 << 20)(transform.transliterate)


def whole(a: str, b: str, *, plain: Callable[[str], str]) -> float:
    """RapidFuzz's WRatio."""
    return rapidfuzz.fuzz.WRatio(plain(a), plain(b)) / 100


def parts(a: str, b: str) -> float:
    """Words of the one met with words of the other, the nearest by Jaro-Winkler first."""
    first, second = latin(a).split(), latin(b).split()
    if not first or not second:
        return 0.0
    near = sorted(
        (
            (rapidfuzz.distance.JaroWinkler.similarity(one, other), i, j)
            for i, one in enumerate(first)
            for j, other in enumerate(second)
        ),
        reverse=True,
    )
    met: list[tuple[float, int, int]] = []
    for one in near:
        if all(one[1] != other[1] and one[2] != other[2] for other in met):
            met.append(one)
    return 2 * sum(one[0] for one in met) / (len(first) + len(second))


def nomenklatura(name: str) -> Score:
    """Give one of the matchers that investigators use, on two persons of whom the name is known."""
    from followthemoney import model
    from nomenklatura.matching import get_algorithm
    from nomenklatura.matching.types import ScoringConfig

    algorithm, config = get_algorithm(name), ScoringConfig.defaults()

    @lru_cache(maxsize=4096)
    def person(text: str) -> Any:
        entity = model.make_entity("Person")
        entity.id = text or "nobody"
        entity.add("name", text)
        return entity

    return lambda a, b: float(algorithm.compare(person(a), person(b), config).score)


def method(name: str) -> Score:
    """Find a peer by its name."""
    if name in {"logic-v2", "name-based"}:
        return nomenklatura(name)
    if name == "parts":
        return parts
    return partial(whole, plain=by_icu() if name == "icu" else latin)


def keys(name: str) -> Iterator[str]:
    """Give the keys that yente indexes a person by: words, their sounds, names known to rigour, all words in order."""
    from rigour.names import NameTypeTag, analyze_names

    for found in analyze_names(NameTypeTag.PER, [name]):
        yield "".join(sorted(part.comparable for part in found.parts))
        yield from (part.comparable for part in found.parts)
        yield from (f"~{part.metaphone}" for part in found.parts if part.metaphone)
        yield from map(str, found.symbols)


def by_keys(asked: dict[str, Any], *, again: Score | None) -> dict[str, Any]:
    """Search by shared keys, the rarer the better; the best ones again by a matcher, if one is given."""
    names, began = asked["names"], time.process_time()
    postings: dict[str, list[int]] = defaultdict(list)
    for row, name in enumerate(names):
        for key in set(keys(name)):
            postings[key].append(row)
    built = time.process_time() - began
    began = time.process_time()
    hits = [_found(query, names, postings, again)[: asked["k"]] for query in asked["queries"]]
    return {"hits": hits, "build": built, "seconds": time.process_time() - began}


def _found(query: str, names: list[str], postings: dict[str, list[int]], again: Score | None) -> list[int]:
    weight: dict[int, float] = defaultdict(float)
    for key in set(keys(query)):
        rows = postings.get(key, ())
        for row in rows:
            weight[row] += log(1 + len(names) / len(rows))
    best = heapq.nlargest(RERANKED, weight, key=lambda row: (weight[row], -row))
    return sorted(best, key=lambda row: -again(query, names[row])) if again else best


def by_scan(asked: dict[str, Any]) -> dict[str, Any]:
    """Compare a query with every name, in RapidFuzz's own loop."""
    began = time.process_time()
    listed = [latin(name) for name in asked["names"]]
    built = time.process_time() - began
    began = time.process_time()
    find = partial(rapidfuzz.process.extract, choices=listed, scorer=rapidfuzz.fuzz.WRatio, limit=asked["k"])
    hits = [[row for _, _, row in find(latin(query))] for query in asked["queries"]]
    return {"hits": hits, "build": built, "seconds": time.process_time() - began}


def scored(asked: dict[str, Any], name: str) -> dict[str, Any]:
    """Score pairs, after one has been scored, so that what is loaded at first is not counted."""
    score = method(name)
    score("Khalida", "Халида")
    began = time.process_time()
    scores = [score(a, b) for a, b in zip(asked["a"], asked["b"], strict=True)]
    return {"scores": scores, "seconds": time.process_time() - began}


def main() -> None:
    """Do what the words say."""
    asked = json.load(sys.stdin)
    what, *rest = sys.argv[1:]
    if what == "score":
        answer = scored(asked, *rest)
    elif what == "keys":
        answer = by_keys(asked, again=nomenklatura("logic-v2") if rest else None)
    else:
        answer = by_scan(asked)
    json.dump(answer, sys.stdout)


if __name__ == "__main__":
    main()

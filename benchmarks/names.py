"""Names across scripts: how well pairs are told apart, how well people are found, and how fast, on one core.

Accuracy is measured on people and places set aside by a hash of their id, whom learning never saw (three tenths of
the data that KUALIK_NAMES_DATA names, else ../shared/eval/names); thresholds are each method's best on pairs of the
others; negatives weigh as in data that was not split. Peers: RapidFuzz on text in plain letters by ICU and by
any-ascii; words met one to one by Jaro-Winkler on any-ascii; nomenklatura's matchers logic-v2 and name-based; yente's
keys (words, their sounds, the names that rigour knows, the whole) in an inverted index, alone and with logic-v2 on the
best fifty. They run in the same minutes, in an environment of their own (benchmarks/peers.lock). Growth is on lists of
made-up names. Times are of the processor, one thread.
"""

import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np

from benchmarks import _names_data, _peers
from benchmarks._name_lists import Source, from_rows, from_syllables, make
from kualik.engine.names import NameIndex, compare
from kualik.engine.names.batch import compare_columns
from tools.learning.measuring import figures
from tools.rows import Row
from tools.steps import say

__all__ = ["run"]

METHODS = {
    "icu": "RapidFuzz on ICU",
    "ascii": "RapidFuzz on any-ascii",
    "parts": "words by Jaro-Winkler on any-ascii",
    "logic-v2": "nomenklatura logic-v2",
    "name-based": "nomenklatura name-based",
}
LIGHT = ("ascii", "parts")
SETS = {
    "CA": "Central Asian people",
    "WORLD": "people of the world",
    "COMP": "composed names",
    "PL_CA": "Central Asian places",
    "PL_WORLD": "places of the world",
}
SIZES = (10_000, 100_000, 1_000_000)
LARGEST_FOR_KEYS = 100_000  # yente's own index is no Python program; ours of its keys is slow to build beyond this
QUERIES = 200
SCANNED = 5  # queries that RapidFuzz is asked of a list; it looks at every name
ONE_BY_ONE = 2_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """The figures of one method on the pairs, by what they are of, and pairs a second."""

    figures: dict[str, float]
    speed: float


def run() -> list[Row]:
    """Measure; without the data, only speed and growth."""
    peers, place = _peers.made(), _names_data.folder()
    if place is None:
        say("benchmarks: accuracy is absent: no data in ../shared/eval/names, and KUALIK_NAMES_DATA names none")
    rows = list(_pairs(place, peers)) if place else []
    rows += _searches(place, peers) if place else []
    sources = from_rows(place / "distractors.tsv") if place else from_syllables(seed=1)
    return [*rows, *_growth(sources, peers)] if place else [*_speed(sources), *_growth(sources, peers)]


def _pairs(place: Path, peers: _peers.Peers | None) -> Iterator[Row]:
    rows = _names_data.pairs(place)
    scores, seconds = _timed(lambda: compare_columns(a=rows.a, b=rows.b))
    found = figures(rows, scores)
    ours = Measured(figures=_flat(found), speed=len(rows.a) / seconds)
    others = {METHODS[name]: _peer(peers, name, rows) for name in _methods(peers)}
    yield from _rows_of(ours, others)
    for name in ("ECE, persons", "ECE, persons and places"):
        yield Row(figure=name, unit="", ours=float(str(found[name])), more_is_better=False)
    yield from _one_by_one(rows.a, rows.b)


def _methods(peers: _peers.Peers | None) -> tuple[str, ...]:
    if peers is None:
        return ()
    return tuple(METHODS) if peers.whole else LIGHT


def _peer(peers: _peers.Peers | None, name: str, rows: Any) -> Measured:
    assert peers is not None
    answer = peers.ask("score", name, asked={"a": rows.a, "b": rows.b})
    found = _flat(figures(rows, np.array(answer["scores"], dtype=np.float64)))
    return Measured(figures=found, speed=len(rows.a) / answer["seconds"])


def _flat(found: dict[str, Any]) -> dict[str, float]:
    flat = {f"{about}, F1": found[name]["F1"] for name, about in SETS.items() if name in found}
    flat["Central Asian people, hard negatives, AUC"] = found["CA"]["AUC, hard negatives"]
    flat["Central Asian people, worst pair of scripts, F1"] = min(found["worst family of scripts"].values())
    return flat


def _rows_of(ours: Measured, others: dict[str, Measured]) -> Iterator[Row]:
    for about, figure in ours.figures.items():
        for peer, other in others.items():
            yield Row(figure=about, unit="", ours=figure, peer=other.figures[about], peer_name=peer)
        if not others:
            yield Row(figure=about, unit="", ours=figure)
    for peer, other in others.items():
        yield Row(figure="pairs compared", unit="a second", ours=ours.speed, peer=other.speed, peer_name=peer)
    if not others:
        yield Row(figure="pairs compared", unit="a second", ours=ours.speed)


def _one_by_one(a: list[str], b: list[str]) -> Iterator[Row]:
    asked = list(zip(a[:ONE_BY_ONE], b, strict=False))
    _, seconds = _timed(lambda: [compare(one, other) for one, other in asked])
    yield Row(figure="pairs compared one by one, with reasons", unit="a second", ours=len(asked) / seconds)


def _speed(sources: list[Source]) -> Iterator[Row]:
    names = list(make(sources, count=40_000, seed=3))
    _, seconds = _timed(lambda: compare_columns(a=names, b=names[::-1]))
    yield Row(figure="pairs compared, made-up names", unit="a second", ours=len(names) / seconds)
    yield from _one_by_one(names, names[::-1])


def _searches(place: Path, peers: _peers.Peers | None) -> Iterator[Row]:
    asked = _names_data.searches(place)
    index = NameIndex.build(asked.names)
    hits, seconds = _timed(lambda: [[hit.row for hit in index.search(query, 10)] for query in asked.queries])
    ours = _recalls(asked, hits)
    request = {"names": asked.names, "queries": asked.queries, "k": 10}
    kinds: dict[str, tuple[str, ...]] = {"yente's keys": (), "yente's keys and logic-v2": ("again",)}
    for name, words in kinds.items() if peers and peers.whole else ():
        assert peers is not None
        answer = peers.ask("keys", *words, asked=request)
        theirs = _recalls(asked, answer["hits"])
        for about, recall in ours.items():
            yield Row(figure=about, unit="", ours=recall, peer=theirs[about], peer_name=name)
        each, theirs_each = (1000 * one / len(asked.queries) for one in (seconds, answer["seconds"]))
        yield _less(f"a search among {len(asked.names):,}, mean", "ms", each, theirs_each, name)
    if not (peers and peers.whole):
        yield from (Row(figure=about, unit="", ours=recall) for about, recall in ours.items())


def _recalls(asked: _names_data.Searches, hits: list[list[int]]) -> dict[str, float]:
    found = {}
    for name in dict.fromkeys(asked.sets):
        own = [row for row, of in enumerate(asked.sets) if of == name]
        for k in (10, 1):
            right = sum(not asked.right[row].isdisjoint(hits[row][:k]) for row in own)
            found[f"{SETS.get(name, name)} found among the first {k}"] = right / len(own)
    return found


def _growth(sources: list[Source], peers: _peers.Peers | None) -> Iterator[Row]:
    queries = list(make(sources, count=QUERIES, seed=2))
    for size in SIZES:
        names = list(make(sources, count=size, seed=1))
        yield from _grown(names, queries, peers)


def _grown(names: list[str], queries: list[str], peers: _peers.Peers | None) -> Iterator[Row]:
    among = f"among {len(names):,} names"
    keys = peers is not None and peers.whole and len(names) <= LARGEST_FOR_KEYS
    request = {"names": names, "queries": queries, "k": 10}
    theirs = peers.ask("keys", asked=request) if peers and keys else None
    scan = peers.ask("scan", asked={**request, "queries": queries[:SCANNED]}) if peers else None
    index, built = _timed(lambda: NameIndex.build(names))
    with tempfile.TemporaryDirectory() as place:
        path = Path(place) / "names.index"
        index.save(path)
        loaded, opened = _timed(lambda: NameIndex.load(path))
        megabytes = path.stat().st_size / 1e6
        took = [_timed(partial(loaded.search, query, 10))[1] for query in queries]
    yield _less(f"index built {among}", "s", built, theirs and theirs["build"], "yente's keys" if theirs else "")
    yield _less(f"index saved {among}", "MB", megabytes)
    yield _less(f"index opened {among}", "ms", 1000 * opened)
    median = 1000 * statistics.median(took)
    if theirs:
        yield _less(f"a search {among}, median", "ms", median, 1000 * theirs["seconds"] / len(queries), "yente's keys")
    looked = 1000 * scan["seconds"] / SCANNED if scan else None
    yield _less(f"a search {among}, median", "ms", median, looked, "RapidFuzz on any-ascii, every name" if scan else "")


def _less(figure: str, unit: str, ours: float, peer: float | None = None, name: str = "") -> Row:
    return Row(figure=figure, unit=unit, ours=ours, peer=peer, peer_name=name, more_is_better=False)


def _timed(do: Callable[[], Any]) -> tuple[Any, float]:
    began = time.process_time()
    answer = do()
    return answer, time.process_time() - began

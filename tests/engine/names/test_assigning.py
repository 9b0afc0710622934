"""Part against part. People are fictional."""

import pytest
from hypothesis import given

from kualik.engine.names.aligning import Span
from kualik.engine.names.assigning import assign, without_titles
from kualik.engine.names.preparing import Name, prepare
from kualik.engine.names.scoring import law
from tests.engine.names.conftest import MADE

COSTS = law().learned.costs


def met(a: str, b: str) -> list[tuple[str, str]]:
    """Say which stretches of two names were set against each other."""
    one, other = prepare(a), prepare(b)
    found = assign(COSTS, one, other)
    return [(shown(a, one, pair.a), shown(b, other, pair.b)) for pair in found.pairs]


def shown(text: str, name: Name, span: Span) -> str:
    """Give the stretch of a text that a span stands for."""
    return text[name.parts[span.first].first : name.parts[span.first + span.count - 1].last]


@pytest.mark.parametrize(
    ("a", "b", "pairs"),
    [
        ("Khalida Aqytkhan", "Ақытхан Халида", [("Khalida", "Халида"), ("Aqytkhan", "Ақытхан")]),
        ("Gul Bahar Mamut", "Gülbahar Mamut", [("Gul Bahar", "Gülbahar"), ("Mamut", "Mamut")]),
        ("热娜古丽艾则孜", "Renagul Aziz", [("热娜古丽艾则孜", "Renagul Aziz")]),
        ("Serik Bolatuly", "Serik", [("Serik", "Serik")]),
        ("S. Bolat", "Bolat Serik", [("S", "Serik"), ("Bolat", "Bolat")]),
    ],
)
def test_parts_meet_whatever_their_order(a: str, b: str, pairs: list[tuple[str, str]]) -> None:
    """One to one, or several joined against one; what is left over meets nothing."""
    assert met(a, b) == pairs


@given(MADE, MADE)
def test_every_part_is_in_one_pair_or_left_over(a: str, b: str) -> None:
    """On both sides, and on one of them at least none is left that could have met another."""
    one, other = without_titles(prepare(a)), without_titles(prepare(b))
    found = assign(COSTS, one, other)
    used_a = [pair.a.first + more for pair in found.pairs for more in range(pair.a.count)]
    used_b = [pair.b.first + more for pair in found.pairs for more in range(pair.b.count)]

    assert sorted([*used_a, *found.left_a]) == list(range(len(one.parts)))
    assert sorted([*used_b, *found.left_b]) == list(range(len(other.parts)))
    assert not (found.left_a and found.left_b)


def test_titles_are_set_aside_unless_there_is_nothing_else() -> None:
    """Somebody may be listed as nothing but a title."""
    assert len(without_titles(prepare("Mr Serik Bolat")).parts) == 2
    assert len(without_titles(prepare("Mr")).parts) == len(prepare("Mr").parts)

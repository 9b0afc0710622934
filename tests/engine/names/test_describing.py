"""What the trees are told. People are fictional."""

import re
from pathlib import Path

import pytest
from hypothesis import given

from kualik.engine.names import describing
from kualik.engine.names.describing import FEATURES, NO_FATHER, describe, in_order, turned
from kualik.engine.names.preparing import prepare
from kualik.engine.names.scoring import law
from tests.engine.names.conftest import NAMES

HEADER = Path(describing.__file__).parent / "core" / "describe.h"


def told(a: str, b: str) -> dict[str, float]:
    """Describe two names."""
    found = describe(law().learned, *in_order(prepare(a), prepare(b)))
    assert found is not None
    return found


def test_the_features_are_those_of_the_core() -> None:
    """By name and in order, as core/describe.h lists them."""
    text = HEADER.read_text(encoding="utf-8")
    of_pairs = re.findall(r"X\(P##_(\w+)\)", text)
    of_names = re.findall(r"X\((\w+)\)", text.split("#define NAME_FEATURES(X)")[1].split("\n\n")[0])

    assert [*(f"{which}_{name}" for which in ("worst", "next", "best") for name in of_pairs), *of_names] == list(
        FEATURES
    )


@pytest.mark.parametrize(
    ("a", "b", "feature", "value"),
    [
        ("Serik Bolatuly", "Serik", "pairs", 1),
        ("Serik Bolatuly", "Serik", "left_father_a", 1),
        ("Serik Bolatuly Omarov", "Serik", "left_family_a", 1),
        ("Serik Bolat", "Serik", "left_plain_a", 1),
        ("Memet Qari", "Memet", "left_cleric", 1),
        ("Serik Bolat", "Serik Bolat", "father_near", NO_FATHER),
        ("Gul Bahar Mamut", "Gülbahar Mamut", "joins", 1),
        ("S. Bolat", "Serik Bolat", "initials", 1),
        ("Aigul Serikqyzy", "Aibek Serikuly", "sex", -1),
        ("Aigul Serikqyzy", "Aigul Serikovna", "sex", 1),
        ("Serik Bolat", "Zhanar Qadyr", "bad", 2),
        ("Ma Li", "Ма Ли", "least_size", 4),
    ],
)
def test_what_is_seen_is_counted(a: str, b: str, feature: str, value: float) -> None:
    """Parts left over by kind, joins, initials, sexes, pairs that do not agree."""
    found = told(a, b)
    mirrored = {**found, feature: found[feature] or found.get(feature.removesuffix("a") + "b", 0)}

    assert mirrored[feature] == value


def test_fathers_that_agree_are_near() -> None:
    """On both sides, or on one only."""
    assert told("Serik Bolatuly", "Серік Болатұлы")["father_near"] > 0.8
    assert told("Serik Bolatuly", "Серік Қанатұлы")["father_near"] < 0.5
    assert told("Serik Bolatuly", "Серік Болат")["half_father_near"] > 0.8


@given(NAMES, NAMES)
def test_the_order_of_two_names_makes_no_difference(a: str, b: str) -> None:
    """One of them is always put first."""
    one, other = prepare(a), prepare(b)

    assert in_order(one, other)[0].parts in {in_order(other, one)[0].parts, in_order(other, one)[1].parts}
    assert describe(law().learned, *in_order(one, other)) == describe(law().learned, *in_order(other, one))
    assert not turned(one, one)


def test_what_is_no_name_is_not_described() -> None:
    """There is nothing to tell."""
    assert describe(law().learned, prepare("12"), prepare("Khalida")) is None

"""Facts found, paired with the gold."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tools.pairing import agrees, paired


def fact(kind: str, **slots: Any) -> dict[str, Any]:
    """Make a fact."""
    return {"kind": kind, "at": [0, 10]} | slots


PAIRS = [
    (fact("person", name="Aida Bekova"), fact("person", name="Bekova"), True),
    (fact("person", name="Аида", aliases=["Aida"]), fact("person", name="Aida"), True),
    (fact("person", name="Aida Bekova"), fact("person", name="Aida Omarova"), False),
    (fact("custody", who="Aida", state="prison"), fact("custody", who="Aida", state="unspecified"), True),
    (fact("custody", who="Aida", state="prison"), fact("custody", who="Aida", state="released"), False),
    (fact("custody", who="her son", state="camp"), fact("custody", who="he", state="camp"), True),
    (fact("custody", who="her son", state="camp"), fact("custody", who="he", state="camp", at=[20, 30]), False),
    (
        fact("kin", person="Aida", relation="mother", relative="Erlan"),
        fact("kin", person="Erlan", relation="son", relative="Aida"),
        True,
    ),
    (
        fact("kin", person="Aida", relation="mother", relative="Erlan"),
        fact("kin", person="Aida", relation="son", relative="Erlan"),
        False,
    ),
    (fact("event", type="protest"), fact("event", type="picket"), True),
    (fact("event", type="arrest"), fact("event", type="release"), False),
    (
        fact("event", type="arrest", date="2019", place="Osh"),
        fact("event", type="arrest", date="2019", place="in Osh", at=[50, 60]),
        True,
    ),
    (fact("statement", speaker="Aida", stance="asserts"), fact("statement", speaker="Aida", stance="alleges"), True),
    (fact("statement", speaker="Aida", stance="asserts"), fact("statement", speaker="Aida", stance="denies"), False),
    (fact("statement", speaker="Aida", stance="denies"), fact("statement", speaker="Erlan", stance="denies"), False),
    (fact("figure", value=300), fact("figure", value=300), True),
    (fact("figure", value=300), fact("figure", value=3), False),
    (fact("person", name="Aida"), fact("figure", value=3), False),
]


@pytest.mark.parametrize(("gold", "found", "pair"), PAIRS)
def test_facts_are_paired_by_what_makes_them_one(gold: dict[str, Any], found: dict[str, Any], pair: bool) -> None:  # noqa: FBT001 (a case)
    """Names in part, turned kin, soft stances; never another stance, speaker, state or number."""
    assert paired([gold], [found]) == ({0: 0} if pair else {})


def test_each_fact_is_paired_once_and_the_nearest_first() -> None:
    """The second of one name stays alone."""
    gold = [fact("person", name="Aida Bekova")]
    found = [fact("person", name="Aida"), fact("person", name="Aida Bekova")]

    assert paired(gold, found) == {1: 0}


@pytest.mark.parametrize(
    ("slot", "gold", "found", "same"),
    [
        ("sentence", "P18M", "P1Y6M", True),
        ("sentence", "P1Y", "P2Y", False),
        ("sentence", "life", "Life", True),
        ("since", "2019-03", "2019", False),
        ("place", "a prison in Osh", "Osh prison No. 1", True),
        ("place", "一间监狱", "伊宁监狱", True),
        ("age", 54, 54, True),
        ("age", None, 54, False),
        ("age", 54, None, False),
    ],
)
def test_slots_agree_exactly_or_in_their_words(slot: str, gold: Any, found: Any, same: bool) -> None:  # noqa: FBT001 (a case)
    """Numbers and dates exactly, free text by half of its words; what the gold has not is not right."""
    assert agrees(slot, {slot: gold}, {slot: found}) is same


@given(st.lists(st.sampled_from([gold for gold, _, _ in PAIRS]), max_size=6))
def test_a_reader_that_finds_the_gold_is_right_in_all(gold: list[dict[str, Any]]) -> None:
    """Every fact has a partner, none has two."""
    pairs = paired(gold, gold)

    assert len(pairs) == len(set(pairs.values())) == len(gold)

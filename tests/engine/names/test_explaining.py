"""The compiled core and the law in Python see the same. People are fictional."""

import pytest
from hypothesis import given

from kualik.engine.names.core import Core, core
from kualik.engine.names.explaining import LEFT, MET, Explanation, Question, explain
from tests.engine.names.conftest import NAMES, Spellings


@pytest.fixture(scope="module")
def compiled() -> Core:
    """Take the core, where there is one."""
    found = core()
    if found is None:
        pytest.skip("the core was not compiled here")
    return found


def alike(one: Explanation, other: Explanation) -> bool:
    """Say whether two explanations are the same, but for the last digits."""
    return (
        one.score == pytest.approx(other.score, abs=1e-6)
        and one[1:3] == other[1:3]
        and [seen[:12] for seen in one.seen] == [seen[:12] for seen in other.seen]
        and [seen.near for seen in one.seen] == pytest.approx([seen.near for seen in other.seen], abs=1e-5)
    )


def differing(questions: list[Question], compiled: Core) -> list[Question]:
    """Name the pairs of which core and Python say different things."""
    answers = zip(questions, explain(questions, core=compiled), explain(questions, core=None), strict=True)
    return [question for question, one, other in answers if not alike(one, other)]


def test_core_and_python_agree_on_spellings(compiled: Core, spelled: dict[int, Spellings]) -> None:
    """Of one person, and of people that look like each other; as pinyin too."""
    pairs = [(group.spellings[0], other) for group in spelled.values() for other in group.spellings]
    unlike = [(group.spellings[-1], spelled[group.unlike].spellings[0]) for group in spelled.values() if group.unlike]
    questions = [Question(a=a, b=b, pinyin_b=a > b) for a, b in (*pairs, *unlike)]

    assert len(questions) > 300
    assert differing(questions, compiled) == []


@given(a=NAMES, b=NAMES)
def test_core_and_python_agree_on_any_text(compiled: Core, a: str, b: str) -> None:
    """Names in every script, of up to six parts, and texts that are none."""
    assert differing([Question(a=a, b=b, pinyin_a=len(a) % 2 == 0)], compiled) == []


def test_places_are_those_of_the_texts() -> None:
    """In code points, titles and all."""
    a, b = "Dr. Gül Bahar  Mamut", "Mamut, Gülbahar Hajim"
    (told,) = explain([Question(a=a, b=b)], core=core())
    shown = [(seen.kind, a[seen.first_a : seen.last_a], b[seen.first_b : seen.last_b]) for seen in told.seen]

    assert (MET, "Gül Bahar", "Gülbahar") in [(kind, one.strip(), other.strip()) for kind, one, other in shown]
    assert [other.strip() for kind, _, other in shown if kind == LEFT] == ["Hajim"]
    assert told.parts == (4, 3)


def test_a_part_is_seen_once() -> None:
    """Whether it met another, was left over or was set aside."""
    name = "Mr Abdu Rahman Muhammad Qari Bolatuly S."
    (told,) = explain([Question(a=name, b="Abdurahman Serik")], core=core())

    assert sum(seen.count_a for seen in told.seen) == told.parts[0]
    assert sum(seen.count_b for seen in told.seen) == told.parts[1]

"""Whose words a passage is by the form of its document."""

from hypothesis import given
from hypothesis import strategies as st

from kualik.engine.extracting.spans import Span
from kualik.engine.extracting.writing.turns import Turns
from kualik.engine.facts import Spoken


def spoken(*told: tuple[int, int, str]) -> list[Spoken]:
    """Make stretches."""
    return [Spoken(start=start, end=end, speaker=speaker) for start, end, speaker in told]


def over(turns: Turns, start: int, end: int) -> list[str]:
    """Name those whose words a passage is."""
    return list(turns.over(Span(start=start, end=end)))


def test_a_passage_is_its_authors() -> None:
    """Outside of every stretch nobody is named; a passage that two share is neither's."""
    turns = Turns(spoken((10, 20, "Aman"), (20, 30, "Sara")))

    assert (over(turns, 12, 20), over(turns, 20, 21)) == (["Aman"], ["Sara"])
    assert (over(turns, 0, 5), over(turns, 18, 22), over(turns, 30, 31)) == ([], [], [])


def test_whoever_passes_words_on_stands_before_whose_they_are() -> None:
    """A forwarded message has two voices, and what its sender adds has one."""
    turns = Turns(spoken((0, 100, "Aman"), *((at, at + 1, "Sara") for at in range(10, 90))))

    assert over(turns, 50, 51) == ["Aman", "Sara"]
    assert over(turns, 95, 99) == ["Aman"]


@given(st.lists(st.tuples(st.integers(0, 50), st.integers(1, 9)), max_size=12), st.integers(0, 60))
def test_the_voices_are_those_of_all_stretches_around(parts: list[tuple[int, int]], at: int) -> None:
    """Looking from the inside out finds what looking at every stretch finds, where they lie inside each other."""
    nested = [(start, end) for start, length in parts for end in (start + length,)]
    proper = [one for one in nested if not any(a < one[0] < b < one[1] or one[0] < a < one[1] < b for a, b in nested)]
    turns = Turns(spoken(*((start, end, f"{start}-{end}") for start, end in proper)))

    assert sorted(over(turns, at, at + 1)) == sorted(f"{a}-{b}" for a, b in proper if a <= at and at + 1 <= b)

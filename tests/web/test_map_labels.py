"""Words on the map."""

from hypothesis import given
from hypothesis import strategies as st

from kualik.web.map_labels import Label, Wanted, lay_out, width_of

BOUNDS = (1000.0, 640.0)


def box(one: Label) -> tuple[float, float, float, float]:
    """The room that a label takes."""
    wide = width_of(one.text + (f" {one.count}" if one.count is not None else ""))
    left = {"start": one.x, "end": one.x - wide, "middle": one.x - wide / 2}[one.anchor]
    return (left, one.y - 13, left + wide, one.y + 2)


wanted = st.builds(
    Wanted,
    text=st.sampled_from(["Künes", "新源", "كۈنەس", "Усть-Каменогорск"]),
    x=st.floats(0, 1000),
    y=st.floats(0, 640),
    radius=st.floats(3, 30),
    kind=st.sampled_from(["spot", "town", "country"]),
    count=st.one_of(st.none(), st.integers(1, 9999)),
)


@given(st.lists(wanted, max_size=25))
def test_no_word_lies_on_another_or_beyond_the_edge(words: list[Wanted]) -> None:
    """Whatever stands where."""
    boxes = [box(one) for one in lay_out(words, taken=(), bounds=BOUNDS)]

    for place, (left, top, right, bottom) in enumerate(boxes):
        assert left > -1
        assert right < BOUNDS[0] + 1
        for other_left, other_top, other_right, other_bottom in boxes[place + 1 :]:
            apart = (
                right <= other_left + 1 or other_right <= left + 1 or bottom <= other_top + 3 or other_bottom <= top + 3
            )
            assert apart


def test_the_weightier_word_has_the_room() -> None:
    """Where two are wanted in one place, the second stands elsewhere or nowhere."""
    one = Wanted(text="Künes", x=500, y=300, radius=5, kind="spot", count=7)
    other = Wanted(text="Nilka", x=500, y=300, radius=5, kind="spot", count=1)

    first, *others = lay_out([one, other], taken=(), bounds=BOUNDS)

    assert (first.text, first.anchor) == ("Künes", "start")
    assert all(label.anchor != "start" for label in others)


def test_circles_are_not_covered() -> None:
    """A word goes to the other side of its own circle."""
    word = Wanted(text="Künes", x=500, y=300, radius=5, kind="spot", count=7)

    (label,) = lay_out([word], taken=[(505, 280, 560, 320)], bounds=BOUNDS)

    assert label.anchor == "end"

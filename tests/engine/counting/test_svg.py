"""Elements of drawings."""

from xml.etree import ElementTree as ET

from kualik.engine.counting import svg


def test_words_are_escaped() -> None:
    """A list may be called anything."""
    drawn = svg.drawing(
        name="x", title="a < b", description="&", size=(10, 10), parts=[svg.text("<b>A & B</b>", (1, 2))]
    )

    assert ET.fromstring(drawn).findtext("text") == "<b>A & B</b>"  # noqa: S314 (what was just written here)


def test_every_element_is_one() -> None:
    """Well formed, with its class."""
    drawn = (
        svg.line((0, 0), (1, 1), kind="k"),
        svg.rectangle((0, 0), (1, 0), kind="k"),
        svg.circle((0, 0), radius=2, kind="k"),
        svg.diamond((0, 0), radius=2, kind="k"),
        svg.path([(0, 0), (1, 1)], kind="k"),
        svg.text("x", (0, 0), kind="k"),
    )
    for one in drawn:
        assert ET.fromstring(one).get("class") == "k"  # noqa: S314 (what was just written here)

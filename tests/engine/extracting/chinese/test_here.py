"""Places in a text."""

from kualik.engine.extracting.chinese.here import Here
from tests.engine.extracting.chinese.reports import story


def test_a_place_knows_its_clause_and_neighbours() -> None:
    """Its words too."""
    one = story("他说，没有消息。")
    here = Here(story=one, sentence=one.sentences[0], number=0)

    assert [token.text for token in here.tokens] == ["他", "说"]
    assert not here.last
    assert here.at(1).last
    assert list(here.mentions) == []

"""The gazetteer as the package carries it."""

import pytest

from kualik.engine.placing.errors import NoSuchPlace
from kualik.engine.placing.gazetteer import Kind, holds, known, label, longest_han, place, places, suggest, within


def test_every_place_lies_in_one_that_is_there() -> None:
    """No parent is missing, and nothing lies in itself."""
    assert [one.id for one in places().values() if one.parent and one.parent not in places()] == []
    assert [id_ for id_ in places() if id_ in within(id_)] == []


def test_what_is_drawn_has_a_point() -> None:
    """Towns and counties stand on the map."""
    lacking = [one.id for one in places().values() if one.kind in {Kind.SETTLEMENT, Kind.COUNTY} and one.point is None]

    assert lacking == []


def test_xinjiang_is_named_in_all_five_languages() -> None:
    """Each of its prefectures, cities and counties, from our own table."""
    units = [one for one in places().values() if one.id.startswith("cn65")]

    assert len(units) > 100
    assert [one.id for one in units if set(one.names) != {"en", "kk", "ru", "zh", "ug"}] == []


def test_a_place_is_called_by_the_reader_s_language() -> None:
    """Where the gazetteer knows no name in it, in Russian or English."""
    kunes = place("cn654025")

    assert [label(kunes, tag) for tag in ("en", "kk", "ru", "zh-hans", "ug")] == [
        "Künes",
        "Күнес",
        "Кунес",
        "新源",
        "كۈنەس",
    ]
    assert label(place("12440489"), "kk") == "Bayandai"


def test_what_lies_in_what() -> None:
    """Ghulja County is in Ili, Xinjiang and China."""
    assert within("cn654021") == ("cn6540u", "cn6540", "cn65", "cn")
    assert holds("cn65", "cn654021")
    assert holds("cn65", "cn65")
    assert not holds("cn654021", "cn65")


def test_a_place_that_is_not_there_is_refused() -> None:
    """With its id."""
    with pytest.raises(NoSuchPlace) as refused:
        place("atlantis")

    assert refused.value.id == "atlantis"


def test_places_are_suggested_as_somebody_types() -> None:
    """In any script, the larger first; nothing for a single letter."""
    assert suggest("伊宁")[0].id == "cn6540u"
    assert "cn6501" in {one.id for one in suggest("урум")}
    assert suggest("U") == ()
    assert len(suggest("al", limit=3)) == 3


def test_spellings_are_indexed() -> None:
    """Two places that are written alike are both there."""
    assert {"cn654023"} <= set(known()["霍城"])
    assert longest_han() > 5

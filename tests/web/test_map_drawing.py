"""The drawing of the map."""

from math import pi

import pytest
from django.http import QueryDict

from kualik.cases.places.queries import Placer
from kualik.engine.placing.gazetteer import places
from kualik.web.map_drawing import COUNTRIES, LARGEST, ORIENTATION, STANDS, Drawing, draw
from kualik.web.map_places import spread
from kualik.web.map_views import VIEWS, window_of

TOLD = {"Künes county": 400, "Урумчи": 100, "Almaty": 25, "Cairo": 9}


def drawn(asked: str = "", language: str = "en") -> Drawing:
    """Draw the numbers above."""
    found = spread(TOLD, placer=Placer(decided={}), language=language)
    return draw(found.spots, window=window_of(QueryDict(asked)), language=language)


def test_the_area_of_a_circle_is_the_number() -> None:
    """Four times as many people, four times the area."""
    kunes, urumqi, almaty = drawn().circles

    assert kunes.radius == LARGEST
    assert pi * kunes.radius**2 / (pi * urumqi.radius**2) == pytest.approx(4, rel=0.02)
    assert pi * urumqi.radius**2 / (pi * almaty.radius**2) == pytest.approx(4, rel=0.02)


def test_what_lies_outside_is_counted() -> None:
    """Cairo is not on the map of the region, but on that of the world."""
    assert (len(drawn().beyond), drawn().beyond_count) == (1, 9)
    assert drawn("view=world").beyond == ()


@pytest.mark.parametrize("language", ["en", "kk", "ru", "zh-hans", "ug"])
def test_words_are_in_the_reader_s_language(language: str) -> None:
    """What is counted first, then countries and towns."""
    labels = drawn(language=language).labels
    expected = {"en": "Künes", "kk": "Күнес", "ru": "Кунес", "zh-hans": "新源", "ug": "كۈنەس"}

    assert (labels[0].text, labels[0].count) == (expected[language], 400)
    assert {"country", "town"} <= {one.kind for one in labels}


def test_the_legend_has_round_numbers() -> None:
    """As large as on the map; an empty map has none."""
    assert [key.count for key in drawn().keys] == [400, 80, 1]
    assert drawn().keys[0].radius == LARGEST
    assert draw((), window=window_of(QueryDict("")), language="en").keys == ()


def test_all_that_is_named_for_orientation_is_in_the_gazetteer() -> None:
    """For every view."""
    assert set(COUNTRIES) == set(VIEWS)
    assert {*ORIENTATION, *STANDS, *(id_ for ids in COUNTRIES.values() for id_ in ids)} <= set(places())

"""Where, when and what for."""

from kualik.engine.extracting.kazakh.circumstances import date_near, facility_in, grounds_in, place_in
from tests.engine.extracting.kazakh.samples import scene, told


def test_grounds_stand_before_for_and_in_marks() -> None:
    """Of "for prayer", and what a court calls it."""
    assert "намаз оқығаны үшін" in str(told("Сержан Дәрібай намаз оқығаны үшін ұсталды.", "custody")[0]["grounds"])
    one = scene("Оны «экстремизм» деген айыппен соттады.")
    grounds = grounds_in(one, 0, 0, 5)
    assert grounds is not None
    assert grounds.text.startswith("«экстремизм»")


def test_where_somebody_comes_from_is_not_where_it_happened() -> None:
    """Of "who lives in Astana"."""
    one = scene("Астанада тұратын Сержан Құлжада ұсталды.")
    place = place_in(one, 0, 0, 4)
    assert place is not None
    assert place.text == "Құлжа"


def test_a_day_until_which_it_lasts_is_not_when_it_began() -> None:
    """Of "until 17 March"."""
    one = scene("Оны 17 наурызға дейін қамады.")
    assert date_near(one, 0, 0, 5) is None


def test_a_place_of_detention_tells_the_state() -> None:
    """A camp, a prison."""
    assert facility_in(scene("Оны лагерьге әкетті.").tokens(0), 0, 2) == (1, "camp")

"""What happens beside arrests."""

from tests.engine.extracting.uyghur.samples import read


def test_a_protest_has_its_place_and_how_it_was_met() -> None:
    """In front of whom, how many, what came of it."""
    text = "شەنبە كۈنى 40 نەپەر ئۇيغۇر خىتاي كونسۇلخانىسى ئالدىدا نامايىش قىلدى. كونسۇلخانىدىن ھېچكىم چىقمىدى."
    (event,) = read(text, published="2021-02-08").happenings
    assert event.type == "protest"
    assert event.date is not None
    assert event.date.text == "2021-02-06"
    assert event.place is not None
    assert "كونسۇلخانىسى" in event.place.text
    assert event.crowd is not None
    assert [one.text for one in event.responses] == ["did not come out"]


def test_a_press_conference_is_told_from_a_meeting() -> None:
    """By the word before."""
    text = "ھۆكۈمەت 2019-يىلى 9-دېكابىر كۈنى ئاخبارات ئېلان قىلىش يىغىنى ئاچتى."
    assert [one.type for one in read(text).happenings] == ["press conference"]


def test_a_protest_wished_for_is_none() -> None:
    """Here: "To protest", "if they protest"."""
    assert read("ئۇلار نامايىش قىلىشنى ئويلىدى.").happenings == []

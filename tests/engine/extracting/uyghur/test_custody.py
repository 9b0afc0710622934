"""States of custody."""

import pytest

from tests.engine.extracting.uyghur.samples import held, read

R = "روزى تاھىر"


@pytest.mark.parametrize(
    ("text", "state", "sentence"),
    [
        (f"{R} 12 يىللىق قاماق جازاسىغا ھۆكۈم قىلىندى.", "prison", "P12Y"),
        (f"{R}غا 9 يىل كېسىلدى.", "prison", "P9Y"),
        (f"{R} لاگېرغا سولاندى.", "camp", None),
        (f"{R} قولغا ئېلىندى.", "police custody", None),
        (f"{R} 2017-يىلىدىن بېرى ئىز-دېرەكسىز.", "disappeared", None),
        (f"{R} قويۇپ بېرىلدى.", "released", None),
        (f"{R} لاگېردا قازا قىلدى.", "died in custody", None),
        (f"{R}نىڭ پاسپورتى تارتىۋېلىندى.", "barred from leaving", None),
        (f"{R} نەزەربەند ئاستىدا.", "house arrest", None),
        (f"{R} زاۋۇتتا مەجبۇرىي ئىشلەۋاتىدۇ.", "forced labour", None),
        ("Рози Таһир түрмигә соланған.", "prison", None),
    ],
)
def test_each_state_is_seen(text: str, state: str, sentence: str | None) -> None:
    """With its sentence, where one is told."""
    assert [one[1:] for one in held(text)] == [(state, sentence)]


@pytest.mark.parametrize(
    "text",
    [
        f"{R} تۇتۇلمىدى.",
        f"{R} تۇتۇلسا نېمە بولىدۇ؟",
        f"{R} كېسىلى سەۋەبلىك كەلمىدى.",
        f"{R} ئۈچ يىل شەرتلىك قاماق جازاسىغا ھۆكۈم قىلىندى.",
    ],
)
def test_what_did_not_happen_is_no_custody(text: str) -> None:
    """Denied, supposed, an illness, a suspended sentence."""
    assert held(text) == []


def test_two_sentences_for_two_sons_part_them() -> None:
    """Each has one of them."""
    found = held(f"{R} كەلدى. ئۇنىڭ ئىككى ئوغلى 8 يىل ۋە 5 يىلدىن كېسىلگەن.")
    assert sorted(str(sentence) for _, _, sentence in found) == ["P5Y", "P8Y"]
    assert len({who for who, _, _ in found}) == 2


def test_leaving_a_camp_tells_of_the_camp_too() -> None:
    """Held until then, let go then."""
    free, camp = read(f"{R} 2019-يىلى لاگېردىن چىقتى.").held
    assert (free.state, camp.state, camp.since) == ("released", "camp", None)
    assert free.since is not None
    assert camp.until is not None
    assert free.since.text == camp.until.text == "2019"


def test_an_arrest_is_an_event_too() -> None:
    """A verb of the act; "is in prison" is none."""
    assert [one.type for one in read(f"{R} قولغا ئېلىندى.").happenings] == ["arrest"]
    assert read(f"{R} نەزەربەند ئاستىدا.").happenings == []


def test_death_with_reprieve_is_served() -> None:
    """The two years of the reprieve are no sentence of two years."""
    (one,) = read(f"{R}غا ئىككى يىل كېچىكتۈرۈپ ئۆلۈم جازاسى بېرىلدى.").held
    assert one.sentence is None
    assert one.sentence_text is not None
    assert one.sentence_text.text == "ئۆلۈم جازاسى"


def test_whom_a_sentence_tells_of_is_held_not_who_tells_it() -> None:
    """Here: "he" who got thirteen years is the brother that the sentence is about."""
    text = f"گۈلنار ھەمدۇل ئاكىسى {R}نىڭ تۈرمىگە سولانغانلىقىنى، ئۇنىڭغا 13 يىل بېرىلگەنلىكىنى ئېيتتى."
    assert held(text) == [(R, "prison", None), (R, "prison", "P13Y")]

"""Phrases that mean somebody."""

from tests.engine.extracting.uyghur.samples import scene


def mentions(text: str) -> list[tuple[str, str, str]]:
    """Read phrases as kind, case and words."""
    made = scene(text)
    body = [one for one in made.mentions if made.page.sentence_of[one.first]]
    return [(one.kind, one.case, made.page.words(one.first, one.last)) for one in body]


def test_a_title_belongs_to_the_name_behind_it() -> None:
    """One phrase, one person."""
    assert mentions("رايوننىڭ مۇئاۋىن رەئىسى ئەركىن مۆمىن كەلدى.") == [
        ("name", "", "رايوننىڭ مۇئاۋىن رەئىسى ئەركىن مۆمىن")
    ]


def test_a_body_has_its_whole_name() -> None:
    """From the country to the ministry."""
    assert mentions("ئامېرىكا دۆلەت مىنىستىرلىقى جاۋاب بەردى.") == [("body", "", "ئامېرىكا دۆلەت مىنىستىرلىقى")]


def test_courtesy_and_called_carry_the_case() -> None:
    """Here: "Of Mr X", "of a farmer called X"."""
    assert mentions("قەيسەر ھاشىم ئەپەندىنىڭ ئۆيى بار.")[0][1] == "gen"
    assert mentions("قەيسەر ھاشىم ئىسىملىك بىر دېھقاننىڭ ئۆيى بار.") == [
        ("name", "gen", "قەيسەر ھاشىم ئىسىملىك بىر دېھقاننىڭ")
    ]


def test_a_number_counts_a_group_and_an_age_does_not() -> None:
    """Three farmers, a farmer of sixty-one."""
    three = scene("ئۈچ دېھقان كەلدى.").mentions[-1]
    assert three.count == 3
    assert mentions("روزى تاھىر، 61 ياش، كەلدى.") == [("name", "", "روزى تاھىر")]

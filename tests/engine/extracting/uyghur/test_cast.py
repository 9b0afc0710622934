"""People, each once."""

from tests.engine.extracting.uyghur.samples import read, scene


def test_a_short_form_belongs_to_the_full_name() -> None:
    """The given name alone is an alias."""
    notes = read("جەۋلان شىرمۇھەممەت كەلدى. جەۋلان قايتىپ كەتتى.")
    (party,) = (party for party in notes.parties if party.name)
    assert (party.name, party.aliases) == ("جەۋلان شىرمۇھەممەت", ["جەۋلان"])


def test_a_fathers_name_that_is_somebody_elses_given_name_stays_apart() -> None:
    """Nadire's father is Yaqup; his name alone is his."""
    made = scene("نەدىرە ياقۇپ كەلدى. ياقۇپ سەمەت كەتتى. ياقۇپ كەلمىدى.")
    assert made.cast.party(made.keys[-1] or 0).name == "ياقۇپ سەمەت"


def test_unnamed_kin_are_described_by_whose_they_are() -> None:
    """Here: "My sister" is told as somebody's sister."""
    notes = read("مەن سەييارە ھېيت، ئاقسۇدا ئىشلىگەن. سىڭلىم 2019-يىلى تۇتۇلدى.")
    assert "سەييارە ھېيتنىڭ سىڭلىسى" in {party.description for party in notes.parties}


def test_ten_thousand_names_are_ten_thousand_people() -> None:
    """A long table is read, and nobody is lost."""
    given = ["ئادىلجان", "پاتىگۈل", "راھىلە", "تاھىرجان", "مۇختەر"]
    text = "\n".join(f"{given[n % 5]} {given[n // 5 % 5]} {given[n // 25 % 5]}" for n in range(125))
    assert len([party for party in read(text).parties if party.name]) == 125

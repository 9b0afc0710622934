"""Full names and the short forms that stand for them."""

from tests.engine.extracting.samples import found, told


def test_a_short_form_is_an_alias_of_the_full_name() -> None:
    """Wherever it stands."""
    (person,) = found("Lawyer Marat Duisen came. Duisen said that he would appeal.", "person")

    assert (person["name"], person["aliases"]) == ("Marat Duisen", ["Duisen"])


def test_a_family_name_means_the_one_named_first() -> None:
    """As reports use it."""
    text = "Nour Shaaban was arrested. His father, Hassan Shaaban, came. Shaaban was released."
    story = told(text)
    released = next(one for one in story.episodes if one.kind == "release")

    assert [story.people.all[key].name for key in released.people] == ["Nour Shaaban"]


def test_brothers_share_the_family_name_that_is_said_once() -> None:
    """As in: the brothers Adyl and Akyl Mambetali."""
    people = found("The brothers Adyl and Akyl Mambetali were arrested.", "person")

    assert [person["name"] for person in people] == ["Adyl Mambetali", "Akyl Mambetali"]


def test_a_long_list_of_names_is_looked_up_by_word() -> None:
    """Ten thousand names take seconds; each stays its own person."""
    consonants = "bdgkmnrst"
    syllables = [a + v + b for a in consonants for v in "aiu" for b in consonants]
    text = " ".join(f"Lawyer {a.title()}o {b.title()}ek came." for a in syllables[:40] for b in syllables[40:60])

    assert len(found(text, "person")) == 800

"""People by description, and what a description tells of somebody named."""

import pytest

from tests.engine.extracting.english.people_samples import mention, register


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Aliya Bekova, a lawyer with the bureau, left.", "lawyer"),
        ("The lawyer Aliya Bekova left.", "lawyer"),
        ("A lawyer for the family, Aliya Bekova, left.", "lawyer"),
        ("Aliya Bekova is a historian.", "researcher"),
        ("Aliya Bekova, who leads a rights group, left. Aliya Bekova is an activist.", "activist"),
        ("Aliya Bekova, head of a rights movement, left.", "activist"),
        ("Aliya Bekova, head of the county police, left.", "official"),
        ("The ministry's spokeswoman, Aliya Bekova, left.", "official"),
        ("Reporter Aliya Bekova left.", "journalist"),
    ],
)
def test_a_noun_beside_a_name_tells_a_role(text: str, role: str) -> None:
    """Before it, after it, or said of it."""
    party = register(text).notes.parties[0]
    assert party.name == "Aliya Bekova"
    assert role in party.roles


def test_the_lawyer_is_the_lawyer_of_before() -> None:
    """And no other woman."""
    read = register("Lawyer Aliya Bekova met Dina Omarova. The lawyer left.")
    found = mention(read, "lawyer")
    assert found is not None
    assert read.cast.party(found.party).name == "Aliya Bekova"


def test_somebody_new_is_noted_by_description() -> None:
    """With a count."""
    read = register("Two men in plain clothes stood there.")
    found = mention(read, "men")
    assert found is not None
    assert read.cast.party(found.party).label == "Two men in plain clothes"
    assert read.cast.party(found.party).count == 2


def test_an_age_alone_means_who_has_it() -> None:
    """The 70-year-old is the one who is 70."""
    read = register("Aliya Bekova, 70, met Dina Omarova, 30. The 70-year-old told the court everything.")
    found = mention(read, "old")
    assert found is not None
    assert read.cast.party(found.party).name == "Aliya Bekova"

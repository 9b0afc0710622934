"""From runs of capitalised words to people."""

import pytest

from tests.engine.extracting.english.people_samples import mention, register


def test_the_fullest_form_is_the_name() -> None:
    """Wherever it stands."""
    parties = register("Bekova came, the activist said. Activist Aliya Bekova left.").notes.parties
    assert [(one.name, one.aliases) for one in parties if one.name] == [("Aliya Bekova", ["Bekova"])]


def test_a_family_name_means_who_was_named_last_with_it() -> None:
    """Of two of one family."""
    read = register("Aliya Bekova came with Dina Bekova. Aliya Bekova left. Bekova wept.")
    found = mention(read, "Bekova", nth=4)
    assert found is not None
    assert read.cast.party(found.party).name == "Aliya Bekova"


@pytest.mark.parametrize("other", ["Алия Бекова", "Aliia Bekova"])
def test_what_stands_in_brackets_is_another_form(other: str) -> None:
    """In another script, or another spelling."""
    (party,) = [one for one in register(f"Aliya Bekova ({other}) left.").notes.parties if one.name]
    assert other in party.aliases


def test_other_spellings_are_of_one_person() -> None:
    """The first is the name."""
    (party,) = [one for one in register("Serikzhan Qosanov came. Serikjan Kosanov left.").notes.parties if one.name]
    assert party.aliases == ["Serikjan Kosanov"]


def test_brothers_named_together_share_the_family_name() -> None:
    """The first is told without it."""
    names = {one.name for one in register("The brothers Adyl and Akyl Mambetov left.").notes.parties if one.name}
    assert names == {"Adyl Mambetov", "Akyl Mambetov"}


def test_a_name_in_a_list_of_people_is_a_name() -> None:
    """Whatever the model takes it for."""
    names = {one.name for one in register("Marat Asanov, Zubbi Xolmat and Dina Omarova were held.").notes.parties}
    assert {"Marat Asanov", "Zubbi Xolmat", "Dina Omarova"} <= names


def test_a_heading_alone_names_nobody() -> None:
    """What it names must stand in the text."""
    assert not [one for one in register("Aliya Bekova Held Again\n\nIt rained all day.").notes.parties if one.name]

"""Who is named, and whom words mean."""

import pytest

from tests.engine.extracting.english.name_cases import NAMES
from tests.engine.extracting.english.people_samples import labels, mention, register
from tests.engine.extracting.english.whole_reports import REPORTS, Report, read


@pytest.mark.parametrize(("text", "names"), NAMES)
def test_people_of_many_countries_are_found_by_name(text: str, names: list[str]) -> None:
    """And places, bodies, laws and ships are nobody."""
    assert sorted(labels(text)) == sorted(names)


@pytest.mark.parametrize("report", REPORTS, ids=lambda report: report.name)
def test_people_kin_and_figures_of_whole_reports_are_found(report: Report) -> None:
    """All that is not marked as a known fault; and nothing new that is not told."""
    found = read(report.text)
    assert report.told - found == set()
    assert found - report.told - report.wrong == set()


@pytest.mark.parametrize(
    ("one", "other"),
    [("Aliya Bekova", "Saule Dosova"), ("Aliya Bekova", "Oksana Petrenko"), ("Aliya Bekova", "Zeynep Demir")],
)
def test_other_names_give_the_same_people(one: str, other: str) -> None:
    """A name is a name."""
    text = "Activist Aliya Bekova, 40, lost her brother. She was held in May, her lawyer said."
    first, second = register(text), register(text.replace(one, other))
    told = [
        [(one_.label.replace(other, one), one_.count, one_.roles) for one_ in read.notes.parties]
        for read in (first, second)
    ]
    assert told[0] == told[1]


def test_an_unrelated_sentence_changes_nothing() -> None:
    """At the end of the text."""
    text = "Activist Aliya Bekova, 40, lost her brother. She was held in May."
    before = [one.label for one in register(text).notes.parties]
    after = [one.label for one in register(text + " It rained.").notes.parties]
    assert before == after


def test_a_short_form_means_the_full_name() -> None:
    """And is an alias of it."""
    read = register("Aliya Bekova came. Bekova left.")
    (party,) = [one for one in read.notes.parties if one.name]
    assert party.aliases == ["Bekova"]
    assert read.meant(4, 5) == party.key


def test_a_pronoun_is_whom_it_means() -> None:
    """Or nobody."""
    read = register("Aliya Bekova came. She left. It rained.")
    assert read.speaker(4) == 0
    assert read.speaker(7) is None


def test_a_relative_pronoun_is_its_noun() -> None:
    """Whoever that is."""
    read = register("Aliya Bekova, who spoke, left.")
    assert read.speaker(3) == 0


def test_people_joined_speak_as_one() -> None:
    """Under both names."""
    read = register("Aliya Bekova and Marat Asanov left.")
    key = read.speaker(1)
    assert key is not None
    assert read.cast.party(key).label == "Aliya Bekova and Marat Asanov"


def test_somebody_unknown_is_noted_by_description() -> None:
    """When asked for."""
    read = register("A guard in a red cap answered.")
    key = read.speaker(1)
    assert key is not None
    assert read.cast.party(key).label == "guard in a red cap"


def test_words_of_a_quotation_are_of_its_speaker() -> None:
    """Once it is known who speaks."""
    read = register('"They took my son," Aliya Bekova said.')
    assert not read.notes.ties
    read.says(0, 0)
    read.settle()
    (tie,) = read.notes.ties
    assert (tie.relation, tie.relative) == ("son", 0)


@pytest.mark.parametrize(
    ("text", "word", "label"),
    [
        ("Two of his neighbours were held, Marat said.", "Two", None),
        ("Thousands of Kazakhs were held.", "Kazakhs", None),
        ("Two women were held.", "women", "Two women"),
        ("A student was held.", "student", "student"),
        ("Many people were held.", "people", None),
        ("The ministry was held to account.", "ministry", None),
        ("Marat Asanov was held.", "Asanov", "Marat Asanov"),
    ],
)
def test_people_in_general_are_not_detained(text: str, word: str, label: str | None) -> None:
    """Only somebody, or a few."""
    read = register(text)
    key = read.detainee(next(one.i for one in read.parsed.words if one.text == word))
    assert (None if key is None else read.cast.party(key).label) in {label, "Two of his neighbours"}


def test_who_gives_a_name_bears_it() -> None:
    """The clerk is Zhang Weidong."""
    read = register("A clerk who gave his name as Zhang Weidong answered. The clerk hung up.")
    found = mention(read, "clerk", nth=1)
    assert found is not None
    assert read.cast.party(found.party).name == "Zhang Weidong"

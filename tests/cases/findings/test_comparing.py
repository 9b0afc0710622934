"""Two persons side by side: where they agree, where they cannot both be, and what one person would be."""

from typing import Any

import pytest

from kualik.cases.accounts.models import Role
from kualik.cases.findings.comparing import Comparison, Line, Sign, compare
from kualik.cases.people.errors import NoSuchPerson
from kualik.cases.people.models import Mention
from kualik.cases.sources.intake import Told
from kualik.cases.sources.models import Sensitivity
from tests.cases.casting import Story, keeper, worker

pytestmark = pytest.mark.django_db
TELLS: dict[str, Any] = {
    "birthDate": "1990",
    "gender": "male",
    "state": "prison",
    "sentence": "P10Y",
    "startDate": "2018",
}


def tell(name: str, *, mother: str = "", told: Told | None = None, **said: str) -> Mention:
    """Record one person in a document of their own, with what is said of them and of their custody."""
    story = Story(f"{name} was seen. {sorted(said.items())} {mother}", told=told)
    one = story.person(name)
    held: dict[str, Any] = {key: value for key, value in said.items() if key in {"state", "sentence", "startDate"}}
    for key, value in said.items():
        if key not in held:
            story.say(one, key, value)
    if held:
        story.held(one, **held)
    if mother:
        story.kin(one, story.person(mother), "mother")
    return story.propose().mention(one)


def compared(left: Mention, right: Mention) -> Comparison:
    """Compare the two persons as the keeper sees them."""
    return compare(viewer=keeper(), left=left.person, right=right.person)


def line(found: Comparison, name: str) -> Line:
    """Find the line of a property."""
    return next(one for one in found.lines if one.property == name)


@pytest.mark.parametrize(
    ("changed", "name", "sign"),
    [
        ({}, "birthDate", Sign.AGREES),
        ({"birthDate": "1990-05"}, "birthDate", Sign.FITS),
        ({"birthDate": "1980"}, "birthDate", Sign.DIFFERS),
        ({"birthDate": "of old"}, "birthDate", Sign.DIFFERS),
        ({"gender": "female"}, "gender", Sign.DIFFERS),
        ({"occupation": "driver"}, "occupation", Sign.ONE),
        ({}, "detainee", Sign.AGREES),
        ({"sentence": "P12Y"}, "detainee", Sign.DIFFERS),
        ({"state": "camp", "startDate": "2010"}, "detainee", Sign.FITS),
        ({}, "name", Sign.AGREES),
    ],
)
def test_each_line_says_how_the_two_compare(changed: dict[str, Any], name: str, sign: Sign) -> None:
    """Told otherwise is no contradiction as long as both can be so."""
    found = compared(tell("Serik Almasuly", **TELLS), tell("Серік Алмасұлы", **{**TELLS, **changed}))

    assert line(found, name).sign == sign
    assert (line(found, name) in found.contradictions) is (sign == Sign.DIFFERS)


def test_names_that_nobody_takes_for_one_differ() -> None:
    """Whatever a matcher thought."""
    found = compared(tell("Serik Almasuly"), tell("Dina Omarqyzy"))

    assert line(found, "name").sign == Sign.DIFFERS


@pytest.mark.parametrize(("other", "sign"), [("Айша Омарқызы", Sign.AGREES), ("Kulpan Nurbek", Sign.FITS)])
def test_relatives_are_compared_by_name(other: str, sign: Sign) -> None:
    """One may have more relatives than one document knows."""
    found = compared(tell("Serik Almasuly", mother="Aisha Omarqyzy"), tell("Серік Алмасұлы", mother=other))

    kin = line(found, "relative")
    assert kin.sign == sign
    assert [(one.relation, one.value) for one in (*kin.left, *kin.right)] == [
        ("mother", "Aisha Omarqyzy"),
        ("mother", other),
    ]


def test_a_document_that_speaks_of_both_is_named() -> None:
    """It tells them apart, or it repeats itself: a person looks."""
    story = Story("Serik Almasuly and Serik Almasov were seen.")
    one, other = story.person("Serik Almasuly"), story.person("Serik Almasov")
    story.propose()

    found = compared(story.mention(one), story.mention(other))

    assert [entity.document_id for entity in found.together] == [story.document.pk]


def test_the_lower_number_stays() -> None:
    """Whichever side it stands on."""
    first, second = tell("Serik Almasuly"), tell("Серік Алмасұлы")

    for found in (compared(first, second), compared(second, first)):
        assert (found.stays.person, found.goes.person) == (first.person, second.person)


def test_words_of_the_documents_stand_beside() -> None:
    """No quote twice, and what is said of the custody among them."""
    found = compared(tell("Serik Almasuly", **TELLS), tell("Серік Алмасұлы"))

    quotes = [one.quote for one in found.left.passages]
    assert len(quotes) == len(set(quotes)) > 1
    assert found.left.claims > len(quotes) > len(found.right.passages)


def test_what_is_sealed_is_not_compared() -> None:
    """A reader of less sees less, and nobody at all where all is sealed."""
    sealed = Told(publisher="Sealed", language="en", level=Sensitivity.SEALED)
    left, right = tell("Serik Almasuly"), tell("Серік Алмасұлы", told=sealed)

    with pytest.raises(NoSuchPerson):
        compare(viewer=worker("editor", Role.EDITOR), left=left.person, right=right.person)

"""What is still missing before a case can go to a body of the United Nations."""

import pytest

from kualik.engine.weighing.completeness import CONSENT, FORMS, SEARCH, Assessment, Progress, assess

MINIMUM = {
    "Person.name": ["Erlan Nurbek"],
    "Custody.startDate": ["2018-03-12"],
    "Custody.place": ["Ghulja"],
    "Custody.authority": ["police of Ghulja"],
    SEARCH: ["letter"],
    CONSENT: ["un"],
}
"""What the Working Group on Enforced or Involuntary Disappearances cannot do without."""


def of(name: str, accepted: dict[str, list[str]], proposed: dict[str, list[str]] | None = None) -> Assessment:
    """Assess one form."""
    return next(one for one in assess(accepted=accepted, proposed=proposed or {}) if one.form.name == name)


def progress(found: Assessment, need: str) -> Progress:
    """How far one need is answered."""
    return next(one.progress for one in found.items if one.need.name == need)


def test_of_nobody_everything_is_missing() -> None:
    """An empty case is no reason to break off."""
    for found in assess(accepted={}, proposed={}):
        assert found.answered == 0
        assert {one.progress for one in found.items} == {Progress.MISSING}


def test_the_minimum_of_a_disappearance_is_enough() -> None:
    """What only helps does not hold the case up."""
    found = of("wgeid", MINIMUM)

    assert (found.answered, found.asked) == (6, 6)
    assert progress(found, "born") == Progress.MISSING


@pytest.mark.parametrize("without", sorted(MINIMUM))
def test_each_thing_of_the_minimum_is_missed(without: str) -> None:
    """One by one."""
    found = of("wgeid", {name: values for name, values in MINIMUM.items() if name != without})

    assert (found.answered, found.asked) == (5, 6)


def test_an_arbitrary_detention_needs_grounds_a_facility_and_why() -> None:
    """The questionnaire asks how the authority justifies it and why that is arbitrary."""
    found = of("wgad", MINIMUM)

    assert [one.need.name for one in found.items if one.need.must and one.progress == Progress.MISSING] == [
        "grounds", "held at", "why",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("date", "expected"),
    [
        ("2018-03-12", Progress.KNOWN),
        ("2018-03", Progress.KNOWN),
        ("2018-03~", Progress.KNOWN),
        ("2018", Progress.COARSE),
        ("2018-21", Progress.COARSE),
        ("XXXX-02-08", Progress.COARSE),
        ("2017/2018", Progress.COARSE),
        ("in spring", Progress.COARSE),
    ],
)
def test_a_date_is_wanted_to_the_month(date: str, expected: Progress) -> None:
    """A year alone is said to be too little, and nothing is made up."""
    assert progress(of("ced", {**MINIMUM, "Custody.startDate": [date]}), "date") == expected


def test_what_is_only_proposed_is_no_answer_yet() -> None:
    """But is said to be within reach: somebody has to decide."""
    found = of("wgeid", {"Custody.startDate": ["2018"]}, {"Custody.startDate": ["2018-03"], "Person.name": ["Erlan"]})

    assert progress(found, "date") == progress(found, "name") == Progress.PROPOSED
    assert found.answered == 0


def test_every_form_asks_for_a_name_and_for_consent() -> None:
    """No case goes anywhere without."""
    for form in FORMS:
        assert {"name", "consent"} <= {one.name for one in form.needs if one.must}

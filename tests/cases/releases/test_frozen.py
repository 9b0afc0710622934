"""A release as plain values, and the digest that anybody can work out again."""

import json
from hashlib import sha256

import pytest
from django.utils import translation

from kualik.cases.releases.frozen import (
    FrozenCustody,
    FrozenFinding,
    FrozenPassage,
    FrozenPerson,
    FrozenRelease,
    as_content,
    digest,
    from_content,
    said,
    written,
)


def finding(property_: str, value: str) -> FrozenFinding:
    """Freeze one finding."""
    return FrozenFinding(
        id="1" * 32,
        property=property_,
        label="Label",
        value=value,
        grade="single witness",
        disputed=False,
        source="source withheld",
        language="und",
        direction="ltr",
    )


PASSAGE = FrozenPassage(
    id="2" * 32,
    finding="1" * 32,
    document="3" * 32,
    title="Title",
    publisher="P",
    published="2024",
    language="en",
    start=3,
    end=8,
    quote="words",
)
PERSON = FrozenPerson(
    id="4" * 32,
    name="Серік",
    language="kk-Cyrl",
    direction="ltr",
    findings=(finding("Person.name", "Серік"),),
    custody=(FrozenCustody(id="5" * 32, findings=(finding("Custody.sentence", "P10Y"),)),),
    passages=(PASSAGE,),
)


def test_what_is_kept_as_json_comes_back_as_it_was() -> None:
    """Also through the database's JSON, which knows no tuples."""
    assert from_content(json.loads(json.dumps(as_content(PERSON)))) == PERSON


def test_the_digest_is_the_sha256_of_the_bytes_that_are_given_away() -> None:
    """So that `sha256sum` is all that somebody needs."""
    known = digest(title="T", audience="public", contents=[json.loads(json.dumps(as_content(PERSON)))])
    frozen = FrozenRelease(
        id="6" * 32, title="T", audience="public", approved="2026-03-01", digest=known, persons=(PERSON,)
    )

    assert sha256(written(frozen)).hexdigest() == known


@pytest.mark.parametrize("changed", [{"title": "U"}, {"audience": "un"}, {"contents": []}])
def test_any_change_changes_the_digest(changed: dict[str, object]) -> None:
    """Title, audience and content are all in it."""
    told = {"title": "T", "audience": "public", "contents": [as_content(PERSON)]}

    assert digest(**told) != digest(**(told | changed))  # type: ignore[arg-type]  # keywords by name


def test_durations_and_closed_lists_are_said_in_the_readers_words() -> None:
    """Anything else stays as it was written, even where it looks like a duration."""
    with translation.override("en"):
        assert said(finding("Custody.sentence", "P22Y")) == "22 years"
        assert said(finding("Custody.state", "prison")) == "prison"
        assert said(finding("Custody.place", "P22Y")) == "P22Y"


LISTED = {
    "id", "name", "language", "direction", "findings", "custody", "passages",
    "property", "label", "value", "grade", "disputed", "source",
    "finding", "document", "title", "publisher", "published", "start", "end", "quote",
}  # fmt: skip
"""Every key that may stand in a release. Whoever adds one adds it here, after asking whom it could give away."""


def test_nothing_is_in_a_release_that_is_not_listed() -> None:
    """A new field of a model, or of these shapes, leaves the house only when somebody lists it."""

    def keys(value: object) -> set[str]:
        if isinstance(value, dict):
            return set(value).union(*(keys(one) for one in value.values()))
        return set().union(*(keys(one) for one in value)) if isinstance(value, list | tuple) else set()

    assert keys(as_content(PERSON)) == LISTED

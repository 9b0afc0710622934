"""What a release withholds and why, in words."""

from django.utils import translation

from kualik.cases.releases.composing import NAMES_SOMEBODY, NOT_ASKED
from kualik.cases.releases.frozen import audience_in_words
from kualik.cases.releases.models import Audience
from kualik.engine.screening import Value, screen
from kualik.exports.writing import FORMATS
from kualik.web.release_words import AUDIENCES, FILES, REASONS, field_word, reason_word


def test_every_reason_to_withhold_has_words() -> None:
    """Those of composing, of each audience's list, and of the screening engine itself."""
    value = Value(person="1", property="Person.name", value="x")
    screened = [
        screen([value], audience="public", consents=(), allowed=frozenset()),
        screen([value], audience="public", consents=(), allowed=frozenset({"Person.name"})),
    ]
    reasons = {one.why for found in screened for one in found.withheld} | {NAMES_SOMEBODY, NOT_ASKED}
    reasons |= {f"not among what {audience_in_words(one)} may be shown" for one in Audience.values}

    assert reasons <= set(REASONS)
    assert len(reasons) == len(Audience) + 4


def test_a_reason_that_is_not_known_stands_as_it_is_kept() -> None:
    """An old release may hold one."""
    assert reason_word("because") == "because"


def test_every_audience_and_every_file_is_explained() -> None:
    """A format that is new needs its sentence."""
    assert set(AUDIENCES) == set(Audience)
    assert set(FILES) == {*FORMATS, "site"}


def test_a_field_names_what_it_is_of() -> None:
    """In the reader's language."""
    with translation.override("en"):
        assert field_word("Custody.sentence") == "Custody: Sentence"
        assert field_word("Passage.quote") == "Words of the documents"

"""How values stand on a page."""

from datetime import UTC, datetime, timedelta, timezone

import pytest
from django.conf import settings
from django.template import Context, Template
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from kualik.cases.findings.case import Moment
from kualik.cases.people.custody import CustodyLine
from kualik.engine.facts import Stance
from kualik.web.templatetags import kualik as tags

HOSTILE = '"><script>alert(1)</script>'


def drawn(template: str, **values: object) -> str:
    """Draw a template."""
    with translation.override("en"):
        return Template("{% load kualik %}" + template).render(Context(values))


def test_an_id_reads_left_to_right_everywhere() -> None:
    """Dates and numbers turn round in a line of Uyghur otherwise."""
    assert drawn("{{ one|ident }}", one="K-000123") == '<bdi dir="ltr" class="ident">K-000123</bdi>'


def test_a_name_keeps_its_direction_and_language() -> None:
    """Whatever stands around it."""
    assert (
        drawn("{% name one language %}", one="خالىدە", language="ug-Arab")
        == '<bdi dir="auto" lang="ug-Arab">خالىدە</bdi>'
    )
    assert drawn("{% name one language %}", one="Erlan", language="und") == '<bdi dir="auto">Erlan</bdi>'


@pytest.mark.parametrize(
    "template",
    [
        "{% name one one %}",
        "{{ one|ident }}",
        "{{ one|edtf }}",
        "{% stance one %}",
        "{% icon one %}",
        "{% said_value one %}",
        "{% voice chain %}",
    ],
)
def test_nothing_written_by_others_becomes_markup(template: str) -> None:
    """A document can hold anything."""
    assert "<script>" not in drawn(template, one=HOSTILE, chain=[HOSTILE, HOSTILE])


@given(st.text())
def test_any_value_can_be_written(text: str) -> None:
    """No value breaks a page."""
    with translation.override("en"):
        assert tags.said_value(text, "sentence")
        assert isinstance(tags.edtf(text), str)
        assert tags.direction(text) in {"auto", "ltr", "rtl"}


@pytest.mark.parametrize(
    ("value", "own", "said"),
    [
        ("P22Y", "sentence", "22 years"),
        ("P22Y", "name", "P22Y"),
        ("2018", "startDate", "2018"),
        ("XXXX-02-08", "date", "8 February, year not known"),
        ("1998", "place", "1998"),
        ("false", "violence", "no"),
    ],
)
def test_a_value_is_said_as_its_property_wants(value: str, own: str, said: str) -> None:
    """A number that looks like a date is none in a place."""
    assert said in drawn("{% said_value value own %}", value=value, own=own)


def test_whoever_knows_stands_first_in_a_chain() -> None:
    """Then through whom it reached the page."""
    said = drawn("{% voice chain %}", chain=["Steppe Wire", "Saltanat Nurbek"])

    assert said.index("Saltanat") < said.index("Steppe")


@pytest.mark.parametrize(
    ("chain", "said"), [(["publisher"], "publisher not known"), (["Wire", "unspecified"], "not named"), ([], "strong")]
)
def test_a_voice_that_is_not_known_is_said_to_be(chain: list[str], said: str) -> None:
    """It is nobody's name."""
    assert said in drawn("{% voice chain %}", chain=chain)


@pytest.mark.parametrize("stance", list(Stance))
def test_every_stance_has_a_word_a_shape_and_a_colour(stance: Stance) -> None:
    """Never colour alone."""
    slug = stance.value.replace(" ", "-")
    said = drawn("{% stance one %}", one=stance.value)

    assert f"is-{slug}" in said
    assert f"icons.svg#{slug}" in said
    assert not said.endswith("</svg></span>")


def test_a_moment_is_utc_to_the_minute() -> None:
    """Wherever the reader is."""
    at = datetime(2026, 11, 2, 23, 30, tzinfo=timezone(timedelta(hours=5)))

    assert "2026-11-02 18:30" in tags.moment(at)
    assert tags.moment(at.astimezone(UTC)) == tags.moment(at)
    assert tags.moment(None) == ""


@pytest.mark.parametrize(
    ("tag", "way"),
    [("ug-Arab", "rtl"), ("kk-Arab", "rtl"), ("ug", "rtl"), ("kk-Cyrl", "ltr"), ("und", "auto"), ("", "auto")],
)
def test_a_language_has_its_direction(tag: str, way: str) -> None:
    """By its script."""
    assert tags.direction(tag) == way


@pytest.mark.parametrize(
    ("template", "said"),
    [
        ("{{ one|status_word }}", "Accepted"),
        ("{{ one|slug }}", "accepted"),
        ("{{ two|schema_word }}", "Number of people"),
        ("{% property_word three %}", "Sentence"),
        ("{{ four|role_word }}", "lawyer"),
        ("{{ five|grade_word }}", "One witness"),
        ("{{ five|grade_meaning }}", "One witness says so, however many repeat it."),
        ("{{ six|percent }}", '<bdi dir="ltr" class="ident">90%</bdi>'),
        ("{{ seven|joined }}", "a, b"),
        ("{{ eight|language_word }}", "Russian"),
        ("{{ two|entity_word }}", "Number of people"),
    ],
)
def test_words_of_closed_lists_are_said(template: str, said: str) -> None:
    """In the reader's language."""
    values = {"one": "accepted", "two": "Population", "three": "Custody.sentence", "four": "lawyer"}
    more = {"five": "single witness", "six": 0.9, "seven": ["a", "b"], "eight": "ru"}

    assert drawn(template, **values, **more) == said


@pytest.mark.parametrize(("share", "said"), [(0.998, "&gt;99%"), (1.0, "100%"), (0.0, "0%"), (0.125, "12%")])
def test_what_is_not_certain_is_not_said_to_be(share: float, said: str) -> None:
    """A hundred per cent is a hundred per cent."""
    assert f">{said}<" in tags.percent(share)


def test_an_arrow_turns_with_the_page() -> None:
    """Where it points the way and not at a thing."""
    assert 'class="icon turns"' in drawn("{% icon 'back' turns=True %}")
    assert 'class="icon"' in drawn("{% icon 'key' %}")


def test_a_stretch_of_custody_is_isolated() -> None:
    """As every text that may turn the other way."""
    assert drawn("{{ one|custody }}", one=CustodyLine(state="camp")) == '<bdi dir="auto">camp</bdi>'


@pytest.mark.parametrize("language", [code for code, _own in settings.LANGUAGES])
def test_a_span_of_time_is_said_in_every_language(language: str) -> None:
    """In Uyghur too, for which CLDR has no units."""
    with translation.override(language):
        said = tags.said_value("P22Y", "sentence")

    assert "22" in said
    assert "duration" not in said
    assert ("years" in said) is (language == "en")


@pytest.mark.parametrize(
    ("template", "one", "said"),
    [
        ("{{ one|kin_word }}", "sibling", "brother or sister"),
        ("{{ one|kin_word }}", "godmother", "godmother"),
        ("{{ one|refusal_word }}", "no text", "No text was found in it"),
        ("{{ one|source_word }}", "source withheld", "source withheld"),
        ('{% said_value one "state" %}', "unspecified", "held"),
        ('{% said_value one "relationship" %}', "in-law", "relative by marriage"),
        ('{% said_value one "gender" %}', "male", "male"),
    ],
)
def test_a_word_of_a_closed_list_is_said_in_ours(template: str, one: str, said: str) -> None:
    """One that is in no list stays as it is written."""
    assert drawn(template, one=one) == said


def test_a_moment_is_said_by_its_kind() -> None:
    """As the table of words says it."""
    when = {"date": "2019", "earliest": None, "latest": None, "accepted": True, "passages": ()}
    one = Moment(schema="Custody", property="endDate", what="prison (end date)", kind="prison", **when)  # type: ignore[arg-type]  # a dictionary of several types

    assert drawn("{{ one|happened }}", one=one) == "prison (end)"

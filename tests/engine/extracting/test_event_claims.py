"""Protests and other happenings written down."""

from kualik.engine.facts import Schema
from tests.engine.extracting.samples import read


def test_a_press_conference_is_an_appeal_and_a_journey_an_incident() -> None:
    """Each in its schema."""
    text = "Aida Bekova spoke at a press conference on 4 May 2021. Aida Bekova crossed the border in June 2019."
    schemata = {entity.schema for entity in read(text).entities}

    assert {Schema.APPEAL, Schema.INCIDENT} <= schemata


def test_an_arrest_is_not_written_down_a_second_time() -> None:
    """As some other happening."""
    text = "Aida Bekova was arrested and moved in June 2019."
    kinds = [claim.value for claim in read(text).claims if claim.property == "eventType"]

    assert "other" not in kinds


def test_the_city_of_the_dateline_is_where_it_was() -> None:
    """Unless the sentence names another."""
    text = "Title Of It\nALMATY -- Women gathered near the Chinese Consulate on 4 May 2021."
    places = [claim.value for claim in read(text).claims if claim.property == "place"]

    assert places == ["near the Chinese Consulate, Almaty"]

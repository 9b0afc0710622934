"""Passages as W3C Web Annotations."""

import json

from kualik.exports.annotations import annotations
from tests.exports.releasing import passage, person, release


def test_each_passage_is_an_annotation_with_both_selectors() -> None:
    """Position and quote; the body says which finding rests on it."""
    collection = json.loads(annotations(release(passage(person(10)), audience="un")))

    (item,) = collection["first"]["items"]
    assert collection["total"] == 1
    assert item["body"]["value"] == "Sentence: P10Y"
    assert item["target"]["selector"] == [
        {"type": "TextPositionSelector", "start": 3, "end": 11},
        {"type": "TextQuoteSelector", "exact": "10 years"},
    ]


def test_ids_are_uris_and_the_context_is_named_not_fetched() -> None:
    """As the model asks."""
    collection = json.loads(annotations(release(passage(person(10)), audience="un")))

    (item,) = collection["first"]["items"]
    assert collection["@context"] == "http://www.w3.org/ns/anno.jsonld"
    assert item["id"] == "urn:uuid:00000000-0000-0000-0000-000000000384"
    assert item["target"]["source"] == "urn:uuid:00000000-0000-0000-0000-000000000385"


def test_a_release_without_words_gives_an_empty_collection() -> None:
    """As every public one is."""
    assert json.loads(annotations(release(person(10))))["total"] == 0

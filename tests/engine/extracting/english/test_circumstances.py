"""What a clause of custody says besides."""

from kualik.engine.extracting.english.circumstances import grounds, place_of, scene_of
from kualik.engine.extracting.english.dates import find_dates
from kualik.engine.extracting.english.parsed import Parsed
from kualik.engine.extracting.english.parsing import parse


def _scene(text: str, word: str) -> tuple[Parsed, int, object]:
    parsed = parse(f"A heading\n\n{text}")
    i = next(one.i for one in parsed.words if one.text == word)
    return parsed, i, scene_of(parsed, i, frozenset(), find_dates(parsed.text, published=None))


def test_a_date_of_a_clause_within_is_not_the_clauses_own() -> None:
    """Born in 1980 is no date of arrest; until is an end and no beginning."""
    parsed = parse("A heading\n\nTimur, who was born in 1980, was held in Tekes until May 2019.")
    i = next(one.i for one in parsed.words if one.text == "held")
    scene = scene_of(parsed, i, frozenset(), find_dates(parsed.text, published=None))
    assert scene.dates == ()
    assert scene.until is not None
    assert scene.until.text == "2019-05"


def test_a_plain_prison_names_no_place_and_a_named_one_does() -> None:
    """In prison says the state; in Tekes prison says where."""
    for text, place in (("He was held in prison.", None), ("He was held in a prison in Tekes.", "a prison in Tekes")):
        parsed = parse(f"A heading\n\n{text}")
        i = next(one.i for one in parsed.words if one.text == "held")
        scene = scene_of(parsed, i, frozenset(), ())
        found = place_of(scene, i, released=False)
        assert (found.text if found else None) == place


def test_grounds_are_what_is_given_and_never_a_length_of_time() -> None:
    """For ten years is no reason; for praying is."""
    for text, why in (
        ("He was jailed for ten years.", None),
        ("He was jailed for praying in public.", "praying in public"),
    ):
        parsed = parse(f"A heading\n\n{text}")
        i = next(one.i for one in parsed.words if one.text == "jailed")
        found = grounds(scene_of(parsed, i, frozenset(), ()), i)
        assert (found["grounds"].text if found else None) == why

"""Written names and the places that they are. Every sentence that they were taken from is made up."""

from pathlib import Path

import pytest

from kualik.engine.placing.resolving import resolve

WRITTEN = Path(__file__).parent / "written.tsv"
LEAST_PRECISION, LEAST_RECALL = 0.97, 0.93


@pytest.mark.parametrize(
    ("written", "place", "precision"),
    [
        ("Künes county", "cn654025", "county"),
        ("в Кульджинском уезде", "cn654021", "county"),
        ("伊宁县看守所", "cn654021", "facility"),
        ("伊犁州新源县", "cn654025", "county"),
        ("Күнес ауданы", "cn654025", "county"),
        ("غۇلجىدا", "cn6540u", "county"),
        ("Kashgar", "cn6531", "prefecture"),
        ("喀什市", "cn653101", "settlement"),
        ("город Алматы", "1526384", "settlement"),
        ("Алматинская область", "kz-19", "region"),
        ("КНР", "cn", "country"),
        ("the women's prison in Urumqi", "cn6501", "facility"),
    ],
)
def test_a_written_name_is_one_place(written: str, place: str, precision: str) -> None:
    """In five languages, inflected, with the precision that the words bear out."""
    found = resolve(written)

    assert (found.place, found.precision) == (place, precision)


def test_a_name_of_two_places_is_said_to_be_of_either() -> None:
    """Altay is a prefecture of Xinjiang and a town of Kazakhstan: neither is chosen, both are named."""
    found = resolve("Алтай")

    assert found.ambiguous
    assert {"cn6543", "1516438"} <= set(found.candidates)
    assert resolve("Altay prefecture").place == "cn6543"


@pytest.mark.parametrize(
    "written",
    ["a camp near the port", "СИЗО", "Baitasov Street", "the Chinese Consulate-General", "her aunt's house", ""],
)
def test_what_names_no_place_is_none(written: str) -> None:
    """Buildings without a place, streets, and the country whose consulate it is."""
    assert resolve(written).candidates == ()


def test_a_consulate_is_where_it_stands() -> None:
    """The consulate of China in Almaty is in Almaty."""
    assert resolve("у генерального консульства Китая в Алматы").place == "1526384"


def test_two_countries_are_not_one_place() -> None:
    """Chinese students in Egypt."""
    found = resolve("埃及留学的中国穆斯林学生")

    assert found.place == ""
    assert set(found.candidates) == {"eg", "cn"}


def test_the_measured_list_is_resolved_as_well_as_is_said() -> None:
    """Precision and recall on 300 written names stay what `docs/methods/places.md` says they are."""
    rows = [line.split("\t") for line in WRITTEN.read_text(encoding="utf-8").splitlines() if line[:1] != "#"]
    answers = [(written, place, resolve(written).place) for written, place in rows]
    given = [(place, found) for _written, place, found in answers if found]
    expected = [(place, found) for _written, place, found in answers if place != "-"]
    right = sum(place == found for place, found in given)

    assert len(rows) >= 300
    assert right / len(given) >= LEAST_PRECISION
    assert sum(place == found for place, found in expected) / len(expected) >= LEAST_RECALL

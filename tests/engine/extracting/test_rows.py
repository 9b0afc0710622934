"""Rows of a table into claims."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from kualik.engine.extracting.rows import Mapping, extract_rows
from kualik.engine.facts import Reading
from kualik.engine.facts.flat import facts
from tests.engine.extracting.samples import document

COLUMNS: dict[str, Any] = {
    "Name": {"property": "name", "role": "detainee"},
    "Other name": {"property": "alias"},
    "Born": {"property": "birthDate"},
    "Term": {"property": "sentence", "schema": "Custody"},
    "Since": {"property": "startDate", "schema": "Custody"},
    "Mother": {"schema": "Family", "role": "mother"},
}
TABLE = (
    "No\tName\tOther name\tBorn\tTerm\tSince\tMother\n"
    "1\tAida Bekova\tАида Бекова\t1985-03-04\t7 years\t2019\tSara Bekova\n"
    "\n"
    "2\tOmar Amin\t\t03/04/1990\t\t\t\n"
)


def read(text: str = TABLE, **more: Any) -> Reading:
    """Read a table by the mapping of these tests."""
    return extract_rows(document(text), Mapping.from_dict({"columns": COLUMNS, **more}))


def test_a_row_is_a_person_with_custody_and_kin() -> None:
    """Each claim's passage is its cell."""
    reading = read()
    flat = facts(reading.entities, reading.claims)

    assert [fact["name"] for fact in flat if fact["kind"] == "person"] == ["Aida Bekova", "Sara Bekova", "Omar Amin"]
    assert [(fact["who"], fact["sentence"], fact["since"]) for fact in flat if fact["kind"] == "custody"] == [
        ("Aida Bekova", "P7Y", "2019")
    ]
    assert [(fact["person"], fact["relation"], fact["relative"]) for fact in flat if fact["kind"] == "kin"] == [
        ("Sara Bekova", "mother", "Aida Bekova")
    ]
    assert {claim.quote for claim in reading.claims if claim.property == "sentence"} == {"7 years"}


def test_a_cell_that_is_not_valid_is_a_warning_with_its_place() -> None:
    """And no claim; the rest of the row is read."""
    (warning,) = read().document.warnings

    assert "row 4" in warning
    assert "'Born'" in warning
    assert [claim.value for claim in read().claims if claim.property == "birthDate"] == ["1985-03-04"]


def test_a_missing_column_is_a_warning() -> None:
    """The others are read all the same."""
    reading = read("Name\nAida Bekova\n")

    assert len(reading.document.warnings) == len(COLUMNS) - 1
    assert [entity.name for entity in reading.entities] == ["Aida Bekova"]


def test_whoever_gave_the_list_is_its_voice() -> None:
    """Behind the publisher."""
    assert {claim.voice for claim in read(voice="A. Provider", language="ru").claims} == {("publisher", "A. Provider")}
    assert read(language="ru").document.language == "ru"


def test_whoever_told_of_a_row_is_the_last_voice() -> None:
    """Where a column names them."""
    table = "Name\tTold by\nAida Bekova\tSara Bekova\nOmar Amin\t\n"
    reading = read(table, voice="A. Provider", voice_column="Told by")

    assert [claim.voice[-1] for claim in reading.claims] == ["Sara Bekova", "A. Provider"]
    assert "Told by" in " ".join(read("Name\nAida Bekova\n", voice_column="Told by").document.warnings)


def test_the_words_of_a_spreadsheet_can_be_said_to_mean_a_value() -> None:
    """Whatever their case."""
    columns = {
        "Name": {"property": "name"},
        "State": {"property": "state", "schema": "Custody", "values": {"Тюрьма": "prison"}},
    }
    reading = extract_rows(document("Name\tState\nAida\tтюрьма\n"), Mapping.from_dict({"columns": columns}))

    assert [claim.value for claim in reading.claims if claim.property == "state"] == ["prison"]


def test_an_unnamed_person_is_the_person_of_a_row() -> None:
    """A row without a name still counts."""
    reading = read("Name\tBorn\n\t1985\n")

    assert [entity.description for entity in reading.entities] == ["person of row 2"]


@given(st.text(alphabet="ab \t\n1-", max_size=80))
def test_a_passage_always_quotes_its_cell(text: str) -> None:
    """Whatever the table."""
    table = "Name\tBorn\tTerm\n" + text

    assert all(table[claim.start : claim.end] == claim.quote for claim in read(table).claims)

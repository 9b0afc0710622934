"""Which column says what."""

from typing import Any

import pytest

from kualik.engine.extracting.mapping import Mapping, MappingFault

PLAIN: dict[str, Any] = {
    "name": "list of 2019",
    "language": "en",
    "voice": "A. Provider",
    "voice_column": "Told by",
    "columns": {
        "Name": {"property": "name", "schema": "Person", "role": "detainee", "values": {}},
        "Term": {"property": "sentence", "schema": "Custody", "role": None, "values": {"long": "P20Y"}},
        "Mother": {"property": "relative", "schema": "Family", "role": "mother", "values": {}},
    },
}


def test_what_is_written_is_read_back() -> None:
    """To a plain dictionary and from it."""
    assert Mapping.from_dict(PLAIN).to_dict() == PLAIN


@pytest.mark.parametrize(
    ("column", "why"),
    [
        ({"property": "shoe size"}, "no property"),
        ({"property": "name", "schema": "Boat"}, "none of"),
        ({"property": "name", "role": "wizard"}, "none of"),
        ({"schema": "Family"}, "needs a role"),
        ({"property": "name", "colour": "red"}, "unknown key"),
        ("name", "needs"),
        ({"property": "name", "values": ["a"]}, "values"),
    ],
)
def test_a_fault_names_its_column(column: object, why: str) -> None:
    """And what would be right."""
    with pytest.raises(MappingFault, match=why) as fault:
        Mapping.from_dict({"columns": {"Header": column}})

    assert fault.value.column == "Header"


@pytest.mark.parametrize(
    "definition", [{}, {"columns": {}}, {"colums": {}}, {"columns": {"A": {"property": "name"}}, "name": 3}]
)
def test_a_mapping_that_says_nothing_is_refused(definition: dict[str, Any]) -> None:
    """Before any table is read by it."""
    with pytest.raises(MappingFault):
        Mapping.from_dict(definition)

"""Lists as records, through a map."""

import pytest

from kualik.engine.linking.tables import BadList, BadMap, Columns, read_list, read_map

MAP = """
name = ["Name", "Name (kk)"]
birth = "Born"
kin = "Mother"
once = true
[lists."b.csv"]
name = "Who"
once = false
"""


def test_a_map_says_what_each_column_is() -> None:
    """A list with a table of its own differs only where it says so."""
    said = read_map(MAP)

    assert said.of("a.csv").name == ("Name", "Name (kk)")
    assert said.of("folder/b.csv") == Columns(name=("Who",), birth=("Born",), kin=("Mother",), once=False)
    assert said.of("a.csv").once


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("name =", "not TOML"),
        ('birth = "Born"', "no column for the name"),
        ('name = "Name"\nage = "Age"', "age = 'Age' is not known"),
        ("name = 3", "name = 3 is not known"),
        ('name = "N"\nonce = "yes"', "once = 'yes' is not known"),
        ('name = "N"\nlists = 3', "lists must be tables"),
        ("name = []", "name = [] is not known"),
    ],
)
def test_a_bad_map_says_what_is_wrong(text: str, problem: str) -> None:
    """With the map's name."""
    with pytest.raises(BadMap, match=r"map\.toml") as told:
        read_map(text, name="map.toml")

    assert problem in str(told.value)


def test_rows_become_records() -> None:
    """Several values in a cell, dates in two forms, sexes in several languages, a line break in a cell."""
    columns = Columns(name=("N",), birth=("B",), sex=("S",), place=("P",), number=("I",), kin=("K",))
    text = 'N,B,S,P,I,K\n"Serik; Серік",2.3.1985,ер,"Kuytun,\nIli",1,\n,spring,?,,,Khalida ;; Marat\n'
    first, second = read_list(text, columns, name="a.csv")

    assert (first.id, second.id) == ("a.csv:0", "a.csv:1")
    assert first.names == ("Serik", "Серік")
    assert (first.birth, first.gender, first.places) == ("1985-03-02", "male", ("Kuytun,\nIli",))
    assert (second.names, second.birth, second.gender, second.kin) == ((), None, None, ("Khalida", "Marat"))


def test_a_column_that_is_not_there_is_told() -> None:
    """With those that are."""
    with pytest.raises(BadList, match="no column Name; there are N, B"):
        read_list("N,B\n1,2\n", Columns(name=("Name",)), name="a.csv")


def test_what_is_no_csv_is_told() -> None:
    """A quote that never ends."""
    with pytest.raises(BadList, match="is not CSV"):
        read_list('N\n"a', Columns(name=("N",)), name="a.csv")

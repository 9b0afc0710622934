"""Columns recognised by sight."""

import pytest

from kualik.engine.extracting.columns import NOTHING, SLOTS, VOICE, WORDS, Look, defined, look, recognise, state_of
from kualik.engine.extracting.rows import Mapping
from kualik.engine.facts.vocabulary import CUSTODY_STATES


def slots(*headers: str, rows: tuple[tuple[str, ...], ...] = ()) -> list[str]:
    """Guess what the columns of a table say."""
    return [guess.slot for guess in recognise(Look(headers=headers, rows=rows))]


@pytest.mark.parametrize(
    "headers",
    [
        ("Name", "Date of birth", "Sex", "Sentence", "Told by"),
        ("Аты-жөні", "Туған күні", "Жынысы", "Үкімі", "Кім айтты"),
        ("Ф.И.О.", "Дата рождения", "Пол", "Срок", "Со слов"),
        ("姓名", "出生日期", "性别", "刑期", "证人"),
        ("ئىسمى", "تۇغۇلغان ۋاقتى", "جىنسى", "مۇددىتى", "گۇۋاھچى"),
    ],
)
def test_headers_are_known_in_five_languages(headers: tuple[str, ...]) -> None:
    """Whatever points stand in them."""
    expected = ["Person.name", "Person.birthDate", "Person.gender", "Custody.sentence", VOICE]

    assert slots(*headers) == expected


def test_a_header_in_two_languages_is_known_by_either() -> None:
    """Lists of committees often have both."""
    assert slots("№", "Name / ФИО", "Пол/Sex") == [NOTHING, "Person.name", "Person.gender"]


def test_a_second_name_is_another_spelling() -> None:
    """And nothing else is said twice."""
    assert slots("Name", "ФИО", "Sex", "Пол") == ["Person.name", "Person.alias", "Person.gender", NOTHING]


def test_cells_say_what_a_header_does_not() -> None:
    """Where most of them have one shape."""
    rows = (
        ("850101300123", "Болат Ахмет", "м", "1985", "在押", "+7 700 000 00 01", "words of all kinds, 3"),
        ("900101300123", "Салтанат Омар", "ж", "1990-03-02", "集中营", "+7 700 000 00 02", "other words"),
    )
    found = slots("a", "b", "c", "d", "e", "f", "g", rows=rows)

    assert found == [
        "Person.idNumber", "Person.name", "Person.gender", "Person.birthDate", "Custody.state", "Person.phone", NOTHING,
    ]  # fmt: skip


def test_one_cell_says_nothing() -> None:
    """A shape needs company."""
    assert slots("a", rows=(("Болат Ахмет",),)) == [NOTHING]


def test_the_beginning_of_a_table_is_cut_into_cells() -> None:
    """Every row as long as the longest; empty rows are left out."""
    found = look("a\tb\n1\t2\t3\n\n4\n5", rows=3)

    assert found == Look(headers=("a", "b", ""), rows=(("1", "2", "3"), ("4", "", "")))


def test_what_is_chosen_is_a_mapping() -> None:
    """With the list's own words, and the column of whoever told."""
    given = defined(
        headers=("Name", "State", "By", "Mother", "Rest"),
        slots=("Person.name", "Custody.state", VOICE, "Family.mother", NOTHING),
        values={"State": {"увезли": "disappeared"}},
    )
    mapping = Mapping.from_dict(given)

    assert set(mapping.columns) == {"Name", "State", "Mother"}
    assert (mapping.voice_column, mapping.columns["Name"].role) == ("By", "detainee")
    assert mapping.columns["State"].values == {"увезли": "disappeared"}
    assert mapping.columns["Mother"].role == "mother"


@pytest.mark.parametrize(
    ("word", "state"), [("Prison", "prison"), ("В лагере.", "camp"), ("失踪", "disappeared"), ("x", "")]
)
def test_a_word_of_a_list_is_a_kind_of_custody(word: str, state: str) -> None:
    """One that is not known is asked about."""
    assert state_of(word) == state


def test_the_tables_of_words_say_what_there_is() -> None:
    """No word leads nowhere, and none leads to two places."""
    assert set(WORDS.mapping("headers").values()) <= {*SLOTS, VOICE, "row"}
    assert set(WORDS.mapping("states").values()) <= set(CUSTODY_STATES)
    every = [word.strip() for row in WORDS.rows("states") for word in row[0].split(",")]
    assert len(every) == len(set(every))

"""Notes in the text's own letters."""

from tests.engine.extracting.kazakh.samples import notes_of, told

LATIN = "Almaty tūrğyny Aigül Muratqyzy ağasy Erlan Muratūlynyñ 2018 jyly Qūljada ūstalğanyn aitty."


def test_names_and_places_stand_in_the_letters_of_the_text() -> None:
    """Rules saw Cyrillic; what is told is Latin."""
    custody = told(LATIN, "custody")[0]
    assert (custody["who"], custody["place"], custody["since"]) == ("Erlan Muratūly", "Qūlja", "2018")


def test_every_passage_lies_in_the_text() -> None:
    """Offsets are those of the text as kept."""
    notes = notes_of(LATIN)
    assert LATIN[notes.sayings[0].span.start : notes.sayings[0].span.end] == LATIN[:-1]
    assert all(LATIN[party.at.start : party.at.end] for party in notes.parties)


def test_arabic_script_is_read() -> None:
    """A name that the tables know is found without a capital."""
    text = "جانار مۇراتقىزى قۇلجادا ۇستالدى."
    assert [fact["name"] for fact in told(text, "person")] == ["جانار مۇراتقىزى"]

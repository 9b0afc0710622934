"""Sources named beside a clause."""

import pytest

from tests.engine.extracting.kazakh.samples import told


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Айсұлудың айтуынша, інісі қамауда.", "Айсұлу"),
        ("«Жеті қыр» газетінің мәліметінше, екі адам қамауда.", "«Жеті қыр» газеті"),
        ("Айсұлудың сөзіне қарағанда, інісі қамауда.", "Айсұлу"),
        ("Қордың баяндамасында олардың ұсталғаны айтылған.", "Қор"),
    ],
)
def test_the_source_is_who_says_it(text: str, speaker: str) -> None:
    """Words, data, a report of somebody's."""
    assert [fact["speaker"] for fact in told(text, "statement")] == [speaker]


def test_what_stands_in_the_clause_has_the_source_as_its_voice() -> None:
    """The custody is told by her, not by the paper."""
    assert told("Айсұлудың айтуынша, Сержан Дәрібай қамауда.", "custody")[0]["voice"] == "Айсұлу"

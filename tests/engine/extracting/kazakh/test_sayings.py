"""Stances of what is said."""

import pytest

from tests.engine.extracting.kazakh.samples import told


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("Министрлік бұл ақпаратты жоққа шығарды.", "denies"),
        ("Министрлік кінәсін мойындамады.", "denies"),
        ("Министрлік елде тұтқын жоқ деп мәлімдеді.", "denies"),
        ("Министрлік оның ұсталғанын растады.", "acknowledges"),
        ("Қор тұтқынды босатуды талап етті.", "demands"),
        ("Қор үкіметті тізімді ашуға шақырды.", "demands"),
        ("Отбасы оны ұрды деп күдіктенеді.", "alleges"),
        ("Қор полицияны зорлық көрсетті деп айыптады.", "accuses"),
        ("Әйелдер «Бостандық!» деп айқайлады.", "demands"),
        ("Қор оның қамалғанын хабарлады.", "asserts"),
    ],
)
def test_the_verb_tells_the_stance(text: str, stance: str) -> None:
    """One statement each."""
    assert [fact["stance"] for fact in told(text, "statement")] == [stance]


def test_two_verbs_of_one_speaker_are_two_statements() -> None:
    """Of "said, and demanded"."""
    found = told("Қор бастығы Айсұлу Дәрібай оның ауырғанын айтып, дәрігер жіберуді талап етті.", "statement")
    assert [(fact["speaker"], fact["stance"]) for fact in found] == [
        ("Айсұлу Дәрібай", "asserts"), ("Айсұлу Дәрібай", "demands"),
    ]  # fmt: skip


def test_what_is_asked_of_the_reader_is_no_statement() -> None:
    """An imperative tells of nobody's words."""
    assert told("Дәрігер жіберуді талап етіңіз.", "statement") == []

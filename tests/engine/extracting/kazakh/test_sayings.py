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


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Прокурор Нұрлан Әбен сөйледі. Марат Жанұзақтың өзі кінәсін мойындамады.", "Марат Жанұзақ"),
        ("Айыпталушы полицей Талғат Нығмет оны өтірікші деп мәлімдеді.", "Талғат Нығмет"),
        ("«Еркін Алап» радиосы ақынның ұсталғанын хабарлады.", "«Еркін Алап» радиосы"),
        ("«Ашық орда» қоры сан одан көп екенін мәлімдеді.", "«Ашық орда» қоры"),
        ("Үлкен ұлы Дәурен көршінің келгенін айтты.", "Дәурен"),
        ("Ректор Мақсұт Ахмет оны оқудан шығармайтынына уәде берді.", "Мақсұт Ахмет"),
        ("Қытайдың тұрақты өкілдігі бұл ақпаратты теріске шығарды.", "Қытайдың тұрақты өкілдігі"),
    ],
)
def test_who_says_it_is_named_whole(text: str, speaker: str) -> None:
    """By the name where there is one, with the title between marks where it is a body's."""
    assert [fact["speaker"] for fact in told(text, "statement")] == [speaker]


def test_an_office_that_nobody_knows_takes_nobody_elses_place() -> None:
    """The subject is there, though unread; whoever spoke before does not say it."""
    text = "Әсел Тілеубай ағасының ауырғанын айтты. Айтушы Нығметке 8 жыл жаза беруді сұрады."
    assert [fact["speaker"] for fact in told(text, "statement")] == ["Әсел Тілеубай"]


def test_he_behind_a_source_is_that_source() -> None:
    """And not whom the source spoke of."""
    text = "Нәбира Қожахметтің айтуынша, оның ұлы Сәкен Қожахмет жоғалған. «Көрсем деймін», – деп жылады ол."
    assert {fact["speaker"] for fact in told(text, "statement")} == {"Нәбира Қожахмет"}


def test_a_refusal_that_is_told_is_one_statement() -> None:
    """Of "said that he does not agree"."""
    found = told("Адвокат Серік Досымов шешіммен келіспейтінін айтты.", "statement")
    assert [(fact["speaker"], fact["stance"]) for fact in found] == [("Серік Досымов", "denies")]


def test_a_letter_that_nobody_answered_was_for_the_office() -> None:
    """The office is silent, not the one spoken of before."""
    text = "Көршісі Дәурен Сапа оның кеткенін айтты. Елшілікке үш рет хат жаздым, жауап келмеді."
    assert ("Елшілік", "did not respond") in {(f["speaker"], f["stance"]) for f in told(text, "statement")}


def test_what_a_statement_says_begins_with_its_quotation() -> None:
    """Of "«…», it is said in the society's statement"."""
    text = "Кеше жиын өтті. «Бұл – жала», – делінген қор мәлімдемесінде."
    (fact,) = told(text, "statement")
    assert (fact["speaker"], fact["quoted"]) == ("қор", True)


def test_calling_a_charge_absurd_denies_it() -> None:
    """And calling something else absurd does not."""
    assert [fact["stance"] for fact in told("Профессор Әсел Оспан бұл айыпты негізсіз деп атады.", "statement")] == [
        "denies"
    ]
    assert "denies" not in {fact["stance"] for fact in told("Әсел Оспан бұл кітапты күлкілі деп атады.", "statement")}

"""Custody."""

import pytest

from tests.engine.extracting.kazakh.samples import told

WHO = "Сержан Дәрібай"


@pytest.mark.parametrize(
    ("text", "state", "sentence"),
    [
        ("Сержан Дәрібай кеше ұсталды.", "police custody", None),
        ("Полиция Сержан Дәрібайды қамауға алды.", "police custody", None),
        ("Сержан Дәрібай он екі жылға сотталған.", "prison", "P12Y"),
        ("Сот Сержан Дәрібайға 9 жыл берді.", "prison", "P9Y"),
        ("Сержан Дәрібай Шыңжаңдағы лагерьде отыр.", "camp", None),
        ("Сержан Дәрібай үйқамақта отыр.", "house arrest", None),
        ("Сержан Дәрібай түрмеден босап шықты.", "released", None),
        ("Сержан Дәрібай із-түзсіз жоғалды.", "disappeared", None),
        ("Сержан Дәрібайдан екі жылдан бері хабар жоқ.", "disappeared", None),
        ("Сержан Дәрібай түрмеде қайтыс болды.", "died in custody", None),
        ("Сержан Дәрібайға елден шығуға тыйым салынды.", "barred from leaving", None),
        ("Сержан Дәрібайдың төлқұжатын тартып алды.", "barred from leaving", None),
        ("Сот Сержан Дәрібайды 15 тәулікке қамады.", "prison", "P15D"),
        ("Сержан Дәрібай қазір абақтыда.", "prison", None),
    ],
)
def test_a_state_of_custody_is_read(text: str, state: str, sentence: str | None) -> None:
    """Whom, what, for how long."""
    found = told(text, "custody")
    assert [(fact["who"], fact["state"], fact.get("sentence")) for fact in found] == [(WHO, state, sentence)]


@pytest.mark.parametrize(
    "text",
    [
        "Сержан Дәрібай ұсталған жоқ.", "Сержан Дәрібай қамалуы мүмкін.", "Қор Сержан Дәрібайды босатуды талап етті.",
        "Шыңжаңда бір миллион адам қамалған.", "Сержан Дәрібай қолына сурет ұстап тұрды.",
    ],
)  # fmt: skip
def test_what_did_not_happen_and_what_befell_a_mass_is_no_custody(text: str) -> None:
    """Denials, what may be, demands, millions, a picture held up."""
    assert told(text, "custody") == []


def test_two_people_of_one_clause_are_two_facts() -> None:
    """Each has the sentence."""
    found = told("Сержан Дәрібай мен Айсұлу Дәрібай жеті жылға сотталды.", "custody")
    assert {(fact["who"], fact["sentence"]) for fact in found} == {("Сержан Дәрібай", "P7Y"), ("Айсұлу Дәрібай", "P7Y")}


def test_two_terms_part_two_sons() -> None:
    """Of "22 and 10 years" are one each."""
    assert [fact["sentence"] for fact in told("Екі ұлын 22 және 10 жылға соттады.", "custody")] == ["P22Y", "P10Y"]


def test_an_arrest_and_its_date_are_an_event_too() -> None:
    """With the place and whom it befell."""
    event = told("Сержан Дәрібай 2018 жылғы 9 мамырда Құлжада ұсталды.", "event")[0]
    assert (event["type"], event["date"], event["place"], event["target"]) == ("arrest", "2018-05-09", "Құлжа", WHO)


def test_an_entry_of_a_list_goes_on_about_its_head() -> None:
    """Sentences without a subject are about whom the entry names."""
    found = told("Тізім жарияланды.\n1. Сержан Дәрібай, жүргізуші. 2018 жылы ұсталған. 9 жылға сотталған.", "custody")
    assert {fact["who"] for fact in found} == {WHO}


def test_i_was_released_is_of_the_teller() -> None:
    """And not of whoever was named last."""
    text = "Куәлік: Айсұлу Мұқанқызы\n\nБастық Ли Вэй бізге «үндемеңдер» деп бұйырды. 2019 жылы наурызда босатылдым."
    assert [fact["who"] for fact in told(text, "custody")] == ["Айсұлу Мұқанқызы"]


def test_him_is_not_the_one_who_tells_of_him() -> None:
    """Neither the friend of the poet, nor who speaks in the quotation."""
    text = "Ақын Мұрат Қанат ауылға келді. Ақынның досы Жәнібек Омар оны ұстады деп есептейді."
    assert [fact["who"] for fact in told(text, "custody")] == ["Мұрат Қанат"]


def test_a_question_tells_of_no_custody() -> None:
    """What is asked is not yet so."""
    assert told("Ержан Төлеген қашан ұсталды?", "custody") == []


def test_several_terms_share_the_verb_of_sentencing() -> None:
    """Those before the last have only their term."""
    found = told("Сот Сержан Дәрібайды бес жылға, Айдос Мұратұлын үш жылға соттады.", "custody")
    assert {(fact["who"], fact["sentence"]) for fact in found} == {(WHO, "P5Y"), ("Айдос Мұратұлы", "P3Y")}


def test_a_remand_made_longer_is_no_sentence() -> None:
    """The months are those by which it is lengthened."""
    found = told("Сот Сержан Дәрібайдың қамау мерзімін тағы екі айға созды.", "custody")
    assert [(fact["who"], fact["state"], fact.get("sentence")) for fact in found] == [(WHO, "prison", None)]


def test_a_term_that_is_served_is_a_sentence() -> None:
    """Not only with the word for punishment."""
    found = told("Сержан Дәрібай үш жылын өтеп жатыр.", "custody")
    assert [(fact["who"], fact["sentence"]) for fact in found] == [(WHO, "P3Y")]

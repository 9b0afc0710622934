"""Who is held, sentenced, missing, let go."""

from pathlib import Path

import pytest

from tests.engine.extracting.russian.samples import happened, held, read


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Полиция задержала Ольгу Зуеву.", ("police custody", "Ольга Зуева", None)),
        ("Суд приговорил студента Марата Акимова к шести годам.", ("prison", "Марат Акимов", "P6Y")),
        ("Учительница Дина Рашид получила 12 лет.", ("prison", "Дина Рашид", "P12Y")),
        ("Студенту Артёму Ковалю дали семь лет.", ("prison", "Артём Коваль", "P7Y")),
        ("Суд арестовал Марину Зуеву на 13 суток.", ("prison", "Марина Зуева", "P13D")),
        ("Активистке Динаре Серик назначили 15 суток ареста.", ("prison", "Динара Серик", "P15D")),
        ("Жумабека Сеитова взяли под стражу.", ("prison", "Жумабек Сеитов", None)),
        ("Адвокат Тимур Галин находится под домашним арестом.", ("house arrest", "Тимур Галин", None)),
        ("Айгуль Турар отправили в лагерь в Китае.", ("camp", "Айгуль Турар", None)),
        ("Бизнесмен Гаджи Магомедов похищен в Махачкале.", ("disappeared", "Гаджи Магомедов", None)),
        ("Правозащитника Кенже Омара освободили досрочно.", ("released", "Кенже Омар", None)),
        ("Из колонии вышел поэт Максим Лунь.", ("released", "Максим Лунь", None)),
        ("Политзаключённый Игорь Лосев умер в колонии.", ("died in custody", "Игорь Лосев", None)),
        ("Ольга Зуева отбывает наказание.", ("prison", "Ольга Зуева", None)),
        ("Задержанную Наталью Крылову держат в изоляторе.", ("prison", "Наталья Крылова", None)),
        ("Мурата Сагата забрали в Синьцзяне.", ("unspecified", "Мурат Сагат", None)),
        ("Задержаны трое, в том числе Ильдар Галин.", ("police custody", "Ильдар Галин", None)),
        ("Апелляция смягчила наказание Ларисе Рейн до трёх лет.", ("prison", "Лариса Рейн", "P3Y")),
        ("Суд признал Хаитова виновным и приговорил к 6 годам.", ("prison", "Хаитов", "P6Y")),
    ],
)
def test_a_verb_of_holding_has_whom_it_holds(text: str, told: tuple[str, str, str | None]) -> None:
    """Active, passive, dative, participle."""
    assert told in held(text)


@pytest.mark.parametrize(
    "text",
    [
        "Ольгу Зуеву не задержали.",
        "Если бы Ольгу Зуеву задержали, мы бы знали.",
        "Ольгу Зуеву задержат.",
        "Полиция забрала паспорт.",
        "Суд приговорил его условно.",
        "Осуждены не менее 1100 человек.",
        "Ольга Зуева получила письмо.",
    ],
)
def test_what_did_not_happen_is_no_custody(text: str) -> None:
    """Negated, wished, to come, of things, suspended, of masses."""
    assert held(text) == []


def test_two_sentences_for_two_are_told_apart() -> None:
    """By name, or as one of them."""
    assert [one[2] for one in held("Двое сыновей Дины Рашид были приговорены к 12 и 15 годам.")] == ["P12Y", "P15Y"]
    assert held("Марат Акимов и Олег Рыбин приговорены к 12 и 15 годам.") == [
        ("prison", "Марат Акимов", "P12Y"), ("prison", "Олег Рыбин", "P15Y"),
    ]  # fmt: skip


def test_an_act_is_an_event_and_a_state_is_not() -> None:
    """Verbs of doing, not of being."""
    assert happened("Полиция задержала Ольгу Зуеву.") == ["arrest"]
    assert happened("Ольга Зуева отбывает наказание.") == []


def test_the_slots_are_filled() -> None:
    """Date, place, grounds."""
    (one,) = read("5 мая 2021 года суд приговорил Олега Рыбина к пяти годам колонии по обвинению в измене.").held

    assert one.since is not None
    assert one.grounds is not None
    assert (one.since.text, one.grounds.text) == ("2021-05-05", "по обвинению в измене")


def test_other_names_are_held_alike() -> None:
    """The same claims for other names."""
    for name in ("Олега Рыбина", "Ержана Сагата", "Аблета Турсуна"):
        assert [one[::2] for one in held(f"Вчера суд приговорил {name} к пяти годам.")] == [("prison", "P5Y")]


BREADTH = [
    line.rstrip("\n").split("\t")
    for line in Path(__file__).with_name("custody_breadth.tsv").read_text(encoding="utf-8").splitlines()
]


@pytest.mark.parametrize(("text", "state", "who", "sentence"), BREADTH)
def test_custody_is_found_in_many_manners(text: str, state: str, who: str, sentence: str) -> None:
    """Lists, ellipsis, pronouns, participles, relative clauses: who is held, how, for how long."""
    assert (state, who, None if sentence == "-" else sentence) in held(text)


@pytest.mark.parametrize(
    "text", ["Надели мешок на голову и увезли.", "За решётку отправили как минимум 180 журналистов и блогеров."]
)
def test_things_and_masses_are_not_held(text: str) -> None:
    """A thing and a crowd are nobody of whom a state is told."""
    assert held(text) == []


def test_the_others_are_not_those_named() -> None:
    """Nobody named is released with "остальные"."""
    assert {state for state, _, _ in held("Задержаны Олег Зорин и Пётр Лось, остальные отпущены.")} == {
        "police custody"
    }


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Двадцать лет получил пекарь Самат Ержанов за переписку.", ("prison", "Самат Ержанов", "P20Y")),
        ("Родные ищут Тимура Галина, которому дали 12 лет.", ("prison", "Тимур Галин", "P12Y")),
        ("Фермер Асан Токтогулов, просидевший девять лет, уехал.", ("prison", "Асан Токтогулов", None)),
        ("Учителя Абая Серикова увезли ночью.", ("police custody", "Абай Сериков", None)),
        ("Ринат Салимов (кит. Линатэ) исчез в мае.", ("disappeared", "Ринат Салимов", None)),
    ],
)
def test_a_term_may_stand_before_its_verb_or_be_served(text: str, told: tuple[str, str, str | None]) -> None:
    """Fronted terms, "которому дали", time served, and what stands in brackets between."""
    assert told in held(text)


def test_hours_somewhere_are_no_prison() -> None:
    """Time is served only where it is years, months or "суток"."""
    assert held("Асан Токтогулов просидел три часа у окна.") == []

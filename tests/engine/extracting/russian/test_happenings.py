"""What happened."""

import pytest

from tests.engine.extracting.russian.samples import happened, read


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Родственники провели пикет у здания парламента.", "picket"),
        ("Около ста человек вышли на митинг.", "rally"),
        ("Полиция разогнала толпу.", "dispersal"),
        ("По городу прошло шествие.", "march"),
        ("У посольства Китая собралось около 40 человек.", "protest"),
        ("Коллеги провели акцию у здания суда.", "protest"),
        ("Женщина объявила голодовку.", "protest"),
        ("Активисты передали петицию в консульство.", "petition"),
        ("Правозащитники провели пресс-конференцию.", "press conference"),
        ("10 июня состоялось заседание суда.", "hearing"),
        ("Суд над Олегом Рыбиным начался 3 марта.", "hearing"),
        ("Министр встретился с родными.", "meeting"),
        ("Полицейские избили Олега Рыбина.", "attack"),
        ("Суд оштрафовал Ольгу Зуеву.", "sentencing"),
        ("В доме Ольги Зуевой прошёл обыск.", "other"),
        ("Ольга Зуева уехала в Польшу в 2019 году.", "other"),
        ("Суд вынес приговор.", "sentencing"),
    ],
)
def test_something_happened(text: str, kind: str) -> None:
    """A verb, or a noun with a verb of taking place."""
    assert kind in happened(text)


@pytest.mark.parametrize(
    "text",
    ["Ольга Зуева уехала.", "Если бы прошёл митинг!", "Митинги бывают разные.", "Партия зелёных не провела митинг."],
)
def test_nothing_happened(text: str) -> None:
    """Journeys without a date, wishes, things in general, what was not."""
    assert happened(text) == []


def test_a_protest_has_its_slots() -> None:
    """Date, place, crowd, demand, response."""
    told = "16 марта 2021 года 15 человек провели пикет у посольства Китая, требуя освободить родных."
    (one,) = read(f"{told} Полиция не вмешивалась.").happenings

    assert one.date is not None
    assert one.place is not None
    assert one.crowd is not None
    assert one.demand is not None
    assert (one.date.text, one.place.text, one.crowd.text) == ("2021-03-16", "у посольства Китая", "15 человек")
    assert one.demand.text == "освободить родных"
    assert [value.text for value in one.responses] == ["no intervention"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("При обыске в редакции 5 мая изъяли компьютеры.", "other"),
        ("Зарина Салимова 3 мая получила повестку в суд.", "other"),
        ("Суд 4 июня рассмотрел жалобу адвоката.", "hearing"),
        ("Охранник ударил Зарину Салимову прикладом.", "attack"),
    ],
)
def test_searches_summonses_and_sittings_are_told_in_passing(text: str, kind: str) -> None:
    """A noun behind "при", a summons received, what a court does."""
    assert kind in happened(text)


def test_only_a_court_sits() -> None:
    """A ministry that considers something holds no hearing."""
    assert happened("Министерство 4 июня рассмотрело обращение.") == []

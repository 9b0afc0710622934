"""Kin ties and ages."""

import pytest

from kualik.engine.extracting.russian.ties import find_ages
from tests.engine.extracting.russian.samples import read, scene, ties


@pytest.mark.parametrize(
    ("text", "tie"),
    [
        ("Ольга Зуева ждёт. Её брат Марат пропал.", ("Марат", "brother", "Ольга Зуева")),
        ("Пришла сестра Марата, Ольга Зуева, и ждёт.", ("Ольга Зуева", "sister", "Марат")),
        ("Ольга Зуева, тётя Марата Акимова, ждёт.", ("Ольга Зуева", "aunt", "Марат Акимов")),
        ("Марат Акимов — мой племянник.", None),
        ("Двоюродный брат Ольги Зуевой Марат пропал.", ("Марат", "cousin", "Ольга Зуева")),
        ("Тесть Марата Акимова молчит.", ("тесть Марата Акимова", "in-law", "Марат Акимов")),
        ("Сестра политзаключённого Олега Рыбина Татьяна ждёт.", ("Татьяна", "sister", "Олег Рыбин")),
        ("Сын Зейнеп Омар, Ержан, пропал.", ("Ержан", "son", "Зейнеп Омар")),
        ("Дед Алисы Громовой, Лев Гордин, сидел.", ("Лев Гордин", "grandparent", "Алиса Громова")),
        ("Пришла мать двоих детей Ольга Зуева.", ("Ольга Зуева", "mother", "двое детей")),
        ("Арестованы братья Фархад и Рустам Каримовы.", ("Фархад Каримов", "brother", "Рустам Каримов")),
        ("Родственники Марата Акимова ждут.", None),
    ],
)
def test_kin_is_tied(text: str, tie: tuple[str, str, str] | None) -> None:
    """Named with the term, beside it, or known only by it; mere relatives are not."""
    assert ties(text) == ([tie] if tie else [])


def test_a_pair_is_tied_once() -> None:
    """Also when it is told again, the other way round."""
    assert len(ties("Ольга Зуева ждёт. Её брат Марат пропал. Сестра Марата ждёт.")) == 1


@pytest.mark.parametrize(
    ("text", "age"),
    [
        ("68-летняя Ольга Зуева ждёт.", 68),
        ("Ольга Зуева, 54 года, ждёт.", 54),
        ("Ольга Зуева (53) ждёт.", 53),
        ("Ольга Зуева ждёт. Ей 25 лет.", 25),
        ("Ольга Зуева осуждена на 12 лет.", None),
        ("Ольга Зуева ждёт 20 лет.", None),
    ],
)
def test_an_age_is_noted(text: str, age: int | None) -> None:
    """A term is none."""
    (zueva,) = (party for party in read(text).parties if party.name)

    assert (zueva.age[0] if zueva.age else None) == age


def test_ages_alone_make_nobody_a_party() -> None:
    """Only those of whom something is noted are."""
    made = scene("68-летняя Ольга Зуева ждёт.")
    find_ages(made)

    assert made.register.notes.parties == []
    assert made.register.all[0].age is not None

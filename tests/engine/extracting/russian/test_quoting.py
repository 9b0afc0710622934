"""Speech beside its verb."""

import pytest

from tests.engine.extracting.russian.samples import read, sayings


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("«Мы всё время думаем о нём», — сказала Ольга Зуева.", ("asserts", "Ольга Зуева")),
        ("«Мы ждём его, — сказал Марат Акимов. — И будем ждать».", ("asserts", "Марат Акимов")),
        ("— Мы давно ждём ответа, — говорит Ольга Зуева. — И не дождались.", ("asserts", "Ольга Зуева")),
        ("Ольга Зуева: «Мы давно ждём ответа».", ("asserts", "Ольга Зуева")),
        ("«Никаких лагерей у нас нет», — заявили в посольстве.", ("denies", "посольство")),
        ("«Пусть дадут трубку ему самому», — говорит Ольга Зуева.", ("demands", "Ольга Зуева")),
        ("Ольга Зуева ушла. «Мой брат ещё вернётся!» — сказала она.", ("asserts", "Ольга Зуева")),
    ],
)
def test_a_remark_says_whose_words_they_are(text: str, said: tuple[str, str]) -> None:
    """Behind, within, before."""
    assert said in sayings(text)


def test_a_quotation_without_a_remark_is_nobodys() -> None:
    """Rather no speaker than a wrong one."""
    assert sayings("Ольга Зуева ушла. «Мы ждём его очень давно». Шёл дождь.") == []


def test_i_in_a_quotation_is_its_speaker() -> None:
    """Kin and custody follow."""
    notes = read("«Моего брата осудили на пять лет», — говорит Ольга Зуева.")

    assert [notes.parties[one.party].label for one in notes.held] == ["брат Ольги Зуевой"]


def test_a_clause_may_stand_between_the_speaker_and_the_colon() -> None:
    """The sentence begins with the verb of saying."""
    assert ("asserts", "Айгуль Серик") in sayings("Говорит Айгуль Серик, которую в зал не пустили: «Он болен».")

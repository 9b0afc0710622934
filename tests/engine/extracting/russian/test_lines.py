"""Testimonies, interviews, transcripts."""

from kualik.engine.extracting.russian.lines import find_lines, find_narrator
from tests.engine.extracting.russian.samples import held, read, scene

TESTIMONY = "Рассказывает Ольга Зуева. Я жила в Минске. Меня вызвали. Мне сказали ждать. Мой брат пропал. Я жду."
INTERVIEW = """Марат Акимов вернулся домой.
— Как вас задержали?
— Пришли утром.
— Вас били?
— Меня не били.
— Кто был рядом?
— Мой брат. Его забрали позже."""
TRANSCRIPT = """М. АКИМОВ: Мы ждём ответа.
О. ЗУЕВА: Что вы знаете?
М. АКИМОВ: Комментариев не будет.
О. ЗУЕВА: Мой отец болен."""


def test_a_testimony_has_a_narrator() -> None:
    """Whose brother is missing."""
    notes = read(TESTIMONY)

    assert notes.narrator is not None
    assert notes.parties[notes.narrator].name == "Ольга Зуева"
    assert find_narrator(scene("Ольга Зуева ушла.")) is None


def test_answers_are_those_of_the_one_interviewed() -> None:
    """Questions are no sayings."""
    notes = read(INTERVIEW)
    answers = [one for one in notes.sayings if one.rule == "line.answer"]

    assert len(answers) == 3
    assert {notes.parties[one.speaker].name for one in answers if one.speaker is not None} == {"Марат Акимов"}


def test_lines_of_a_transcript_begin_with_who_speaks() -> None:
    """In capitals; a refusal is one."""
    said = list(find_lines(scene(TRANSCRIPT)))

    assert [one.stance.value for one in said] == ["asserts", "declines to comment", "asserts"]


def test_a_teller_who_asks_to_be_called_something_is_the_narrator() -> None:
    """Who says "I" is then the one so called."""
    text = (
        "Рассказчица просит называть её Асель. Меня взяли в марте. Я тогда работала в школе. "
        "Меня держали в подвале. Отпустили меня через месяц."
    )
    assert {who for _, who, _ in held(text)} == {"Асель"}

"""The reader as a whole."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kualik.engine.extracting.notes import Notes
from kualik.engine.extracting.russian.reading import read_russian
from kualik.engine.facts.claims import Document

REPORT = (
    "Суд приговорил Ольгу Зуеву к двум годам колонии. «Я не виновата ни в чём», — сказала она. "
    "Её брат Марат Акимов сообщил, что полиция задержала его сестру 5 марта 2021 года. "
)


def read(text: str) -> Notes:
    """Read a bare text."""
    return read_russian(Document(id="x", media_type="text/plain", text=text, language="ru"))


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "\n",
        ".",
        "«",
        "—\n—",
        "А. Б. В.",
        "\u202e\u200b",
        "مرحبا",
        "日本語。",
        "«" * 200,
        "а" * 5000,
        "— " * 300,
        "0" * 3000,
        "12 000 000 000",
    ],
)
def test_no_text_breaks_the_reader(text: str) -> None:
    """However odd."""
    assert isinstance(read(text), Notes)


@given(st.text(alphabet="Иван Акимов сказал, что «»—.:?!1()\n", max_size=120))
def test_all_that_is_noted_stands_in_the_text(text: str) -> None:
    """Every span lies within it."""
    notes = read(text)
    spans = [
        *(one.span for one in notes.sayings), *(one.span for one in notes.held), *(one.span for one in notes.ties),
        *(one.span for one in notes.happenings), *(one.span for one in notes.figures),
    ]  # fmt: skip

    assert all(0 <= span.start <= span.end <= len(text) for span in spans)


def test_the_same_people_are_met_again() -> None:
    """However long the text, there are two."""
    assert len([party for party in read(REPORT * 20).parties if party.name]) == 2


def test_time_grows_with_the_text() -> None:
    """Four times the text takes about four times as long, also without a full stop."""
    read(REPORT)
    for text in (REPORT * 60, REPORT.replace(".", "").replace("»", "") * 60):
        once, four = (min(_spent(text * times) for _ in range(3)) for times in (1, 4))

        assert four < 10 * max(once, 0.05)


def _spent(text: str) -> float:
    began = time.process_time()
    read(text)
    return time.process_time() - began

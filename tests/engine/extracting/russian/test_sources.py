"""Sources beside what they say."""

import pytest

from tests.engine.extracting.russian.samples import read, sayings


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("По словам адвоката Марата Акимова, его клиента били.", ("asserts", "Марат Акимов")),
        ("Ольга Зуева ждёт. По её словам, ответа нет.", ("denies", "Ольга Зуева")),
        ("Как сообщил Марат Акимов, суд прошёл.", ("asserts", "Марат Акимов")),
        ("Суд прошёл, сообщает агентство «Дорога».", ("asserts", "агентство «Дорога»")),
        ("По данным «Дороги», их сорок.", ("asserts", "Дорога")),
        ("По версии милиции, он кричал.", ("accuses", "милиция")),
        ("Согласно прокуратуре, дело закрыто.", ("asserts", "прокуратура")),
        ("Суд прошёл, сообщает «Дорога» со ссылкой на адвоката Ольгу Зуеву.", ("asserts", "Ольга Зуева")),
        ("Суд прошёл, говорится в заявлении министерства.", ("asserts", "министерство")),
    ],
)
def test_a_source_is_put_in(text: str, said: tuple[str, str]) -> None:
    """Before, within, behind."""
    assert said in sayings(text)


@pytest.mark.parametrize(
    "text", ["По предварительным данным, погибших нет.", "По неподтверждённым сведениям, он уехал."]
)
def test_reports_without_a_source_have_no_speaker(text: str) -> None:
    """Nobody is named."""
    assert sayings(text) == []


def test_a_source_vouches_for_its_sentence() -> None:
    """What is told in it has that voice."""
    notes = read("По словам Ольги Зуевой, Марата Акимова задержали.")

    assert notes.sayings[0].content.holds(notes.held[0].cue.start, notes.held[0].cue.end)


def test_what_was_heard_is_said_by_the_one_heard_from() -> None:
    """Not by who heard it."""
    assert sayings("Мать узнала от следователя, что сына осудили.") == [("asserts", "следователь")]

"""What the parts of the reader share."""

from kualik.engine.facts.vocabulary import Stance
from tests.engine.extracting.russian.samples import place, scene


def test_a_span_leaves_out_the_last_comma() -> None:
    """And a value is what stands there."""
    made = scene("Он ушёл, а она осталась.")
    first = place(made, "Он")

    assert made.value(first, first + 3).text == "Он ушёл"
    assert made.value(first, first + 3, "ушёл он").text == "ушёл он"


def test_a_saying_ends_with_its_sentence_or_quotation() -> None:
    """Or before a semicolon."""
    made = scene("Он сказал, что ждёт; она ушла. «Он сказал, что не ждёт никого» — так говорят.")
    first = made.end_of_saying(place(made, "сказал"))
    quoted = next(made.speeches_in(0, len(made.page.tokens)))

    assert made.page.tokens[first].text == ";"
    assert made.end_of_saying(quoted.first + 2) == quoted.last
    assert made.end_of_colon(quoted.first, quoted.first + 3) == quoted.last
    assert made.next_quotation(0) == quoted
    assert made.next_quotation(quoted.last) is None


def test_the_one_held_last_is_remembered_for_two_sentences() -> None:
    """And then forgotten."""
    made = scene("Задержали Ольгу Зуеву. Ждём. Ждём. Ждём.")
    (someone,) = made.register.all
    made.reach(place(made, "Задержали"), place(made, "Зуеву") + 1, [(someone, None)])

    assert made.last_held(place(made, "Зуеву")) is someone
    assert made.last_held(len(made.page.tokens) - 1) is None


def test_dates_are_found_by_place() -> None:
    """Those that begin in a stretch."""
    made = scene("В мае 2019 года и 3 июня 2020 года.")

    assert [one.edtf for one in made.moments(0, len(made.page.tokens))] == ["2019-05", "2020-06-03"]
    assert made.moments(0, 2) == []


def test_a_saying_holds_its_content() -> None:
    """Its span does too."""
    made = scene("Он сказал, что ждёт.")
    i = place(made, "сказал")
    said = made.saying(
        first=i, last=i + 1, content=(i + 2, i + 4), stance=Stance.ASSERTS, speaker=None, rule="say.asserts"
    )

    assert said.span.holds(said.content.start, said.content.end)
    assert (said.speaker, said.about) == (None, "что ждёт")

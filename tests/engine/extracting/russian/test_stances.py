"""Where a speaker stands."""

import pytest

from kualik.engine.extracting.russian.stances import calls, cue_of, denied
from kualik.engine.extracting.russian.tokens import read_page
from kualik.engine.facts.vocabulary import Stance


@pytest.mark.parametrize(
    ("word", "stance"),
    [
        ("заявил", Stance.ASSERTS),
        ("отрицают", Stance.DENIES),
        ("обвинила", Stance.ACCUSES),
        ("подтвердило", Stance.ACKNOWLEDGES),
        ("требуя", Stance.DEMANDS),
        ("опасается", Stance.ALLEGES),
        ("сказано", Stance.ASSERTS),
    ],
)
def test_a_verb_has_a_stance(word: str, stance: Stance) -> None:
    """In any form that speaks."""
    cue = cue_of(read_page(word), 0)

    assert cue is not None
    assert cue[0] is stance


def test_other_words_say_nothing() -> None:
    """A participle is no verb of speech."""
    assert cue_of(read_page("подтверждёнными"), 0) is None
    assert cue_of(read_page("шёл"), 0) is None


@pytest.mark.parametrize(
    ("text", "negates"),
    [
        ("никаких лагерей нет", True),
        ("это ложь", True),
        ("он не причастен", True),
        ("обвинения являются вымыслом", True),
        ("пыток не было", True),
        ("он ждёт ответа", False),
        ("она не пришла вчера", False),
    ],
)
def test_a_denial_needs_no_verb_of_denying(text: str, negates: bool) -> None:  # noqa: FBT001 - a parameter of the test
    """What is said negates."""
    page = read_page(text)

    assert denied(page, 0, len(page.tokens)) is negates


def test_a_body_denies_a_little_later() -> None:
    """«Что человек с таким именем не значится»."""
    page = read_page("что человек с таким именем не значится")

    assert denied(page, 0, len(page.tokens), official=True)
    assert not denied(page, 0, len(page.tokens))


def test_what_is_called_something_is_in_the_instrumental() -> None:
    """«Назвала сообщения ложью»."""
    page = read_page("назвала эти сообщения ложью")

    assert calls(page, 0, 4)
    assert not calls(read_page("назвала имя брата"), 0, 3)

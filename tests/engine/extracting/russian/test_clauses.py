"""Subjects and objects."""

import pytest

from kualik.engine.extracting.russian.clauses import finite
from tests.engine.extracting.russian.samples import place, scene


@pytest.mark.parametrize(
    ("text", "verb", "subject"),
    [
        ("Адвокат сообщил об этом.", "сообщил", "Адвокат"),
        ("Об этом сообщила его сестра.", "сообщила", "его сестра"),
        ("Сотрудник акимата, не представившись, сообщил всем.", "сообщил", "Сотрудник акимата"),
        ("Брат приехал, но молчал.", "молчал", "Брат"),
        ("Судья Ольга Зуева вынесла решение.", "вынесла", "Судья Ольга Зуева"),
        ("Задержаны журналист Марат Акимов и его водитель.", "Задержаны", "журналист Марат Акимов"),
        ("Пришёл сосед, который видел арест.", "видел", "сосед"),
        ("Письмо написала мать.", "написала", "мать"),
        ("Три месяца назад в министерстве подтверждали это.", "подтверждали", None),
        ("Она вышла. Сказали правду.", "Сказали", None),
    ],
)
def test_a_verb_has_its_subject(text: str, verb: str, subject: str | None) -> None:
    """By agreement; none where there is none."""
    made = scene(text)
    found = made.clauses.subject(place(made, verb))

    assert (made.page.words(found.first, found.last) if found else None) == subject


@pytest.mark.parametrize(
    ("text", "verb", "objects"),
    [
        ("Полиция задержала Ольгу Зуеву.", "задержала", ["Ольгу Зуеву"]),
        ("Двух её братьев, по её словам, забрали.", "забрали", ["Двух её братьев"]),
        ("Суд закрыл дело.", "закрыл", []),
    ],
)
def test_a_verb_acts_upon_somebody(text: str, verb: str, objects: list[str]) -> None:
    """Also over what is put in between; things are nobody."""
    made = scene(text)

    assert [made.page.words(one.first, one.last) for one in made.clauses.objects(place(made, verb))] == objects


def test_segments_are_told_apart() -> None:
    """Main, subordinate, relative, participle, gerund."""
    made = scene("Он сказал, что, уехав, брат, задержанный в мае, пропал, а сестра, которая ждала, молчит.")
    kinds = [one.kind for one in made.clauses.around(place(made, "сказал"), ahead=20)]

    assert {"main", "sub", "adv", "part", "rel"} <= set(kinds)


def test_an_aside_is_no_break() -> None:
    """«Вероятно» between commas."""
    made = scene("Ержана, вероятно, увезли в город.")

    assert len(made.clauses.around(place(made, "увезли"), back=5)) == 1
    assert made.clauses.is_head(place(made, "город"))


def test_a_verb_is_finite() -> None:
    """An infinitive is not."""
    says, say = scene("Он говорит говорить").page.tokens[-2:]

    assert finite(says)
    assert not finite(say)

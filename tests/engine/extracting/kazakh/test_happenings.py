"""Happenings beside custody."""

import pytest

from tests.engine.extracting.kazakh.samples import told


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Әйелдер консулдық алдында наразылық өткізді.", "protest"),
        ("Алматыда пикет өтті.", "picket"),
        ("Жұмысшылар шеруге шықты.", "march"),
        ("Сенбіде митинг өтті.", "rally"),
        ("Министр баспасөз мәслихатын өткізді.", "press conference"),
        ("Сейсенбі күні сот отырысы өтті.", "hearing"),
        ("Депутат аналармен кездесті.", "meeting"),
        ("Аналар прокуратураға арыз тапсырды.", "petition"),
    ],
)
def test_a_happening_is_read(text: str, kind: str) -> None:
    """By its verb."""
    assert [fact["type"] for fact in told(text, "event")] == [kind]


def test_a_protest_has_its_day_place_and_crowd() -> None:
    """What the sentence tells of it."""
    event = told("Бейсенбі күні Қытай консулдығының алдында он шақты әйел наразылық өткізді.", "event")[0]
    assert event["date"] == "2021-03-04"
    assert "консулдығының алды" in str(event["place"])
    assert "он шақты" in str(event["crowd"])


def test_a_protest_that_somebody_is_fined_for_is_not_told_again() -> None:
    """Of "for holding a rally"."""
    assert told("Оны жиын өткізгені үшін босатпады.", "event") == []


def test_a_verdict_is_a_sentencing() -> None:
    """Where it is given; not the court that is described by it."""
    assert [fact["type"] for fact in told("Алматыда сот үкім шығарды.", "event")] == ["sentencing"]
    assert told("Үкім шығарған сот алыста.", "event") == []

"""A trial and its sentence."""

from kualik.engine.extracting.notes import Happening, Value
from kualik.engine.extracting.spans import Span
from kualik.engine.extracting.uyghur.judging import judged


def happening(kind: str, start: int, date: str | None = None) -> Happening:
    """Something at ten characters."""
    span = Span(start=start, end=start + 10)
    return Happening(type=kind, span=span, cue=span, rule="x", date=Value(text=date, span=span) if date else None)


def test_a_sentence_takes_the_trials_day_and_the_trial_goes() -> None:
    """They are one."""
    (one,) = judged([happening("hearing", 0, "2017-08-28"), happening("sentencing", 20)])
    assert one.type == "sentencing"
    assert one.date is not None
    assert one.date.text == "2017-08-28"


def test_a_trial_far_away_or_a_dated_sentence_stay_apart() -> None:
    """They are two."""
    assert len(judged([happening("hearing", 0, "2017"), happening("sentencing", 2000)])) == 2
    assert len(judged([happening("hearing", 0, "2017"), happening("sentencing", 20, "2018")])) == 2

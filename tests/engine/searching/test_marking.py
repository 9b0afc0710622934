"""What answers a question is marked in its place, and the stretch with most of it is shown."""

from kualik.engine.searching import ask, excerpt, holds, marks


def marked(typed: str, text: str, language: str = "und") -> list[str]:
    """Give the marked words."""
    return [text[start:end] for start, end in marks(ask(typed), text, language=language)]


def test_inflected_words_are_marked_as_they_stand() -> None:
    """In their own form."""
    assert marked("лагерь", "Из лагерей его перевели в другой лагерь.", "ru") == ["лагерей", "лагерь"]


def test_a_phrase_is_marked_as_a_whole_and_chinese_where_it_stands() -> None:
    """Pairs that overlap are one mark."""
    assert marked('"death in custody"', "His death in custody was denied; custody of death.") == ["death in custody"]
    assert marked("再教育营", "他在再教育营。") == ["再教育营"]
    assert marked("信", "寄来的信中断") == ["信"]


def test_what_must_not_be_makes_a_text_no_answer() -> None:
    """And is never marked."""
    assert not holds(ask("camp -school"), "camp and school")
    assert holds(ask("camp -school"), "camp")
    assert marked("camp -school", "a camp") == ["camp"]


def test_the_excerpt_is_where_most_marks_are() -> None:
    """Cut between words, with all marks counted from the beginning of the text."""
    text = "prison. " + "filler " * 100 + "the prison of the camp near the prison " + "filler " * 100
    shown = excerpt(text, marks(ask("prison camp"), text))

    assert [text[start:end] for start, end in shown.marks] == ["prison", "camp", "prison"]
    assert text[shown.start : shown.end].startswith("filler")
    assert not text[shown.start - 1].strip()


def test_without_marks_the_beginning_is_shown() -> None:
    """As where only the title answers."""
    shown = excerpt("word " * 200, ())

    assert (shown.start, shown.marks) == (0, ())
    assert 200 < shown.end <= 240

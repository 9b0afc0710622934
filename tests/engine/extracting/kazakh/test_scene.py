"""What the rules look at together."""

from tests.engine.extracting.kazakh.samples import scene


def test_a_value_knows_where_it_stands() -> None:
    """Its passage is that of its tokens."""
    one = scene("Сержан Құлжада ұсталды.")
    value = one.value(0, 1, 2, "Құлжа")
    assert one.page.text[value.span.start : value.span.end] == "Құлжада"


def test_a_report_from_xinjiang_is_known() -> None:
    """Held there is held somewhere, and not in police custody."""
    assert scene("Ол Шыңжаңда ұсталды.").chinese
    assert not scene("Ол Минскіде ұсталды.").chinese

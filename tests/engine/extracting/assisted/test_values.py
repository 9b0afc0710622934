"""Values read by our own grammars."""

import pytest

from kualik.engine.extracting.assisted.values import age_in, date_at, term_at
from kualik.engine.extracting.spans import Span


def span(text: str, words: str) -> Span:
    """Find words."""
    return Span(start=text.index(words), end=text.index(words) + len(words))


@pytest.mark.parametrize(
    ("language", "text", "words", "value"),
    [
        ("en", "He was sentenced to 12 years in prison in May.", "12 years", "P12Y"),
        ("ru", "Его приговорили к семи годам колонии.", "семи годам", "P7Y"),
        ("zh", "他被判处有期徒刑十年。", "十年", "P10Y"),
        ("kk-Cyrl", "Ол он жылға сотталды.", "он жылға", "P10Y"),
        ("ug-Arab", "ئۇ ئون يىللىق قاماق جازاسىغا ھۆكۈم قىلىندى.", "ئون يىللىق", "P10Y"),
        ("en", "He was sentenced to 12 years in prison.", "in prison", None),
        ("ar", "حكم عليه بالسجن 12 سنة", "12 سنة", None),
    ],
)
def test_a_term_is_what_our_grammar_reads_in_that_place(
    language: str, text: str, words: str, value: str | None
) -> None:
    """And nothing where it reads none, or there is no grammar."""
    assert term_at(text, span(text, words), language=language) == value


@pytest.mark.parametrize(
    ("language", "text", "words", "published", "value"),
    [
        ("en", "She was taken in March 2018.", "March 2018", None, "2018-03"),
        ("en", "She was taken on 4 March.", "4 March", "2021-05-01", "2021-03-04"),
        ("ru", "Её задержали 4 марта 2021 года.", "4 марта 2021 года", None, "2021-03-04"),
        ("zh", "他于2018年3月被带走。", "2018年3月", None, "2018-03"),
        ("kk-Cyrl", "Ол 2018 жылы наурызда ұсталды.", "2018 жылы наурызда", None, "2018-03"),
        ("ug-Arab", "ئۇ 2018-يىلى تۇتقۇن قىلىندى.", "2018-يىلى", None, "2018"),
        ("en", "She was taken away.", "taken", None, None),
        ("ja", "2018年3月", "2018年3月", None, None),
    ],
)
def test_a_date_is_what_our_grammar_reads_in_that_place(
    language: str, text: str, words: str, published: str | None, value: str | None
) -> None:
    """With the year of publication where the text says none."""
    assert date_at(text, span(text, words), language=language, published=published) == value


@pytest.mark.parametrize(
    ("words", "age"),
    [("68-year-old", 68), ("54 жаста", 54), ("四十", None), ("5 or 6", None), ("180", None), ("0", None)],
)
def test_an_age_is_one_number_that_somebody_can_be(words: str, age: int | None) -> None:
    """In digits; two numbers are none."""
    assert age_in(words) == age

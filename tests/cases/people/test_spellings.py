"""Names in the scripts in which no document writes them. People are fictional."""

import pytest

from kualik.cases.people.rows import NameForm
from kualik.cases.people.spellings import ProbableSpelling, probable_spellings
from kualik.engine import names


def form(value: str, language: str) -> NameForm:
    """Write a name as a document does."""
    return NameForm(
        value=value, script=names.script(value), language=language, direction="ltr", documents=(), accepted=True
    )


def test_every_script_that_is_missing_is_worked_out() -> None:
    """With its language and direction."""
    found = probable_spellings(forms=[form("Серік Болатұлы", "kk-Cyrl"), form("Serik Bolatuly", "en")])

    assert found == (
        ProbableSpelling(value="سەرىك بولاتۇلى", language="kk-Arab", direction="rtl"),
        ProbableSpelling(value="赛日克·波拉吐勒", language="zh-Hans", direction="ltr"),
    )


def test_a_name_in_uyghur_is_spelt_in_uyghur() -> None:
    """As somebody writes it who writes the language that a document wrote."""
    found = probable_spellings(forms=[form("Abdurehim Toxti", "ug-Latn")])

    assert {spelling.language for spelling in found} == {"ru", "ug-Arab", "zh-Hans"}


def test_the_script_that_keeps_most_of_the_sound_is_read() -> None:
    """Not the Chinese, where another is known."""
    both = probable_spellings(forms=[form("哈丽旦", "zh"), form("Халида", "ru")])

    assert "Khalida" in [spelling.value for spelling in both]


@pytest.mark.parametrize("forms", [[], [form("李", "zh"), form("Li", "en"), form("Ли", "ru"), form("لى", "ug")]])
def test_where_nothing_is_missing_nothing_is_worked_out(forms: list[NameForm]) -> None:
    """Nor where nothing is known."""
    assert probable_spellings(forms=forms) == ()

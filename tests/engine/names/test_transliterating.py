"""A name is written in another script, as it would probably be spelled."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kualik.engine.names.preparing import MOST_TEXT
from kualik.engine.names.scripts import COMMON, script
from kualik.engine.names.transliterating import TARGETS, Derived, UnknownTarget, transliterate

SCRIPTS = {"Latn": "Latn", "Cyrl": "Cyrl", "Arab": "Arab", "Hans": "Hani", "pinyin": "Latn", "ru": "Cyrl"}


@pytest.mark.parametrize(
    ("name", "target", "written"),
    [
        ("Халида Ақытханқызы", "Latn", "Khalida Aqytkhanqyzy"),
        ("Khalida Aqytkhan", "kk-Cyrl", "Халида Ақытхан"),
        ("Халида Акытхан", "kk-Cyrl", "Халида Ақытхан"),
        ("Khalida Aqytkhan", "kk-Arab", "حاليدا اقىتحان"),
        ("Халида Ақытхан", "kk-Latn", "Halida Aqythan"),
        ("حاليدا اقىتحان", "ru", "Халида Акытхан"),
        ("ئابدۇرېھىم توختى", "ug-Latn", "Abduréhim Toxti"),
        ("Abduréhim Toxti", "ug-Arab", "ئابدۇرەھىم توختى".replace("رە", "رې")),
        ("Qurban Niyaz", "zh-Hans", "库尔班·尼亚孜"),
        ("Qurban Niyaz", "zh-Latn-pinyin", "Kuerban Niyazi"),
        ("库尔班·尼亚孜", "zh-Latn-pinyin", "Kuerban Niyazi"),
        ("托合提", "ug-Cyrl", "Тохти"),
        ("马明", "Latn", "Ma Ming"),
        ("Mr. Qadir", "Latn", "Qadir"),
        ("😀", "ru", ""),
    ],
)
def test_names_are_spelled_as_people_spell_them(name: str, target: str, written: str) -> None:
    """The probable spelling; several others may be as good."""
    assert transliterate(name, target) == written


def test_a_spelling_is_marked_as_derived() -> None:
    """Its type says that no source wrote it so."""
    assert isinstance(transliterate("Qadir", "ru"), Derived)


def test_an_unknown_target_is_refused_with_those_there_are() -> None:
    """The message names every target."""
    with pytest.raises(UnknownTarget, match="kk-Cyrl, kk-Latn") as refused:
        transliterate("Qadir", "Thai")

    assert refused.value.target == "Thai"


@given(st.text() | st.text("abgqxyəöúñ' -.·аәғқіұйёьاەىئۇڭٴء阿合提汗尔克孜"), st.sampled_from(TARGETS))
def test_any_text_is_written_in_the_script_of_the_target(name: str, target: str) -> None:
    """Nothing is raised; what comes out has letters of that script only, or none."""
    written = transliterate(name, target)

    assert script(written) in {SCRIPTS[target.rsplit("-", maxsplit=1)[-1]], COMMON}
    assert len(written) <= 8 * MOST_TEXT

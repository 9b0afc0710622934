"""Names as coarse Latin sounds. People are fictional."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kualik.engine.names.folding import UnknownTarget, readings, transliterate, words


@pytest.mark.parametrize(
    "name",
    [
        "Khalida Aqytkhan",
        "KHALIDA AKYTKHAN",
        "Халида Ақытхан",
        "Халида Акытхан",
        "Xalida Aqıtxan",
    ],
)
def test_spellings_of_one_name_fold_to_one(name: str) -> None:
    """Official, by ear, in the alphabets of now and before."""
    assert transliterate(name, "Latn") == "halida akithan"


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("قاليدا اقىتحان", "kalida akithan"),
        ("ئابدۇرېھىم", "abdurehim"),
        ("哈丽达·阿合特汗", "halida ahetehan"),
        ("𠀀", "?"),
        ("Жәнібек Шыңғысұлы", "janibek xingisuli"),
        ("Jänıbek", "janibek"),
        ("Zhanibek", "janibek"),
        ("O’tkir", "otkir"),
        ("", ""),
        ("12", ""),
    ],
)
def test_each_script_has_its_way(name: str, expected: str) -> None:
    """Kazakh Arabic, Uyghur, Chinese, Kazakh in two alphabets; what is no letter falls away."""
    assert transliterate(name) == expected


def test_an_x_is_read_in_each_way_it_is_written() -> None:
    """Kh in Uyghur Latin, ks in most of Europe, sh in pinyin."""
    assert readings("xun") == ("hun", "ksun", "xun")


def test_only_into_latin() -> None:
    """Anything else is refused."""
    with pytest.raises(UnknownTarget, match="Cyrl"):
        transliterate("Khalida", "Cyrl")


def test_words_split_at_hyphens_and_dots() -> None:
    """Apostrophes stay inside."""
    assert words("Nur-Sultan  A. B. 哈丽达·阿合特汗") == ("nur", "sultan", "a", "b", "哈丽达", "阿合特汗")


@given(st.text())
def test_any_text_folds_to_plain_letters(name: str) -> None:
    """And folding it again loses nothing more than marks."""
    assert set(transliterate(name)) <= set("abcdefghijklmnopqrstuvwxyz ?")

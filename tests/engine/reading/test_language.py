"""Tests of finding the language of a text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kualik.engine.reading.language import identify
from tests.engine.reading.samples import (
    CHINESE,
    ENGLISH,
    KAZAKH,
    KAZAKH_ARABIC,
    RUSSIAN,
    TRADITIONAL_CHINESE,
    UYGHUR,
)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (ENGLISH, "en"),
        (RUSSIAN, "ru"),
        (KAZAKH, "kk-Cyrl"),
        (KAZAKH_ARABIC, "kk-Arab"),
        (UYGHUR, "ug-Arab"),
        (CHINESE, "zh-Hans"),
        (TRADITIONAL_CHINESE, "zh-Hant"),
        ("Тутқунларниң аилиси уларниң буниңдин хәвири йоқлуғини ейтти, бирақ һечким җавап бәрмиди.", "ug-Cyrl"),
        (
            "Tutqunlarning ailisi ular bilen körüshmigenlikini éytti we bu heqte héchkim gep qilmidi dep qoshti.",
            "ug-Latn",
        ),
        ("Qamaýdaǵylardyń týystary olardyń habarsyz ekenin jáne jaýap bolmaǵanyn aıtty, bul bir jyl boldy.", "kk-Latn"),
        ("Камактагылардын туугандары алардан кабар жок экенин айтты жана бул үчүн жооп болгон жок.", "ky"),
        ("Затриманих не бачили з минулого року, і поліція не відповідає на листи її родини.", "uk"),
        ("Тутуклуларныӊ".replace("ӊ", "ң") + " әниләре аларны күрмәгән, дип әйтте, һәм җавап бирүче юк.", "tt"),
        ("Ailesi onları geçen yıldan beri görmediğini söyledi ve bu konuda bir açıklama daha yapılmadı.", "tr"),
        ("قالت عائلة المعتقلين إنها لم ترهم منذ العام الماضي وأن الشرطة لا ترد على الرسائل في هذا", "ar"),
        ("خانواده گفت که آن‌ها را از سال گذشته ندیده است و این را به پلیس هم گفته بود", "fa"),
        ("家族は去年から彼を見ていないと言いました。", "ja"),
        ("가족은 작년부터 그를 보지 못했다고 말했다.", "ko"),
    ],
)
def test_a_sentence_is_enough(text: str, language: str) -> None:
    """One sentence tells its language and script."""
    assert identify(text) == language


@pytest.mark.parametrize("text", ["", "12.03.2019", "Aman Bek\t34\nSara Nur\t51", "ab"])
def test_it_is_undetermined_where_nothing_tells(text: str) -> None:
    """A list of names is in no language; we do not guess."""
    assert identify(text) == "und"


def test_names_in_another_language_do_not_matter() -> None:
    """A Russian text about people with Kazakh names is Russian."""
    assert identify(f"{RUSSIAN} Қайрат Әбілұлы и Күлән Төлеби были там же. {RUSSIAN}") == "ru"


def test_chinese_without_a_telling_character_has_no_script() -> None:
    """What simplified and traditional write alike is Chinese, and no more is said."""
    assert identify("王小明和李大山在北京") == "zh"


@given(st.text(max_size=400))
def test_any_text_has_an_answer(text: str) -> None:
    """The answer has the form of a BCP 47 tag, and the same text has the same."""
    found = identify(text)

    assert found == identify(text)
    assert found.split("-")[0].isalpha()
    assert len(found) <= 8

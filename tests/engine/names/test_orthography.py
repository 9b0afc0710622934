"""The tables of letters are whole and say only what can be."""

from unicodedata import category

import pytest

from kualik.engine.names import orthography
from kualik.engine.names.code_points import MARKS
from kualik.engine.names.orthography import SCRIPTS, BadTable
from kualik.engine.names.sounding import LONGEST, spell

ALPHABETS = {
    "Kazakh Cyrillic": "аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщыіэюя",
    "Kyrgyz": "абвгдеёжзийклмнңоөпрстуүфхцчшщыэюя",
    "Uyghur Cyrillic": "абвгғдеёжҗзийкқлмнңоөпрстуүфхһцчшыәэюя",
    "Uzbek Cyrillic": "абвгғдеёжзийкқлмнопрстуўфхҳцчшэюя",
    "Tajik": "абвгғдеёжзиӣйкқлмнопрстуӯфхҳчҷшэюя",
    "Turkmen Cyrillic": "абвгдеёжҗзийклмнңоөпрстуүфхцчшыэәюя",
    "Tatar": "аәбвгдеёжҗзийклмнңоөпрстуүфхһцчшщыэюя",
    "Azerbaijani Cyrillic": "абвгғдеәжзијкҝлмноөпрстуүфхһчҹшы",
    "Dungan": "абвгдеёжҗзийклмнңоәпрстуўүфхцчшщыэюя",
    "Mongolian": "абвгдеёжзийклмноөпрстуүфхцчшщыэюя",
    "Kazakh Latin 2021": "aäbdefgğhiıjklmnŋoöpqrsştuūüvyz",
    "Kazakh Latin 2018": "aábdefgǵhiıjklmnńoópqrstuúvyýz",
    "Uyghur Latin": "aebdëéfghijklmnoöpqrstuüwxyz",
    "Uyghur New Script": "aəbdefgƣⱨhijⱬkⱪlmnoɵpqrstuüvxyz",
    "Uzbek Latin": "abdefghijklmnopqrstuvxyz",
    "Azerbaijani Latin": "abcçdeəfgğhxıijkqlmnoöprsştuüvyz",
    "Turkmen Latin": "abçdeäfghijžklmnňoöprsştuüwyýz",
    "Turkish": "abcçdefgğhıijklmnoöprsştuüvyz",
    "Uyghur Arabic": "ئاەبپتجچخدرزژسشغفقكگڭلمنھوۇۆۈۋېىي",
    "Kazakh Arabic": "اەبپتجچحدرزسشعفقكگڭلمنھوۇۆۋىي",
    "Arabic": "ابتثجحخدذرزسشصضطظعغفقكلمنهويةى",
    "Persian": "ابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهی",
}
SILENT = frozenset("ئ")


@pytest.mark.parametrize("alphabet", ALPHABETS)
def test_every_letter_of_the_alphabet_has_a_sound(alphabet: str) -> None:
    """A letter without a sound would be lost from every name."""
    script = {"Latn": "a", "Cyrl": "а", "Arab": "ا"}
    own = next(code for code, first in script.items() if first in ALPHABETS[alphabet])

    assert [
        one for one in ALPHABETS[alphabet] if one not in SILENT and not spell(orthography.decomposed(one), own)[0]
    ] == []


def test_symbols_are_within_the_blocks_of_their_scripts() -> None:
    """A symbol tells its script by its number; none is 0 of a block."""
    bounds = {"Latn": (1, 47), "Cyrl": (49, 95), "Arab": (97, 143), "Hani": (145, 255)}

    for phone in orthography.phones():
        assert bounds[phone.script][0] <= phone.symbol <= bounds[phone.script][1]
    assert len({phone.symbol for phone in orthography.phones()}) == len(orthography.phones())


def test_every_pattern_fits_the_longest_that_is_looked_for() -> None:
    """A longer pattern would never be found."""
    assert max(len(pattern) for script in SCRIPTS[:3] for pattern in orthography.graphemes(script)) <= LONGEST


def test_the_marks_that_count_are_those_of_the_tables() -> None:
    """A mark that no row needs would make two letters of one; a mark of a row that is not kept could never match."""
    met = {
        ord(sign)
        for script in SCRIPTS[:3]
        for pattern in orthography.graphemes(script)
        for sign in pattern
        if category(sign)[0] == "M"
    }

    assert met == MARKS


def test_every_character_has_a_syllable_with_symbols() -> None:
    """All of GB 2312's characters are there, and every syllable can be written in symbols."""
    pairs = (bytes([high, low]) for high in range(0xB0, 0xF8) for low in range(0xA1, 0xFF))
    level_one_and_two = [pair.decode("gb2312", "ignore") for pair in pairs if pair.decode("gb2312", "ignore")]

    assert len(level_one_and_two) == 6763
    assert [one for one in level_one_and_two if one not in orthography.characters()] == []
    assert set(orthography.characters().values()) <= set(orthography.syllables())


@pytest.mark.parametrize(
    ("character", "syllable"),
    [
        ("盖", "gai"),
        ("尉", "yu"),
        ("曾", "zeng"),
        ("贾", "jia"),
        ("卡", "ka"),
        ("尔", "er"),
        ("爾", "er"),
        ("仇", "qiu"),
    ],
)
def test_characters_are_read_as_in_names(character: str, syllable: str) -> None:
    """Of several readings the one of surnames and transcriptions counts."""
    assert orthography.characters()[character] == syllable


def test_a_phone_that_nobody_knows_is_refused() -> None:
    """The message says which table and what to do."""
    with pytest.raises(BadTable, match=r"phones\.tsv") as refused:
        orthography.symbol_of("Latn", "nonsense", "latin.tsv")

    assert refused.value.table == "latin.tsv"

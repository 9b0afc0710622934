"""A word of letters becomes symbols, and its endings are seen."""

import pytest

from kualik.engine.names.orthography import decomposed, phones
from kualik.engine.names.sounding import FAMILY, FATHER, FEMALE, MALE, Sounds, sound

NAMES = {phone.symbol: phone.name for phone in phones()}


def read(word: str, script: int) -> list[str]:
    return [" ".join(NAMES[symbol] for symbol in one.symbols) for one in sound(decomposed(word), script)]


def first(word: str, script: int) -> Sounds:
    return sound(decomposed(word), script)[0]


@pytest.mark.parametrize(
    ("word", "script", "symbols"),
    [
        ("Aqytkhan", 1, "a q y? t kh a n"),
        ("Ǵalym", 1, "gh a l y? m"),
        ("G'alym", 1, "gh a l y? m"),
        ("Djumabek", 1, "dzh u m a b e k"),
        ("Schoqan", 1, "sh o q a n"),
        ("Bakhytzhan", 1, "b a kh y? t zh a n"),
        ("Ahmadjon", 1, "a h m a d j? o n"),
        ("Shynghys", 1, "sh y? ng gh y? s"),
        ("Abdu'l", 1, "a b d u l"),
        ("Ali's", 1, "a l i"),
        ("Bolat's", 1, "b o l a t"),
        ("Жұмабек", 2, "zh u m a b e k"),
        ("Джумабек", 2, "dzh u? m a b e k"),
        ("Мухаммад", 2, "m u? x a m a d"),
        ("ئېلى", 3, "é l ı"),
        ("ٴادىل", 3, "ä d i l"),
        ("ءادىل", 3, "ä d i l"),
        ("阿合提", 4, "-a h- e/h t- i/t"),
    ],
)
def test_the_longest_grapheme_gives_the_sound(word: str, script: int, symbols: str) -> None:
    """Digraphs, letters with marks, doubled letters and the Kazakh hamza are read as their tables say."""
    assert read(word, script)[0] == symbols


def test_latin_that_can_be_pinyin_has_a_second_reading() -> None:
    """The syllables are those that the same name in characters would give."""
    assert read("Aheti", 1)[1] == read("阿合提", 4)[0]
    assert read("lüyan", 1)[1] == read("吕燕", 4)[0]
    assert read("lvyan", 1)[1] == read("吕燕", 4)[0]
    assert read("Xi'an", 1)[1] == read("西安", 4)[0]
    assert len(read("Qurban", 1)) == 1


@pytest.mark.parametrize(
    ("word", "script", "stem", "flags"),
    [
        ("Ақытханұлы", 2, "Ақытхан", FATHER | MALE),
        ("Ақытханқызының", 2, "Ақытхан", FATHER | FEMALE),
        ("Ахметовичу", 2, "Ахмет", FATHER | MALE),
        ("Каримова", 2, "Карим", FAMILY | FEMALE),
        ("Каримову", 2, "Карим", FAMILY),
        ("Aqytkhanqyzy", 1, "Aqytkhan", FATHER | FEMALE),
        ("Erkingyzy", 1, "Erkin", FATHER | FEMALE),
        ("Nurpeisov", 1, "Nurpeis", FAMILY | MALE),
        ("Раҳимзода", 2, "Раҳим", FATHER),
        ("ئەھمەتقىزى", 3, "ئەھمەت", FATHER | FEMALE),
        ("Шораұлықызы", 2, "Шора", FATHER | FEMALE),
        ("Asanbekkyzy", 1, "Asanbek", FATHER | FEMALE),
        ("Токтобекуулу", 2, "Токтобек", FATHER | MALE),
        ("Каримовой", 2, "Карим", FAMILY | FEMALE),
        ("Тоқаев", 2, "Тоқай", FAMILY | MALE),
        ("Абаевна", 2, "Абай", FATHER | FEMALE),
        ("Tokaev", 1, "Tokay", FAMILY | MALE),
        ("Tokayeva", 1, "Tokay", FAMILY | FEMALE),
        ("Aliyev", 1, "Ali", FAMILY | MALE),
        ("Алиев", 2, "Али", FAMILY | MALE),
        ("توقاەۆ", 3, "توقاي", FAMILY | MALE),
        ("حاكىمزاداۇلى", 3, "حاكىم", FATHER | MALE),
        ("Хакімзадаұлы", 2, "Хакім", FATHER | MALE),
        ("ٴجۇسىپقىزى", 3, "ٴجۇسىپ", FATHER | FEMALE),
        ("阿合提克孜", 4, "阿合提", FATHER | FEMALE),
    ],
)
def test_a_name_ending_is_not_the_name(word: str, script: int, stem: str, flags: int) -> None:
    """What is left of the ending is the father's name or the family's, and the ending tells whose child."""
    assert first(word, script).symbols[: first(word, script).stem] == first(stem, script).symbols
    assert first(word, script).flags == flags


@pytest.mark.parametrize(
    ("word", "script", "bare"),
    [("Ақытханның", 2, "Ақытхан"), ("Акытхана", 2, "Акытхан"), ("Erkinning", 1, "Erkin"), ("ئەركىننىڭ", 3, "ئەركىن")],
)
def test_a_case_ending_may_be_off(word: str, script: int, bare: str) -> None:
    """Texts decline names; the bare length is the name without case, the stem keeps it."""
    known, expected = first(word, script), first(bare, script).symbols

    assert known.symbols[: known.bare] == expected
    assert known.stem == len(known.symbols)


@pytest.mark.parametrize("word", ["Ова", "Улы", "Айзада", "Гүлзада", "Зейнегули", "Гурбангулы"])
def test_an_ending_never_eats_the_name(word: str) -> None:
    """A short name that looks like an ending stays whole, and so does a given name that ends like one."""
    assert first(word, 2).stem == len(first(word, 2).symbols)


def test_a_word_is_cut_after_thirty_two_symbols() -> None:
    """Nothing that long is a part of a name."""
    assert len(first("baka" * 10, 1).symbols) == 32
    assert first("baka" * 10, 1).cut

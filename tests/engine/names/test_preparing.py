"""A name is prepared: parts as symbols, with endings, flags and places."""

from itertools import cycle, islice
from time import process_time
from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kualik.engine.names.preparing import (
    CLERIC,
    INITIAL,
    LAYOUT,
    MOST_PARTS,
    MOST_TEXT,
    TITLE,
    Name,
    NamePart,
    prepare,
    to_bytes,
)
from kualik.engine.names.sounding import FAMILY, FATHER, FEMALE, MALE, MOST_SYMBOLS
from tests.engine.names.conftest import Spellings

LETTERS = st.sampled_from("abgqxyəöúñ' -.·аәғқіұйёьاەىئۇڭٴء阿合提汗尔克孜۱2̈́\u200d\u202b\u0301\u0327")


def flags(name: str) -> list[int]:
    return [part.flags for part in prepare(name).parts]


def symbols(name: str) -> list[bytes]:
    return [part.symbols[0] for part in prepare(name).parts]


def test_the_parts_of_a_name_have_their_places() -> None:
    """The text of a part can be shown as it was written."""
    name = "Халида Ақытхан қызы"

    assert [name[part.first : part.last] for part in prepare(name).parts] == ["Халида", "Ақытхан қызы"]


@pytest.mark.parametrize(
    ("apart", "together"),
    [
        ("Ақытхан ұлы", "Ақытханұлы"),
        ("Aqytkhan qyzy", "Aqytkhanqyzy"),
        ("Ақытхан-қызы", "Ақытханқызы"),
        ("Mamat oghli", "Mamatoghli"),
        ("Мамат уулу", "Мамат-уулу"),
        ("مەمەت ئوغلى", "مەمەتئوغلى"),
        ("阿合提·克孜", "阿合提克孜"),
    ],
)
def test_an_ending_that_stands_apart_is_the_ending(apart: str, together: str) -> None:
    """Only the place in the text may tell them apart."""
    one, other = prepare(apart).parts, prepare(together).parts

    assert [(part.symbols, part.stem, part.bare, part.flags) for part in one] == [
        (part.symbols, part.stem, part.bare, part.flags) for part in other
    ]
    assert one[0].flags & FATHER


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Aqytkhanqyzy Khalida", [FATHER | FEMALE, 0]),
        ("Каримова Нұрай", [FAMILY | FEMALE, 0]),
        ("Mr Adil Qari", [TITLE, 0, CLERIC]),
        ("Н. Қадыр", [INITIAL, 0]),
        ("Adil bin Nurlan", [0, FATHER]),
        ("bin Adil", [0, 0]),
        ("uly", [0]),
        ("Мамат Турсунович Ахметов", [0, FATHER | MALE, FAMILY | MALE]),
    ],
)
def test_what_a_part_is_stands_in_its_flags(name: str, expected: list[int]) -> None:
    """Father, family, gender, rank, initial, title."""
    assert flags(name) == expected


@pytest.mark.parametrize(
    ("name", "initials"),
    [
        ("Н.А. Назарбек", [True, True, False]),
        ("Sh. Qadir", [True, False]),
        ("Yu. Qadir", [True, False]),
        ("A Qadir", [True, False]),
        ("Wang Li.", [False, False]),
        ("Li. Qadir", [False, False]),
        ("马", [False]),
    ],
)
def test_a_letter_with_a_dot_is_an_initial(name: str, initials: list[bool]) -> None:
    """One letter, or two that write one sound and a dot; not the end of a sentence."""
    assert [bool(part.flags & INITIAL) for part in prepare(name).parts] == initials


def test_pinyin_is_told_where_every_word_can_be() -> None:
    """Its second reading is that of the characters."""
    assert prepare("Halidan Ahetihan").pinyin
    assert [part.symbols[1] for part in prepare("Halidan Ahetihan").parts] == symbols("哈丽旦·阿合提汗")
    assert not prepare("Khalida Aheti").pinyin
    assert not prepare("哈丽旦").pinyin


def test_traditional_and_simplified_characters_are_one() -> None:
    """They are read alike, with any middle dot."""
    assert symbols("熱依拉·艾爾肯") == symbols("热依拉‧艾尔肯") == symbols("热依拉•艾尔肯")


def test_a_long_chinese_run_goes_on_in_the_next_part() -> None:
    """Nothing of it is lost, and no part is longer than it may be."""
    parts = prepare("哈丽旦阿合提汗阿卜杜热依木阿卜杜拉图尔荪托合提").parts

    assert len(parts) > 1
    assert all(part.length[0] <= MOST_SYMBOLS for part in parts)
    assert parts[0].last == parts[1].first


def test_what_is_too_much_is_cut_and_said() -> None:
    """More than eight parts, a part that nothing could be, a text of more than 4,096 code points."""
    assert prepare("a b c d e f g h i").cut
    assert len(prepare("a b c d e f g h i").parts) == MOST_PARTS
    assert prepare("baka" * 10).cut
    assert prepare("Adil" + " " * MOST_TEXT).cut
    assert not prepare("Adil Nurlan").cut


@pytest.mark.parametrize("name", ["", "   ", "12345", "😀👍", "\ud800", "…", "\u202e\u202c", "Ελένη", "ひらがな"])
def test_what_is_no_name_has_no_parts(name: str) -> None:
    """Nothing is made up."""
    assert prepare(name).parts == ()


@given(st.text() | st.text(LETTERS))
def test_any_text_is_prepared(name: str) -> None:
    """Whatever the text, the answer fits the struct, and the places lie in the text, in order."""
    prepared = prepare(name)
    places = [place for part in prepared.parts for place in (part.first, part.last)]

    assert len(to_bytes(prepared)) == 616
    assert places == sorted(places)
    assert all(place <= len(name) for place in places)
    assert all(0 < part.stem[0] <= part.length[0] <= MOST_SYMBOLS for part in prepared.parts)
    assert all(0 < part.bare[0] <= part.length[0] for part in prepared.parts)


@given(st.text(LETTERS, max_size=40))
def test_composition_makes_no_difference(name: str) -> None:
    """NFC, NFD and NFKC of a name are the same name."""

    def heard(text: str) -> list[tuple[tuple[bytes, bytes], tuple[int, int], int]]:
        return [(part.symbols, part.stem, part.flags) for part in prepare(text).parts]

    assert heard(normalize("NFC", name)) == heard(normalize("NFD", name))


@given(st.lists(st.sampled_from(["Adil", "Нұрлан", "قادىر", "阿合提"]), min_size=1, max_size=4), st.data())
def test_direction_marks_make_no_difference(words: list[str], data: st.DataObject) -> None:
    """Right-to-left marks and zero-width signs may stand anywhere."""
    name = " ".join(words)
    place = data.draw(st.integers(0, len(name)))
    sign = data.draw(st.sampled_from("\u200e\u200f\u202b\u2066\u200b\u200d\ufeff"))

    assert symbols(name[:place] + sign + name[place:]) == symbols(name)


def test_a_long_text_takes_no_longer_per_character() -> None:
    """Ten thousand characters, of the kinds that would cost most, are over in the time of a few names."""
    texts = ["a" * 10_000, "\u0301\u0327" * 5000, "阿" * 10_000, "'" * 10_000, "А" * 9999 + "a", "ua" * 5000]
    texts.append("".join(islice(cycle("aЖ阿ا '-.1ё阿阿"), 10_000)))
    begun = process_time()
    for text in texts:
        prepare(text)

    assert process_time() - begun < 2


def test_the_layout_is_the_struct() -> None:
    """NumPy reads from the bytes what was put in."""
    numpy = pytest.importorskip("numpy")
    prepared = prepare("Халида Ақытханқызы")
    (row,) = numpy.frombuffer(to_bytes(prepared), dtype=LAYOUT)

    assert (row["count"], row["script"], row["letters"]) == (2, 2, 17)
    assert bytes(row["parts"][1]["symbols"][0]).rstrip(b"\0") == prepared.parts[1].symbols[0]
    assert tuple(row["parts"][1]["stem"]) == prepared.parts[1].stem
    assert row["parts"][1]["flags"] == FATHER | FEMALE
    assert isinstance(prepared, Name)
    assert isinstance(prepared.parts[0], NamePart)


def test_every_spelling_has_parts_and_no_group_is_lost(spelled: dict[int, Spellings]) -> None:
    """The shared spellings are read whole: no letter of theirs is without a sound, none is cut."""
    assert len(spelled) >= 60
    for group in spelled.values():
        assert group.unlike is None or group.unlike in spelled
        assert len(set(group.spellings)) > 1
        for spelling in group.spellings:
            assert prepare(spelling).parts
            assert not prepare(spelling).cut

"""How likely two names can be one person's, and why. People are fictional."""

import time
from itertools import permutations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from kualik.engine.names import compare, compare_all, transliterate
from kualik.engine.names.preparing import prepare
from tests.engine.names.conftest import MADE, NAMES, both

BY = pytest.mark.parametrize("law", ["core", "plain"])
SAME = [
    "Khalida Akytkhan",
    "Халида Ақытхан",
    "Халида Акытхан",
    "Қалида Ақытханқызы",
    "Aqytkhan Khalida",
    "قاليدا اقىتحان",
    "哈丽达·阿合特汗",
    "Halidan Ahetihan",
]
UNLIKE = ["Khalida Aqytbek", "Қалида Ақытбекқызы", "Khalida Serik", "Serik Aqytkhan", "Serik Bolatuly", "赛力克·波拉提"]


@pytest.mark.parametrize("other", SAME)
def test_spellings_of_one_name_are_likely(other: str) -> None:
    """In eight ways of writing."""
    assert compare("Khalida Aqytkhan", other).score > 0.9


@pytest.mark.parametrize("other", UNLIKE)
def test_another_persons_name_is_unlikely(other: str) -> None:
    """Another father with the same beginning, a part in common, nothing in common."""
    assert compare("Khalida Aqytkhan", other).score < 0.5


@BY
@given(a=NAMES, b=NAMES)
def test_a_score_is_a_probability_whichever_name_comes_first(law: str, a: str, b: str) -> None:
    """And whatever the texts are, nothing is raised."""
    one, other = both(a, b, law=law), both(b, a, law=law)

    assert one.score == other.score
    assert 0 <= one.score <= 1


@BY
@given(NAMES)
def test_a_name_is_itself(law: str, name: str) -> None:
    """With certainty; what is no name is nobody's, and that is said."""
    found = both(name, name, law=law)

    if prepare(name).parts:
        assert found.score == 1
    else:
        assert found.score == 0
        assert [str(reason) for reason in found.why] == ["the first is no name", "the second is no name"]


TURNED = {
    "kk-Cyrl": ("Нұрбол", "Тоқтар", "Жанар", "Ерлан", "Шолпан", "Ғалымбек", "Қанат", "Дана"),
    "ug-Latn": ("Abdurehim", "Toxti", "Sabit", "Ghulam", "Qadir", "Mamut", "Tursun", "Rozi"),
}
INTO = {"kk-Cyrl": ("Latn", "kk-Latn", "kk-Arab"), "ug-Latn": ("ug-Arab", "ug-Cyrl")}


@BY
@given(st.data())
def test_a_name_is_itself_in_an_exact_transliteration(law: str, data: st.DataObject) -> None:
    """Exact is what can be turned back into the very same letters."""
    alphabet = data.draw(st.sampled_from(sorted(TURNED)))
    name = " ".join(data.draw(st.lists(st.sampled_from(TURNED[alphabet]), min_size=1, max_size=3, unique=True)))
    written = transliterate(name, data.draw(st.sampled_from(INTO[alphabet])))
    assume(transliterate(written, alphabet) == name)

    assert both(name, written, law=law).score == 1


def test_transliterations_can_be_exact() -> None:
    """Most of these can be turned back, so that the test above has something to look at."""
    every = [(alphabet, name, into) for alphabet, names in TURNED.items() for name in names for into in INTO[alphabet]]
    exact = [name for alphabet, name, into in every if transliterate(transliterate(name, into), alphabet) == name]

    assert len(exact) > len(every) / 2


def test_other_spellings_are_never_quite_certain() -> None:
    """1.0 is for the same sounds only, however likely the rest."""
    assert compare("Khalida Aqytkhan", "Khalida Akythan").score < 1


PEOPLE = st.sampled_from(
    [
        (given, father)
        for given_names, fathers in (
            (("Nurzhamal", "Aigul", "Rozi", "Yerlan"), ("Toqtarqyzy", "Bekzhanuly", "Qadir oghli", "Sultanovich")),
            (("Нұржамал", "Халида", "Ерлан"), ("Тоқтарқызы", "Тоқтарұлы", "Бекжан ұлы", "Сұлтанқызы", "Қадырұлы")),
            (("نۇرجامال", "قاليدا", "ەرلان"), ("توقتارقىزى", "توقتارۇلى", "بەكجانۇلى", "قادىرۇلى")),
        )
        for given in given_names
        for father in fathers
    ]
)


@BY
@given(one=PEOPLE, other=PEOPLE)
def test_a_fathers_name_that_differs_lowers(law: str, one: tuple[str, str], other: tuple[str, str]) -> None:
    """And one that agrees raises, unless there is no room. A daughter and a son of one father are two people."""
    plain = both(one[0], other[0], law=law).score
    full = both(" ".join(one), " ".join(other), law=law).score
    fathers = compare(one[1], other[1])

    if fathers.score < 0.1:
        assert full < plain or plain < 0.001
    if fathers.score > 0.95 and not any("a woman's and a man's" in reason.what for reason in fathers.why):
        assert full > plain or plain > 0.999


@BY
@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Khalida Aqytkhan", "Халида Ақытхан"),
        ("Rozi Memet", "روزى مەمەت"),
        ("Айгүл Тоқтарқызы", "Aigul Toktarkyzy"),
        ("Rozi Sabit", "肉孜·买买提"),
    ],
)
def test_the_order_of_parts_makes_no_difference(law: str, a: str, b: str) -> None:
    """Family name first or last, in either name."""
    orders = [" ".join(parts) for parts in permutations(b.replace("·", " ").split())]

    assert len({both(a, order, law=law).score for order in orders}) == 1


@BY
@pytest.mark.parametrize(
    "text",
    ["", " ", "12345", "😀👍🏽", "\ud800", "\u202e\u200f\u2066", "-.-", "\u0301\u0302", "\x00", "۱۲۳", "ー"],
)
def test_what_is_no_name_is_said_to_be_none(law: str, text: str) -> None:
    """And scores nothing, against itself too."""
    found = both(text, "Khalida", law=law)

    assert found.score == 0
    assert [str(reason) for reason in found.why] == ["the first is no name"]


@BY
@pytest.mark.parametrize("dirt", ["\u200f", "\u202b", "\u2066", "\u00ad", "\u200b"])
def test_what_is_not_seen_in_a_name_changes_nothing(law: str, dirt: str) -> None:
    """Marks of direction that a copied Arabic name brings along, soft hyphens."""
    found = both(f"قالي{dirt}دا {dirt}اقىتحان", "قاليدا اقىتحان", law=law)

    assert found.score == 1
    assert found.why[0].a == "قاليدا"


@BY
@pytest.mark.parametrize("piece", ["ab ", "قا", "阿", "\ud800", "😀", "a\u0301", "ű-"])
def test_a_very_long_text_takes_no_longer_than_a_long_one(law: str, piece: str) -> None:
    """What is over 4,096 characters is left out."""
    spent = [seconds(piece * size, law) for size in (4_096, 400_000)]

    assert spent[1] < 20 * spent[0] + 0.5


def seconds(text: str, law: str) -> float:
    """Measure what comparing a text with itself costs the processor."""
    begin = time.process_time()
    both(text, text, law=law)
    return time.process_time() - begin


@BY
@pytest.mark.parametrize(
    ("a", "b", "why"),
    [
        ("Serik Bolatuly Omar", "Серік", ["same part: Serik ~ Серік (1.00)", "father's name in one only: Bolatuly"]),
        (
            "Serik Bolatuly",
            "Серік Қанатұлы",
            ["different father's name: Bolatuly ~ Қанатұлы (0.00)", "the fathers' names differ"],
        ),
        ("Serik Bolatuly Omar", "Серік Қанатұлы", ["the fathers' names differ"]),
        ("Gül Bahar Mamut", "Gülbahar Mamut", ["same part, joined: Gül Bahar ~ Gülbahar (0.99)"]),
        ("Mr Serik Bolat", "S. Bolat", ["same initial: Serik ~ S (0.99)", "title set aside: Mr"]),
        ("Serik Bolat", "K. Bolat", ["the initials differ"]),
        ("Memet Qari", "Memet", ["clerical word in one only: Qari"]),
        ("Serik Bolatov", "Serik", ["family name in one only: Bolatov"]),
        ("Aigul Serikqyzy", "Serikuly Aibek", ["the endings are a woman's and a man's"]),
        ("Zhumadilkhan", "Жұмаділхан", ["a rare name: Zhumadilkhan"]),
        ("Ali Sabit", "Али Сабит", ["a common name: Ali"]),
    ],
)
def test_reasons_name_the_parts(law: str, a: str, b: str, why: list[str]) -> None:
    """What met what in whose spelling, what only one has, what contradicts, what is rare."""
    said = [str(reason) for reason in both(a, b, law=law).why]

    assert [reason for reason in why if reason not in said] == []


@given(MADE, MADE)
def test_reasons_come_in_one_order(a: str, b: str) -> None:
    """Parts that met, in the order of the first name; parts of one only; titles; what contradicts; what is rare."""
    ranks = [rank(reason.what) for reason in compare(a, b).why]

    assert ranks == sorted(ranks)


def rank(what: str) -> int:
    """Say where a reason stands."""
    if what.endswith("no name"):
        return 0
    if what.startswith(("same", "near", "different")):
        return 1
    if what.endswith("in one only"):
        return 2
    return 3 if what == "title set aside" else 5 if what.startswith("a ") else 4


def test_a_hint_leaves_only_the_reading_as_pinyin() -> None:
    """So that Latin letters mean what they mean there; other tags say nothing that the letters do not."""
    plain, hinted = (compare("Aliya", "Alia", lang_b=tag) for tag in (None, "zh-Latn-pinyin"))

    assert hinted.score < plain.score
    assert compare("Aliya", "Alia", lang_b="en") == plain
    assert compare("赛力克", "Sailike", lang_b="zh-Latn").score > 0.9


def test_many_are_compared_as_each_by_itself() -> None:
    """In their order."""
    asked = [("Khalida", name, None, None) for name in (*SAME, *UNLIKE)]

    assert compare_all(asked) == [compare(a, b) for a, b, _, _ in asked]
    assert compare_all([]) == []

"""Making the gazetteer: names by script, and rows as they are written."""

from tools.map_places import COLUMNS, Row, label_by_script


def test_a_name_is_chosen_for_each_language_by_its_script() -> None:
    """Letters that only Kazakh or only Uyghur has tell the language; tails such as "county" are left out."""
    spelt = ["Künes", "Кунес", "Күнес", "كۈنەس", "新源县", "Кунәс бекети"]

    assert label_by_script("Xinyuan", spelt) == {
        "en": "Xinyuan", "kk": "Күнес", "ru": "Кунес", "zh": "新源", "ug": "كۈنەس",
    }  # fmt: skip


def test_a_row_is_as_long_as_the_heading() -> None:
    """And says no spelling twice."""
    names = {"en": "Künes", "kk": "Күнес", "ru": "Кунес", "zh": "新源", "ug": "كۈنەس"}
    row = Row(
        id="cn654025", kind="county", parent="cn6540", at=(43.4, 83.25), names=names, more=("Kunes", "Künes", "Kunes")
    )

    cells = row.line().split("\t")

    assert len(cells) == len(COLUMNS)
    assert (cells[3], cells[-1]) == ("43.400", "Kunes")

"""Names that a text gives afterwards."""

from tests.engine.extracting.russian.samples import held, read

LETTER = "Моего мужа забрали в мае. {name} Я жду, и мои дети ждут. Помогите мне.\n— Гульмира Серик, Алматы"


def test_the_name_given_later_is_the_husband_of_whoever_signs() -> None:
    """A later «Его зовут …» joins the two."""
    text = LETTER.format(name="Его зовут Турсун Каримжан.")
    assert "Турсун Каримжан" in {who for _, who, _ in held(text)}
    notes = read(text)
    names = {party.key: party.name for party in notes.parties}
    assert ("Турсун Каримжан", "Гульмира Серик") in {(names[tie.person], names[tie.relative]) for tie in notes.ties}


def test_without_a_name_the_husband_stays_whose_he_is() -> None:
    """Nobody is made up."""
    assert {who for _, who, _ in held(LETTER.format(name=""))} == {"муж Гульмиры Серик"}


def test_somebody_of_the_other_sex_is_not_joined() -> None:
    """A wife's name is not a husband's."""
    text = LETTER.format(name="Его зовут Айгуль Каримова.")
    assert "Айгуль Каримова" not in {who for _, who, _ in held(text)}

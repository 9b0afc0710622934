"""The words beside a name."""

from kualik.engine.placing.beside import kinds_beside, names_a_facility, names_a_mission, street_beside
from kualik.engine.placing.gazetteer import Kind


def test_the_word_beside_a_name_says_what_it_is() -> None:
    """Before it or after it, in each language; else it may be anything."""
    assert kinds_beside("Künes county", 0, 5) == {Kind.COUNTY}
    assert kinds_beside("уезд Кунес", 5, 10) == {Kind.COUNTY}
    assert kinds_beside("新源县看守所", 0, 2) == {Kind.COUNTY}
    assert Kind.SETTLEMENT in kinds_beside("город Кашгар", 6, 12)
    assert kinds_beside("Künes", 0, 5) == set(Kind)


def test_buildings_missions_and_streets_are_known() -> None:
    """By words of five languages."""
    for text in ("Shawan prison", "тюрьма Усу", "Үсу түрмесі", "غۇلجى لاگېر", "伊宁县看守所"):
        assert names_a_facility(text), text
    for text in ("the Chinese Consulate-General", "у консульства Китая", "Қытай елшілігі", "中国大使馆"):
        assert names_a_mission(text), text
    assert not names_a_facility("Künes county")
    assert not names_a_mission("Künes county")
    assert street_beside("Baitasov Street", 0, 8)
    assert not street_beside("Baitasov", 0, 8)

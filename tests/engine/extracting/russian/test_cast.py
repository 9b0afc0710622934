"""Everybody spoken of, and who speaks where."""

from kualik.engine.extracting.russian.cast import Someone
from kualik.engine.extracting.spans import Span
from tests.engine.extracting.russian.samples import phrase, place, scene


def test_somebody_becomes_a_party_at_first_use() -> None:
    """And only once."""
    register = scene("Ольга Зуева пришла.").register
    (someone,) = register.all

    assert register.notes.parties == []
    assert register.key(someone) == register.key(someone) == 0
    assert register.notes.parties[0].name == "Ольга Зуева"


def test_i_is_who_speaks_in_the_quotation() -> None:
    """Outside of one it is the narrator."""
    made = scene("«Я ждала его очень долго», — сказала Ольга Зуева.")
    someone = Someone(at=Span(start=0, end=1), kind="name", name="Ольга Зуева")
    made.register.says(made.quotations[0], someone)

    assert made.register.speaker_at(place(made, "ждала")) is someone
    assert made.register.speaker_at(place(made, "сказала")) is None
    assert made.register.speech_end(place(made, "ждала")) == made.quotations[0].last


def test_the_last_person_is_near() -> None:
    """Not three sentences away."""
    register = scene("Ольга Зуева ушла. Шёл дождь. Шёл снег. Был град. Потом ветер. Он стих.").register
    last = register.page.tokens[-2].i

    assert register.last_person(last, "") is None
    assert register.last_person(register.page.sentences[2].first, "femn") is register.all[0]


def test_an_age_and_a_part_are_noted() -> None:
    """On the party, when there is one."""
    made = scene("Двое братьев Ольги Зуевой пропали.")
    group = made.register.meant(phrase(made, "братьев"))
    assert group is not None
    made.register.key(group)
    made.register.set_age(group, 20, Span(start=0, end=1))

    assert made.register.notes.parties[0].age == (20, Span(start=0, end=1))
    assert made.register.one_of(group).count == 1

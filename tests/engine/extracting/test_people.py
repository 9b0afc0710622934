"""The register of people."""

from kualik.engine.extracting.people import Mention, People


def people() -> People:
    """A man and a woman, named in this order in one sentence."""
    register = People()
    for place, (name, gender) in enumerate((("Omar", "male"), ("Aida", "female"))):
        person = register.add(name=name)
        person.gender = gender
        register.mention(Mention(start=place * 10, end=place * 10 + 5, sentence=0, person=person.key))
    return register


def test_a_pronoun_means_the_first_who_fits() -> None:
    """By gender, in the sentence or the ones before."""
    register = people()
    he, she = (register.meant(at=30, sentence=1, gender=gender) for gender in ("male", "female"))

    assert (he and he.name, she and she.name) == ("Omar", "Aida")


def test_a_pronoun_far_from_any_name_means_nobody() -> None:
    """Nothing is guessed across half a page."""
    assert people().meant(at=900, sentence=30, gender="male") is None


def test_one_who_speaks_can_be_left_out() -> None:
    """The words "his" in a quotation is not the speaker's."""
    assert people().meant(at=30, sentence=1, gender="male", without=0) is None


def test_an_unknown_gender_is_learnt() -> None:
    """From the first pronoun that can mean nobody else."""
    register = People()
    person = register.add(name="Dilber")
    register.mention(Mention(start=0, end=6, sentence=0, person=0))
    register.meant(at=20, sentence=0, gender="female")

    assert person.gender == "female"


def test_somebody_unnamed_can_become_somebody_named() -> None:
    """Every earlier mention is theirs from then on."""
    register = People()
    unnamed, named = register.add(description="daughter of Omar"), register.add(name="Aida")
    register.become(unnamed, named)

    assert register.described("daughter of Omar") is named


def test_the_last_spoken_of_with_a_noun_is_known_by_it() -> None:
    """As in: the officer."""
    register = people()
    register.all[0].words.add("officer")
    known = register.known_as("officer", at=30)

    assert known is register.all[0]
    assert register.group(before=30) is None
    assert register.topic(before=30, gender="female") is register.all[1]
